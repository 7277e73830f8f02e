"""A function at the corners of the cells of a grid, and at the places inside a cell where its values end."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quizengine.figures.drawing import Point

Surface = Callable[[Sequence[float], Sequence[float]], list[float]]  # values at places, nan where there is none
Edge = int  # twice the number of its first corner, and 1 more where it goes upwards; below 0: no edge of the grid
Ends = tuple[Point, Point, float, float]  # two places and the values there

CELLS = 28  # across
FINER = (84, 168)  # where these are too coarse
MOST = 1e12  # a value beyond it is on no map: nobody can read its curves
PROBE = 1 / 64  # of an edge: where it is looked whether the level of an end is that of a plateau
_SHIFT = 0.29  # of a cell: inner lines keep from round numbers, along which curves run
_HALVINGS = 18  # of an edge at whose one end there is no value


@dataclass(frozen=True, slots=True)
class Sampled:
    """The values of `surface` at the corners, row by row from below; nan where it has none.

    borders: for an edge with a value at one end only, the last place on it with a value, and that value.
    """

    surface: Surface
    xs: Sequence[float]
    ys: Sequence[float]
    values: Sequence[Sequence[float]]
    borders: Mapping[Edge, tuple[Point, float]]

    @property
    def stride(self) -> int:
        """How many corners lie in a row."""
        return len(self.xs)

    def cut_cells(self, row: int) -> set[int]:
        """Return the cells of a row that have no value at some corner, by the number of their left low corner."""
        low, high = self.values[row : row + 2]
        if math.isfinite(sum(low) + sum(high)):
            return set()
        bare = [not math.isfinite(a + b) for a, b in zip(low, high, strict=True)]
        return {row * self.stride + n for n in range(self.stride - 1) if bare[n] or bare[n + 1]}

    def ends(self, edge: Edge) -> Ends:
        """Return the ends of an edge with their values; an end without value is replaced by the last place with one."""
        (row, column), upwards = divmod(edge // 2, self.stride), edge % 2
        there = (row + 1, column) if upwards else (row, column + 1)
        first, last = self.values[row][column], self.values[there[0]][there[1]]
        start, end = (self.xs[column], self.ys[row]), (self.xs[there[1]], self.ys[there[0]])
        if edge in self.borders:
            place, value = self.borders[edge]
            return (start, place, first, value) if math.isfinite(first) else (place, end, value, last)
        return start, end, first, last

    def near(self, edge: Edge, level: float) -> Point:
        """Return where on an edge a level may be, by a parabola through the values around."""
        if edge in self.borders:
            (x, y), (u, v), first, last = self.ends(edge)
            share = guess(first - level, last - level, 0.0)
            return x + share * (u - x), y + share * (v - y)
        (row, column), upwards, values = divmod(edge // 2, self.stride), edge % 2, self.values
        x, y = self.xs[column], self.ys[row]
        first, bow = values[row][column], 0.0  # in the outermost cells, which have another size, no bow is known
        if upwards:
            last = values[row + 1][column]
            if 2 <= row < len(self.ys) - 3:
                bow = (values[row - 1][column] - first - last + values[row + 2][column]) / 2
            return x, y + guess(first - level, last - level, bow) * (self.ys[row + 1] - y)
        line = values[row]
        last = line[column + 1]
        if 2 <= column < len(line) - 3:
            bow = (line[column - 1] - first - last + line[column + 2]) / 2
        return x + guess(first - level, last - level, bow) * (self.xs[column + 1] - x), y


def guess(first: float, last: float, bow: float) -> float:
    """Return the share of an edge at which values are 0 that are `first` and `last` at its ends; bow: their second
    difference.
    """
    if first == 0 or last == 0:
        return PROBE if first == 0 else 1 - PROBE
    share = first / (first - last)
    bend = bow / (last - first) / 2
    better = share + share * (1 - share) * bend
    better = share + better * (1 - better) * bend
    return better if 0 < better < 1 else share


def sampled(surface: Surface, height: float, cells: int) -> Sampled:
    """Return the values of `surface` on a grid that is 1 wide and `height` high, with so many cells across."""
    surface = _limited(surface)
    xs, ys = _lines(1.0, cells), _lines(height, max(8, round(cells * height)))
    flat = surface([x for _ in ys for x in xs], [y for y in ys for _ in xs])
    values = [flat[start : start + len(xs)] for start in range(0, len(flat), len(xs))]
    bare = Sampled(surface, xs, ys, values, {})
    if math.isfinite(sum(flat)):
        return bare
    return Sampled(surface, xs, ys, values, _borders(bare))


def _limited(surface: Surface) -> Surface:
    return lambda xs, ys: [value if -MOST < value < MOST else math.nan for value in surface(xs, ys)]


def _lines(length: float, cells: int) -> list[float]:
    step = length / cells
    return [0.0, *((number + _SHIFT) * step for number in range(1, cells - 1)), length]


def _borders(grid: Sampled) -> dict[Edge, tuple[Point, float]]:
    """The last place with a value on each edge that has one at one end only, by halving."""
    found = {}
    for edge in _all_edges(grid):
        start, end, first, last = grid.ends(edge)
        if math.isfinite(first) != math.isfinite(last):
            found[edge] = (start, end, first) if math.isfinite(first) else (end, start, last)
    inside = [(start, value) for start, _, value in found.values()]
    outside = [end for _, end, _ in found.values()]
    for _ in range(_HALVINGS if found else 0):
        middles = [((p[0] + q[0]) / 2, (p[1] + q[1]) / 2) for (p, _), q in zip(inside, outside, strict=True)]
        for n, (middle, value) in enumerate(zip(middles, grid.surface(*zip(*middles, strict=True)), strict=True)):
            if math.isfinite(value):
                inside[n] = middle, value
            else:
                outside[n] = middle
    return dict(zip(found, inside, strict=True))


def _all_edges(grid: Sampled) -> list[Edge]:
    columns, rows = len(grid.xs), len(grid.ys)
    across = [2 * (row * columns + column) for row in range(rows) for column in range(columns - 1)]
    return across + [2 * (row * columns + column) + 1 for row in range(rows - 1) for column in range(columns)]
