"""The pieces of a level curve in all cells, joined to paths."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from quizengine.figures.level_curves.cells import Join
from quizengine.figures.level_curves.sampling import Edge


def paths(joins: Iterable[Join]) -> list[list[Edge]]:
    """Return the edges in the order in which a curve crosses them: open paths from one of their ends, closed ones back
    to their start.
    """
    around: dict[Edge, list[Edge]] = defaultdict(list)
    for one, other in joins:
        around[one].append(other)
        around[other].append(one)
    ends = sorted(edge for edge, near in around.items() if len(near) == 1)
    return [path for start in (*ends, *sorted(around)) if start in around for path in [_path(start, around)]]


def _path(start: Edge, around: dict[Edge, list[Edge]]) -> list[Edge]:
    """The path from an edge, whose edges are taken out of `around`."""
    path, edge = [], start
    while True:
        path.append(edge)
        near = around.pop(edge)
        for edge in near:
            if edge in around:
                break
        else:
            break
    return [*path, start] if len(path) > 2 and start in near else path
