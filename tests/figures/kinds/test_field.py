"""Fields of arrows: one scale, round places, zeros and holes."""

from __future__ import annotations

import math
from typing import Any

import pytest
from pydantic import ValidationError

from quizengine.errors import CannotCompute
from quizengine.figures.drawing import Stroke
from quizengine.figures.kinds import KINDS
from quizengine.figures.rectangle.figure import RectangleFigure
from quizengine.maths.language import Workspace


def figure(**written: Any) -> RectangleFigure:
    drawn = KINDS["field"].model_validate(written).draw(Workspace())
    assert isinstance(drawn, RectangleFigure)
    return drawn


def arrows(drawn: RectangleFigure, width: float = 24) -> list[Stroke]:
    return [stroke for stroke in drawn.drawing(width).strokes if stroke.arrow]


def middle(drawn: RectangleFigure, arrow: Stroke, width: float = 24) -> tuple[float, float]:
    plane = drawn.rectangle.plane(width)
    (x, y), (u, v) = arrow.points
    at = ((x + u) / 2 - plane.corner[0]) / plane.width, (plane.bottom - (y + v) / 2) / plane.width
    return drawn.rectangle.numbers(at)


@pytest.mark.parametrize("width", [14, 18, 24, 36])
@pytest.mark.parametrize("field", ["(-y, x)", "(x, y)", "(1, x*y)", "(2, -1)"])
def test_arrows_have_the_direction_and_the_length_of_the_field_at_their_middles(field: str, width: float) -> None:
    drawn = figure(field=field)
    factors = []
    for arrow in arrows(drawn, width):
        at, (start, end) = middle(drawn, arrow, width), arrow.points
        right, up = (drawn.rectangle.values(each, [at[0]], [at[1]])[0] for each in drawn.ground.components)  # type: ignore[attr-defined]
        drawn_long = math.dist(start, end)
        if drawn_long > 0.3:
            factors.append(drawn_long / math.hypot(right, up))
            turn = math.atan2(start[1] - end[1], end[0] - start[0]) - math.atan2(up, right)
            assert abs(math.sin(turn)) < 0.05
            assert math.cos(turn) > 0
    assert max(factors) < 1.1 * min(factors)


@pytest.mark.parametrize("width", [14, 18, 24, 36])
def test_no_two_arrows_touch_and_all_lie_in_the_frame(width: float) -> None:
    drawn = figure(field="(-y, x)")
    plane = drawn.rectangle.plane(width)
    middles = [tuple((a + b) / 2 for a, b in zip(*arrow.points, strict=True)) for arrow in arrows(drawn, width)]
    longest = max(math.dist(*arrow.points) for arrow in arrows(drawn, width))
    assert longest <= min(math.dist(p, q) for p in middles for q in middles if p != q)
    assert all(plane.holds(point, 0.01) for arrow in arrows(drawn, width) for point in arrow.points)


def test_zero_is_a_ring_and_a_hole_is_empty() -> None:
    turning = figure(field="(-y, x)").drawing(24)
    assert [mark.shape for mark in turning.marks] == ["ring"]
    hole = figure(field="(-y/(x^2 + y^2), x/(x^2 + y^2))")
    assert not hole.drawing(24).marks
    assert len(arrows(hole)) == len(arrows(figure(field="(-y, x)")))


def test_places_are_round() -> None:
    drawn = figure(field="(1, 0)", horizontal=["-7/2", "7/2"], vertical=["-7/2", "7/2"], columns=7)
    places = sorted({round(middle(drawn, arrow)[0], 1) for arrow in arrows(drawn)})
    assert places == [-3, -2, -1, 0, 1, 2, 3]


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("(0, 0)", "the field is zero"),
        ("(sqrt(-1 - x^2), 1)", "has a value at 0 of"),
        ("(1/(x^2 + y^2 + 1/1000), 0)", "too short"),
    ],
)
def test_what_is_wrong_is_told(field: str, message: str) -> None:
    drawn = figure(field=field)
    assert any(message in fault for fault in drawn.faults())
    assert drawn.readings()


def test_a_field_that_can_be_read_has_no_fault() -> None:
    assert list(figure(field="(-y, x)", points={"P": "(1, 1)"}).faults()) == []


@pytest.mark.parametrize("field", ["(x, y, 1)", "x", "(x, w)"])
def test_what_is_no_field(field: str) -> None:
    with pytest.raises(CannotCompute):
        figure(field=field)


def test_columns_have_limits() -> None:
    with pytest.raises(ValidationError):
        figure(field="(x, y)", columns=99)


def test_readings_give_rows_of_arrows() -> None:
    assert figure(field="(-y, x)", horizontal=[-1, 1], vertical=[-1, 1]).readings() == (
        "Arrows of a field; x from −1 to 1 (to the right), y from −1 to 1 (upwards). The middle of each arrow lies at"
        " its place; here as (right, up), the longest of these 10 long, at x = −0.5, 0, 0.5. y = 0.5: (−7.1, −7.1),"
        " (−7.1, 0), (−7.1, 7.1). y = 0: (0, −7.1), (0, 0), (0, 7.1). y = −0.5: (7.1, −7.1), (7.1, 0), (7.1, 7.1)."
    )
    assert figure(field="(-y, x)").readings() != figure(field="(y, x)").readings()
