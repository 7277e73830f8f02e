"""Level curves: each point has the value, all branches are there, nothing where there is nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.figures.drawing import Point, Points
from quizengine.figures.level_curves import curves
from quizengine.figures.rectangle.rectangle import Rectangle
from quizengine.maths.parse import Notation, parse
from quizengine.maths.tree import Node

SQUARE = Rectangle((-3.0, 3.0), (-3.0, 3.0))
QUARTER = Rectangle((0.0, 3.0), (0.0, 3.0))


def function(text: str) -> Node:
    return parse(text, Notation(("x", "y"))).tree


def traced(text: str, levels: Sequence[float], rectangle: Rectangle = SQUARE) -> list[tuple[Points, ...]]:
    node = function(text)
    found = curves(lambda us, vs: rectangle.values_in_shares(node, us, vs), rectangle.height, levels)
    return [tuple(tuple(map(rectangle.numbers, curve)) for curve in of_level) for of_level in found]


def closed(curve: Points) -> bool:
    return curve[0] == curve[-1]


@pytest.mark.parametrize(
    ("text", "levels", "counts"),
    [
        ("x^2 + y^2", [-1, 0, 1, 4], [0, 0, 1, 1]),
        ("x*y", [-1, 1], [2, 2]),
        ("x^2 - y^2", [-2, 0, 2], [2, 4, 2]),
        ("x^3 - 3x + y^3 - 3y", [-3, 0, 3], [2, 5, 2]),
        ("(x^2 - 1)^2 + y^2", [0.5, 1, 2], [2, 2, 1]),
        ("1/x", [-1, 0, 1], [1, 0, 1]),
        ("tan(x)", [0], [1]),
        ("abs(x) + abs(y)", [1, 2], [1, 1]),
        ("(abs(x) + x)/2", [0, 1], [1, 1]),
        ("x/abs(x)", [0], [0]),
        ("x/abs(x) + y/10", [0, 1], [0, 1]),
        ("sqrt(4 - x^2 - y^2)", [0.5, 1], [1, 1]),
        ("ln(x)", [-1, 0, 1], [1, 1, 1]),
        ("sqrt(-1 - x^2)", [0, 1], [0, 0]),
        ("x - x + 2", [2], [0]),
        ("10^300*x*10^300", [0], [0]),
    ],
)
def test_the_number_of_curves(text: str, levels: list[float], counts: list[int]) -> None:
    assert [len(of_level) for of_level in traced(text, levels)] == counts


def test_a_level_that_is_taken_at_a_corner_alone_has_no_curve() -> None:
    assert [len(each) for each in traced("x^2 + y^2", [0, 1], QUARTER)] == [0, 1]


@pytest.mark.parametrize("text", ["x^2 - y^2", "x*y", "x^2 - y^2 + x*y", "sin(x)*y"])
def test_the_branches_of_the_level_of_a_saddle_meet_in_it(text: str) -> None:
    (branches,) = traced(text, [0.0])
    middle = [end for curve in branches for end in (curve[0], curve[-1]) if math.dist(end, (0, 0)) < 1e-4]
    assert len(middle) == 4
    assert len(set(middle)) == 1


def test_a_saddle_off_the_middle_of_cells_and_of_round_numbers() -> None:
    (branches,) = traced("(x - 1/3)*(y + 1/7)", [0.0])
    assert len(branches) == 4
    for curve in branches:
        assert min(math.dist(curve[0], (1 / 3, -1 / 7)), math.dist(curve[-1], (1 / 3, -1 / 7))) < 1e-4


def test_many_saddles_of_one_level() -> None:
    (zero,) = traced("sin(3x)*cos(2y)", [0.0])
    assert all(len(curve) < 12 for curve in zero), "between two saddles it is straight"


def distance_to_polyline(point: Point, curve: Points) -> float:
    return min(_distance(point, start, end) for start, end in pairwise(curve))


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (u, v) = start, end
    long = math.dist(start, end) ** 2
    share = max(0.0, min(1.0, ((point[0] - x) * (u - x) + (point[1] - y) * (v - y)) / long))
    return math.dist(point, (x + share * (u - x), y + share * (v - y)))


@pytest.mark.parametrize(("a", "b"), [(1, 1), (1, 9), (4, 1), (0.25, 1)])
@pytest.mark.parametrize("level", [0.05, 1.0, 4.0])
def test_an_ellipse_is_smooth(a: float, b: float, level: float) -> None:
    (found,) = traced(f"{a}*x^2 + {b}*y^2", [level])
    for n in range(200):
        turn = 2 * math.pi * n / 200
        point = math.sqrt(level / a) * math.cos(turn), math.sqrt(level / b) * math.sin(turn)
        if SQUARE.holds(*point):
            assert min(distance_to_polyline(point, curve) for curve in found) < 0.002 * 6


def test_a_corner_is_reached() -> None:
    (diamond,) = traced("abs(x) + abs(y)", [2.0])[0]
    for corner in ((2, 0), (0, 2), (-2, 0), (0, -2)):
        assert distance_to_polyline(corner, diamond) < 0.02


def test_the_rim_of_a_plateau() -> None:
    (rim,) = traced("(abs(x - 1/3) + x - 1/3)/2", [0.0])[0]
    assert all(abs(x - 1 / 3) < 1e-3 for x, _ in rim)


def test_curves_end_where_the_values_end() -> None:
    (curve,) = traced("y + 0*sqrt(x)", [1.0])[0]
    assert min(x for x, _ in curve) == pytest.approx(0, abs=0.01)


coefficients = st.integers(-3, 3)


@settings(max_examples=60, deadline=None)
@given(st.lists(coefficients, min_size=8, max_size=8), st.integers(-6, 6))
def test_every_point_has_the_value_of_its_level(c: list[int], level: int) -> None:
    text = f"{c[0]}x^3+({c[1]})x^2*y+({c[2]})y^3+({c[3]})x^2+({c[4]})x*y+({c[5]})y^2+({c[6]})x+({c[7]})y"
    shares = [n / 10 for n in range(11)]
    values = SQUARE.values_in_shares(function(text), shares * 11, [v for v in shares for _ in shares])
    for curve in traced(text, [level])[0]:
        xs, ys = zip(*curve, strict=True)
        for value in SQUARE.values(function(text), xs, ys):
            assert abs(value - level) < 1e-3 * (max(values) - min(values))


@settings(max_examples=60, deadline=None)
@given(st.lists(coefficients, min_size=5, max_size=5), st.integers(-6, 6))
def test_a_curve_is_closed_or_ends_at_a_side_or_with_others(c: list[int], level: int) -> None:
    text = f"({c[0]})x^2+({c[1]})x*y+({c[2]})y^2+({c[3]})x+({c[4]})y"
    found = traced(text, [level])[0]
    ends = [end for curve in found if not closed(curve) for end in (curve[0], curve[-1])]
    for end in ends:
        at_side = any(abs(abs(each) - 3) < 1e-6 for each in end)
        assert at_side or ends.count(end) >= 2


def test_a_valley_that_is_narrower_than_a_cell_is_whole() -> None:
    low = Rectangle((-2.0, 2.0), (-1.0, 3.0))
    one, ten = traced("(1 - x)^2 + 100*(y - x^2)^2", [1.0, 10.0], low)
    assert [closed(curve) for curve in one] == [False], "it leaves the rectangle and comes back"
    assert len(ten) == 2


def test_levels_that_are_no_numbers_of_the_function_do_no_harm() -> None:
    assert traced("x", [-math.inf, math.inf, 10.0]) == [(), (), ()]


def test_no_curve_leaves_the_rectangle_where_all_levels_meet() -> None:
    """At (0, -1), and at y = 1, where the quotient has no value."""
    levels = [float(level) for level in range(-9, 10)]
    found = traced("x/((y^2 - 1)/(y - 1))", levels)
    assert any(found)
    for curve in (curve for of_level in found for curve in of_level):
        assert len(curve) > 1
        assert all(abs(x) <= 3 + 1e-6 and abs(y) <= 3 + 1e-6 for x, y in curve)
