"""A function of one variable as lines in a frame: more points where it bends, none where it has no value.

Points are shares of the frame, to the right and up, from 0 to 1, so that a curve is found once for all widths.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizengine.figures.drawing import Point, Points
from quizengine.figures.plane import Axis

Values = Callable[[Sequence[float]], list[float]]  # of a function at each of several places; nan where it has none

WIDE = 32.0  # ems: a frame of this width is drawn without a corner that is not there
BEND = 0.006  # ems by which a curve may run beside the line that is drawn for it
STEEP = 0.2  # ems that a curve may rise between two points; more between the closest ones is a jump
FIRST = 96  # parts of the frame, before it is looked where the curve bends
CLOSEST = 1e-7  # of the width of the frame: points are no closer
MOST = 1_500  # points of a curve, as of one that swings without end
BEYOND = 1.0  # heights of the frame by which points may lie above and below it


@dataclass(frozen=True, slots=True)
class Piece:
    """A line inside the frame; leaves: it goes on above or below the frame after its last point."""

    points: Points
    leaves: bool = False


def sampled(values: Values, across: Axis, up: Axis, ratio: float) -> tuple[Piece, ...]:
    """Return the curve of a function between two axes, cut where it leaves the frame, jumps or has no value.

    ratio: the height of the frame by its width.
    """

    def heights(shares: list[float]) -> list[float]:
        return [height(up, value) for value in values([across.value(share) for share in shares])]

    points = _refined(heights, ratio * WIDE)
    return tuple(piece for line in _lines(points, ratio * WIDE) for piece in clipped(line, ratio))


def height(up: Axis, value: float, beyond: float = BEYOND) -> float:
    """Return where a value lies on an axis, 0 at its lower end and 1 at the upper one, at most so far beyond them; nan
    where it lies nowhere.
    """
    if math.isnan(value) or (up.logarithmic and value <= 0):
        return math.nan
    share = up.share(value) if math.isfinite(value) else value
    return min(max(share, -beyond), 1 + beyond)


def joined(points: Iterable[Point], ratio: float) -> tuple[Piece, ...]:
    """Return straight lines from point to point, all in shares of the frame, cut where they leave it; no line goes to
    a height that is nan.
    """
    runs: list[list[Point]] = [[]]
    for point in points:
        if math.isnan(point[1]) or not 0 <= round(point[0], 9) <= 1:
            runs.append([])
        else:
            runs[-1].append(point)
    return tuple(piece for run in runs for piece in clipped(run, ratio))


def clipped(points: Iterable[Point], ratio: float) -> Iterator[Piece]:
    """Yield the pieces of a line that lie in the frame, their ends where it meets the frame."""
    line: list[Point] = []
    for start, end in pairwise(points):
        inside = _inside(start, end)
        if inside is None:
            continue
        first, last = inside
        line = line or [first]
        if last != line[-1]:
            line.append(last)
        if last != end:
            if len(line) > 1:
                yield Piece(_thinned(line, ratio), leaves=True)
            line = []
    if len(line) > 1:
        yield Piece(_thinned(line, ratio))


def _inside(start: Point, end: Point) -> tuple[Point, Point] | None:
    """The part of a straight line that lies between the heights 0 and 1."""
    (x, y), (u, v) = start, end
    if 0 <= y <= 1 and 0 <= v <= 1:
        return start, end
    if max(y, v) < 0 or min(y, v) > 1:
        return None

    def cut(at: Point) -> Point:
        if 0 <= at[1] <= 1:
            return at
        edge = float(at[1] > 1)
        return x + (u - x) * (edge - y) / (v - y), edge

    return cut(start), cut(end)


def _refined(heights: Callable[[list[float]], list[float]], high: float) -> list[Point]:
    """Points of the curve from left to right, closer where it bends or ends; high: the height of the frame in ems."""
    shares = [place / FIRST for place in range(FIRST + 1)]
    known = dict(zip(shares, heights(shares), strict=True))
    between = list(pairwise(shares))
    while between and len(known) < MOST:
        middles = [(left + right) / 2 for left, right in between]
        parts, between = zip(between, middles, heights(middles), strict=True), []
        for (left, right), middle, found in parts:
            if right - left > CLOSEST and _open(right - left, known[left], found, known[right], high):
                known[middle] = found
                between += ((left, middle), (middle, right))
    return sorted(known.items())


def _open(wide: float, left: float, middle: float, right: float, high: float) -> bool:
    """Whether more points are needed between two, which are `wide` apart, from the heights there and in the middle."""
    missing = sum(map(math.isnan, (left, middle, right)))
    if missing:
        return missing < 3
    if min(left, middle, right) > 1 or max(left, middle, right) < 0:
        return False
    rise = (right - left) * high
    beside = abs(middle - (left + right) / 2) * high / math.hypot(1, rise / (wide * WIDE))
    return beside > BEND or abs(rise) > STEEP


def _lines(points: list[Point], high: float) -> Iterator[list[Point]]:
    """The lines through points, broken where the curve jumps and where it has no value."""
    line: list[Point] = []
    hole = False
    for point in points:
        if math.isnan(point[1]):
            hole = True
            continue
        if line and _broken(line[-1], point, hole, high):
            yield line
            line = []
        line.append(point)
        hole = False
    yield line


def _broken(last: Point, point: Point, hole: bool, high: float) -> bool:
    """Whether the curve does not go on between neighbours; one place without a value, as of sin(x)/x, is not seen."""
    if point[0] - last[0] > 4 * CLOSEST:
        return hole
    return abs(point[1] - last[1]) * high > STEEP


def _thinned(line: list[Point], ratio: float) -> Points:
    """The same line without points that lie nearly on a straight line between two others."""
    kept, first = [line[0]], 0
    for place in range(1, len(line) - 1):
        # of those left out, the ones in the middle and at the end are farthest from a line that bends one way
        between = ((first + place + 1) // 2, place)
        if max(_beside(line[first], line[at], line[place + 1], ratio) for at in between) > BEND / 2:
            kept.append(line[place])
            first = place
    return tuple((round(x, 5), round(y, 5)) for x, y in (*kept, line[-1]))


def _beside(start: Point, middle: Point, end: Point, ratio: float) -> float:
    """How far a point lies from the straight line through two others, in ems."""
    (x, y), (u, v) = start, end
    across, up = u - x, v - y
    return WIDE * ratio * abs(across * (middle[1] - y) - up * (middle[0] - x)) / math.hypot(across, up * ratio)
