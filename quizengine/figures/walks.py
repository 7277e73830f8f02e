"""Where strokes run: walks along them at equal steps, and which of them run through a box."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from quizengine.figures.drawing import Point, Points
from quizengine.figures.placing import CELL, Box

STEP = CELL  # about what lies between two places of a walk


@dataclass(frozen=True, slots=True)
class Walk:
    """A curve, its length, and places on it at equal distances."""

    points: Points
    length: float
    places: Points

    @property
    def closed(self) -> bool:
        """Return whether the curve ends where it begins."""
        return self.points[0] == self.points[-1]

    @property
    def count(self) -> int:
        """Return how many different places it has."""
        return len(self.places) - self.closed

    def extent(self) -> Box:
        """Return the least box around the curve."""
        xs, ys = zip(*self.points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def stretch(self, at: int, box: Box) -> set[int]:
        """Return the numbers of the places around the one with number `at`, as far as the curve stays in the box."""
        left, top, right, bottom = box
        places, count = self.places, self.count
        found = {at}
        for step in (-1, 1):
            place = (at + step) % count if self.closed else at + step
            while 0 <= place < count and place not in found:
                x, y = places[place]
                if not (left < x < right and top < y < bottom):
                    break
                found.add(place)
                place = (place + step) % count if self.closed else place + step
        return found


def walk(points: Points) -> Walk:
    """Return a walk along a curve."""
    lengths = [0.0, *accumulate(map(math.dist, points, points[1:]))]
    step = lengths[-1] / max(1, round(lengths[-1] / STEP))
    places, number = [points[0]], 1
    for (x, y), (u, v), before, after in zip(points, points[1:], lengths, lengths[1:], strict=False):
        while number * step <= after and after > before:
            share = (number * step - before) / (after - before)
            places.append((x + (u - x) * share, y + (v - y) * share))
            number += 1
    if len(places) < number or math.dist(places[-1], points[-1]) > step / 2:
        places.append(points[-1])
    return Walk(points, lengths[-1], tuple(places))


class PlacesOfWalks:
    """The places of all walks, by the square em in which they lie."""

    def __init__(self, walks: Sequence[Walk]) -> None:
        self._squares: dict[tuple[int, int], list[tuple[float, float, int, int]]] = defaultdict(list)
        for number, each in enumerate(walks):
            for at, (x, y) in enumerate(each.places):
                self._squares[int(x), int(y)].append((x, y, number, at))

    def inside(self, box: Box) -> Iterator[tuple[int, int]]:
        """Yield the numbers of the walks that run through a box, with the numbers of the places at which they do."""
        return ((number, at) for _, _, number, at in self._inside(box))

    def alone(self, number: int, box: Box) -> list[int] | None:
        """Return at which of its places one walk runs through a box; None where another one does, too."""
        left, top, right, bottom = box
        found = []
        for column in range(int(left), int(right) + 1):
            for row in range(int(top), int(bottom) + 1):
                for x, y, other, at in self._squares.get((column, row), ()):
                    if left < x < right and top < y < bottom:
                        if other != number:
                            return None
                        found.append(at)
        return found

    def walks_inside(self, box: Box) -> Mapping[int, Point]:
        """Return the numbers of the walks that run through a box, with a place of each there."""
        return {number: (x, y) for x, y, number, _ in self._inside(box)}

    def free(self, box: Box, of: Container[int] = ()) -> bool:
        """Return whether no walk runs through a box but those with numbers in `of`."""
        return all(number in of for number, _ in self.inside(box))

    def _inside(self, box: Box) -> Iterator[tuple[float, float, int, int]]:
        left, top, right, bottom = box
        for column in range(int(left), int(right) + 1):
            for row in range(int(top), int(bottom) + 1):
                for each in self._squares.get((column, row), ()):
                    if left < each[0] < right and top < each[1] < bottom:
                        yield each
