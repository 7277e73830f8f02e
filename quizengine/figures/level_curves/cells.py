"""Which edges of each cell a level curve joins."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from quizengine.figures.drawing import Point
from quizengine.figures.level_curves.sampling import Edge, Ends, Sampled

Join = tuple[Edge, Edge]

# by corners above the level: 1 left low, 2 right low, 4 right high, 8 left high; sides: 0 low, 1 right, 2 high, 3 left
_JOINS: Mapping[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 5: ((3, 2), (0, 1)), 6: ((0, 2),), 7: ((3, 2),),
    8: ((3, 2),), 9: ((0, 2),), 10: ((3, 0), (1, 2)), 11: ((1, 2),), 12: ((3, 1),), 13: ((0, 1),), 14: ((3, 0),),
}  # fmt: skip
_TWO_WAYS = (5, 10)  # two opposite corners are above


@dataclass(frozen=True, slots=True)
class Joined:
    """What one level joins in each cell, by the number of its left low corner; chords: sides of cells in which the
    values end, which are no edges of the grid.
    """

    level: float
    cells: dict[int, list[Join]] = field(default_factory=dict)
    chords: dict[Edge, Ends] = field(default_factory=dict)


def joined(grid: Sampled, levels: Sequence[float]) -> list[Joined]:
    """Return for each of `levels`, which are in order, what it joins."""
    found = [Joined(level) for level in levels]
    cells = [one.cells for one in found]
    first = sides(grid, 0)
    steps = {case: [(first[one], first[other]) for one, other in pairs] for case, pairs in _JOINS.items()}
    two_ways: list[tuple[int, int, int]] = []
    below = [[bisect_left(levels, value) for value in row] for row in grid.values]
    for row, (low, high) in enumerate(pairwise(below)):
        cut = grid.cut_cells(row)
        for cell, (a, b, c, d) in enumerate(zip(low, low[1:], high[1:], high, strict=False), row * grid.stride):
            if cell in cut:
                _join_cut_cell(grid, cell, found)
            elif not a == b == c == d:
                for number in range(min(a, b, c, d), max(a, b, c, d)):
                    case = (a > number) + 2 * (b > number) + 4 * (c > number) + 8 * (d > number)
                    cells[number][cell] = [(2 * cell + one, 2 * cell + other) for one, other in steps[case]]
                    if case in _TWO_WAYS:
                        two_ways.append((number, cell, 15 - case))
    middles = grid.surface(*zip(*(_saddle(grid, cell) for _, cell, _ in two_ways), strict=True)) if two_ways else []
    for (number, cell, case), middle in zip(two_ways, middles, strict=True):
        if middle > levels[number]:  # the corners above are connected: the curves cut the other two off
            cells[number][cell] = [(2 * cell + one, 2 * cell + other) for one, other in steps[case]]
    return found


def sides(grid: Sampled, cell: int) -> tuple[Edge, Edge, Edge, Edge]:
    """Return the edges of a cell: below, right, above, left."""
    return 2 * cell, 2 * cell + 3, 2 * (cell + grid.stride), 2 * cell + 1


def _saddle(grid: Sampled, cell: int) -> Point:
    """The place of the saddle of the bilinear surface through the corners of a cell."""
    row, column = divmod(cell, grid.stride)
    (a, b), (d, c) = (grid.values[at][column : column + 2] for at in (row, row + 1))
    twist, (left, right), (low, high) = a - b + c - d, grid.xs[column : column + 2], grid.ys[row : row + 2]
    return left + (a - d) / twist * (right - left), low + (a - b) / twist * (high - low)


def _join_cut_cell(grid: Sampled, cell: int, found: Sequence[Joined]) -> None:
    """What levels join in a cell in which the values end: the part with values is a polygon."""
    polygon = list(_polygon(grid, cell))
    for one in found if len(polygon) > 2 else ():
        cut = [(edge, ends) for edge, ends in polygon if (ends[2] > one.level) != (ends[3] > one.level)]
        if len(cut) == 2:
            one.cells[cell] = [(cut[0][0], cut[1][0])]
            one.chords.update((edge, ends) for edge, ends in cut if edge < 0)


def _polygon(grid: Sampled, cell: int) -> Iterator[tuple[Edge, Ends]]:
    """The sides of the part of a cell that has values, in their order; the one that the border makes is below 0."""
    around = []
    for place, edge in enumerate(sides(grid, cell)):
        first, last, value, other = grid.ends(edge)
        if math.isfinite(value) and math.isfinite(other):
            # the upper and the left side are walked backwards
            around.append((edge, (first, last, value, other) if place < 2 else (last, first, other, value)))
    for (edge, ends), (_, following) in zip(around, around[1:] + around[:1], strict=True):
        yield edge, ends
        if ends[1] != following[0]:
            yield -1 - edge, (ends[1], following[0], ends[3], following[2])
