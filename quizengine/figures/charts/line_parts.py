"""What lies on a number line: points, arrows and intervals, each with its name."""

from __future__ import annotations

import math
from dataclasses import dataclass

from quizengine.figures.plane import Axis


@dataclass(frozen=True, slots=True)
class LinePoint:
    """A point of the line with its name."""

    name: str
    at: float


@dataclass(frozen=True, slots=True)
class LineArrow:
    """An arrow with its name, from one number to another."""

    name: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers between two, either of which may be infinite; closed_low, closed_high: with that end itself."""

    name: str
    low: float
    high: float
    closed_low: bool
    closed_high: bool

    def words(self, axis: Axis) -> str:
        """Return from where to where it goes."""
        ends = ((self.low, self.closed_low), (self.high, self.closed_high))
        told = [
            f"{axis.read(end)} ({'filled' if closed else 'open'} end)" for end, closed in ends if math.isfinite(end)
        ]
        if len(told) == 2:
            return f"The interval {self.name} goes from {told[0]} to {told[1]}."
        way = "right" if math.isinf(self.high) else "left"
        from_where = told[0] if told else "one side"
        return f"The interval {self.name} goes from {from_where} to the {way} without end."
