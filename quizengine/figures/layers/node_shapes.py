"""The outlines of nodes: circles where their texts fit into one, else boxes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quizengine.figures.drawing import LETTER, Point, Points, rounded
from quizengine.figures.placing import Box

RADII = (0.95, 1.2, 1.45, 1.7, 1.95)  # of circles: just under whole dots of a terminal; what needs more is a box
INSIDE = 0.24  # the gap between a text and the rim
STEEPEST = math.radians(20)  # where an edge leaves a node


_CIRCLE = tuple((math.cos(math.tau * n / 40), math.sin(math.tau * n / 40)) for n in range(41))


@dataclass(frozen=True, slots=True)
class Shape:
    """The outline of a node: half of its sides."""

    wide: float
    high: float
    round: bool

    def outline(self, at: Point) -> Points:
        """Return the outline around a middle, closed."""
        x, y = at
        if not self.round:
            corners = ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))
            return tuple(rounded((x + i * self.wide, y + j * self.high)) for i, j in corners)
        return tuple(rounded((x + self.wide * across, y + self.wide * down)) for across, down in _CIRCLE)

    def rim(self, at: Point, towards: Point) -> Point:
        """Return where an edge to or from another place touches the outline."""
        (x, y), side = at, 1 if towards[0] >= at[0] else -1
        turn = math.atan2(towards[1] - y, abs(towards[0] - x))
        turn = max(-STEEPEST, min(STEEPEST, turn))
        if self.round:
            return rounded((x + side * self.wide * math.cos(turn), y + self.wide * math.sin(turn)))
        return rounded((x + side * self.wide, y + self.high * 0.8 * math.sin(turn)))

    def box(self, at: Point) -> Box:
        """Return the rectangle around the node."""
        return at[0] - self.wide, at[1] - self.high, at[0] + self.wide, at[1] + self.high


def shapes(layers: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, Shape]:
    """Return the outlines of nodes by the texts inside, layer by layer: in each circles of one size, and boxes for what
    does not fit.
    """
    found: dict[str, Shape] = {}
    for lines in layers:
        round_ones = [name for name, texts in lines.items() if _radius(texts) <= RADII[-1]]
        needed = max((_radius(lines[name]) for name in round_ones), default=0.0)
        radius = next(radius for radius in RADII if radius >= needed)
        found.update({name: _box(texts) for name, texts in lines.items()})
        found.update({name: Shape(radius, radius, round=True) for name in round_ones})
    return found


def _radius(texts: tuple[str, ...]) -> float:
    return math.hypot(_longest(texts) * LETTER / 2, max(1, len(texts)) / 2) + INSIDE


def _box(texts: tuple[str, ...]) -> Shape:
    return Shape(_longest(texts) * LETTER / 2 + 0.45, len(texts) / 2 + 0.45, round=False)


def _longest(texts: Iterable[str]) -> int:
    return max(map(len, texts), default=0)
