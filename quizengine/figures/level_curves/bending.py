"""More points on a level curve where it bends."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizengine.figures.drawing import Point
from quizengine.figures.level_curves.sampling import Surface

Path = list[Point]

STRAY = 0.0008  # how far a curve may stray from its chord: a fiftieth of an em on half a page
_ROUNDS, _SECANTS = 4, 5
_MOST = 4_000  # points with which a picture is full, and nobody sees how a curve bends
_CLOSE = 0.08  # of the difference at the chord: what is left of it after the search


@dataclass(frozen=True, slots=True)
class _Chord:
    """A chord from which the curve strays by about `bow`, to its left where that is above 0."""

    start: Point
    end: Point
    bow: float
    level: float

    def beside(self, distance: float) -> Point:
        (x, y), (u, v) = self.start, self.end
        long = math.dist(self.start, self.end)
        return (x + u) / 2 - (v - y) / long * distance, (y + v) / 2 + (u - x) / long * distance


def bent(surface: Surface, curves: Sequence[tuple[Path, float]]) -> list[Path]:
    """Return the curves, each with its level, with as many points that none strays from its chords to be seen."""
    paths = [path for path, _ in curves]
    levels = [level for _, level in curves]
    rough = set(range(len(paths)))
    for _ in range(_ROUNDS if sum(map(len, paths)) < _MOST else 0):
        chords = {number: _chords(paths[number], levels[number]) for number in rough}
        places = iter(_onto(surface, [chord for found in chords.values() for chord in found.values()]))
        more = {number: {at: next(places) for at in found} for number, found in chords.items()}
        rough = {number for number, found in more.items() if any(found.values())}
        for number in rough:
            paths[number] = list(_with(paths[number], more[number]))
    return paths


def _with(path: Path, more: dict[int, Point | None]) -> Iterator[Point]:
    for at, point in enumerate(path):
        yield point
        if middle := more.get(at):
            yield middle


def _chords(path: Path, level: float) -> dict[int, _Chord]:
    """The chords of a path, by the number of their start, from which the curve strays by what its turns tell."""
    lengths = [math.dist(p, q) or 1e-12 for p, q in pairwise(path)]
    turns = [  # twice the curvature at each point between two chords
        4 * ((q[0] - p[0]) * (r[1] - q[1]) - (q[1] - p[1]) * (r[0] - q[0])) / (one * other * (one + other))
        for (p, q), (_, r), one, other in zip(pairwise(path), pairwise(path[1:]), lengths, lengths[1:], strict=False)
    ]
    closed = [turns[0]] if turns and path[0] == path[-1] else [0.0]
    found = {}
    for at, (long, before, after) in enumerate(zip(lengths, closed + turns, turns + closed, strict=False)):
        turn = before if abs(before) > abs(after) else after
        bow = -turn * long * long / 16
        if abs(bow) > STRAY:
            found[at] = _Chord(path[at], path[at + 1], max(-long / 2, min(long / 2, bow)), level)
    return found


def _onto(surface: Surface, chords: Sequence[_Chord]) -> list[Point | None]:
    """The point of the curve beside the middle of each chord, by the secant method; None where there is none."""
    if not chords:
        return []
    one, other = [0.0] * len(chords), [chord.bow for chord in chords]
    here = _differences(surface, chords, one)
    there = _differences(surface, chords, other)
    close = [_CLOSE * abs(begun) for begun in here]
    for _ in range(_SECANTS):
        left = [n for n, enough in enumerate(close) if not abs(there[n]) <= enough]
        if not left:
            break
        for n in left:
            one[n], other[n] = other[n], _secant(chords[n], one[n], other[n], here[n], there[n])
        found = _differences(surface, [chords[n] for n in left], [other[n] for n in left])
        for n, value in zip(left, found, strict=True):
            here[n], there[n] = there[n], value
    return [
        chord.beside(distance) if abs(value) <= enough and abs(distance) > STRAY / 4 else None
        for chord, distance, value, enough in zip(chords, other, there, close, strict=True)
    ]


def _differences(surface: Surface, chords: Sequence[_Chord], distances: Sequence[float]) -> list[float]:
    places = [chord.beside(distance) for chord, distance in zip(chords, distances, strict=True)]
    values = surface(*zip(*places, strict=True))
    return [value - chord.level for value, chord in zip(values, chords, strict=True)]


def _secant(chord: _Chord, one: float, other: float, here: float, there: float) -> float:
    if not abs(there - here) > 0:
        return other
    most = math.dist(chord.start, chord.end)
    return max(-most, min(most, other - there * (other - one) / (there - here)))
