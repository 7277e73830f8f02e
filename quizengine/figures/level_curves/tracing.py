"""From a function to its level curves."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from quizengine.figures.drawing import Point, Points, length
from quizengine.figures.level_curves.bending import STRAY, Path, bent
from quizengine.figures.level_curves.cells import Joined, joined
from quizengine.figures.level_curves.joining import paths
from quizengine.figures.level_curves.on_edges import places
from quizengine.figures.level_curves.saddles import join_in_saddles
from quizengine.figures.level_curves.sampling import CELLS, FINER, Edge, Sampled, Surface, guess, sampled

_APART = 0.0015  # points of a curve that are closer are one
_SHORTEST = 0.01  # of a curve that can be seen
_BESIDE_JUMP = 0.1  # of a curve whose values jump: it may be lost and found again along a pole
_THINNINGS, _FEW = 2, 9  # how often every second point may be left out; of how many none is
_LONGEST = 1700  # cells through which levels run: where they are more, finer cells are too many
_OUTSIDE = 1e-9  # by rounding
_TWICE = 2  # cells through which a level may run twice, such as those near a saddle


def curves(surface: Surface, height: float, levels: Sequence[float]) -> list[tuple[Points, ...]]:
    """Return for each of `levels`, which rise, its curves in the rectangle from (0, 0) to (1, height).

    A curve ends at the sides, where the values end or jump, and in a saddle of its level; else it is closed.
    """
    grid, found, saddles = _joined(surface, height, levels, CELLS)
    torn = _torn(found)
    for cells in FINER:
        if not torn or sum(len(one.cells) for one in found) > _LONGEST:
            break
        grid, found, saddles = _joined(surface, height, levels, cells)
        before, torn = torn, _torn(found)
        if torn >= before:
            break  # no better on a finer grid, as beside a place where all levels meet
    rough = [(path, number) for number, path in _rough(grid, found, saddles)]
    smooth = bent(grid.surface, [(path, levels[number]) for path, number in rough])
    out: list[list[Points]] = [[] for _ in levels]
    for (_, number), path in zip(rough, smooth, strict=True):
        out[number].append(tuple(place for place in path if _inside(place, height)))
    return [tuple(each) for each in out]


def _inside(place: Point, height: float) -> bool:
    """Beside a place where all levels meet, the search for a point between two may end outside the rectangle."""
    return -_OUTSIDE <= place[0] <= 1 + _OUTSIDE and -_OUTSIDE <= place[1] <= height + _OUTSIDE


def _joined(
    surface: Surface, height: float, levels: Sequence[float], cells: int
) -> tuple[Sampled, list[Joined], dict[Edge, Point]]:
    grid = sampled(surface, height, cells)
    found = joined(grid, levels)
    return grid, found, join_in_saddles(grid, found)


def _torn(found: Sequence[Joined]) -> int:
    """Return how many cells levels run through twice, as along a valley that is narrower than they are; 0 for a few."""
    twice = [sum(len(joins) > 1 for joins in one.cells.values()) for one in found]
    return sum(count for count in twice if count > _TWICE)


def _rough(grid: Sampled, found: Sequence[Joined], saddles: Mapping[Edge, Point]) -> Iterator[tuple[int, Path]]:
    """The curves through their places on as many edges of cells as they need, each with the number of its level."""
    ways, wanted, guesses = [], [], []
    for number, one in enumerate(found):
        for way in paths(join for joins in one.cells.values() for join in joins):
            near = [
                grid.near(edge, one.level) if edge >= 0 else saddles.get(edge) or _on_chord(one, edge) for edge in way
            ]
            needed = _needed(near)
            ways.append((number, [way[place] for place in needed]))
            for place in needed:
                if (edge := way[place]) not in saddles:
                    wanted.append((number, edge))
                    guesses.append((grid.ends(edge) if edge >= 0 else one.chords[edge], one.level, near[place]))
    on_curve = dict(zip(wanted, places(grid.surface, guesses), strict=True))
    for number, way in ways:
        for piece in _pieces([saddles.get(edge) or on_curve[number, edge] for edge in way]):
            yield number, piece


def _on_chord(one: Joined, edge: Edge) -> Point:
    """Where a level may be on a side of a cell that is no edge of the grid."""
    (x, y), (u, v), first, last = one.chords[edge]
    share = guess(first - one.level, last - one.level, 0.0)
    return x + share * (u - x), y + share * (v - y)


def _needed(points: Path) -> Sequence[int]:
    """The numbers of the points that are seen: without those that lie straight between two others."""
    kept: Sequence[int] = range(len(points))
    for _ in range(_THINNINGS):
        thinned = [kept[0]]
        for place in range(1, len(kept) - 1):
            before, here, after = kept[place - 1 : place + 2]
            if place % 2 == 0 or _stray(points[before], points[here], points[after]) > STRAY:
                thinned.append(here)
        kept = [*thinned, kept[-1]] if len(kept) > 1 else kept
        if len(kept) < _FEW:
            break
    return kept


def _stray(start: Point, middle: Point, end: Point) -> float:
    """How far a point lies from the line through two others."""
    x, y = end[0] - start[0], end[1] - start[1]
    return abs(x * (middle[1] - start[1]) - y * (middle[0] - start[0])) / (math.hypot(x, y) or 1e-12)


def _pieces(way: Sequence[Point | None]) -> Iterator[Path]:
    """The parts of a path between places that it does not have, without points that lie too close."""
    shortest = _BESIDE_JUMP if None in way else _SHORTEST
    for there, part in groupby(way, key=lambda point: point is not None):
        piece = _thinned([point for point in part if point is not None]) if there else []
        if len(piece) > 1 and length(piece) > shortest:
            yield piece


def _thinned(points: Path) -> Path:
    kept = points[:1]
    for point in points[1:-1]:
        if math.dist(point, kept[-1]) > _APART:
            kept.append(point)
    last = points[-1]
    if len(kept) > 1 and math.dist(kept[-1], last) <= _APART:
        kept.pop()
    return [*kept, last]
