"""The saddles in which the branches of a level meet, by Newton's method."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizengine.figures.drawing import Point
from quizengine.figures.level_curves.cells import Joined
from quizengine.figures.level_curves.sampling import CELLS, Edge, Sampled

_STEP = 1e-4  # for differences
_ROUNDS = 6
_NEAR = 2.5 / CELLS  # how far from a cell its saddle may be found
_SAME = 1e-7  # of the values around: two levels that differ by less are one
_AROUND = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1))
_MOST = 500  # places looked at
_APART = 0.3 / CELLS  # two saddles; places on the way to one are closer


def join_in_saddles(grid: Sampled, found: Sequence[Joined]) -> dict[Edge, Point]:
    """Let the branches of each level that is the value of a saddle end in the saddle; return the places of these ends,
    each under a number of its own.
    """
    ends: dict[Edge, Point] = {}
    for place, value, spread in _saddles(grid, [one.level for one in found]):
        for one in found:
            if abs(value - one.level) <= _SAME * spread:
                _join(grid, one, place, ends)
    return ends


def _join(grid: Sampled, one: Joined, place: Point, ends: dict[Edge, Point]) -> None:
    """In the nine cells around a saddle the curves go straight to it, if they are four or, at the edge, fewer."""
    block = _block(grid, place)
    through = Counter(edge for cell in block for join in one.cells.get(cell, ()) for edge in join)
    branches = sorted(edge for edge, times in through.items() if times == 1)
    if not 2 <= len(branches) <= 4:
        return
    for cell in block:
        one.cells.pop(cell, None)
    for branch in branches:
        end = -len(ends) - 1_000_000_000
        ends[end] = place
        one.cells[end] = [(branch, end)]  # under a number of its own


def _block(grid: Sampled, place: Point) -> list[int]:
    column = sum(x <= place[0] for x in grid.xs[1:-1])
    row = sum(y <= place[1] for y in grid.ys[1:-1])
    columns, rows = range(max(0, column - 1), column + 2), range(max(0, row - 1), row + 2)
    return [
        row * grid.stride + column
        for row in rows
        for column in columns
        if row < len(grid.ys) - 1 and column < len(grid.xs) - 1
    ]


def _saddles(grid: Sampled, levels: Sequence[float]) -> list[tuple[Point, float, float]]:
    """The saddles near which a level is: place, value, and how much the values around differ."""
    spreads = dict(list(_candidates(grid, levels))[:_MOST])
    for _ in range(_ROUNDS):
        places = _stepped(grid, list(spreads)) if spreads else []
        near = {
            place: spread
            for (start, spread), place in zip(spreads.items(), places, strict=True)
            if math.dist(start, place) < _NEAR
        }
        spreads = _distinct(near, _APART)
    inside = [
        place
        for place in spreads
        if all(-1e-6 <= a <= b + 1e-6 for a, b in zip(place, (1.0, grid.ys[-1]), strict=True))
    ]
    values = grid.surface(*zip(*inside, strict=True)) if inside else []
    return [(place, value, spreads[place]) for place, value in zip(inside, values, strict=True)]


def _distinct(spreads: dict[Point, float], apart: float) -> dict[Point, float]:
    """The places that are not close to an earlier one, with their spreads."""
    kept: dict[Point, float] = {}
    for place, spread in spreads.items():
        if all(math.dist(place, other) > apart for other in kept):
            kept[place] = spread
    return kept


def _candidates(grid: Sampled, levels: Sequence[float]) -> Iterator[tuple[Point, float]]:
    """The middles of cells near which both slopes may be 0 and a level is taken, with the spread of the values."""
    rights = [[after - before for before, after in pairwise(row)] for row in grid.values]
    for row in range(len(grid.ys) - 1):
        rows = slice(max(0, row - 1), row + 3)
        for column in _turning(rights[rows]):
            block = [line[max(0, column - 1) : column + 3] for line in grid.values[rows]]
            ups = [after - before for low, high in pairwise(block) for before, after in zip(low, high, strict=True)]
            least, most = min(map(min, block)), max(map(max, block))
            near_level = any(least <= level <= most for level in levels)
            if min(ups) <= 0 <= max(ups) and least < most and near_level:
                middle = (grid.xs[column] + grid.xs[column + 1]) / 2, (grid.ys[row] + grid.ys[row + 1]) / 2
                yield middle, most - least


def _turning(rights: Sequence[Sequence[float]]) -> Iterator[int]:
    """The columns in or beside which one of some rows of differences changes its sign."""
    least, most = ([choose(column) for column in zip(*rights, strict=True)] for choose in (min, max))
    for column in range(len(least)):
        near = slice(max(0, column - 1), column + 2)
        if min(least[near]) <= 0 <= max(most[near]):
            yield column


def _stepped(grid: Sampled, places: Sequence[Point]) -> list[Point]:
    """One step of Newton's method towards a saddle from each place; nan where there is none."""
    at = [(x + dx * _STEP, y + dy * _STEP) for x, y in places for dx, dy in _AROUND]
    values = grid.surface(*zip(*at, strict=True))
    count = len(_AROUND)
    return [_newton(place, values[count * number : count * (number + 1)]) for number, place in enumerate(places)]


def _newton(place: Point, f: Sequence[float]) -> Point:
    h = _STEP
    gx, gy = (f[1] - f[2]) / (2 * h), (f[3] - f[4]) / (2 * h)
    xx, yy = (f[1] - 2 * f[0] + f[2]) / h**2, (f[3] - 2 * f[0] + f[4]) / h**2
    xy = (f[5] + f[6] - f[7] - f[8]) / (4 * h**2)
    bend = xx * yy - xy * xy
    if not bend < -1e-9 * (xx * xx + yy * yy + xy * xy):
        return math.nan, math.nan
    return place[0] - (yy * gx - xy * gy) / bend, place[1] - (xx * gy - xy * gx) / bend
