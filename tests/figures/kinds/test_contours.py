"""Contour maps: what an author may write, what is drawn, what is told, what is wrong."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from itertools import combinations, pairwise
from typing import Any

import pytest
from pydantic import ValidationError

from quizengine.errors import CannotCompute
from quizengine.figures.drawing import Drawing
from quizengine.figures.kinds import KINDS
from quizengine.figures.level_curves import curves
from quizengine.figures.level_map import levels
from quizengine.figures.placing import box_of
from quizengine.figures.rectangle.figure import RectangleFigure
from quizengine.maths.language import Workspace

MAPS: dict[str, dict[str, Any]] = {
    "circles": {"contours": "x^2 + y^2", "levels": ["1", "9/4", "4"], "points": {"P": "(1, 0)"}},
    "saddle": {"contours": "x^2 - y^2", "points": {"P": "(1, 2)", "Q": "(-6/5, 1/2)"}},
    "long": {"contours": "x^2 + 4y^2", "horizontal": [-4, 4], "vertical": ["-5/2", "5/2"], "levels": 6},
    "four places": {
        "contours": "x^3 - 3x + y^3 - 3y", "horizontal": ["-12/5", "12/5"], "vertical": ["-12/5", "12/5"], "levels": 6,
        "points": {"A": "(1, 1)", "B": "(-1, 1)", "C": "(1, -1)", "D": "(-1, -1)"},
    },
    "arrows": {
        "contours": "x^2 + y^2", "levels": 5, "points": {"P": "(1, 1)"},
        "arrows": {"u": ["P", "(2, 2)"], "v": ["(-1, 1)", "(1, 1)"]},
    },
    "paths": {
        "contours": "x^2 + y^2", "levels": 4, "paths": {"a": "[(2, 2), (-1, 1), (0, 0)]", "b": "[(2, -2), (9, 0)]"},
    },
    "domain": {"contours": "ln(x) + y^2"},
    "waves": {"contours": "sin(3x)*cos(2y)", "levels": 5},
}  # fmt: skip


def figure(**written: Any) -> RectangleFigure:
    drawn = KINDS["contours"].model_validate(written).draw(Workspace())
    assert isinstance(drawn, RectangleFigure)
    return drawn


def level_labels(drawing: Drawing) -> list[str]:
    return [
        label.text
        for label in drawing.labels
        if not label.slanted and label.anchor == "middle" and inside(drawing, label.at)
    ]


def inside(drawing: Drawing, at: tuple[float, float]) -> bool:
    (x, y), (u, v) = drawing.strokes[0].points[0], drawing.strokes[0].points[2]
    return x < at[0] < u and y < at[1] < v


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("width", [14, 18, 19, 24, 36, 48])
def test_everything_lies_on_the_drawing_and_no_label_hides_another(name: str, width: float) -> None:
    drawing = figure(**MAPS[name]).drawing(width)
    assert drawing.width <= width + 0.01
    for stroke in drawing.strokes:
        for x, y in stroke.points:
            assert 0 <= x <= drawing.width
            assert 0 <= y <= drawing.height
    boxes = [(label, box_of(label)) for label in drawing.labels]
    for (one, a), (other, b) in combinations(boxes, 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or abs(one.at[1] - other.at[1]) >= 1.0  # another row of a terminal
        assert apart or not (inside(drawing, one.at) and inside(drawing, other.at)), (one, other)


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("width", [14, 18, 24, 36])
def test_no_stroke_runs_through_the_number_of_a_level(name: str, width: float) -> None:
    drawing = figure(**MAPS[name]).drawing(width)
    assert width < 24 or level_labels(drawing)
    for label in drawing.labels:
        if not label.slanted and label.anchor == "middle" and inside(drawing, label.at):
            left, top, right, bottom = box_of(label)
            for stroke in drawing.strokes:
                for (x, y), (u, v) in pairwise(stroke.points):
                    for n in range(21):
                        at = x + (u - x) * n / 20, y + (v - y) * n / 20
                        assert not (left < at[0] < right and top + 0.15 < at[1] < bottom - 0.15), label


def test_each_level_has_its_number_where_there_is_room() -> None:
    assert set(level_labels(figure(**MAPS["circles"]).drawing(24))) == {"1", "9/4", "4"}
    assert set(level_labels(figure(**MAPS["circles"]).drawing(14))) == {"1", "9/4", "4"}


def test_every_second_level_or_none_is_written() -> None:
    saddle = {"contours": "x^2 - y^2", "levels": [-4, -2, 0, 2, 4]}
    assert set(level_labels(figure(**saddle).drawing(24))) == {"−4", "−2", "0", "2", "4"}
    assert set(level_labels(figure(**saddle, labels="every second").drawing(24))) == {"−4", "0", "4"}
    assert level_labels(figure(**saddle, labels="none").drawing(24)) == []


def test_equal_numbers_are_equal_figures_and_drawings() -> None:
    one, other = figure(**MAPS["saddle"]), figure(**MAPS["saddle"])
    assert one == other
    assert hash(one) == hash(other)
    assert one.drawing(24) == other.drawing(24)
    assert one != figure(**{**MAPS["saddle"], "points": {}})


def test_levels_as_a_list_of_the_language_and_in_any_order() -> None:
    texts = [text for _, text in figure(contours="x*y", levels="[4, 1, 1/2, 1]").ground.levels.levels]  # type: ignore[attr-defined]
    assert texts == ["1/2", "1", "4"]


@pytest.mark.parametrize("vector", ["(3, 4)", "(-1, 1/2)", "(0, -2)", "(5, 1)"])
@pytest.mark.parametrize("sides", [([-3, 3], [-3, 3]), ([0, 8], [0, 5]), ([-1, 1], ["-3/2", "3/2"])])
def test_an_arrow_points_as_its_vector(vector: str, sides: tuple[list[Any], list[Any]]) -> None:
    drawn = figure(contours="x*y", horizontal=sides[0], vertical=sides[1], arrows={"u": ["(1/2, 1/2)", vector]})
    (arrow,) = (stroke for stroke in drawn.drawing(24).strokes if stroke.arrow)
    (x, y), (u, v) = arrow.points
    right, up = drawn.over.arrows[0].vector
    turn = math.degrees(math.atan2(y - v, u - x) - math.atan2(up, right))
    assert abs((turn + 180) % 360 - 180) < 1


def test_arrows_have_one_scale_and_the_longest_a_fifth_of_the_side() -> None:
    drawn = figure(contours="x*y", arrows={"u": ["(0, 0)", "(30, 40)"], "v": ["(1, 1)", "(0, 25)"]})
    plane = drawn.rectangle.plane(24)
    long, short = (math.dist(*stroke.points) for stroke in drawn.drawing(24).strokes if stroke.arrow)
    assert long == pytest.approx(plane.width / 5, abs=0.03)
    assert short == pytest.approx(long / 2, abs=0.03)
    true = figure(contours="x*y", lengths="true", arrows={"u": ["(0, 0)", "(1, 0)"]}).drawing(24)
    assert [math.dist(*stroke.points) for stroke in true.strokes if stroke.arrow] == [
        pytest.approx(plane.width / 6, abs=0.02)
    ]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"contours": "v"}, "v"),
        ({"contours": "3"}, "an expression in x and y and in nothing else"),
        ({"contours": "x + w"}, "an expression in x and y and in nothing else"),
        ({"contours": "x", "horizontal": [3, -3]}, "goes from a lower to a higher number"),
        ({"contours": "x", "vertical": ["x", 3]}, "a number is needed here"),
        ({"contours": "x", "horizontal": ["-10^30", "10^30"]}, "a number of a figure lies between"),
        ({"contours": "x", "levels": ["y"]}, "a number is needed here"),
        ({"contours": "x", "points": {"P": "3"}}, "a point of a figure has two numbers"),
        ({"contours": "x", "points": {"P": "(1, 9)"}}, "lies outside the figure; widen horizontal or vertical"),
        ({"contours": "x", "arrows": {"u": ["(0, 9)", "(1, 1)"]}}, "lies outside the figure"),
        ({"contours": "x", "paths": {"a": "[(0, 0)]"}}, "a path has 2 to 100 points"),
    ],
)
def test_what_cannot_be_drawn(written: dict[str, Any], message: str) -> None:
    with pytest.raises(CannotCompute, match=message):
        figure(**written)


@pytest.mark.parametrize(
    "written",
    [
        {"contours": "x", "levels": 0},
        {"contours": "x", "levels": []},
        {"contours": "x", "levels": True},
        {"contours": "x", "points": {"<script>": "(1, 1)"}},
        {"contours": "x", "points": {"\u202e": "(1, 1)"}},
        {"contours": "x", "labels": "some"},
        {"contours": "x", "colour": "red"},
        {"contours": "x", "arrows": {"u": ["P"]}},
    ],
)
def test_what_cannot_be_written(written: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        KINDS["contours"].model_validate(written)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({"contours": "sin(x)^2 + cos(x)^2"}, "the function has the same value everywhere"),
        ({"contours": "ln(-1 - x^2)"}, "the function has no value in this rectangle"),
        ({"contours": "x^2 + y^2", "levels": [100, 200]}, "the values run from 0 to 18, and no level lies there"),
        ({"contours": "x^2 + y^2", "levels": [1]}, "too little to see: 1 level curve"),
        ({"contours": "exp(exp(exp(x)))", "horizontal": [-50, 50]}, "too large to be drawn in this rectangle"),
        (
            {"contours": "x", "arrows": {"u": ["(2, 2)", "(9, 9)"]}, "lengths": "true"},
            "arrow u reaches out of the figure",
        ),
        ({"contours": "x", "horizontal": [0, 100], "arrows": {"u": ["(2, 2)", "(9, 9)"]}}, "do not point as they look"),
    ],
)
def test_what_is_wrong_is_told(written: dict[str, Any], message: str) -> None:
    drawn = figure(**written)
    assert any(message in fault for fault in drawn.faults())
    assert drawn.drawing(24).strokes
    assert drawn.readings()


@pytest.mark.parametrize("contours", ["x^2 - y^2", "ln(x) + y", "1/x", "sqrt(x + 3/10)", "exp(x)*y", "abs(x)*y"])
def test_a_map_with_edges_and_poles_is_sound(contours: str) -> None:
    assert list(figure(contours=contours, levels=5).faults()) == []


@pytest.mark.parametrize("contours", ["ln(x)", "exp(-x^2 - y^2)", "x^2 + 4y^2", "x^2 + 6y^2 + x*y", "30x^2 + 50y^2"])
@pytest.mark.parametrize("levels", [6, 9])
def test_levels_that_can_be_counted_need_no_label(contours: str, levels: int) -> None:
    assert list(figure(contours=contours, levels=levels).faults()) == []


def test_levels_that_cannot_be_counted_and_have_no_label_are_told() -> None:
    crowded = list(figure(contours="exp(-x^2 - y^2)", levels=["1/10", "2/10", "35/100", "5/10", "7/10"]).faults())
    assert len(crowded) == 1
    assert crowded[0].startswith("no curve has room for ")


@pytest.mark.parametrize(
    ("missing", "untold"),
    [
        ({"2"}, []),
        ({"4"}, []),
        ({"4", "6"}, ["4", "6"]),
        ({"0", "2"}, []),
        ({"0", "2", "4"}, ["0", "2", "4"]),
        ({"6", "10"}, ["10"]),
        ({"10"}, ["10"]),
    ],
)
def test_a_level_is_counted_in_equal_steps_between_two_or_on_from_two(missing: set[str], untold: list[str]) -> None:
    shown = figure(contours="x", horizontal=[-1, 11], levels=[0, 2, 4, 6, 10]).ground
    assert shown.untold(missing) == untold


@pytest.mark.parametrize("contours", ["sin(exp(exp(x)))", "sin(300x)*y", "sin(10^6*(x^2 + y^2))"])
def test_values_too_wild_to_be_drawn_are_told(contours: str) -> None:
    (fault,) = figure(contours=contours).faults()
    assert fault.startswith("level curves lie closer together than can be seen, on ")


@pytest.mark.parametrize(
    "contours", ["(1 - x)^2 + 100*(y - x^2)^2", "sin(10x)*sin(10y)", "sin(exp(x^2))", "1/(x*y)", "tan(x*y)"]
)
def test_the_work_on_a_torn_map_is_bounded(contours: str) -> None:
    drawn = figure(contours=contours, levels=[-1, "1/2", 1, 10, 50])
    looked_at = 0
    function = drawn.ground.levels.function

    def counted(us: list[float], vs: list[float]) -> list[float]:
        nonlocal looked_at
        looked_at += len(us)
        return drawn.rectangle.values_in_shares(function, us, vs)

    curves(counted, drawn.rectangle.height, [-1.0, 0.5, 1.0, 10.0, 50.0])
    assert looked_at < 60_000


@pytest.mark.parametrize("contours", ["x/10^300", "sin(x)^2 + cos(x)^2 - 1"])
def test_what_only_rounding_changes_is_flat(contours: str) -> None:
    with_faults = figure(contours=contours, levels=[0, 1])
    assert any("the same value everywhere" in fault for fault in with_faults.faults())


def test_a_tiny_rectangle_is_no_flat_one() -> None:
    tiny = ["1/1000000", "2/1000000"]
    assert list(figure(contours="x^2 + y^2", horizontal=tiny, vertical=tiny, levels=4).faults()) == []


def test_readings_tell_what_is_to_be_seen() -> None:
    told = figure(**MAPS["circles"]).readings()
    assert told == (
        "Level curves; x from −3 to 3 (to the right), y from −3 to 3 (upwards). Level 1: closed, x from −1 to 1, y from"
        " −1 to 1. Level 9/4: closed, x from −1.5 to 1.5, y from −1.5 to 1.5. Level 4: closed, x from −2 to 2, y from"
        " −2 to 2. P at (1, 0), on the curve of level 1; to the right 9/4 at x = 1.5 and 4 at x = 2;"
        " to the left 1 at x = −1 and 9/4 at x = −1.5; up 9/4 at y = 1.12 and 4 at y = 1.73; down 9/4 at y = −1.12"
        " and 4 at y = −1.73."
    )


def test_readings_tell_arrows_and_paths_as_they_are_drawn() -> None:
    told = figure(**MAPS["arrows"]).readings()
    assert "Arrow u starts at (1, 1) and goes 0.85 to the right and 0.85 up." in told
    assert "Arrow v starts at (−1, 1) and goes 0.42 to the right and 0.42 up." in told
    assert "Path b goes from (2, −2) to (9, 0)." in figure(**MAPS["paths"]).readings()


def test_a_level_that_is_only_touched_is_not_met_twice() -> None:
    told = figure(contours="x^2 - y^2", levels=[-4, -2, 0, 2, 4], points={"P": "(1, 2)"}).readings()
    assert "to the left −2 at x = −1.41 and 0 at x = −2;" in told


def test_readings_give_no_number_that_is_not_written() -> None:
    told = figure(contours="x^2 + y^2", levels=["17/16", "33/16"], labels="none", points={"P": "(0, 1)"}).readings()
    assert "17/16" not in told
    assert "33/16" not in told
    assert "The curves have no numbers: closed, x from −1.03 to 1.03, y from −1.03 to 1.03; closed, x" in told
    assert "a curve at x = " in told


@pytest.mark.parametrize("name", MAPS)
def test_readings_are_short_and_differ(name: str) -> None:
    told = figure(**MAPS[name]).readings()
    assert len(told) <= 1_200
    assert "-" not in told, "minus signs are true ones"
    others = [figure(**written).readings() for other, written in MAPS.items() if other != name]
    assert told not in others


def test_an_author_says_it_or_adds() -> None:
    assert figure(contours="x*y", says="A pass.").description() == ("A pass.",)
    added = figure(contours="x*y", adds="It is a pass.").description()
    assert added[-1] == "It is a pass."
    assert str(added[0]).startswith("Level curves; x from")


def test_a_map_costs_little_more_than_its_function_at_many_places() -> None:
    drawn = figure(contours="x^2 + 6y^2 + x*y", levels=9)
    us = [n / 100 for n in range(101)]

    def seconds(work: Callable[[], object]) -> float:
        begun = time.process_time()
        work()
        return time.process_time() - begun

    def draw() -> None:
        levels._curves.cache_clear()
        drawn.drawing(24)

    places = us * len(us), [v for v in us for _ in us]
    function = drawn.ground.levels.function  # type: ignore[attr-defined]
    evaluating = min(seconds(lambda: drawn.rectangle.values(function, *places)) for _ in range(5))
    assert min(seconds(draw) for _ in range(5)) < 20 * evaluating
