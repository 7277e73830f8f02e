"""Several curves between the same axes, told apart by their dashes and letters."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from quizengine.figures.charts.chart import Chart, NamedPoint
from quizengine.figures.charts.curve_names import LONGEST, Letters, NamedLine, heights_of, letters, margin
from quizengine.figures.charts.given_curves import Curve, curve_from, widest
from quizengine.figures.charts.model import ChartModel, axis_of
from quizengine.figures.charts.ranges import decades_of, ends_of
from quizengine.figures.drawing import PAGE, Dash, Drawing, Label, Mark, Shape, Stroke, Weight
from quizengine.figures.figure import Expression, Figure, OwnWords, ShortText
from quizengine.figures.plane import Axis, shortened
from quizengine.figures.scale import Scale, ScaleName, of_plane
from quizengine.figures.values import side

if TYPE_CHECKING:
    from quizengine.figures.plane import Plane
    from quizengine.maths.language import Workspace

LINES: tuple[tuple[Dash, Weight], ...] = (
    ("solid", "normal"), ("dashed", "normal"), ("dotted", "normal"), ("dash-dotted", "normal"),
    ("solid", "thick"), ("dashed", "thick"),
)  # fmt: skip
SHAPES: tuple[Shape, ...] = ("dot", "ring", "square", "cross", "dot", "ring")
MARKS_APART = 0.6  # ems from one mark to the next
SAME = 0.25  # ems: two curves are not closer throughout


@dataclass(frozen=True, slots=True)
class Curves(Figure):
    """At most as many curves as there are ways to draw a line; left_out: what is not to be seen, with its cure."""

    words: OwnWords
    chart: Chart
    curves: tuple[Curve, ...]
    points: tuple[NamedPoint, ...] = ()
    left_out: tuple[str, ...] = ()

    def drawing(self, width: float) -> Drawing:
        frame = self._frame(width)
        strokes, marks = self._strokes(frame), self._marks(frame)
        named, points = self._names(frame)
        names = [*named.labels, *(label for label, _ in points)]
        return self.chart.drawing(frame, width, [*strokes, *named.leads], marks, names)

    def readings(self) -> str:
        count = f"{len(self.curves)} curves" if len(self.curves) > 1 else "A curve"
        told = [f"Curve {curve.name} {self.chart.curve_words(curve.values)}." for curve in self.curves]
        points = [self.chart.point_words(point) for point in self.points]
        return " ".join([f"{count}.", self.chart.words(), *told, *points])

    def scales(self) -> Mapping[ScaleName, Scale]:
        return of_plane(self._frame(PAGE))

    def faults(self) -> Iterator[str]:
        for curve in self.curves:
            if not curve.pieces and not curve.dots:
                yield f"nothing of curve {curve.name} is to be seen: it lies outside the frame; give it another range"
            if _short(curve) != curve.name:
                yield f"the name '{curve.name}' is too long for a curve; take a shorter one"
        frame = self._frame(PAGE)
        yield from (*self.left_out, *self._on_each_other(frame), *self.chart.long_names(frame))
        named, points = self._names(frame)
        for name in (*named.hiding, *(label.text for label, cost in points if cost)):
            yield f"the name {name} hides a line; give the figure another range, or fewer curves"
        for one, other in named.together:
            yield f"the names {one} and {other} stand where both curves end; take another range, or fewer curves"

    def _on_each_other(self, frame: Plane) -> Iterator[str]:
        heights = [(curve.name, heights_of(line)) for curve, line in zip(self.curves, self._lines(frame), strict=True)]
        for (one, a), (other, b) in combinations(heights, 2):
            shared = a.keys() & b.keys()
            if len(shared) > 2 and all(abs(a[column] - b[column]) < SAME for column in shared):
                yield f"curves {one} and {other} lie on each other; draw other values"

    def _frame(self, width: float) -> Plane:
        return self.chart.plane(width, margin([_short(curve) for curve in self.curves]))

    def _lines(self, frame: Plane) -> list[NamedLine]:
        return [
            NamedLine(_short(curve), tuple(frame.at_shares(piece.points) for piece in curve.pieces))
            for curve in self.curves
        ]

    def _strokes(self, frame: Plane) -> list[Stroke]:
        return [
            Stroke(frame.at_shares(piece.points), dash, "thin" if curve.dots else weight, piece.leaves)
            for curve, (dash, weight) in zip(self.curves, LINES, strict=False)
            for piece in curve.pieces
        ]

    def _marks(self, frame: Plane) -> list[Mark]:
        """The dots of the curves, or every second, third, … of them, and the points."""
        found = []
        for curve, shape in zip(self.curves, SHAPES, strict=False):
            every = math.ceil(MARKS_APART * len(curve.dots) / frame.width)
            found += [Mark(at, shape) for at in frame.at_shares(curve.dots[:: max(1, every)])]
        return found + [Mark(self.chart.place(frame, point.x, point.y)) for point in self.points]

    def _names(self, frame: Plane) -> tuple[Letters, list[tuple[Label, float]]]:
        space = self.chart.space(frame, self._strokes(frame), self._marks(frame))
        points = [space.name_and_cost(self.chart.place(frame, point.x, point.y), point.name) for point in self.points]
        return letters(self._lines(frame), frame, space), points


def _short(curve: Curve) -> str:
    return shortened(curve.name, LONGEST)


class CurvesModel(ChartModel):
    """`curves = { A = …, B = … }`: expressions in the variable, lists of values at 0, 1, 2, …, or lists of points.
    logarithmic: the vertical axis is; dots: the values of lists are marked.
    """

    kind: ClassVar[str] = "curves"
    curves: dict[ShortText, Expression] = Field(min_length=1, max_length=len(LINES))
    variable: Expression = "t"
    logarithmic: bool = False
    dots: bool = False

    def draw(self, workspace: Workspace) -> Curves:
        given = [curve_from(name, written, self.variable, workspace) for name, written in self.curves.items()]
        ends = self.ends(workspace, widest([each.places() for each in given]))
        values = [value for each in given for value in each.values_between(*ends)]
        found = decades_of(values) if self.logarithmic else ends_of(values, from_zero=True)
        found = side(self.vertical, workspace) if self.vertical else found
        up = axis_of(found, self.up, self.logarithmic, workspace)
        across = Axis(*ends, self.name_across(workspace, self.variable))
        chart = self.on_axes(workspace, across, up, float(any(each.is_at_whole_places() for each in given)))
        points, outside = self.named_points(workspace, chart, None)
        flaws = [flaw for each in given for flaw in each.flaws(chart)]
        curves = tuple(each.between(chart, self.dots) for each in given)
        return Curves(self.own_words(workspace), chart, curves, points, (*flaws, *outside))
