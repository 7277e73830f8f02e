"""Bars from 0, or from the lower end of a logarithmic axis, with a name below each or beside it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from quizengine.errors import CannotCompute
from quizengine.figures.charts.model import axis_of
from quizengine.figures.charts.ranges import decades_of, ends_of
from quizengine.figures.charts.ticks import round_values
from quizengine.figures.drawing import LETTER, PAGE, Area, Drawing, Label, Point, Stroke, rounded
from quizengine.figures.figure import Expression, Figure, FigureModel, OwnWords, ShortText, Side
from quizengine.figures.grid_lines import lines_at, with_numbers, zero_lines
from quizengine.figures.numbers import number_text
from quizengine.figures.placing import box_of
from quizengine.figures.plane import BETWEEN, Axis, Plane, below, plane, shortened
from quizengine.figures.scale import Scale, ScaleName, of_plane
from quizengine.figures.texts import label_text
from quizengine.figures.values import side, values_or_nan

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace

RATIO = 0.5  # the height of the frame by its width
MOST = 24  # bars
TICKS = 6  # about so many on the axis of the values
FREE = 0.2  # of the place of a bar, left free on both sides
SHADE = 0.25
ROW = 2.0  # ems from one bar to the next where they lie
GAP = 0.5  # ems between two names beside each other
MOST_BESIDE = 0.5  # of the drawing's width, that names beside bars take


@dataclass(frozen=True, slots=True)
class Bars(Figure):
    """A bar for each name; a value is None where there is none. across: what the names name; up: the axis of the
    values; left_out: what is not to be seen, with its cure.
    """

    words: OwnWords
    names: tuple[str, ...]
    values: tuple[float | None, ...]
    across: str
    up: Axis
    ticks: tuple[float, ...]
    left_out: tuple[str, ...] = ()

    def drawing(self, width: float) -> Drawing:
        longest = max(map(len, self.names)) * LETTER
        frame = self._upright(width)
        return self._standing(frame, width) if longest + GAP <= frame.width / len(self.names) else self._lying(width)

    def readings(self) -> str:
        told = zip(self.names, map(self._told, self.values), strict=True)
        bars = (f"{self.across} {name}: {value}".lstrip() for name, value in told)
        return f"{len(self.values)} bars. {self.up.words('Their lengths')} {'; '.join(bars)}."

    def scales(self) -> Mapping[ScaleName, Scale]:
        return {"vertical": of_plane(self._upright(PAGE))["vertical"]}

    def faults(self) -> Iterator[str]:
        if not any(self.values):
            yield "there is no bar to see: all values are zero, or no numbers; draw other ones"
        yield from self.left_out
        for name in self.names:
            if shortened(name, PAGE * MOST_BESIDE) != name:
                yield f"the name '{name}' is too long for a bar; take a shorter one"

    def _told(self, value: float | None) -> str:
        if value is None:
            return "no value"
        if value and not self.up.holds(value):
            return f"beyond the end, at {self.up.read(self.up.high if value > self.up.low else self.up.low)}"
        return self.up.read(value) if value else "0"

    def _upright(self, width: float) -> Plane:
        up = with_numbers(self.up, self.ticks, False, width * RATIO - 1)
        frame = plane(Axis(0, len(self.values), self.across, ticks=()), up, width, RATIO)
        return replace(frame, height=float(round(frame.height)))

    def _standing(self, frame: Plane, width: float) -> Drawing:
        names = [
            Label((frame.place(place + 0.5, self.up.low)[0], frame.bottom + 0.85), name)
            for place, name in enumerate(self.names)
        ]
        zeros = self._zeros(lambda place: (frame.place(place, self.up.low)[0], frame.bottom - 0.7))
        grid = lines_at(frame, (), self.ticks, [box_of(zero) for zero in zeros])
        texts = [*names, *zeros]
        return self._drawing(frame, width, texts, [*grid, *zero_lines(frame, ())], lambda place, value: (place, value))

    def _lying(self, width: float) -> Drawing:
        names = [shortened(name, width * MOST_BESIDE) for name in self.names]
        left = max(map(len, names)) * LETTER + BETWEEN + 0.1
        high = ROW * len(names)
        axis = with_numbers(self.up, self.ticks, True, width - left - 1)
        rows = Axis(len(names), 0, self.across, ticks=())
        frame = Plane(axis, rows, (left, 1.25 if self.across else 0.5), width - left - 1, high)
        labels = [
            Label((left - BETWEEN, frame.place(axis.low, place + 0.5)[1]), name, "end")
            for place, name in enumerate(names)
        ]
        zeros = self._zeros(lambda place: (left + 0.5, frame.place(axis.low, place)[1]))
        around = [box_of(zero) for zero in zeros]
        grid = [*lines_at(frame, self.ticks, (), around), *zero_lines(frame, ())]
        return self._drawing(frame, width, [*labels, *zeros], grid, lambda place, value: (value, place))

    def _zeros(self, at: Callable[[float], Point]) -> list[Label]:
        """What stands for bars of 0 on a logarithmic axis, which has no 0; at: where, by the place of the bar."""
        if not self.up.logarithmic:
            return []
        return [Label(at(place + 0.5), "0") for place, value in enumerate(self.values) if value == 0]

    def _drawing(
        self,
        frame: Plane,
        width: float,
        names: Sequence[Label],
        grid: Sequence[Stroke],
        numbers: Callable[[float, float], Point],
    ) -> Drawing:
        """The bars in a frame; numbers: on its axes, from the place of a bar and a value."""
        ticks, labels = frame.ticks()
        base = self.up.low if self.up.logarithmic else min(max(0.0, self.up.low), self.up.high)
        areas, sides = [], []
        for place, value in enumerate(self.values):
            if value:
                end = min(max(value, self.up.low), self.up.high)
                corners = [(FREE, base), (FREE, end), (1 - FREE, end), (1 - FREE, base)]
                points = tuple(rounded(frame.place(*numbers(place + share, at))) for share, at in corners)
                areas.append(Area(points, SHADE))
                sides += [Stroke(points)] if end == value else [Stroke(points[:2]), Stroke(points[2:])]
        texts = tuple(replace(label, at=rounded(label.at)) for label in (*labels, *names))
        return Drawing(width, round(below(frame), 2), tuple(areas), (*frame.frame(), *ticks, *grid, *sides), (), texts)


class BarsModel(FigureModel):
    """`bars = 'list'`. names: of the bars, 1, 2, 3, … when left out; across: what they name; up: the name of the axis
    of the values, vertical: its ends, logarithmic: in equal steps for equal factors.
    """

    kind: ClassVar[str] = "bars"
    bars: Expression
    names: list[ShortText] | None = None
    across: ShortText | None = None
    up: ShortText | None = None
    vertical: Side | None = None
    logarithmic: bool = False

    def draw(self, workspace: Workspace) -> Bars:
        found = values_or_nan(self.bars, workspace)
        names = tuple(label_text(name, workspace) for name in self.names or map(str, range(1, len(found) + 1)))
        if not 1 <= len(found) <= MOST:
            raise CannotCompute(self.bars, f"a figure has 1 to {MOST} bars")
        if len(names) != len(found):
            raise CannotCompute(self.bars, f"these are {len(found)} bars, and there are {len(names)} names")
        values = tuple(value if math.isfinite(value) else None for value in found)
        up = axis_of(self._ends(values, workspace), self.up, self.logarithmic, workspace)
        ticks = round_values(up.low, up.high, TICKS, up.logarithmic)
        across = label_text(self.across or "", workspace)
        flaws = tuple(flaw for name, value in zip(names, values, strict=True) for flaw in _flaws(name, value, up))
        return Bars(self.own_words(workspace), names, _shown(values, up), across, up, ticks, flaws)

    def _ends(self, values: Sequence[float | None], workspace: Workspace) -> tuple[float, float]:
        if self.vertical:
            return side(self.vertical, workspace)
        given = [value for value in values if value is not None]
        if not self.logarithmic:
            return ends_of([0.0, *given], from_zero=True)
        least = min((value for value in given if value > 0), default=1.0)
        return decades_of([*given, least / 2])  # the shortest bar is to be seen


def _shown(values: Sequence[float | None], up: Axis) -> tuple[float | None, ...]:
    return tuple(None if value is not None and value < 0 and up.logarithmic else value for value in values)


def _flaws(name: str, value: float | None, up: Axis) -> Iterator[str]:
    if value is None:
        yield f"bar {name} has a value that is infinite or no number; it is left out"
    elif value < 0 and up.logarithmic:
        yield f"bar {name} has the value {number_text(value)}, which is not on a logarithmic axis; leave it linear"
    elif value and not up.holds(value):
        yield f"bar {name} reaches beyond the axis with {number_text(value)}; give vertical another range"
