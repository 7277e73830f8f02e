"""The values of a figure's function on a grid, for whoever draws it or looks at it."""

from __future__ import annotations

import math

from flint import arb

from quizengine.draw.question import Figure
from quizengine.maths.evaluate import Undefined, Unsure, ball, precision
from quizengine.maths.tree import Node

Grid = list[list[float]]  # grid[row][column], from the lower left; nan where the function has no value

DOUBT = 1e-3  # of a value, above which it is not known: sin(exp(x^2)) far out
MOST = 1e12  # a value beyond it is on no map: nobody can read its curves


def grid(figure: Figure, cells: int) -> Grid:
    """Return the values at the corners of `cells` times `cells` cells that fill the rectangle; nan also where they are
    too large to be drawn.
    """
    return [[value if abs(value) <= MOST else math.nan for value in row] for row in all_values(figure, cells)]


def all_values(figure: Figure, cells: int) -> Grid:
    """Return the values as `grid` does, with those that are too large; infinity where none can be told."""
    across, up = (_corners(*side, cells) for side in (figure.horizontal, figure.vertical))
    first, second = figure.variables
    with precision(53):
        return [[_value(figure.function, {first: x, second: y}) for x in across] for y in up]


def real(number: Node) -> float:
    """Return the value of a number."""
    with precision(53):
        return float(ball(number, {}).mid())


def _corners(low: Node, high: Node, cells: int) -> list[arb]:
    first, last = real(low), real(high)
    return [arb(first + (last - first) * step / cells) for step in range(cells + 1)]


def _value(function: Node, point: dict[str, arb]) -> float:
    try:
        found = ball(function, point)
        value, doubt = float(found.mid()), float(found.rad())
    except Undefined:
        return math.nan
    except (Unsure, OverflowError, ValueError):
        return math.inf
    return value if doubt <= DOUBT * max(1.0, abs(value)) else math.inf
