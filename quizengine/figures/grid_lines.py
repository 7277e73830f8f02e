"""Grid lines at the ticks of axes, lines at 0, and numbers at as many of the ticks as fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from quizengine.figures.drawing import LETTER, Dash, Point, Stroke, rounded
from quizengine.figures.numbers import number_text, power_of_ten_text
from quizengine.figures.placing import Box
from quizengine.figures.plane import Axis, Plane

SHORT = 0.15  # ems: no piece of a line is left that is shorter
GAP = 0.15  # ems that a line stays away from a label
ROW = 1.4  # ems from one number to the next one below it
COLUMN = 1.0  # ems between two numbers beside each other
FEW_DECADES = 3  # on which all numbers are written in full: 0.1 and not 10⁻¹
STRIDES = (1, 2, 4, 5, 10, 20, 50)


def with_numbers(axis: Axis, values: Sequence[float], beside: bool, length: float) -> Axis:
    """Return the axis with ticks at all values and numbers at as many as fit on `length` ems; beside: they stand
    beside each other and not below each other.
    """
    texts = _texts(axis, values)
    places = [axis.share(value) * length for value in values]
    chosen = _chosen(values, places, [len(text) * LETTER + COLUMN if beside else ROW for text in texts])
    ticks = tuple(
        (value, text if place in chosen else "") for place, (value, text) in enumerate(zip(values, texts, strict=True))
    )
    return replace(axis, ticks=ticks)


def _texts(axis: Axis, values: Sequence[float]) -> list[str]:
    if axis.logarithmic and axis.high / axis.low > 10**FEW_DECADES:
        return [power_of_ten_text(value) for value in values]
    return [number_text(value) for value in values]


def _chosen(values: Sequence[float], places: Sequence[float], room: Sequence[float]) -> set[int]:
    """Which of the values get a number: every second, fifth, … of them, with 0 among them; room: that each takes."""
    start = min(range(len(values)), key=lambda place: abs(values[place]), default=0)
    for stride in STRIDES:
        chosen = range(start % stride, len(values), stride)
        if all(places[b] - places[a] >= (room[a] + room[b]) / 2 for a, b in pairwise(chosen)):
            return set(chosen)
    return {start} if values else set()


def lines_at(plane: Plane, across: Iterable[float], up: Iterable[float], around: Sequence[Box]) -> Iterator[Stroke]:
    """Yield dotted lines through the whole frame at numbers of both axes, cut where labels are."""
    for value in across:
        if 0 < round(plane.across.share(value), 6) < 1:
            x = plane.place(value, plane.up.low)[0]
            yield from straight((x, plane.bottom), (x, plane.corner[1]), around, "dotted")
    for value in up:
        if 0 < round(plane.up.share(value), 6) < 1:
            y = plane.place(plane.across.low, value)[1]
            yield from straight((plane.corner[0], y), (plane.corner[0] + plane.width, y), around, "dotted")


def zero_lines(plane: Plane, around: Sequence[Box]) -> Iterator[Stroke]:
    """Yield the dashed lines inside the frame where a number is 0, cut where labels are."""
    if _inside(plane.across):
        x = plane.place(0, plane.up.low)[0]
        yield from straight((x, plane.bottom), (x, plane.corner[1]), around, "dashed")
    if _inside(plane.up):
        y = plane.place(plane.across.low, 0)[1]
        yield from straight((plane.corner[0], y), (plane.corner[0] + plane.width, y), around, "dashed")


def _inside(axis: Axis) -> bool:
    return not axis.logarithmic and 1e-6 < axis.share(0) < 1 - 1e-6


def straight(start: Point, end: Point, around: Sequence[Box], dash: Dash = "solid") -> Iterator[Stroke]:
    """Yield the pieces of a thin line, level or upright, that lie in none of the boxes."""
    along = int(start[0] == end[0])
    beside = 1 - along
    at, last = sorted((start[along], end[along]))
    covered = sorted(
        (box[along] - GAP, box[along + 2] + GAP) for box in around if box[beside] < start[beside] < box[beside + 2]
    )
    for low, high in (*covered, (last, last)):
        if min(low, last) - at > SHORT:
            ends = [(place, start[1]) if along == 0 else (start[0], place) for place in (at, min(low, last))]
            yield Stroke(tuple(map(rounded, ends)), dash, "thin")
        at = max(at, high)
