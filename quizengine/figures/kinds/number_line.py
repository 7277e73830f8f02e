"""A number line with named points, dots, arrows above it and intervals on it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from quizengine.errors import CannotCompute
from quizengine.figures.charts.line_layout import Interval, LineArrow, LineLayout, LinePoint
from quizengine.figures.charts.ticks import ticks_of
from quizengine.figures.drawing import PAGE, Drawing
from quizengine.figures.figure import Expression, Figure, FigureModel, Number, OwnWords, ShortText, Side
from quizengine.figures.numbers import listed
from quizengine.figures.plane import Axis
from quizengine.figures.scale import Scale, ScaleName, of_axis
from quizengine.figures.texts import label_name
from quizengine.figures.values import number, number_or_numbers, side

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace

TICKS = 16  # about so many
CLOSE = 0.3  # ems: two points that are closer are not told apart
MOST_LEVELS = 4  # of names above each other


@dataclass(frozen=True, slots=True)
class NumberLine(Figure):
    """points, dots without names, arrows and intervals on an axis; left_out: what is not to be seen, with its cure."""

    words: OwnWords
    axis: Axis
    ticks: tuple[float, ...]
    points: tuple[LinePoint, ...] = ()
    dots: tuple[float, ...] = ()
    arrows: tuple[LineArrow, ...] = ()
    intervals: tuple[Interval, ...] = ()
    left_out: tuple[str, ...] = ()

    def drawing(self, width: float) -> Drawing:
        return self._layout(width).drawing()

    def readings(self) -> str:
        read = self.axis.read
        told = [f"A number line from {read(self.axis.low)} to {read(self.axis.high)}."]
        told += [f"{point.name} is at {read(point.at)}." for point in self.points]
        told += [f"Dots are at {listed([read(dot) for dot in self.dots])}."] * bool(self.dots)
        told += [
            f"An arrow, {arrow.name}, goes from {read(arrow.start)} to {read(arrow.end)}." for arrow in self.arrows
        ]
        return " ".join([*told, *(interval.words(self.axis) for interval in self.intervals)])

    def scales(self) -> Mapping[ScaleName, Scale]:
        layout = self._layout(PAGE)
        return {"horizontal": of_axis(self.axis, layout.x(self.axis.high) - layout.x(self.axis.low), self.ticks)}

    def faults(self) -> Iterator[str]:
        if not (self.points or self.dots or self.arrows or self.intervals):
            yield "there is nothing on the number line; give it points, dots, arrows or intervals"
        yield from self.left_out
        layout = self._layout(PAGE)
        for name in dict.fromkeys(each.name for group in (self.points, self.arrows, self.intervals) for each in group):
            if layout.short(name) != name:
                yield f"the name '{name}' is too long for a number line; take a shorter one"
        by_place = sorted(self.points, key=lambda point: point.at)
        for one, other in pairwise(by_place):
            if layout.x(other.at) - layout.x(one.at) < CLOSE:
                yield f"the points {one.name} and {other.name} lie on each other; draw other values"
        if layout.levels > MOST_LEVELS:
            yield f"{layout.levels} names stand above each other; take shorter ones, or fewer points"
        if self.drawn(PAGE).height > PAGE:
            yield "it is higher than it is wide; let fewer dots and arrows lie above each other"

    def _layout(self, width: float) -> LineLayout:
        return LineLayout(width, self.axis, self.ticks, self.points, self.dots, self.arrows, self.intervals)


class NumberLineModel(FigureModel):
    """`number_line = [-3, 3]`. points: numbers by name; dots: a list of numbers, marked without names; arrows: from
    where to where, numbers or names of points, by name; intervals: such as '[1, 2)' or '(-oo, 0]', by name; ticks: the
    step from one to the next, or a list.
    """

    kind: ClassVar[str] = "number_line"
    number_line: Side
    points: dict[ShortText, Number] = Field(default_factory=dict)
    dots: Expression | None = None
    arrows: dict[ShortText, tuple[Number, Number]] = Field(default_factory=dict)
    intervals: dict[ShortText, Expression] = Field(default_factory=dict)
    ticks: Number | None = None

    def draw(self, workspace: Workspace) -> NumberLine:
        axis = Axis(*side(self.number_line, workspace))
        places = {name: number(written, workspace) for name, written in self.points.items()}
        points = tuple(LinePoint(label_name(name, workspace), at) for name, at in places.items())
        dots = number_or_numbers(self.dots, workspace) if self.dots else ()
        arrows = tuple(
            LineArrow(label_name(name, workspace), *(_end(written, places, workspace) for written in ends))
            for name, ends in self.arrows.items()
        )
        intervals = tuple(
            _interval(label_name(name, workspace), text, workspace) for name, text in self.intervals.items()
        )
        seen = NumberLine(
            self.own_words(workspace),
            axis,
            ticks_of(self.ticks, axis, TICKS, workspace),
            tuple(point for point in points if axis.holds(point.at)),
            tuple(sorted(dot for dot in dots if axis.holds(dot))),
            tuple(arrow for arrow in arrows if axis.holds(arrow.start) and axis.holds(arrow.end)),
            tuple(
                each
                for each in intervals
                if axis.holds(max(each.low, axis.low)) and axis.holds(min(each.high, axis.high))
            ),
        )
        return replace(seen, left_out=tuple(_outside(seen, [*points, *arrows, *intervals], dots)))


def _outside(
    line: NumberLine, named: Sequence[LinePoint | LineArrow | Interval], dots: Sequence[float]
) -> Iterator[str]:
    shown = {*line.points, *line.arrows, *line.intervals}
    for each in named:
        if each not in shown:
            yield f"{each.name} lies outside the number line; make the line longer"
    for each in line.intervals:
        if not all(line.axis.holds(end) for end in (each.low, each.high) if math.isfinite(end)):
            yield f"the interval {each.name} goes on beyond the number line; make the line longer"
    if len(line.dots) < len(dots):
        yield f"{len(dots) - len(line.dots)} of the dots lie outside the number line; make it longer"


def _end(written: int | str, places: Mapping[str, float], workspace: Workspace) -> float:
    found = places.get(str(written))
    return number(written, workspace) if found is None else found


def _interval(name: str, written: str, workspace: Workspace) -> Interval:
    text = written.strip()
    comma = next((place for place, sign in enumerate(text) if sign == "," and _depth(text[:place]) == 1), 0)
    if not comma or text[0] not in "[(" or text[-1] not in "])":
        raise CannotCompute(written, "an interval is written with its ends, such as [1, 2) or (-oo, 0]")
    low, high = (_bound(part.strip(), workspace) for part in (text[1:comma], text[comma + 1 : -1]))
    if not low < high:
        raise CannotCompute(written, "an interval goes from a lower to a higher number")
    return Interval(name, low, high, text[0] == "[", text[-1] == "]")


def _depth(text: str) -> int:
    return sum(text.count(sign) for sign in "[(") - sum(text.count(sign) for sign in "])")


def _bound(written: str, workspace: Workspace) -> float:
    if written.lstrip("+-") in ("oo", "∞"):
        return -math.inf if written.startswith("-") else math.inf
    return number(written, workspace)
