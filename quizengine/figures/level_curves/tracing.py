"""From a function to its level curves."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from quizengine.figures.drawing import Point, Points
from quizengine.figures.level_curves.bending import Path, bent
from quizengine.figures.level_curves.cells import Joined, joined
from quizengine.figures.level_curves.joining import paths
from quizengine.figures.level_curves.on_edges import places
from quizengine.figures.level_curves.saddles import join_in_saddles
from quizengine.figures.level_curves.sampling import CELLS, FINER, Edge, Sampled, Surface, sampled

_APART = 0.0015  # points of a curve that are closer are one
_SHORTEST = 0.01  # of a curve that can be seen
_TWICE = 2  # cells through which a level may run twice, such as those near a saddle


def curves(surface: Surface, height: float, levels: Sequence[float]) -> list[tuple[Points, ...]]:
    """Return for each of `levels`, which rise, its curves in the rectangle from (0, 0) to (1, height).

    A curve ends at the sides, where the values end or jump, and in a saddle of its level; else it is closed.
    """
    grid, found, saddles = _joined(surface, height, levels, CELLS)
    torn = _torn(found)
    for cells in FINER if torn else ():
        grid, found, saddles = _joined(surface, height, levels, cells)
        before, torn = torn, _torn(found)
        if not 0 < torn < before:
            break  # whole, or no better on a finer grid, as beside a place where all levels meet
    rough = [(path, number) for number, path in _rough(grid, found, saddles)]
    smooth = bent(grid.surface, [(path, levels[number]) for path, number in rough])
    out: list[list[Points]] = [[] for _ in levels]
    for (_, number), path in zip(rough, smooth, strict=True):
        out[number].append(tuple(path))
    return [tuple(each) for each in out]


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
    """The curves through their places on the edges of cells, each with the number of its level."""
    ways = [paths(join for joins in one.cells.values() for join in joins) for one in found]
    wanted = [
        (number, edge)
        for number, (one, of_level) in enumerate(zip(found, ways, strict=True))
        for edge in sorted({edge for way in of_level for edge in way if edge not in saddles})
    ]
    ends = [
        (grid.ends(edge), found[number].level, grid.bow(edge))
        if edge >= 0
        else (found[number].chords[edge], found[number].level, 0.0)
        for number, edge in wanted
    ]
    on_curve = dict(zip(wanted, places(grid.surface, ends), strict=True))
    for number, of_level in enumerate(ways):
        for way in of_level:
            for piece in _pieces([saddles.get(edge) or on_curve[number, edge] for edge in way]):
                yield number, piece


def _pieces(way: Sequence[Point | None]) -> Iterator[Path]:
    """The parts of a path between places that it does not have, without points that lie too close."""
    for there, part in groupby(way, key=lambda point: point is not None):
        piece = _thinned([point for point in part if point is not None]) if there else []
        if len(piece) > 1 and sum(map(math.dist, piece, piece[1:])) > _SHORTEST:
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
