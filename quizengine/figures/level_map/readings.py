"""Level curves in words: where each runs, and what one meets around a point."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizengine.figures.drawing import Point, Points, length
from quizengine.figures.level_map.levels import Levels
from quizengine.figures.numbers import listed, number_text

_SHORTER = ((18, True), (18, False), (9, False))  # how many curves are told one by one, and whether with their middles
_PLACES = 240  # looked at on the way from a point to the side
_ON_CURVE = 1e-6  # of a level: a point whose value is this near to it lies on its curve
_WAYS = (("to the right", 0, 1), ("to the left", 0, -1), ("up", 1, 1), ("down", 1, -1))


def readings(shown: Levels, room: int) -> list[str]:
    """Return a sentence on what is shown, and one on the curves of each level, or on all where none has its number;
    with fewer curves, and less of each, where there is no room for so many letters.
    """
    for most, whole in _SHORTER:
        told = [f"Level curves; {shown.rectangle.told()}", *_levels(shown, most, whole)]
        if sum(map(len, told)) <= room:
            break
    return told


def _levels(shown: Levels, most_curves: int, whole: bool) -> Iterator[str]:
    """A sentence on the curves of each level, at most so many of all together; whole: with their middles."""
    found = [(text, curves) for (text, _), curves in zip(shown.titles(), shown.curves(), strict=True) if curves]
    most = max(1, most_curves // max(1, len(found)))
    told = [(text, _runs(shown, curves, most, whole)) for text, curves in found]
    if told and not any(text for text, _ in told):
        yield f"The curves have no numbers: {'; '.join(runs for _, runs in told)}"
        return
    for text, runs in told:
        yield f"{f'Level {text}' if text else 'Without a number'}: {runs}"


def _runs(shown: Levels, curves: Sequence[Points], most: int, whole: bool) -> str:
    """Where the curves of a level run, at most so many of them one by one."""
    told = [_run(shown, curve, whole) for curve in curves[:most]]
    return "; ".join([*told, f"{len(curves) - most} more"] if len(curves) > most else told)


def _run(shown: Levels, curve: Points, whole: bool) -> str:
    """Where a curve runs: its extent where it is closed, else its ends and, where it is told whole, its middle."""
    points = [shown.rectangle.numbers(place) for place in curve]
    if curve[0] == curve[-1]:
        ends = [
            f"{name} from {_read(shown, axis, min(values))} to {_read(shown, axis, max(values))}"
            for axis, (name, values) in enumerate(zip(shown.rectangle.names, zip(*points, strict=True), strict=True))
        ]
        return f"closed, {', '.join(ends)}"
    told = (points[0], _middle(points), points[-1]) if whole else (points[0], points[-1])
    return " – ".join(_point(shown, point) for point in told)


def _middle(points: Sequence[Point]) -> Point:
    """The point half way along a curve."""
    half = length(points) / 2
    for (x, y), (u, v) in pairwise(points):
        step = math.dist((x, y), (u, v))
        if step >= half > 0:
            return x + (u - x) * half / step, y + (v - y) * half / step
        half -= step
    return points[len(points) // 2]


def around(shown: Levels, point: Point, most: int) -> str:
    """Return which levels, at most so many in each direction, one meets on straight ways from a point to the sides."""
    told = []
    for way, axis, sign in _WAYS:
        met = _met(shown, point, axis, sign)[:most]
        name = shown.rectangle.names[axis]
        texts = [f"{text or 'a curve'} at {name} = {_read(shown, axis, at)}" for text, at in met]
        if texts:
            told.append(f"{way} {listed(texts)}")
    return "; ".join(filter(None, (_on_curve(shown, point), *told)))


def _on_curve(shown: Levels, point: Point) -> str:
    value = shown.rectangle.values(shown.function, [point[0]], [point[1]])[0]
    for (level, _), (text, _) in zip(shown.levels, shown.titles(), strict=True):
        if abs(value - level) <= _ON_CURVE * max(1.0, abs(level)):
            return f"on the curve of level {text}" if text else "on a curve"
    return ""


def _met(shown: Levels, point: Point, axis: int, sign: int) -> list[tuple[str, float]]:
    """The levels between a point and the side, nearest first, each with the coordinate at which it is met."""
    start, side = point[axis], (shown.rectangle.horizontal, shown.rectangle.vertical)[axis]
    end = side[1] if sign > 0 else side[0]
    way = [start + (end - start) * n / _PLACES for n in range(_PLACES + 1)]
    fixed = [point[1 - axis]] * len(way)
    values = shown.rectangle.values(shown.function, *((way, fixed) if axis == 0 else (fixed, way)))
    levels, texts = [level for level, _ in shown.levels], [text for text, _ in shown.titles()]
    below = [bisect_right(levels, value) for value in values]
    met = []
    for n, (low, high) in enumerate(pairwise(below)):
        here, there = values[n : n + 2]
        if low == high or not math.isfinite(here + there):
            continue
        for number in range(min(low, high), max(low, high)):
            share = (levels[number] - here) / (there - here)
            if n or share > 1e-3:  # a curve that begins in the point is told before
                at = way[n] + (way[n + 1] - way[n]) * share
                met.append((abs(at - start), texts[number], at))
    return [(text, at) for _, text, at in sorted(met)]


def _read(shown: Levels, axis: int, value: float) -> str:
    """A number as it can be read off an axis, to about a thousandth of it."""
    low, high = (shown.rectangle.horizontal, shown.rectangle.vertical)[axis]
    step = 10.0 ** (math.floor(math.log10(high - low)) - 2)
    return number_text(round(value / step) * step, 4)


def _point(shown: Levels, point: Point) -> str:
    return f"({_read(shown, 0, point[0])}, {_read(shown, 1, point[1])})"
