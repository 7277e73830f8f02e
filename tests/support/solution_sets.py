"""The solutions of an equation by sampling: its zeros along lines, with 50 digits and apart from the judge."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

from mpmath import mpf
from support.independent import NoValue, value

from quizengine.maths.tree import Node

Point = dict[str, mpf]
NEAR = mpf(10) ** -15
TINY = mpf(10) ** -30
GRID = [mpf(step) / 2 - 5 for step in range(21)]


def _around(point: Point) -> list[Point]:
    """The point and others very near to it."""
    return [point, *({**point, name: x + side} for name, x in point.items() for side in (TINY, -TINY))]


class Sampled:
    """The equation left = right."""

    def __init__(self, left: Node, right: Node) -> None:
        self.left, self.right = left, right

    def gap(self, point: Point) -> mpf | None:
        """Left less right as a share of their size, or None where one has no value."""
        try:
            left, right = value(self.left, point), value(self.right, point)
        except NoValue:
            return None
        return (left - right) / (1 + abs(left))

    def solved_by(self, point: Point) -> bool:
        """Do both sides have a value and agree at the point, or so near to it that rounding does not part them?

        √u has a value on one side of u = 0 only.
        """
        gaps = [gap for near in _around(point) if (gap := self.gap(near)) is not None]
        return any(abs(gap) < NEAR for gap in gaps)

    def parted_from(self, other: Sampled, point: Point) -> bool:
        """Does the point solve this equation and not the other?

        Where the other has no value, only a point without rounding tells: √(-u²) has one where u is exactly 0.
        """
        if all(other.gap(near) is None for near in _around(point)):
            return self.gap(point) == 0
        return not other.solved_by(point)

    def points(self, names: str, seed: int, lines: int) -> Iterator[Point]:
        """Points at which the sides cross on random lines; none where they only touch."""
        chance = random.Random(seed)
        for _ in range(lines):
            name = chance.choice(names)
            held = {other: mpf(chance.choice([0, 1, -1, 2, -2, 3, chance.randint(-40, 40)])) for other in names}
            gaps = [self.gap({**held, name: x}) for x in GRID]
            yield from ({**held, name: x} for x, gap in zip(GRID, gaps, strict=True) if gap == 0)
            for (low, left), (high, right) in pairwise(zip(GRID, gaps, strict=True)):
                if left is not None and right is not None and left * right < 0:
                    yield from self._crossing(held, name, low, high, left)

    def _crossing(self, held: Point, name: str, low: mpf, high: mpf, left: mpf) -> Iterator[Point]:
        for _ in range(150):
            middle = (low + high) / 2
            gap = self.gap({**held, name: middle})
            if gap is None:
                return
            low, high = (low, middle) if gap * left <= 0 else (middle, high)
        found = {**held, name: (low + high) / 2}
        if self.solved_by(found):
            yield found
