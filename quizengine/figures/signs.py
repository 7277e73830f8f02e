"""Strokes and areas as ASCII characters, two to an em across and one down."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import chain, pairwise

from quizengine.figures.dots import Dot, heading, places_inside
from quizengine.figures.drawing import Drawing, Point, Points, Stroke

ACROSS, DOWN = 2, 1  # places of an em
Sign = tuple[Dot, str]

_INK = " .:-=+*%#@"  # by how much ink the character has
_FLAT, _STEEP, _UPRIGHT = math.radians(8), math.radians(50), math.radians(76)
_STEP, _CORNER = 0.06, 0.15  # ems between places at which a line is looked at; of a place, that are too few to be shown
_HEADS = ">v<^"  # of arrows to the right, down, left and up
_CROSSED = "-_'.=|/\\"  # signs of lines that may cross each other


def signs_of_areas(drawing: Drawing) -> Iterator[Sign]:
    """Yield the places of all areas with their characters."""
    for area in drawing.areas:
        ink = _INK[min(round(area.shade * (len(_INK) - 1)), len(_INK) - 1)]
        yield from ((place, ink) for place in places_inside(area, ACROSS, DOWN))


def signs_of_strokes(drawing: Drawing) -> Iterator[Sign]:
    """Yield the places of all strokes with their characters, the heads of arrows last."""
    for stroke in drawing.strokes:
        yield from _of_stroke(stroke)
    for stroke in drawing.strokes:
        if stroke.arrow and len(stroke.points) > 1:
            yield _head(stroke.points)


def joined(below: str, above: str) -> str:
    """Return the sign for a place at which two lines meet."""
    if below == "+" and above in _CROSSED:
        return below
    if below == above or below not in _CROSSED or above not in _CROSSED:
        return above
    if {below, above} == {"/", "\\"}:
        return "X"
    return "+" if "|" in (below, above) else above


def _of_stroke(stroke: Stroke) -> Iterator[Sign]:
    # the corner of a thin frame joins two of its sides; what bends smoothly is one line
    pieces = pairwise(stroke.points) if stroke.weight == "thin" else (stroke.points,)
    for number, (place, entry, leave) in enumerate(chain.from_iterable(map(_passages, pieces))):
        sign = _sign(stroke, _lean(entry, leave), (entry[1] + leave[1]) / 2 * DOWN - place[1], number)
        if sign:
            yield place, sign


def _passages(points: Points) -> Iterator[tuple[Dot, Point, Point]]:
    """The places through which a line goes, in order, with where it comes in and leaves; those of which it cuts only a
    corner are left out.
    """
    found: list[tuple[Dot, Point, Point]] = []
    for x, y in _walked(points):
        place = math.floor(x * ACROSS), math.floor(y * DOWN)
        if found and found[-1][0] == place:
            found[-1] = place, found[-1][1], (x, y)
        else:
            found.append((place, (x, y), (x, y)))
    long = [one for one in found if math.dist(one[1], one[2]) > _CORNER]
    return iter(long or found[:1])


def _walked(points: Points) -> Iterator[Point]:
    """Places on a line, close to each other."""
    for (x, y), (u, v) in pairwise(points):
        steps = max(1, math.ceil(math.dist((x, y), (u, v)) / _STEP))
        yield from ((x + (u - x) * n / steps, y + (v - y) * n / steps) for n in range(steps))
    yield points[-1]


def _sign(stroke: Stroke, lean: float, height: float, number: int) -> str:
    """The character for a place of a line.

    lean: its direction, 0 to π, counted upwards from the right; height: how far below the upper edge of its row the
    line goes, 0 to 1; number: of the place, from the start of the line.
    """
    if stroke.dash == "dotted":
        return "."
    if stroke.dash == "dashed" and number % 4 > 1:
        return ""
    if stroke.dash == "dash-dotted" and number % 4 == 3:
        return "."
    sign = _by_slope(lean, 0.5 if stroke.weight == "thin" else height)
    if stroke.weight == "thick":
        return {"-": "=", "_": "=", "'": "=", ".": "=", "|": "H"}.get(sign, sign)
    return sign


def _by_slope(lean: float, height: float) -> str:
    steep = min(lean, math.pi - lean)
    if steep < _FLAT:
        return "-" if height < 0.75 else "_"
    if steep < _STEEP:
        return "'-."[min(int(height * 3), 2)]
    if steep > _UPRIGHT:
        return "|"
    return "/" if lean < math.pi / 2 else "\\"


def _lean(start: Point, end: Point) -> float:
    return math.atan2(start[1] - end[1], end[0] - start[0]) % math.pi


def _head(points: Points) -> Sign:
    x, y = points[-1]
    turn = heading(points)
    back = (x - 0.1 * math.cos(turn), y - 0.1 * math.sin(turn))  # inside the place at which the arrow ends
    return (math.floor(back[0] * ACROSS), math.floor(back[1] * DOWN)), _HEADS[round(turn / (math.pi / 2)) % 4]
