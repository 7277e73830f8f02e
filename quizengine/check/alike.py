"""Whether two figures look alike: drawn as options, nearly all dots are the same, and all labels and marks."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from quizengine.figures.characters import braille

if TYPE_CHECKING:
    from quizengine.figures import Figure
    from quizengine.figures.drawing import Drawing, Point

WIDTH = 14.0  # ems of an option on a page
FEWEST = 0.03  # of the dots of two figures that are told apart
NEAR = 1.0  # em, within which a sign stands in the same place
_PLACES = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))  # of the bits of a braille character

Dot = tuple[int, int]  # place and row
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
    """The share of all dots that have none of the other drawing at their place or right beside it."""
    ours, theirs = set(_dots(one)), set(_dots(other))
    alone = sum(_is_alone(dot, theirs) for dot in ours) + sum(_is_alone(dot, ours) for dot in theirs)
    return alone / max(1, len(ours) + len(theirs))


def _is_alone(dot: Dot, others: set[Dot]) -> bool:
    x, y = dot
    return dot not in others and not any((x + i, y + j) in others for i in (-1, 0, 1) for j in (-1, 0, 1))


def _dots(drawing: Drawing) -> Iterator[Dot]:
    for row, line in enumerate(braille(replace(drawing, areas=(), marks=(), labels=()))):
        for column, character in enumerate(line):
            for bit, (x, y) in enumerate(_PLACES):
                if character != " " and ord(character) >> bit & 1:
                    yield 2 * column + x, 4 * row + y


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
