"""How finely numbers are read off a figure: by its axes, and by the levels of its curves."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from quizengine.figures.plane import Axis, Plane

ScaleName = Literal["horizontal", "vertical", "level"]

READ = 0.3  # ems, to which a place between two ticks can be told at the width of half a page
DEGREES = 5.0  # to which the direction of an arrow or a curve can be told
_ON_IT = 1e-6  # of the whole scale, up to which a number lies on a line


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from `low` to `high`. Those at `marked`, which rise, can be read exactly, others to `finest`, which is a
    share of the number where the scale is logarithmic; to half the gap between two marked ones where it is None.
    """

    low: float
    high: float
    finest: float | None
    marked: tuple[float, ...] = ()
    logarithmic: bool = False

    def told(self, value: float) -> float:
        """Return how far a number that is read off may be from `value`, though read with care."""
        slack = _ON_IT * (self.high - self.low)
        if any(abs(value - mark) <= slack for mark in self.marked):
            return 0.0
        if self.finest is None:
            return self._gap(value) / 2
        return self.finest * abs(value) if self.logarithmic else self.finest

    def _gap(self, value: float) -> float:
        """Between the two marked numbers around `value`."""
        above = min(max(1, bisect(self.marked, value)), len(self.marked) - 1)
        return self.marked[above] - self.marked[above - 1]

    def holds(self, value: float) -> bool:
        """Return whether `value` lies on the scale."""
        slack = _ON_IT * (self.high - self.low)
        return self.low - slack <= value <= self.high + slack


def of_axis(axis: Axis, size: float, marked: Sequence[float]) -> Scale:
    """Return the scale of an axis that is `size` ems long, with the numbers that stand beside it."""
    if axis.logarithmic:
        factor = (axis.high / axis.low) ** (READ / size)
        return Scale(axis.low, axis.high, factor - 1, tuple(marked), logarithmic=True)
    return Scale(axis.low, axis.high, (axis.high - axis.low) * READ / size, tuple(marked))


def of_plane(plane: Plane) -> Mapping[ScaleName, Scale]:
    """Return the scales of both axes."""
    across, up = plane.numbers()
    return {
        "horizontal": of_axis(plane.across, plane.width, [tick for tick, _ in across]),
        "vertical": of_axis(plane.up, plane.height, [tick for tick, _ in up]),
    }


def of_levels(levels: Sequence[float]) -> Mapping[ScaleName, Scale]:
    """Return the scale of level curves; none of one curve."""
    ordered = tuple(sorted(set(levels)))
    return {"level": Scale(ordered[0], ordered[-1], None, ordered)} if len(ordered) > 1 else {}
