"""Level curves of a function as polylines: marching squares on a grid of its values."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from quizengine.draw.figure_grid import Grid

CELLS = 40  # in each direction
Point = tuple[float, float]
Edge = tuple[int, int, int]  # column, row, 0 for the edge to the right and 1 for the edge upwards
Cell = tuple[float, float, int, int, tuple[float, ...]]  # least and greatest value, column, row, values at the corners

# Which edges of a cell a curve joins, by corners above the level: 1 left low, 2 right low, 4 right high, 8 left high
_LOW, _RIGHT, _HIGH, _LEFT = (0, 0, 0), (1, 0, 1), (0, 1, 0), (0, 0, 1)
_JOINS: dict[int, tuple[tuple[Edge, Edge], ...]] = {
    1: ((_LEFT, _LOW),),
    2: ((_LOW, _RIGHT),),
    3: ((_LEFT, _RIGHT),),
    4: ((_RIGHT, _HIGH),),
    5: ((_LEFT, _HIGH), (_LOW, _RIGHT)),
    6: ((_LOW, _HIGH),),
    7: ((_LEFT, _HIGH),),
}
_JOINS |= {15 - case: joins for case, joins in _JOINS.items() if case != 5} | {10: ((_LEFT, _LOW), (_RIGHT, _HIGH))}


def cells(grid: Grid) -> list[Cell]:
    """Return the cells of the grid in which the function has values at all corners."""
    found: list[Cell] = []
    for row, (low, high) in enumerate(pairwise(grid)):
        for column in range(len(low) - 1):
            corners = (low[column], low[column + 1], high[column + 1], high[column])
            least, most = min(corners), max(corners)
            if not math.isnan(sum(corners)):
                found.append((least, most, column, row, corners))
    return found


def curves(grid: Grid, level: float, among: Sequence[Cell]) -> list[list[Point]]:
    """Return the curves on which the grid has the value `level`, in units of cells from the lower left corner.

    among: `cells(grid)`, worked out once for all levels.
    """
    joined: dict[Edge, list[Edge]] = defaultdict(list)
    for least, most, column, row, corners in among:
        if least <= level < most:
            case = sum(1 << place for place, value in enumerate(corners) if value > level)
            for one, other in _JOINS[case]:
                start, end = _moved(one, column, row), _moved(other, column, row)
                joined[start].append(end)
                joined[end].append(start)
    return [[_crossing(grid, edge, level) for edge in path] for path in _paths(joined)]


def nice_steps(low: float, high: float, count: int) -> list[float]:
    """About `count` round numbers, evenly spaced, strictly between `low` and `high`."""
    if not high > low:
        return []
    raw = (high - low) / count
    power = 10.0 ** math.floor(math.log10(raw))
    step = power * min((1, 2, 5, 10), key=lambda digit: abs(math.log(digit * power / raw)))
    first, last = math.floor(low / step) + 1, math.ceil(high / step) - 1
    return [number * step for number in range(first, last + 1)]


def _moved(edge: Edge, column: int, row: int) -> Edge:
    return (edge[0] + column, edge[1] + row, edge[2])


def _crossing(grid: Grid, edge: Edge, level: float) -> Point:
    column, row, upwards = edge
    here = grid[row][column]
    there = grid[row + 1][column] if upwards else grid[row][column + 1]
    part = (level - here) / (there - here)
    return (column, row + part) if upwards else (column + part, row)


def _paths(joined: dict[Edge, list[Edge]]) -> list[list[Edge]]:
    """The points joined to paths: open ones from one of their ends, closed ones back to their start."""
    paths = []
    for start in sorted(joined, key=lambda edge: (len(joined[edge]), edge)):
        path: list[Edge] = []
        around: list[Edge] = []
        edge: Edge | None = start
        while edge in joined:
            path.append(edge)
            around = joined.pop(edge)
            edge = next((near for near in around if near in joined), None)
        if len(path) > 2 and start in around:
            path.append(start)
        if path:
            paths.append(path)
    return paths
