"""Labels that stand on curves: a curve is cut under its label, on a rather straight stretch away from all else."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from quizengine.figures.clipping import outside
from quizengine.figures.drawing import LETTER, Label, Point, Points, Stroke
from quizengine.figures.placing import Box, Space, box_of

_STEP = 0.25  # between two places that are looked at
_GAP = 0.15  # between a label and the ends of its curve, to its left and right
_HALF_LINE = 0.5  # half the height of the gap: digits are lower than a line
_NEAR = 0.1  # another curve is at least so far from the gap: what lies between its places might reach into it
_SHORTEST = 3.0  # of a curve, by the part that is cut out for its label
_TRIES = 40  # places for a label, the best ones first
_ROW = 0.3  # how much a place counts that is half a row away from the middle of a row of a terminal


@dataclass(frozen=True, slots=True)
class Titled:
    """A stroke and the text that belongs on it; rank: the lowest ones get their places first."""

    stroke: Stroke
    text: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class _Walk:
    """A curve, its length, and places on it at equal distances."""

    points: Points
    length: float
    places: Points

    @property
    def closed(self) -> bool:
        return self.points[0] == self.points[-1]


def _walk(points: Points) -> _Walk:
    lengths = [0.0, *accumulate(map(math.dist, points, points[1:]))]
    step = lengths[-1] / max(1, round(lengths[-1] / _STEP))
    places, number = [points[0]], 1
    for (x, y), (u, v), before, after in zip(points, points[1:], lengths, lengths[1:], strict=False):
        while number * step <= after and after > before:
            share = (number * step - before) / (after - before)
            places.append((x + (u - x) * share, y + (v - y) * share))
            number += 1
    if len(places) < number or math.dist(places[-1], points[-1]) > step / 2:
        places.append(points[-1])
    return _Walk(points, lengths[-1], tuple(places))


class _Crowd:
    """The places of all strokes, by the square em in which they lie."""

    def __init__(self, walks: Sequence[_Walk]) -> None:
        self._squares: dict[tuple[int, int], list[tuple[float, float, int, int]]] = defaultdict(list)
        for number, walk in enumerate(walks):
            for at, (x, y) in enumerate(walk.places):
                self._squares[int(x), int(y)].append((x, y, number, at))

    def inside(self, box: Box) -> Iterator[tuple[int, int]]:
        """Yield the numbers of the strokes that run through a box, with the places at which they do."""
        left, top, right, bottom = box
        for column in range(int(left), int(right) + 1):
            for row in range(int(top), int(bottom) + 1):
                for x, y, number, at in self._squares.get((column, row), ()):
                    if left < x < right and top < y < bottom:
                        yield number, at


def with_titles(
    titled: Sequence[Titled], others: Sequence[Stroke], space: Space
) -> tuple[list[Stroke], list[Label], list[str]]:
    """Return the strokes cut under their labels, the labels, and the texts for which there is no room on any stroke.

    others: strokes over which no label may stand; space: where other labels and marks are; takes that of the new ones.
    """
    walks = [_walk(each.stroke.points) for each in titled]
    crowd = _Crowd([*walks, *(_walk(stroke.points) for stroke in others)])
    strokes: dict[int, list[Stroke]] = {number: [each.stroke] for number, each in enumerate(titled)}
    labels = []
    for number in sorted(range(len(titled)), key=lambda n: (titled[n].rank, -walks[n].length)):
        each, walk = titled[number], walks[number]
        found = _place(number, walk, each.text, crowd, space) if each.text else None
        if found is not None:
            label, parts = found
            space.take(box_of(label))
            labels.append(label)
            strokes[number] = [replace(each.stroke, points=part) for part in parts]
    placed = {label.text for label in labels}
    missing = list(dict.fromkeys(each.text for each in titled if each.text and each.text not in placed))
    return [stroke for parts in strokes.values() for stroke in parts], labels, missing


def _place(number: int, walk: _Walk, text: str, crowd: _Crowd, space: Space) -> tuple[Label, list[Points]] | None:
    """The best place on a curve for its label, and what is left of the curve; None where there is none."""
    wide, high = len(text) * LETTER / 2 + _GAP, _HALF_LINE
    reach = math.ceil(min(math.hypot(wide, high), wide + 0.5) / _STEP)
    if walk.length < _SHORTEST * min(2 * wide, 3 * high):
        return None
    for at in _straightest(walk, reach):
        label = Label(walk.places[at], text)
        box = (label.at[0] - wide, label.at[1] - high, label.at[0] + wide, label.at[1] + high)
        if space.clashes(box):
            continue
        around = box[0] - _NEAR, box[1] - _NEAR, box[2] + _NEAR, box[3] + _NEAR
        own = _stretch(walk, at, around)
        count = len(walk.places) - walk.closed
        if any(other != number or place % count not in own for other, place in crowd.inside(around)):
            continue
        parts = outside(walk.points, box)
        if len(parts) == 2 - walk.closed:
            return label, parts
    return None


def _straightest(walk: _Walk, reach: int) -> list[int]:
    """The places of a curve for a label, the straightest first, those in the middle of a row before others."""
    places, count = walk.places, len(walk.places) - walk.closed
    inner = range(count) if walk.closed else range(reach + 1, count - reach - 1)
    costs = []
    for at in inner:
        before, after = (at - reach) % count, (at + reach) % count
        (x, y), (u, v), (r, s) = places[before], places[at], places[after]
        bow = math.hypot((x + r) / 2 - u, (y + s) / 2 - v)
        costs.append((round(bow + _ROW * abs(v % 1 - 0.5), 3), at))
    return [at for _, at in sorted(costs)[:: max(1, len(costs) // (2 * _TRIES))][:_TRIES]]


def _stretch(walk: _Walk, at: int, box: Box) -> set[int]:
    """The places of a curve around `at` as far as it stays in the box."""
    count = len(walk.places) - walk.closed
    found = {at}
    for step in (-1, 1):
        place = at + step
        while (
            (walk.closed or 0 <= place < count) and place % count not in found and _in(walk.places[place % count], box)
        ):
            found.add(place % count)
            place += step
    return found


def _in(place: Point, box: Box) -> bool:
    return box[0] < place[0] < box[2] and box[1] < place[1] < box[3]
