"""What an author writes of the axes and points of a graph or of curves."""

from __future__ import annotations

import math

from pydantic import Field

from quizengine.errors import CannotCompute
from quizengine.figures.charts.chart import Chart, NamedPoint
from quizengine.figures.charts.ranges import Ends
from quizengine.figures.charts.sampled_curve import Values
from quizengine.figures.charts.ticks import ticks_of
from quizengine.figures.figure import FigureModel, Number, ShortText, Side
from quizengine.figures.numbers import number_text
from quizengine.figures.plane import Axis
from quizengine.figures.texts import label_name, label_text
from quizengine.figures.values import node, number, point, side
from quizengine.maths.language import Workspace
from quizengine.maths.tree import Vector

TICKS = 8  # about so many on an axis


class ChartModel(FigureModel):
    """horizontal, vertical: the ends of the axes, found from the values when left out; points: by name, a point such as
    '(2, 3)' or a place on the curve; grid_lines: dotted lines at the ticks; ticks, up_ticks: the step from one to the
    next, or the list of them; across, up: the names of the axes.
    """

    horizontal: Side | None = None
    vertical: Side | None = None
    points: dict[ShortText, Number] = Field(default_factory=dict)
    grid_lines: bool = False
    ticks: Number | None = None
    up_ticks: Number | None = None
    across: ShortText | None = None
    up: ShortText | None = None

    def ends(self, workspace: Workspace, horizontal: Ends) -> Ends:
        """Return the ends of the horizontal axis; raises CannotCompute."""
        return side(self.horizontal, workspace) if self.horizontal else horizontal

    def name_across(self, workspace: Workspace, variable: str) -> str:
        """Return the name of the horizontal axis, that of the variable where an author gives none.

        Raises CannotCompute or Unreadable.
        """
        return label_text(self.across, workspace) if self.across else label_name(variable, workspace)

    def on_axes(self, workspace: Workspace, across: Axis, up: Axis, least: float = 0.0) -> Chart:
        """Return two axes with the author's ticks; raises CannotCompute or Unreadable.

        least: from tick to tick on the horizontal axis, where the author gives none.
        """
        ticks = ticks_of(self.ticks, across, TICKS, workspace, least)
        up_ticks = ticks_of(self.up_ticks, up, TICKS, workspace)
        return Chart(across, up, ticks, up_ticks, self.grid_lines)

    def named_points(
        self, workspace: Workspace, chart: Chart, curve: Values | None
    ) -> tuple[tuple[NamedPoint, ...], tuple[str, ...]]:
        """Return the points that are to be seen, and what is wrong with the others; curve: on which a place alone lies.

        Raises CannotCompute or Unreadable.
        """
        found = [
            NamedPoint(label_name(name, workspace), *_place(written, workspace, curve))
            for name, written in self.points.items()
        ]
        seen = [math.isfinite(at.y) and chart.holds(at.x, at.y) for at in found]
        missing = tuple(
            f"the point {at.name} at {number_text(at.x)} is not to be seen: it lies outside the frame, or the "
            "curve has no value there; move it or give another range"
            for at, inside in zip(found, seen, strict=True)
            if not inside
        )
        return tuple(at for at, inside in zip(found, seen, strict=True) if inside), missing


def axis_of(ends: Ends, name: str | None, logarithmic: bool, workspace: Workspace) -> Axis:
    """Return an axis with its name; raises CannotCompute for a logarithmic one with an end that is not positive."""
    if logarithmic and ends[0] <= 0:
        raise CannotCompute(number_text(ends[0]), "a logarithmic axis begins at a positive number")
    return Axis(*ends, label_text(name or "", workspace), logarithmic)


def _place(written: int | str, workspace: Workspace, curve: Values | None) -> tuple[float, float]:
    if isinstance(node(written, workspace), Vector):
        return point(str(written), workspace)
    if curve is None:
        raise CannotCompute(str(written), "a point has two numbers here, such as (1, 2)")
    x = number(written, workspace)
    return x, curve([x])[0]
