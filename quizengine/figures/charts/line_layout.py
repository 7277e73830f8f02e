"""Where what lies on a number line is drawn: names above their marks, arrows above the names."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizengine.figures.charts.line_parts import Interval, LineArrow, LinePoint
from quizengine.figures.drawing import LETTER, Drawing, Label, Mark, Stroke
from quizengine.figures.grid_lines import straight, with_numbers
from quizengine.figures.placing import Box, box_of
from quizengine.figures.plane import Axis, shortened

OVER = 0.8  # ems by which the line reaches over its numbers on both sides
ABOVE = 1.0  # ems from a mark to its name, from row to row of names, and below the line to the numbers
LEVEL = 1.25  # ems from arrow to arrow
DOTS_APART, DOT_ROW = 0.5, 0.75  # ems between two dots beside each other; between those above each other
NAMES_APART = 0.5  # ems between two names beside each other
ARROWS_APART = 0.5  # ems between two arrows at the same height
RING = 0.2  # ems: half of an open end, through which no line goes
LONGEST = 0.5  # of the drawing's width: a name that is longer is shortened
LONG, SHORT = 0.3, 0.15  # half of a tick with a number, and of another one


def levels_of(spans: Sequence[tuple[float, float]], apart: float) -> list[int]:
    """Return for each span the lowest level, 0 or more, at which it keeps `apart` from those before it."""
    taken: list[list[tuple[float, float]]] = []
    found = []
    for left, right in spans:
        level = next(
            (
                level
                for level, others in enumerate(taken)
                if all(right + apart <= start or end + apart <= left for start, end in others)
            ),
            len(taken),
        )
        if level == len(taken):
            taken.append([])
        taken[level].append((left, right))
        found.append(level)
    return found


@dataclass(frozen=True, slots=True)
class LineLayout:
    """A number line in a drawing that is `width` ems wide. Heights are counted upwards from the line here."""

    width: float
    axis: Axis
    ticks: tuple[float, ...]
    points: tuple[LinePoint, ...]
    dots: tuple[float, ...]
    arrows: tuple[LineArrow, ...]
    intervals: tuple[Interval, ...]

    @property
    def margin(self) -> float:
        """How far the ends of the line's numbers are from the sides of the drawing, in ems."""
        return max([1.2, *(len(name) * LETTER / 2 + 0.1 for name, _ in self._named())])

    def x(self, number: float) -> float:
        """Return where a number lies, in ems from the left side."""
        return round(self.margin + self.axis.share(number) * (self.width - 2 * self.margin), 2)

    @property
    def levels(self) -> int:
        """How many rows of names stand above each other."""
        return 1 + max(levels_of(self._spans(), NAMES_APART), default=-1)

    def short(self, name: str) -> str:
        """Return a name as it stands above the line."""
        return shortened(name, LONGEST * self.width)

    def _named(self) -> list[tuple[str, float]]:
        """The names that stand above their numbers, from left to right."""
        middles = [(each.name, (self._inside(each.low) + self._inside(each.high)) / 2) for each in self.intervals]
        named = [*((point.name, point.at) for point in self.points), *middles]
        return sorted([(self.short(name), at) for name, at in named], key=lambda named: named[1])

    def _inside(self, number: float) -> float:
        return min(max(number, self.axis.low), self.axis.high)

    def _spans(self) -> list[tuple[float, float]]:
        halves = [(self.x(at), len(name) * LETTER / 2) for name, at in self._named()]
        return [(x - half, x + half) for x, half in halves]

    def _dots(self) -> list[tuple[float, float]]:
        """Dots as places and heights, those that would lie on each other above each other."""
        xs = sorted(map(self.x, self.dots))
        return [(x, DOT_ROW * level) for x, level in zip(xs, levels_of([(x, x) for x in xs], DOTS_APART), strict=True)]

    def drawing(self) -> Drawing:
        """Return all of it, as high as it needs to be."""
        dots = self._dots()
        ground = max((height for _, height in dots), default=0.0)
        rows = levels_of(self._spans(), NAMES_APART)
        names = [
            (name, self.x(at), ground + ABOVE * (row + 1)) for (name, at), row in zip(self._named(), rows, strict=True)
        ]
        roof = ground + ABOVE * self.levels + 0.3
        spans = [self._reach(arrow) for arrow in self.arrows]
        heights = [roof + LEVEL * (level + 0.7) for level in levels_of(spans, ARROWS_APART)]
        line = math.ceil(max([roof, *heights])) + 0.5  # in characters, its ticks are in one row with it
        labels = [Label((x, round(line - height, 2)), name, slanted=True) for name, x, height in names]
        boxes = [box_of(label) for label in labels]
        strokes = [*self._line(line), *self._ticks(line), *self._thick(line)]
        strokes += [
            stroke
            for label, row in zip(labels, rows, strict=True)
            if row
            for stroke in straight((label.at[0], line - ground - 0.4), (label.at[0], label.at[1] + 0.5), boxes)
        ]
        arrows, texts = self._arrows([line - height for height in heights])
        marks = [Mark((self.x(point.at), line)) for point in self.points]
        marks += [Mark((x, round(line - height, 2)), "ring") for x, height in dots]
        return Drawing(
            self.width,
            line + ABOVE + 0.5,
            (),
            (*strokes, *self._drops(heights, line, boxes), *arrows),
            (*marks, *self._ends(line)),
            (*self._numbers(line), *labels, *texts),
        )

    def _line(self, line: float) -> list[Stroke]:
        open_ends = [mark.at[0] for mark in self._ends(line) if mark.shape == "ring"]
        holes = [(x - RING / 3, line - 1, x + RING / 3, line + 1) for x in open_ends]
        low, high = self.x(self.axis.low) - OVER, self.x(self.axis.high) + OVER
        *pieces, last = straight((low, line), (high, line), holes)
        return [*pieces, Stroke(last.points, weight="thin", arrow=True)]

    def _numbered(self) -> Axis:
        return with_numbers(self.axis, self.ticks, True, self.width - 2 * self.margin)

    def _ticks(self, line: float) -> Iterator[Stroke]:
        for number, text in self._numbered().ticks or ():
            x, half = self.x(number), LONG if text else SHORT
            yield Stroke(((x, round(line - half, 2)), (x, round(line + half, 2))), weight="thin")

    def _numbers(self, line: float) -> list[Label]:
        ticks = self._numbered().ticks or ()
        return [Label((self.x(number), line + ABOVE), text) for number, text in ticks if text]

    def _ends(self, line: float) -> list[Mark]:
        ends = [end for each in self.intervals for end in ((each.low, each.closed_low), (each.high, each.closed_high))]
        return [Mark((self.x(at), line), "dot" if closed else "ring") for at, closed in ends if self.axis.holds(at)]

    def _thick(self, line: float) -> Iterator[Stroke]:
        """The intervals, each from its middle to both ends, which an arrow head tells to be infinite."""
        for each in self.intervals:
            low, high = self._inside(each.low), self._inside(each.high)
            middle = round((self.x(low) + self.x(high)) / 2, 2)
            for end, closed, way in ((each.low, each.closed_low, -1), (each.high, each.closed_high, 1)):
                off = OVER if math.isinf(end) else 0.0 if closed else -RING
                place = round(self.x(self._inside(end)) + way * off, 2)
                yield Stroke(((middle, line), (place, line)), weight="thick", arrow=math.isinf(end))

    def _reach(self, arrow: LineArrow) -> tuple[float, float]:
        """From where to where an arrow goes with its name, which stands in its middle or at its right end."""
        left, right = sorted((self.x(arrow.start), self.x(arrow.end)))
        wide = len(arrow.name) * LETTER
        return (left, right) if self._is_long(arrow) else (left, right + wide + 0.4)

    def _is_long(self, arrow: LineArrow) -> bool:
        return abs(self.x(arrow.end) - self.x(arrow.start)) >= len(arrow.name) * LETTER + 2

    def _arrows(self, heights: Sequence[float]) -> tuple[list[Stroke], list[Label]]:
        """The arrows, cut under their names, and the names."""
        strokes, labels = [], []
        for arrow, height in zip(self.arrows, heights, strict=True):
            y, start, end = round(height, 2), self.x(arrow.start), self.x(arrow.end)
            if not self._is_long(arrow):
                strokes.append(Stroke(((start, y), (end, y)), arrow=True))
                labels.append(Label((max(start, end) + 0.4, y), arrow.name, "start", slanted=True))
                continue
            middle, way = (start + end) / 2, math.copysign(1, end - start)
            half = way * (len(arrow.name) * LETTER / 2 + 0.2) if arrow.name else 0.0
            strokes.append(Stroke(((start, y), (round(middle - half, 2), y))))
            strokes.append(Stroke(((round(middle + half, 2), y), (end, y)), arrow=True))
            labels.append(Label((round(middle, 2), y), arrow.name, slanted=True))
        return strokes, labels

    def _drops(self, heights: Sequence[float], line: float, boxes: Sequence[Box]) -> Iterator[Stroke]:
        """Dotted lines from the ends of arrows down to the line, one for each place."""
        highest: dict[float, float] = {}
        for arrow, height in zip(self.arrows, heights, strict=True):
            for x in (self.x(arrow.start), self.x(arrow.end)):
                highest[x] = max(height, highest.get(x, 0.0))
        for x, height in highest.items():
            yield from straight((x, line - height), (x, line - 0.4), boxes, "dotted")
