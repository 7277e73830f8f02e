"""Paths over a rectangle: points joined by straight lines, cut where they leave it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizengine.figures.clipping import between, span_inside
from quizengine.figures.drawing import Dash, Label, Mark, Point, Stroke
from quizengine.figures.placing import Space, beside
from quizengine.figures.plane import Plane
from quizengine.figures.rectangle.rectangle import Rectangle

DASHES: tuple[Dash, ...] = ("solid", "dashed", "dash-dotted", "dotted")
MOST_TOLD = 12  # points of a path that are told
_SHORT = 0.9  # a line on paper that has no room for the head of an arrow
_APART = 0.6  # on paper: a point that is closer to one with a mark gets none
_FREE = 9.0  # what a number may cost: curves are cut under it, one that would hide anything else is left out


@dataclass(frozen=True, slots=True)
class Polyline:
    """A path with its points in the numbers of the axes.

    numbered: its points have marks and numbers from 0; else its end has the head of an arrow.
    """

    name: str
    points: tuple[Point, ...]
    dash: Dash = "solid"
    numbered: bool = False

    def strokes(self, rectangle: Rectangle, plane: Plane) -> Iterator[Stroke]:
        """Yield its lines as far as they lie in the rectangle: one for each visit, so that its dashes go on."""
        runs: list[list[Point]] = []
        for start, end in pairwise(self.points):
            span = span_inside(start, end, rectangle.box)
            if span and start != end:
                a, b = (plane.place(*between(start, end, share)) for share in span)
                if runs and runs[-1][-1] == a:
                    runs[-1].append(b)
                else:
                    runs.append([a, b])
        for run in runs:
            ends_here = run is runs[-1] and not self.numbered
            points = _with_straight_end(run) if ends_here else run
            arrow = ends_here and math.dist(*points[-2:]) > _SHORT
            yield Stroke(tuple(points), self.dash, "thick", arrow)

    def marks(self, rectangle: Rectangle, plane: Plane) -> Iterator[Mark]:
        """Yield the marks of its points: a ring at the first one, dots at the others where they are apart."""
        marked: list[Point] = []
        for number, point in enumerate(self.points if self.numbered else ()):
            at = plane.place(*point)
            if rectangle.holds(*point) and all(math.dist(at, other) > _APART for other in marked):
                marked.append(at)
                yield Mark(at, "dot" if number else "ring")

    def names(self, rectangle: Rectangle, plane: Plane, space: Space) -> Iterator[Label]:
        """Yield the numbers of its points where they hide nothing, first those of its ends; or its name at its end."""
        inside = [(number, plane.place(*p)) for number, p in enumerate(self.points) if rectangle.holds(*p)]
        if self.numbered:
            for number, at in inside[:1] + inside[:0:-1][:1] + inside[1:-1]:
                yield from space.free(
                    [Label(each.at, each.text, each.anchor) for each in beside(at, str(number))], _FREE
                )
        elif inside:
            yield space.name(inside[-1][1], self.name)

    def told(self, rectangle: Rectangle) -> str:
        """Return the path in words: its points, as finely as they can be read off."""
        corners = " to ".join(rectangle.told_point(*point) for point in self.points[:MOST_TOLD])
        more = len(self.points) - MOST_TOLD
        return f"{self} goes from {corners}{f', and {more} points more' if more > 0 else ''}"

    def __str__(self) -> str:
        return f"Path {self.name}" if self.name else "The path"


def _with_straight_end(points: list[Point]) -> list[Point]:
    """The same line with an end that has room for the head of an arrow, where it is made of short pieces."""
    *before, end = points
    while len(before) > 1 and math.dist(before[-1], end) <= _SHORT:
        before.pop()
    return [*before, end]
