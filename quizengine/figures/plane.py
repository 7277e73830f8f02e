"""A frame with two axes: where numbers lie in a drawing, and the ticks, numbers and names beside the frame."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from quizengine.figures.drawing import LETTER, Anchor, Label, Point, Points, Stroke, rounded
from quizengine.figures.numbers import nice_steps, number_text, powers_of_ten, read_text, rounded_text

TICK = 0.25  # the length of a tick, inside the frame
BETWEEN = 0.35  # the gap between the frame and the numbers beside it
WIDE, HIGH = 3.2, 2.6  # the least distance between two numbers beside each other and below each other


@dataclass(frozen=True, slots=True)
class Axis:
    """The numbers from `low` to `high` that a side of a frame shows; logarithmic: in equal steps for equal factors.

    name: what stands at its end; ticks: numbers with their texts, "" for a tick alone; None for round ones.
    """

    low: float
    high: float
    name: str = ""
    logarithmic: bool = False
    ticks: tuple[tuple[float, str], ...] | None = None

    def share(self, value: float) -> float:
        """Return where a number lies between `low`, 0, and `high`, 1. A logarithmic axis takes positive ones only."""
        if self.logarithmic:  # no quotient of numbers, which may be too small or too large
            return (math.log(value) - math.log(self.low)) / (math.log(self.high) - math.log(self.low))
        return (value - self.low) / (self.high - self.low)

    def holds(self, value: float) -> bool:
        """Return whether a number lies on the axis, or at its end but for rounding."""
        return (not self.logarithmic or value > 0) and -1e-9 <= self.share(value) <= 1 + 1e-9

    def value(self, share: float) -> float:
        """Return the number that lies at a share of the way from `low`, 0, to `high`, 1."""
        if self.logarithmic:
            return math.exp((1 - share) * math.log(self.low) + share * math.log(self.high))
        return self.low + (self.high - self.low) * share

    def marked(self, count: int) -> Sequence[tuple[float, str]]:
        """Return the numbers that are marked, about `count`, with their texts."""
        if self.ticks is not None:
            return self.ticks
        steps = powers_of_ten if self.logarithmic else nice_steps
        return [(tick, number_text(tick)) for tick in steps(self.low, self.high, count)]

    def read(self, value: float) -> str:
        """Return a number as it can be read off: to 1/200 of the axis, or to two significant figures."""
        return rounded_text(value) if self.logarithmic else read_text(value, self.low, self.high)

    def words(self, way: str) -> str:
        """Return a sentence on what the axis shows; way: where it goes, such as `Upwards`."""
        ends = (self.read(end) if self.logarithmic else number_text(end) for end in (self.low, self.high))
        name, scale = f"{self.name}, " * bool(self.name), ", on a logarithmic scale" * self.logarithmic
        return f"{way}: {name}from {' to '.join(ends)}{scale}."


@dataclass(frozen=True, slots=True)
class Plane:
    """Two axes and the frame, in ems: its upper left corner and its size."""

    across: Axis
    up: Axis
    corner: Point
    width: float
    height: float

    def place(self, x: float, y: float) -> Point:
        """Return where the point (x, y) lies in the drawing."""
        return self.corner[0] + self.across.share(x) * self.width, self.corner[1] + (1 - self.up.share(y)) * self.height

    def holds(self, at: Point, within: float = 1e-6) -> bool:
        """Return whether a place of the drawing lies in the frame, at most `within` outside it."""
        x, y = at[0] - self.corner[0], at[1] - self.corner[1]
        return -within <= x <= self.width + within and -within <= y <= self.height + within

    def at_shares(self, points: Points) -> Points:
        """Return where points lie in the drawing that are given by shares of the frame, to the right and up."""
        (left, _), bottom = self.corner, self.bottom
        return tuple(rounded((left + u * self.width, bottom - v * self.height)) for u, v in points)

    @property
    def bottom(self) -> float:
        return self.corner[1] + self.height

    def frame(self) -> tuple[Stroke, ...]:
        """The four sides."""
        (x, y), u, v = self.corner, self.corner[0] + self.width, self.bottom
        return (_thin((x, y), (u, y), (u, v), (x, v), (x, y)),)

    def ticks(self) -> tuple[tuple[Stroke, ...], tuple[Label, ...]]:
        """The ticks inside the frame, with the numbers and names of the axes beside it."""
        strokes, labels = [], []
        left, right = self.corner[0], self.corner[0] + self.width
        across, up = self.numbers()
        for tick, text in across:
            x = left + self.across.share(tick) * self.width
            strokes.append(_thin((x, self.bottom), (x, self.bottom - TICK)))
            labels += [Label((x, self.bottom + 0.85), text)] * bool(text)
        for tick, text in up:
            y = self.corner[1] + (1 - self.up.share(tick)) * self.height
            strokes.append(_thin((left, y), (left + TICK, y)))
            labels += [Label((left - BETWEEN, y), text, "end")] * bool(text)
        if self.across.name:
            name = shortened(self.across.name, right)
            labels.append(Label((right, self.bottom + 1.85), name, "end", slanted=len(name) < 4))
        if self.up.name:
            name = shortened(self.up.name, self.width)
            anchor: Anchor = "middle" if len(name) == 1 else "start"
            labels.append(Label((left, self.corner[1] - 0.75), name, anchor, slanted=len(name) < 4))
        return tuple(strokes), tuple(labels)

    def numbers(self) -> tuple[Sequence[tuple[float, str]], Sequence[tuple[float, str]]]:
        """Return the numbers below the frame and those beside it, with their texts."""
        across, up = max(2, round(self.width / WIDE)), max(2, round(self.height / HIGH))
        return self.across.marked(across), self.up.marked(up)


def _thin(*points: Point) -> Stroke:
    return Stroke(tuple(map(rounded, points)), weight="thin")


def shortened(text: str, room: float) -> str:
    """Return a text that is at most `room` ems wide, with … for its end where it is longer."""
    most = max(1, int(room / LETTER))
    return text if len(text) <= most else f"{text[: most - 1]}…"


def plane(across: Axis, up: Axis, width: float, ratio: float) -> Plane:
    """Return the frame with its axes in a drawing that is `width` ems wide; ratio: height of the frame by its width."""
    beside = max((len(text) for _, text in up.marked(max(2, round(width * ratio / HIGH)))), default=1) * LETTER
    left = max(beside + BETWEEN, 1.0)
    right = 0.5 * max((len(text) for _, text in across.marked(max(2, round(width / WIDE)))), default=1) * LETTER + 0.1
    above = 1.25 if up.name else 0.5
    wide = width - left - right
    return Plane(across, up, (left, above), wide, wide * ratio)


def below(frame: Plane) -> float:
    """Return the height of a drawing with this frame, down to the names below it."""
    return frame.bottom + (2.45 if frame.across.name else 1.45)
