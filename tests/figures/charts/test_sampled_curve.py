"""A function of one variable as lines: on the curve, smooth, broken where the curve is, inside the frame."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.figures.charts.sampled_curve import WIDE, Piece, Values, joined, sampled
from quizengine.figures.plane import Axis

RATIO = 0.6
numbers = st.floats(-5, 5, allow_nan=False)


def over(function: object, low: float = -3, high: float = 3, up: Axis | None = None) -> tuple[Piece, ...]:
    return sampled(each(function), Axis(low, high), up or Axis(-4, 4), RATIO)


def each(function: object) -> Values:
    def one(x: float) -> float:
        try:
            return float(function(x))  # type: ignore[operator]
        except (ValueError, ZeroDivisionError):
            return math.nan

    return lambda places: [one(x) for x in places]


def ends(pieces: tuple[Piece, ...], low: float = -3, high: float = 3) -> list[tuple[float, float]]:
    wide = high - low
    return [(low + p.points[0][0] * wide, low + p.points[-1][0] * wide) for p in pieces]


@given(st.tuples(numbers, numbers, numbers, numbers))
def test_lines_lie_on_the_curve_and_in_the_frame(coefficients: tuple[float, float, float, float]) -> None:
    a, b, c, d = coefficients

    def cubic(x: float) -> float:
        return ((a * x + b) * x + c) * x + d

    for piece in over(cubic):
        assert all(-1e-9 <= u <= 1 + 1e-9 and -1e-9 <= v <= 1 + 1e-9 for u, v in piece.points)
        for (u, v), (s, t) in pairwise(piece.points):
            for share in (0.25, 0.5, 0.75):
                x, y = u + (s - u) * share, v + (t - v) * share
                real = (cubic(-3 + 6 * x) + 4) / 8
                beside = abs(real - y) * RATIO * WIDE / math.hypot(1, (t - v) * RATIO / max(s - u, 1e-9))
                assert beside < 0.015  # ems: nobody sees it


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        (lambda x: 1 / x, [(-3, -0.25), (0.25, 3)]),
        (lambda x: 1 / (x - 1) ** 2, [(-3, 0.5), (1.5, 3)]),
        (math.sqrt, [(0, 3)]),
        (math.log, [(math.exp(-4), 3)]),
        (lambda x: math.copysign(1, x - 0.123), [(-3, 0.123), (0.123, 3)]),
        (lambda x: math.sin(x) / x, [(-3, 3)]),  # one place without a value is not seen
        (lambda x: math.copysign(abs(x) ** (1 / 3), x), [(-3, 3)]),  # upright at 0, and no jump
        (lambda x: math.sqrt(x * x - 1e-4), [(-3, -0.01), (0.01, 3)]),  # a narrow gap
        (lambda x: x, [(-3, 3)]),
        (lambda x: 100 * x, [(-0.04, 0.04)]),
        (lambda x: 5.0, []),
        (lambda x: math.nan, []),
        (lambda x: math.inf if x > 0 else 1.0, [(-3, 0)]),
    ],
)
def test_a_curve_is_broken_where_it_has_no_value_jumps_or_leaves_the_frame(
    function: object, expected: list[tuple[float, float]]
) -> None:
    found = ends(over(function))
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        assert one == pytest.approx(other, abs=2e-3)


def test_a_straight_line_has_two_points() -> None:
    (piece,) = over(lambda x: x / 2)
    assert len(piece.points) == 2


def test_a_corner_is_sharp() -> None:
    (piece,) = over(lambda x: abs(x - 0.1))
    assert min(math.dist(((0.1 + 3) / 6, 0.5), point) for point in piece.points) < 1e-3


def test_a_curve_that_swings_without_end_comes_to_an_end() -> None:
    pieces = over(lambda x: math.sin(1 / x))
    assert sum(len(piece.points) for piece in pieces) < 4_000


def test_a_logarithmic_axis_shows_powers_as_a_straight_line_and_nothing_below_0() -> None:
    up = Axis(1e-3, 1e3, logarithmic=True)
    (piece,) = over(lambda x: 10**x, up=up)
    assert piece.points == ((0, 0), (1, 1))
    assert ends(over(lambda x: x, up=up)) == [pytest.approx((0.001, 3), abs=2e-3)]


def test_lines_from_point_to_point_leave_the_frame_where_they_cross_it() -> None:
    above, back = joined([(0, 0.5), (0.5, 1.5), (1, 0.5)], 1.0)
    assert above == Piece(((0, 0.5), (0.25, 1.0)), leaves=True)
    assert back == Piece(((0.75, 1.0), (1, 0.5)))
    assert joined([(0, 0.5), (0.5, math.nan), (1, 0.5)], 1.0) == ()
    assert joined([(0, 1.0), (1, 2.0)], 1.0) == ()
