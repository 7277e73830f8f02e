"""The straight line that touches a curve at a place."""

from __future__ import annotations

import math
from dataclasses import dataclass

from quizengine.figures.charts.chart import Chart
from quizengine.figures.charts.sampled_curve import Values, clipped
from quizengine.figures.drawing import Point, Points

STEP = 1e-3  # of the horizontal axis, by which a slope is measured
KINK = 0.02  # heights of the frame by which the slopes on both sides may differ, over its width
STEEPEST = 1e6  # heights of the frame over its width: what is steeper stands upright
FIGURES = 9  # significant, to which a slope is known


@dataclass(frozen=True, slots=True)
class Tangent:
    """The line through (x, y) with a slope."""

    x: float
    y: float
    slope: float

    def height(self, x: float) -> float:
        """Return how high the line is at `x`."""
        return self.y + self.slope * (x - self.x)

    def in_frame(self, chart: Chart) -> Points:
        """Return the ends of the line in the frame, in shares of it."""
        line = [(chart.across.share(x), chart.up.share(self.height(x))) for x in (chart.across.low, chart.across.high)]
        return next((piece.points for piece in clipped(line, 1.0)), ())

    def words(self, chart: Chart) -> str:
        """Return where the line runs: through two corners of the grid, as far apart as they are, or from side to side
        of the frame.
        """
        through = self._corners(chart)
        if len(through) < 2:
            through = [(chart.across.value(u), chart.up.value(v)) for u, v in self.in_frame(chart)]
        touches = f"A straight line touches the curve at {chart.read(self.x, self.y)}"
        if len(through) < 2:
            return f"{touches}."
        return f"{touches} and runs through {chart.read(*through[0])} and {chart.read(*through[-1])}."

    def _corners(self, chart: Chart) -> list[Point]:
        near = 1e-6 * (chart.up.high - chart.up.low)
        return [
            (x, y)
            for x in chart.ticks
            for y in chart.up_ticks
            if abs(self.height(x) - y) < near and (x, y) != (self.x, self.y)
        ]


def tangent_at(values: Values, x: float, chart: Chart) -> Tangent | None:
    """Return the line that touches a curve at `x`; None where it has no slope, as at a corner, or lies outside."""
    wide, high = chart.across.high - chart.across.low, chart.up.high - chart.up.low
    step = STEP * wide
    left2, left, y, right, right2 = values([x + step * times for times in (-2, -1, 0, 1, 2)])
    before, after = (3 * y - 4 * left + left2) / (2 * step), (-3 * y + 4 * right - right2) / (2 * step)
    slope = (8 * (right - left) - (right2 - left2)) / (12 * step)  # the central quotient of fourth order
    if not math.isfinite(slope + y) or not chart.holds(x, y):
        return None
    if abs(after - before) * wide > KINK * high or abs(slope) * wide > STEEPEST * high:
        return None
    return Tangent(x, y, float(f"{slope:.{FIGURES}g}"))
