"""Arrows with names over a rectangle, all of one scale."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from quizengine.figures.drawing import Label, Point, Stroke
from quizengine.figures.numbers import number_text
from quizengine.figures.plane import Plane
from quizengine.figures.rectangle.rectangle import Rectangle, point_text

LONGEST = 0.2  # of the shorter side: the longest arrow
_BESIDE = (0.75, 1.0, 1.3)  # how far from the head of an arrow its name may stand
_TURNS = (0.0, 0.9, -0.9, 1.6, -1.6, 2.2, -2.2)  # from the direction of the arrow to the place of its name


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow from `tail`; vector: how far it goes to the right and up, in the numbers of the axes."""

    name: str
    tail: Point
    vector: Point


def scale(arrows: Sequence[Arrow], rectangle: Rectangle) -> float:
    """Return the factor that makes the longest arrow as long as it should be, 1 for arrows without length; shorter
    where one would leave the rectangle, but not shorter than half as long.
    """
    sides = [rectangle.share(*map(sum, zip(arrow.tail, arrow.vector, strict=True))) for arrow in arrows]
    tails = [rectangle.share(*arrow.tail) for arrow in arrows]
    longest = max(map(math.dist, tails, sides), default=0.0)
    if not 0 < longest < math.inf:
        return 1.0
    full = LONGEST * min(1.0, rectangle.height) / longest
    for part in (1.0, 0.9, 0.8, 0.7, 0.6):
        if all(rectangle.holds(*head(arrow, full * part)) for arrow in arrows):
            return full * part
    return full


def head(arrow: Arrow, factor: float) -> Point:
    """Return where an arrow ends."""
    return arrow.tail[0] + factor * arrow.vector[0], arrow.tail[1] + factor * arrow.vector[1]


def stroke(arrow: Arrow, factor: float, plane: Plane) -> Stroke:
    """Return the arrow in a drawing."""
    return Stroke((plane.place(*arrow.tail), plane.place(*head(arrow, factor))), weight="thick", arrow=True)


def names(arrow: Arrow, drawn: Stroke) -> list[Label]:
    """Return places where the name of an arrow may stand, the best one first: around its head."""
    (x, y), (u, v) = drawn.points
    ahead = math.atan2(v - y, u - x)
    return [
        Label((u + far * math.cos(ahead + turn), v + far * math.sin(ahead + turn)), arrow.name, slanted=True)
        for far in _BESIDE
        for turn in _TURNS
    ]


def told(arrow: Arrow, factor: float) -> str:
    """Return an arrow in words: as it is drawn, in the numbers of the axes."""
    right, up = (number_text(factor * part, 2) for part in arrow.vector)
    return f"Arrow {arrow.name} starts at {point_text(*arrow.tail)} and goes {right} to the right and {up} up"
