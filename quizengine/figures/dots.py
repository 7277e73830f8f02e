"""Strokes and areas as dots of a raster, four to an em both ways: what braille characters can show."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from quizengine.figures.drawing import Area, Drawing, Point, Points, Stroke, length

DOTS = 4  # of an em, both ways
Dot = tuple[int, int]  # column and row

_HEAD = 0.9  # the length of an arrow's head in ems
_SHORT = 3.0  # an arrow whose head is a sign: with one of dots it would be a blot
_DIRECTIONS = "→↘↓↙←↖↑↗"  # clockwise from the right
_SPREAD = math.radians(27)  # between the arrow and either side of its head
_PERIODS = {  # which dots of a line are drawn, over and over: told apart without counting
    "solid": (True,),
    "dashed": (True, True, True, True, False, False, False),
    "dotted": (True, False, False),
    "dash-dotted": (True, True, True, True, True, False, False, True, False, False),
}
#: in which order the dots of a square fill up with ink: Bayer's matrix, which spreads them evenly
_ORDER = ((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5))


def dots_of_areas(drawing: Drawing) -> Iterator[Dot]:
    """Yield the dots of all areas, some outside where the drawing reaches over its edge."""
    return chain.from_iterable(map(_inside, drawing.areas))


def dots_of_strokes(drawing: Drawing) -> Iterator[Dot]:
    """Yield the dots of all strokes, some of them twice."""
    return chain.from_iterable(map(_of_stroke, drawing.strokes))


def heads_of_short_arrows(drawing: Drawing) -> Iterator[tuple[Point, str]]:
    """Yield where arrows end that are too short for a head of dots, with the sign of their direction."""
    for stroke in drawing.strokes:
        if stroke.arrow and len(stroke.points) > 1 and _is_short(stroke):
            (x, y), turn = stroke.points[-1], heading(stroke.points)
            inside = (x - math.cos(turn) / (4 * DOTS), y - math.sin(turn) / (4 * DOTS))
            yield inside, _DIRECTIONS[round(turn / (math.pi / 4)) % len(_DIRECTIONS)]


def _is_short(stroke: Stroke) -> bool:
    return length(stroke.points) < _SHORT


def heading(points: Points) -> float:
    """Return the direction in which a line ends, in radians, clockwise from the right as y goes down.

    The last piece may be too short to tell it, so it is measured over half an em where the line is as long.
    """
    end = points[-1]
    far = next((place for place in reversed(points[:-1]) if math.dist(place, end) >= _HEAD / 2), points[0])
    return math.atan2(end[1] - far[1], end[0] - far[0])


def _of_stroke(stroke: Stroke) -> Iterator[Dot]:
    shown = _PERIODS[stroke.dash]
    line = [dot for number, dot in enumerate(thin_line(stroke.points)) if shown[number % len(shown)]]
    yield from line
    if stroke.weight == "thick":
        yield from _beside(line)
    if stroke.arrow and len(stroke.points) > 1 and not _is_short(stroke):
        yield from _head(stroke.points)


def _beside(line: list[Dot]) -> Iterator[Dot]:
    """The dots below a line where it goes across, and right of it where it goes up or down."""
    for (x, y), (u, v) in pairwise([*line, *line[-2:-1]] if len(line) > 1 else line * 2):
        yield from ((x, y + 1), (u, v + 1)) if abs(u - x) >= abs(v - y) else ((x + 1, y), (u + 1, v))


def _head(points: Points) -> Iterator[Dot]:
    """The two sides of an arrow's head; of a short arrow they are at most half as long as it is."""
    x, y = points[-1]
    long = min(_HEAD, max(0.5, math.dist(points[0], points[-1]) / 2))
    for turn in (_SPREAD, -_SPREAD):
        back = heading(points) + math.pi + turn
        yield from thin_line((points[-1], (x + long * math.cos(back), y + long * math.sin(back))))


def thin_line(points: Points) -> list[Dot]:
    """Return the dots of a line in order, each a neighbour of the one before, none in a corner that it could cut."""
    found: list[Dot] = []
    for dot in _on_the_way(points):
        if found and dot == found[-1]:
            continue
        if len(found) > 1 and max(abs(dot[0] - found[-2][0]), abs(dot[1] - found[-2][1])) == 1:
            found.pop()  # the corner between two neighbours
        found.append(dot)
    return found


def _on_the_way(points: Points) -> Iterator[Dot]:
    for (x, y), (u, v) in pairwise(points):
        steps = max(1, math.ceil(max(abs(u - x), abs(v - y)) * DOTS))
        for n in range(steps):
            share = n / steps
            yield math.floor((x + (u - x) * share) * DOTS), math.floor((y + (v - y) * share) * DOTS)
    yield math.floor(points[-1][0] * DOTS), math.floor(points[-1][1] * DOTS)


def _inside(area: Area) -> Iterator[Dot]:
    """As many dots of a polygon as its shade says, evenly spread."""
    for x, y in places_inside(area, DOTS, DOTS):
        if _ORDER[y % 4][x % 4] < round(area.shade * 16):
            yield x, y


def places_inside(area: Area, across: int, down: int) -> Iterator[Dot]:
    """Yield the places of a raster whose middle lies inside the area; across, down: its places in an em."""
    heights = [y for _, y in area.points]
    for row in range(math.floor(min(heights) * down), math.ceil(max(heights) * down)):
        for left, right in _pairs(sorted(_crossings(area.points, (row + 0.5) / down))):
            yield from (
                (column, row) for column in range(math.ceil(left * across - 0.5), math.ceil(right * across - 0.5))
            )


def _crossings(points: Points, y: float) -> Iterator[float]:
    """Where the sides of a polygon meet the horizontal line at `y`."""
    for (x, top), (u, bottom) in pairwise((*points, points[0])):
        if (top <= y) != (bottom <= y):
            yield x + (u - x) * (y - top) / (bottom - top)


def _pairs(values: Iterable[float]) -> Iterator[Point]:
    one_by_one = iter(values)
    return zip(one_by_one, one_by_one, strict=False)
