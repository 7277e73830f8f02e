"""The graph of a function: its ends, tangents, points, readings and faults."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.drawings import labels_on_labels, labels_on_strokes, over_the_edge

from quizengine.errors import CannotCompute
from quizengine.figures.characters import ascii_art, braille
from quizengine.figures.drawing import Stroke
from quizengine.figures.kinds.graph import Graph, GraphModel
from quizengine.maths.language import Workspace

WIDTHS = (14, 18, 24, 36)
FORM = "x^2/2 - x"


def graph(expression: str, **keys: Any) -> Graph:
    return GraphModel.model_validate({"graph": expression, **keys}).draw(Workspace())


def curves_of(figure: Graph, width: float) -> list[Stroke]:
    return [stroke for stroke in figure.drawing(width).strokes if stroke.weight == "normal"]


@pytest.mark.parametrize(
    ("expression", "horizontal", "vertical"),
    [
        ("x^2", (-3, 3), (-2, 10)),
        ("1/x", (-5, 5), (-2, 2)),  # a pole does not squash the rest
        ("1/(x-1)^2", (-5, 5), (-1, 6)),
        ("exp(-5x)", (0, 10), (-0.2, 1.2)),  # and this is none, however steep
        ("sqrt(x)", (-2, 4), (0, 2.5)),
        ("3", (-5, 5), (1.5, 4.5)),
        ("sqrt(-1-x^2)", (-5, 5), (-0.2, 1.2)),
    ],
)
def test_the_vertical_axis_is_found(
    expression: str, horizontal: tuple[int, int], vertical: tuple[float, float]
) -> None:
    up = graph(expression, horizontal=horizontal).chart.up
    assert (up.low, up.high) == pytest.approx(vertical)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "keys",
    [
        {
            "graph": "x^3/3 - x",
            "horizontal": (-3, 3),
            "tangent": 2,
            "points": {"A": "-1", "B": "(1, 3)"},
            "grid_lines": True,
        },
        {"graph": "tan(x)", "across": "angle", "up": "height of the flag in m"},
        {"graph": "1000*x", "up": "x_1", "points": {"low": -5, "high": 5}},
        {"graph": "abs(x)/1000", "across": "the name of an axis that is too long to stand below it"},
    ],
)
def test_nothing_reaches_over_the_edge_and_no_label_lies_on_another(keys: dict[str, Any], width: float) -> None:
    drawing = GraphModel.model_validate(keys).draw(Workspace()).drawing(width)
    assert drawing.width == width
    assert not over_the_edge(drawing)
    assert not labels_on_labels(drawing)


@given(st.tuples(*[st.integers(-3, 3)] * 3), st.integers(-3, 3))
def test_the_name_of_a_point_hides_no_curve(coefficients: tuple[int, int, int], place: int) -> None:
    a, b, c = coefficients
    figure = graph(f"{a}*x^3/9 + {b}*x^2/2 + {c}*x", horizontal=(-4, 4), tangent=place, points={"P": place})
    drawing = figure.drawing(24)
    names = [label for label in drawing.labels if label.text == "P"]
    lines = [stroke for stroke in drawing.strokes if stroke.dash == "solid" and stroke.points[0] != stroke.points[-1]]
    assert len(names) == 1
    if not list(figure.faults()):
        assert not labels_on_strokes(names, lines)
    assert drawing == graph(
        f"{a}*x^3/9 + {b}*x^2/2 + {c}*x", horizontal=(-4, 4), tangent=place, points={"P": place}
    ).drawing(24)


def test_a_tangent_goes_through_the_whole_frame_and_tells_the_corners_of_the_grid_on_it() -> None:
    figure = graph("x^2/2 - x", horizontal=(-1, 5), vertical=(-2, 8), tangent=3, grid_lines=True)
    (line,) = [tangent.in_frame(figure.chart) for tangent in figure.tangents]
    assert line == ((pytest.approx(0.375), 0), (1, pytest.approx(0.75)))
    assert "A straight line touches the curve at (3, 1.5) and runs through (2, −0.5)" not in figure.readings()
    assert figure.tangents[0].slope == 2
    lattice = graph("x^2/2 - x + 1/2", horizontal=(-1, 5), vertical=(-2, 8), tangent=3, grid_lines=True)
    assert "A straight line touches the curve at (3, 2) and runs through (1, −2) and (5, 6)." in lattice.readings()


def test_the_readings_of_a_graph_are_numbers_to_be_read_off() -> None:
    assert graph("x^3/3 - x", horizontal=(-3, 3), points={"A": "-1", "Q": "(1, 3)"}).readings() == (
        "A curve. To the right: x, from −3 to 3. Upwards: from −8 to 8. It runs through (−3, −6), (−2, −0.67), "
        "(−1, 0.67), (0, 0), (1, −0.67), (2, 0.67), (3, 6). It meets the height 0 at −1.73, 0, 1.73. "
        "A is at (−1, 0.67). Q is at (1, 3)."
    )
    assert (
        "and has no value at 0. A piece of it leaves the frame at (−0.5, −2). "
        "A piece of it comes into the frame at (0.5, 2)."
    ) in graph("1/x").readings()
    assert (
        "A piece of it ends at (1, 0.5). A piece of it begins at (1, 1.5)."
        in graph("x/2 + (1 + sign(x - 1))/2", vertical=(-5, 5)).readings()
    )
    assert "is above the frame at −5, −4, 4, 5." in graph("x^2", vertical=(0, 10)).readings()


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ({"graph": "sqrt(-1-x^2)"}, "there is no curve to see"),
        ({"graph": "x", "vertical": (50, 60)}, "there is no curve to see"),
        ({"graph": "abs(x)", "tangent": 0}, "there is no tangent at 0"),
        ({"graph": "ln(x)", "tangent": "[-1, 1]"}, "there is no tangent at −1"),
        ({"graph": "x", "points": {"A": 9}}, "the point A at 9 is not to be seen"),
        ({"graph": "1/x", "points": {"A": 0}}, "the point A at 0 is not to be seen"),
        ({"graph": "x", "vertical": (0, 1), "tangent": 3}, "there is no tangent at 3"),
        ({"graph": "x", "across": "too long " * 6}, "is too long for its axis"),
        (
            {"graph": "x^2", "points": {"a name": "(0, 1)", "another": "(0, 1)", "x": "(0.1, 1)", "last": "(0, 1.1)"}},
            "hides",
        ),
    ],
)
def test_faults(keys: dict[str, Any], fault: str) -> None:
    assert any(fault in each for each in GraphModel.model_validate(keys).draw(Workspace()).faults())


def test_a_good_graph_has_no_faults() -> None:
    assert not list(graph("x^3/3 - x", tangent=2, points={"A": "-1"}, grid_lines=True, horizontal=(-3, 3)).faults())


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ({"graph": "x*y"}, "an expression in x and in nothing else"),
        ({"graph": "x", "horizontal": (3, 1)}, "from a lower to a higher number"),
        ({"graph": "x", "ticks": 0}, "the step from tick to tick is positive"),
        ({"graph": "x", "ticks": "1/1000"}, "at most 60"),
        ({"graph": "x", "points": {"A": "(1, 2, 3)"}}, "two numbers"),
    ],
)
def test_what_cannot_be_drawn_is_told(keys: dict[str, Any], why: str) -> None:
    with pytest.raises(CannotCompute, match=why):
        GraphModel.model_validate(keys).draw(Workspace())


def test_equal_numbers_are_equal_figures_and_others_are_not() -> None:
    assert graph("x + x") == graph("2*x")
    assert graph("x^2") != graph("x^2 + 1/10", vertical=(-5, 30))


def test_ticks_as_an_author_gives_them() -> None:
    assert graph("x", ticks=2).chart.ticks == (-4, -2, 0, 2, 4)
    assert graph("x", up_ticks="[1, -1, 3, 99]").chart.up_ticks == (-1, 1, 3)


def test_a_graph_in_characters() -> None:
    figure = graph(FORM, horizontal=(-2, 4), points={"P": 1})
    for lines in (braille(figure.drawing(19)), ascii_art(figure.drawing(19))):
        assert max(map(len, lines)) <= 38
        assert sum("P" in line for line in lines) == 1
    assert "".join(ascii_art(figure.drawing(19))).isascii() is False  # a true minus sign is a label's text


@pytest.mark.parametrize("horizontal", [(-3, 3), (0, 1), (-1000, 2)])
@pytest.mark.parametrize(
    "expression",
    [
        *("exp(exp(x))", "1/x^9", "x^x", "tan(x)", "ln(ln(x))", "exp(-1/x^2)", "abs(x)/x", "atan(1/x)", "sin(1000*x)"),
        *("10^300*x", "x/10^300", "sqrt(x)*10^200", "1/(x^2 - 2)", "tan(1/x)", "exp(x)*10^(-20)", "1 + x*10^(-15)"),
    ],
)
def test_whatever_a_function_does_a_figure_is_drawn_and_told(expression: str, horizontal: tuple[int, int]) -> None:
    figure = graph(expression, horizontal=horizontal, points={"P": 1}, grid_lines=True)
    assert not over_the_edge(figure.drawing(24))
    assert len(figure.readings()) < 2_000
    assert figure == graph(expression, horizontal=horizontal, points={"P": 1}, grid_lines=True)
    assert all("nan" not in text and "inf " not in text for text in (figure.readings(), *figure.faults()))


def test_the_words_of_an_author_stand_instead_of_the_readings_or_after_them() -> None:
    workspace = Workspace().define("a", "3")
    adds = GraphModel.model_validate({"graph": "a*x", "adds": "The slope is << a >>.", "up": "<< a >> times"}).draw(
        workspace
    )
    assert adds.chart.up.name == "3 times"
    assert "".join(map(str, adds.description())).startswith("A curve.")
    says = GraphModel.model_validate({"graph": "a*x", "says": "A line."}).draw(workspace)
    assert says.description() == ("A line.",)
