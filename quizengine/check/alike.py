"""Whether two figures look alike: drawn as options, nearly all dots are the same, and all labels and marks."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from quizengine.figures.drawing import OPTION

if TYPE_CHECKING:
    from quizengine.figures import Figure
    from quizengine.figures.drawing import Drawing, Point, Stroke

DOT = 0.125  # em: twice as fine as the dots of a terminal
FEWEST = 0.03  # of the dots of two figures that are told apart
NEAR = 1.0  # em, within which a sign stands in the same place
Dot = tuple[int, int]  # place and row
Sign = tuple[str, "Point"]  # what stands where


def alike(one: Figure, other: Figure) -> bool:
    """Return whether nobody can tell two figures apart at a glance."""
    if one == other:
        return True
    ours, theirs = one.drawn(OPTION), other.drawn(OPTION)
    return _same_signs(ours, theirs) and _share_of_other_dots(ours, theirs) < FEWEST


def _share_of_other_dots(one: Drawing, other: Drawing) -> float:
    """The share of the dots that have none of the other drawing at their place or right beside it.

    Lines that both have, such as frames and ticks, count in no share: in a large one a short curve would be lost.
    """
    shared = {*one.strokes} & {*other.strokes}
    ours, theirs = (set(_dots(stroke for stroke in each.strokes if stroke not in shared)) for each in (one, other))
    alone = sum(_is_alone(dot, theirs) for dot in ours) + sum(_is_alone(dot, ours) for dot in theirs)
    return alone / max(1, len(ours) + len(theirs))


def _is_alone(dot: Dot, others: set[Dot]) -> bool:
    x, y = dot
    return dot not in others and not any((x + i, y + j) in others for i in (-1, 0, 1) for j in (-1, 0, 1))


def _dots(strokes: Iterable[Stroke]) -> Iterator[Dot]:
    for stroke in strokes:
        for (x, y), (u, v) in pairwise(stroke.points):
            steps = max(1, math.ceil(math.hypot(u - x, v - y) / DOT))
            for n in range(steps + 1):
                yield round((x + (u - x) * n / steps) / DOT), round((y + (v - y) * n / steps) / DOT)


def _same_signs(one: Drawing, other: Drawing) -> bool:
    ours, theirs = list(_signs(one)), list(_signs(other))
    return len(ours) == len(theirs) and all(_stands_in(sign, theirs) for sign in ours)


def _stands_in(sign: Sign, others: list[Sign]) -> bool:
    return any(sign[0] == other[0] and math.dist(sign[1], other[1]) <= NEAR for other in others)


def _signs(drawing: Drawing) -> Iterator[Sign]:
    """Labels, marks, shades, and of strokes what dots do not show: a head, and the kinds of lines that there are."""
    yield from ((label.text, label.at) for label in drawing.labels)
    yield from ((mark.shape, mark.at) for mark in drawing.marks)
    yield from ((f"{area.shade:.1f}", area.points[0]) for area in drawing.areas)
    yield from (("head", stroke.points[-1]) for stroke in drawing.strokes if stroke.arrow)
    yield from ((line, (0.0, 0.0)) for line in {f"{stroke.dash} {stroke.weight}" for stroke in drawing.strokes})
