from __future__ import annotations

import math

import pytest

from quizengine.draw import Figure
from quizengine.draw.figure_grid import grid
from quizengine.maths.tree import Name, Node, Number, Power, Product, Quotient, Sum, Vector
from quizengine.sheet.contours import CELLS, Point, cells, curves, nice_steps
from quizengine.sheet.figure import drawing

X, Y = Name("x"), Name("y")
CIRCLES = Sum((Power(X, Number(2)), Power(Y, Number(2))))


def level_curves(function: Node, level: float) -> list[list[Point]]:
    values = grid(figure(function), CELLS)
    return curves(values, level, cells(values))


def figure(function: Node, levels: int | tuple[Node, ...] = 9) -> Figure:
    bounds = (Number(-2), Number(2))
    return Figure(function, ("x", "y"), bounds, bounds, levels, (("P", Vector((Number(1), Number(0)))),), ("circles",))


def test_a_level_curve_of_circles_is_one_closed_circle() -> None:
    (circle,) = level_curves(CIRCLES, 2.0)
    assert circle[0] == circle[-1]
    for column, row in circle:
        x, y = -2 + column * 4 / CELLS, -2 + row * 4 / CELLS
        assert math.hypot(x, y) == pytest.approx(math.sqrt(2), abs=0.01)


def test_a_saddle_has_two_open_curves_for_each_level_but_its_own() -> None:
    saddle = Product((X, Y))
    assert [len(level_curves(saddle, level)) for level in (-1.0, 1.0)] == [2, 2]
    assert all(path[0] != path[-1] for path in level_curves(saddle, 1.0))


def test_a_pole_is_a_hole_and_no_fault() -> None:
    assert math.isnan(grid(figure(Quotient(Number(1), X)), CELLS)[0][CELLS // 2])
    assert len(level_curves(Quotient(Number(1), X), 1.0)) == 1


@pytest.mark.parametrize(
    ("low", "high", "count", "steps"),
    [
        (-3, 3, 6, [-2, -1, 0, 1, 2]),
        (0, 1, 4, [0.2, 0.4, 0.6, 0.8]),
        (0, 0, 5, []),
        (-0.1, 17.9, 8, [0, 2, 4, 6, 8, 10, 12, 14, 16]),
    ],
)
def test_steps_are_round_numbers(low: float, high: float, count: int, steps: list[float]) -> None:
    assert nice_steps(low, high, count) == pytest.approx(steps)


def test_a_drawing_has_the_points_and_the_levels_asked_for() -> None:
    shown = drawing(figure(CIRCLES, (Number(1), Number(9, 4))))
    assert shown.points == ((75.0, 50.0, "P"),)
    assert {curve.label for curve in shown.curves} == {"1", "9/4"}
    assert len(drawing(figure(CIRCLES, 7)).curves) >= 5
