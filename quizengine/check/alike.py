"""Whether two figures look alike: drawn as options, nearly all dots are the same, and all labels and marks."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from quizengine.figures.characters import braille

if TYPE_CHECKING:
    from quizengine.figures import Figure
    from quizengine.figures.drawing import Drawing, Point

WIDTH = 14.0  # ems of an option on a page
FEWEST = 0.03  # of the dots of two figures that are told apart
NEAR = 1.0  # em, within which a sign stands in the same place
_DOTS = range(0x2800, 0x2900)  # the characters of which each bit is a dot

Sign = tuple[str, "Point"]  # what stands where


def alike(one: Figure, other: Figure) -> bool:
    """Return whether nobody can tell two figures apart at a glance."""
    if one == other:
        return True
    ours, theirs = _drawn(one), _drawn(other)
    return _same_signs(ours, theirs) and _share_of_other_dots(ours, theirs) < FEWEST


@lru_cache(maxsize=64)
def _drawn(figure: Figure) -> Drawing:
    """Kept, since each option is held against all others."""
    return figure.drawing(WIDTH)


def _share_of_other_dots(one: Drawing, other: Drawing) -> float:
    ours, theirs = set(_dots(one)), set(_dots(other))
    return len(ours ^ theirs) / max(1, len(ours | theirs))


def _dots(drawing: Drawing) -> Iterator[tuple[int, int, int]]:
    for row, line in enumerate(braille(drawing)):
        for column, character in enumerate(line):
            if ord(character) in _DOTS:
                yield from ((row, column, bit) for bit in range(8) if ord(character) >> bit & 1)


def _same_signs(one: Drawing, other: Drawing) -> bool:
    ours, theirs = list(_signs(one)), list(_signs(other))
    return len(ours) == len(theirs) and all(_stands_in(sign, theirs) for sign in ours)


def _stands_in(sign: Sign, others: list[Sign]) -> bool:
    return any(sign[0] == other[0] and math.dist(sign[1], other[1]) <= NEAR for other in others)


def _signs(drawing: Drawing) -> Iterator[Sign]:
    """Labels and marks, and of strokes what dots do not show: a head, and that it is thick."""
    yield from ((label.text, label.at) for label in drawing.labels)
    yield from ((mark.shape, mark.at) for mark in drawing.marks)
    for stroke in drawing.strokes:
        if stroke.arrow:
            yield "head", stroke.points[-1]
        if stroke.weight == "thick":
            yield "thick", stroke.points[len(stroke.points) // 2]
