"""Lines and curves at a box."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.figures.clipping import crosses, outside, span_inside
from quizengine.figures.drawing import Point

BOX = (0.0, 0.0, 2.0, 1.0)
coordinates = st.floats(-3, 4).map(lambda value: round(value, 2))
points = st.tuples(coordinates, coordinates)


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        ((-1, 0.5), (3, 0.5), (0.25, 0.75)),
        ((0.5, 0.5), (1, 0.5), (0, 1)),
        ((-1, 2), (3, 2), None),
        ((-1, -1), (-1, 3), None),
        ((1, -1), (1, 3), (0.25, 0.5)),
        ((1, 0.5), (1, 0.5), (0, 1)),
    ],
)
def test_the_part_of_a_line_in_a_box(start: Point, end: Point, span: tuple[float, float] | None) -> None:
    assert span_inside(start, end, BOX) == span


@given(st.lists(points, min_size=2, max_size=8, unique=True).map(tuple))
def test_what_is_left_of_a_curve_lies_outside_and_has_its_length(curve: tuple[Point, ...]) -> None:
    inner = BOX[0] + 1e-6, BOX[1] + 1e-6, BOX[2] - 1e-6, BOX[3] - 1e-6
    parts = outside(curve, BOX)
    assert not any(crosses(part, inner) for part in parts)
    left = sum(math.dist(p, q) for part in parts for p, q in itertools.pairwise(part))
    cut = 0.0
    for p, q in itertools.pairwise(curve):
        span = span_inside(p, q, BOX)
        cut += (span[1] - span[0]) * math.dist(p, q) if span else 0.0
    assert left + cut == pytest.approx(sum(math.dist(p, q) for p, q in itertools.pairwise(curve)))


def test_a_closed_curve_that_is_cut_once_stays_in_one_piece() -> None:
    square = ((-1.0, -1.0), (3.0, -1.0), (3.0, 0.5), (1.0, 0.5), (1.0, 3.0), (-1.0, 3.0), (-1.0, -1.0))
    (left,) = outside(square, BOX)
    assert left[0] == (1.0, 1.0)
    assert left[-1] == (2.0, 0.5)
