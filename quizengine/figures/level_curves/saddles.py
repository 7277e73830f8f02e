"""The saddles in which the branches of a level meet, by Newton's method."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import ge

from quizengine.figures.drawing import Point
from quizengine.figures.level_curves.cells import Joined
from quizengine.figures.level_curves.sampling import CELLS, Edge, Sampled

_STEP = 1e-4  # for differences
_ROUNDS = 6
_NEAR = 2.5 / CELLS  # how far from a cell its saddle may be found
_ESTIMATED = 0.3  # of the values around: how far the value of a saddle may be from its first estimate
_SAME = 1e-7  # of the values around: two levels that differ by less are one
_AROUND = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1))
_MOST = 150  # places looked at
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
    spreads = dict(islice(_candidates(grid, levels), _MOST))
    for number in range(_ROUNDS):
        steps = _stepped(grid, list(spreads)) if spreads else []
        near = {
            place: spread
            for (start, spread), (place, value) in zip(spreads.items(), steps, strict=True)
            if math.dist(start, place) < _NEAR and (number or _near_level(value, spread, levels))
        }
        spreads = _distinct(near, _APART)
    inside = [
        place
        for place in spreads
        if all(-1e-6 <= a <= b + 1e-6 for a, b in zip(place, (1.0, grid.ys[-1]), strict=True))
    ]
    values = grid.surface(*zip(*inside, strict=True)) if inside else []
    return [(place, value, spreads[place]) for place, value in zip(inside, values, strict=True)]


def _near_level(value: float, spread: float, levels: Sequence[float]) -> bool:
    """Return whether a saddle may have the value of a level, if its first estimate is this one."""
    at = bisect_left(levels, value)
    return any(abs(value - level) <= _ESTIMATED * spread for level in levels[max(0, at - 1) : at + 1])


def _distinct(spreads: dict[Point, float], apart: float) -> dict[Point, float]:
    """The places that are not close to an earlier one, with their spreads."""
    kept: dict[Point, float] = {}
    for place, spread in spreads.items():
        if all(math.dist(place, other) > apart for other in kept):
            kept[place] = spread
    return kept


def _candidates(grid: Sampled, levels: Sequence[float]) -> Iterator[tuple[Point, float]]:
    """The middles of cells near which both slopes may be 0 and a level is taken, with the spread of the values."""
    values, stride = grid.values, grid.stride
    level_across = _turning([[a >= b for a, b in pairwise(row)] for row in values], stride)
    level_up = set(_turning([list(map(ge, low, high)) for low, high in pairwise(values)], stride))
    around = [row * stride + column for row in (-1, 0, 1) for column in (-1, 0, 1)]
    for cell in level_across:
        if any(cell + step in level_up for step in around):
            row, column = divmod(cell, stride)
            block = [line[max(0, column - 1) : column + 3] for line in values[max(0, row - 1) : row + 3]]
            least, most = min(map(min, block)), max(map(max, block))
            if least < most and bisect_left(levels, least) < bisect_right(levels, most):
                middle = (grid.xs[column] + grid.xs[column + 1]) / 2, (grid.ys[row] + grid.ys[row + 1]) / 2
                yield middle, most - least


def _turning(falls: Sequence[Sequence[bool]], stride: int) -> list[int]:
    """The cells at which the values turn from falling to rising or back, to the right or upwards."""
    return [
        row * stride + column
        for row, (low, high) in enumerate(pairwise(falls))
        if low != high or any(low) != all(low)
        for column, (here, right, above) in enumerate(zip(low, low[1:], high, strict=False))
        if here != right or here != above
    ]


def _stepped(grid: Sampled, places: Sequence[Point]) -> list[tuple[Point, float]]:
    """One step of Newton's method towards a saddle from each place, and its value; nan where there is none."""
    at = [(x + dx * _STEP, y + dy * _STEP) for x, y in places for dx, dy in _AROUND]
    values = grid.surface(*zip(*at, strict=True))
    count = len(_AROUND)
    return [_newton(place, values[count * number : count * (number + 1)]) for number, place in enumerate(places)]


def _newton(place: Point, f: Sequence[float]) -> tuple[Point, float]:
    h = _STEP
    gx, gy = (f[1] - f[2]) / (2 * h), (f[3] - f[4]) / (2 * h)
    xx, yy = (f[1] - 2 * f[0] + f[2]) / h**2, (f[3] - 2 * f[0] + f[4]) / h**2
    xy = (f[5] + f[6] - f[7] - f[8]) / (4 * h**2)
    bend = xx * yy - xy * xy
    if not bend < -1e-9 * (xx * xx + yy * yy + xy * xy):
        return (math.nan, math.nan), math.nan
    right, up = -(yy * gx - xy * gy) / bend, -(xx * gy - xy * gx) / bend
    return (place[0] + right, place[1] + up), f[0] + (gx * right + gy * up) / 2
