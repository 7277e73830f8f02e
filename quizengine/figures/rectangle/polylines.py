"""Paths over a rectangle: points joined by straight lines, cut where they leave it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizengine.figures.drawing import Dash, Point, Stroke
from quizengine.figures.plane import Plane
from quizengine.figures.rectangle.rectangle import Rectangle, point_text

DASHES: tuple[Dash, ...] = ("solid", "dashed", "dash-dotted", "dotted")
SHORT = 0.9  # a line on paper that has no room for the head of an arrow
MOST_TOLD = 12  # points of a path that are told


@dataclass(frozen=True, slots=True)
class Polyline:
    """A path with its points in the numbers of the axes."""

    name: str
    points: tuple[Point, ...]
    dash: Dash = "solid"

    def strokes(self, rectangle: Rectangle, plane: Plane) -> Iterator[Stroke]:
        """Yield its lines, each with the head of an arrow where there is room for one."""
        for start, end in pairwise(self.points):
            inside = clipped(start, end, rectangle)
            if inside and inside[0] != inside[1]:
                a, b = (plane.place(*point) for point in inside)
                long = abs(b[0] - a[0]) + abs(b[1] - a[1]) > SHORT
                yield Stroke((a, b), dash=self.dash, weight="thick", arrow=long)

    def told(self) -> str:
        """Return the path in words: its points."""
        corners = " to ".join(point_text(*point) for point in self.points[:MOST_TOLD])
        more = f", and {len(self.points) - MOST_TOLD} points more" if len(self.points) > MOST_TOLD else ""
        return f"path {self.name} goes from {corners}{more}"


def clipped(start: Point, end: Point, rectangle: Rectangle) -> tuple[Point, Point] | None:
    """Return the part of a line that lies in the rectangle, None where none does (Y. Liang, B. Barsky, 1984)."""
    enters, leaves = 0.0, 1.0
    for a, b, (low, high) in zip(start, end, (rectangle.horizontal, rectangle.vertical), strict=True):
        if a == b:
            if not low <= a <= high:
                return None
            continue
        one, other = sorted(((low - a) / (b - a), (high - a) / (b - a)))
        enters, leaves = max(enters, one), min(leaves, other)
    if enters > leaves:
        return None
    (x, y), (u, v) = start, end
    return (
        start if enters == 0 else (x + (u - x) * enters, y + (v - y) * enters),
        end if leaves == 1 else (x + (u - x) * leaves, y + (v - y) * leaves),
    )
