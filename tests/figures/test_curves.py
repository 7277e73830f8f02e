"""Several curves: their letters, values, readings and faults."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from support.drawings import labels_on_labels, labels_on_strokes, over_the_edge

from quizengine.errors import CannotCompute
from quizengine.figures.drawing import Drawing, Label, Stroke
from quizengine.figures.kinds.curves import Curves, CurvesModel
from quizengine.maths.language import Workspace

WIDTHS = (14, 18, 24, 36)


def curves(**keys: Any) -> Curves:
    return CurvesModel.model_validate(keys).draw(Workspace())


def geometric(start: float, factor: float, steps: int) -> str:
    return str([round(start * factor**step, 12) for step in range(steps + 1)]).replace("e-", "*10^-")


FOUR = {name: geometric(9, factor**2, 20) for name, factor in zip("ABCD", (0.97, 0.8, 0.3, 1.05), strict=True)}
SWINGS: dict[str, Any] = {  # between the third, which is everywhere, two end at 0
    "curves": {"A": geometric(4, -0.6, 12), "B": geometric(4, 0.3, 12), "C": geometric(4, -1, 12)},
    "dots": True,
}
FIGURES: list[dict[str, Any]] = [
    {"curves": FOUR, "vertical": (0, 12), "across": "step", "up": "loss"},
    {"curves": {"A": FOUR["A"], "B": FOUR["B"]}, "logarithmic": True, "grid_lines": True},
    {"curves": {"A": "exp(-t)", "B": "exp(-2t)", "C": "1/(1+t)", "D": "exp(-t)*cos(5t)"}, "horizontal": (0, 4)},
    {
        "curves": {"central": "[(10,1/10),(9,1/31),(8,1/100)]"},
        "dots": True,
        "logarithmic": True,
        "points": {"P": "(9, 1/50)"},
    },
    {"curves": {name: f"{place} + t" for place, name in enumerate("ABCDEF")}},
    SWINGS,
]


def own_lines(figure: Curves, drawing: Drawing) -> list[Stroke]:
    """The strokes of the curves alone, which come after frame, ticks and grid."""
    pieces = sum(len(curve.pieces) for curve in figure.curves)
    leads = sum(_leads(stroke, drawing) for stroke in drawing.strokes)
    return list(drawing.strokes[len(drawing.strokes) - pieces - leads : len(drawing.strokes) - leads])


def _leads(stroke: Stroke, drawing: Drawing) -> bool:
    frame = drawing.strokes[0].points
    return stroke.points[0][0] == max(x for x, _ in frame) < stroke.points[1][0]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("keys", FIGURES)
def test_letters_lie_on_no_curve_and_nothing_reaches_over_the_edge(keys: dict[str, Any], width: float) -> None:
    figure = curves(**keys)
    drawing = figure.drawing(width)
    letters = [label for label in drawing.labels if label.text in keys["curves"]]
    assert sorted(label.text for label in letters) == sorted(keys["curves"])
    assert not over_the_edge(drawing)
    assert not labels_on_labels(drawing)
    if width >= 18:
        assert not labels_on_strokes(letters, own_lines(figure, drawing))


@given(st.lists(st.floats(0.2, 1.02), min_size=2, max_size=5, unique_by=lambda factor: round(factor, 1)))
def test_the_letter_of_a_curve_is_nearest_to_it(factors: list[float]) -> None:
    names = "ABCDE"[: len(factors)]
    given_curves = {name: geometric(8, factor, 12) for name, factor in zip(names, factors, strict=True)}
    figure = curves(curves=given_curves, vertical=(0, 10))
    drawing = figure.drawing(24)
    lines = own_lines(figure, drawing)
    right = max(x for x, _ in drawing.strokes[0].points)
    for place, name in enumerate(names):
        (letter,) = [label for label in drawing.labels if label.text == name]
        if letter.at[0] < right:  # else it stands at the end of its curve, or at that of a line from there
            distances = [_distance(letter, line) for line in lines]
            assert distances[place] == min(distances)


def _distance(letter: Label, line: Stroke) -> float:
    shares = [n / 20 for n in range(21)]
    return min(
        math.dist(letter.at, (x + (u - x) * share, y + (v - y) * share))
        for (x, y), (u, v) in pairwise(line.points)
        for share in shares
    )


def test_a_curve_that_leaves_the_frame_ends_there_with_an_arrow_head() -> None:
    drawing = curves(curves={"A": "[1, 2, 8, 1]", "B": "[1, 1, 1, 1]"}, vertical=(0, 4), horizontal=(0, 3)).drawing(24)
    leaving = [stroke for stroke in drawing.strokes if stroke.arrow]
    assert len(leaving) == 1
    top = min(y for _, y in drawing.strokes[0].points)
    assert leaving[0].points[-1][1] == pytest.approx(top, abs=0.01)


def test_curves_are_told_apart_without_colour() -> None:
    drawing = curves(curves={name: f"{place} + t" for place, name in enumerate("ABCDEF")}).drawing(24)
    lines = [(stroke.dash, stroke.weight) for stroke in drawing.strokes if stroke.weight != "thin"]
    assert len(lines) == len(set(lines)) == 6
    dots = curves(curves={"A": "[1, 2]", "B": "[2, 3]", "C": "[3, 4]", "D": "[4, 5]"}, dots=True).drawing(24)
    assert {mark.shape for mark in dots.marks} == {"dot", "ring", "square", "cross"}


def test_readings_give_values_and_no_conclusions() -> None:
    figure = curves(curves={"A": "[9, 6, 4]", "B": "[9, 12, 16]"}, vertical=(0, 10), across="step", up="loss")
    assert figure.readings() == (
        "2 curves. To the right: step, from 0 to 2. Upwards: loss, from 0 to 10. "
        "Curve A runs through (0, 9), (1, 6), (2, 4). Curve B runs through (0, 9) and is above the frame at 1, 2."
    )
    logarithmic = curves(curves={"A": "[1, 1/31, 1/100000]"}, logarithmic=True).readings()
    assert "from 10⁻⁵ to 1, on a logarithmic scale. Curve A runs through (0, 1), (1, 0.032), (2, 10⁻⁵)." in logarithmic
    assert "has no value at 0, 1." in curves(curves={"A": "sqrt(t - 2)"}).readings()
    assert all(len(curves(**keys).readings()) < 1_200 for keys in FIGURES)


def test_steps_are_whole() -> None:
    assert curves(curves={"A": "[1, 2, 3]"}).chart.ticks == (0, 1, 2)
    assert curves(curves={"A": "[(10, 1), (6, 2)]"}).chart.ticks == (6, 7, 8, 9, 10)


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ({"curves": {"A": "sin(t)", "B": "sin(t) + 1/1000"}}, "curves A and B lie on each other"),
        ({"curves": {"A": "[1, 2]", "B": "[1, 2]"}}, "curves A and B lie on each other"),
        (SWINGS, "the names A and B stand where both curves end"),
        ({"curves": {"A": "[1, -1, 3]"}, "logarithmic": True}, "not positive"),
        ({"curves": {"A": "t - 5"}, "logarithmic": True}, "not positive"),
        ({"curves": {"A": "[1, 10^400, 2]"}}, "infinite or no numbers"),
        ({"curves": {"A": "t", "B": "100"}, "vertical": (0, 10)}, "nothing of curve B is to be seen"),
        ({"curves": {"A": "t"}, "points": {"P": "(1, 99)"}}, "the point P at 1 is not to be seen"),
        ({"curves": {"A": "t", "B" * 60: "t^2"}}, "too long for a curve"),
        ({"curves": {"A": "t"}, "up": "a very long name of an axis, by far too long for it"}, "too long for its axis"),
    ],
)
def test_faults(keys: dict[str, Any], fault: str) -> None:
    figure = curves(**keys)
    assert any(fault in each for each in figure.faults())
    for width in WIDTHS:
        figure.drawing(width)


@pytest.mark.parametrize("keys", FIGURES[:4])
def test_good_curves_have_no_faults(keys: dict[str, Any]) -> None:
    assert not list(curves(**keys).faults())


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ({"curves": {"A": "x*t"}}, "an expression in t"),
        ({"curves": {"A": "[t, 1]"}}, "a number is needed"),
        ({"curves": {"A": "[(1, 2, 3)]"}}, "two numbers"),
        ({"curves": {"A": "t"}, "points": {"P": 1}}, "a point has two numbers"),
        ({"curves": {"A": "t"}, "logarithmic": True, "vertical": (0, 1)}, "begins at a positive number"),
    ],
)
def test_what_cannot_be_drawn_is_told(keys: dict[str, Any], why: str) -> None:
    with pytest.raises(CannotCompute, match=why):
        curves(**keys)


def test_at_most_six_curves() -> None:
    with pytest.raises(ValidationError):
        curves(curves=dict.fromkeys("ABCDEFG", "t"))


def test_equal_numbers_are_equal_figures() -> None:
    assert curves(curves={"A": "t + t"}) == curves(curves={"A": "2*t"})
    assert curves(curves={"A": "[1, 2]"}) != curves(curves={"A": "[1, 3]"}, vertical=(0, 2.5 and "5/2"))
