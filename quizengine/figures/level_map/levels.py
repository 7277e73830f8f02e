"""A function over a rectangle with levels, and its curves."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise
from typing import Literal

from quizengine.figures.drawing import Points, length
from quizengine.figures.level_curves import curves
from quizengine.figures.numbers import nice_steps
from quizengine.figures.rectangle.rectangle import Rectangle
from quizengine.maths.tree import Node

Labels = Literal["all", "every second", "none"]
Level = tuple[float, str]  # its value and how it is written

_PLACES = 25  # in each direction, at which the values are looked at for levels
_EQUAL = 1e-6  # of a step
_WRITTEN = {"all": (0, 1), "every second": (0,), "none": ()}  # ranks of the levels that are written


@dataclass(frozen=True, slots=True)
class Levels:
    """A function, the levels of its curves, which rise, and which of them are written on their curves."""

    function: Node
    rectangle: Rectangle
    levels: tuple[Level, ...]
    labels: Labels = "all"

    def curves(self) -> Sequence[tuple[Points, ...]]:
        """Return the curves of each level, in shares of the rectangle's width, the longest first."""
        return _curves(self.function, self.rectangle, tuple(level for level, _ in self.levels))

    def titles(self) -> list[tuple[str, int]]:
        """Return for each level what is written on its curves, "" for nothing, and 0 for every second one, else 1.

        The level 0 is one of every second ones.
        """
        first = next((number % 2 for number, (level, _) in enumerate(self.levels) if level == 0), 0)
        ranks = [(number - first) % 2 for number in range(len(self.levels))]
        shown = _WRITTEN[self.labels]
        return [(text if rank in shown else "", rank) for (_, text), rank in zip(self.levels, ranks, strict=True)]

    def untold(self, missing: Collection[str]) -> list[str]:
        """Return which of the levels without label cannot be counted, in equal steps, between two that have one or on
        from the nearest two.
        """
        texts = [text for text, _ in self.titles()]
        told = [number for number, text in enumerate(texts) if text and text not in missing]
        return [text for number, text in enumerate(texts) if text in missing and not self._counted(number, told)]

    def _counted(self, number: int, told: Sequence[int]) -> bool:
        """Whether a level is known by those that are `told`, which are in order."""
        at = bisect_left(told, number)
        near = told[max(0, at - 1) : at + 1] if 0 < at < len(told) else told[:2] if at == 0 else told[-2:]
        if len(near) < 2:
            return False
        run = [level for level, _ in self.levels[min(number, *near) : max(number, *near) + 1]]
        steps = [after - before for before, after in pairwise(run)]
        return max(steps) - min(steps) <= _EQUAL * max(steps)


def round_levels(function: Node, rectangle: Rectangle, count: int) -> list[float]:
    """Return about `count` round levels among the values of a function, evenly spaced."""
    shares = [(n + 0.31) / _PLACES for n in range(_PLACES)]
    ups = [v * rectangle.height for v in shares for _ in shares]
    seen = sorted(filter(math.isfinite, rectangle.values_in_shares(function, shares * _PLACES, ups)))
    edge = len(seen) // 50  # the outermost hundredths may be steep
    return nice_steps(seen[edge], seen[-1 - edge], count) if seen else []


@lru_cache(maxsize=32)  # what is drawn is told in words too, and looked at by a check
def _curves(function: Node, rectangle: Rectangle, levels: tuple[float, ...]) -> tuple[tuple[Points, ...], ...]:
    found = curves(partial(rectangle.values_in_shares, function), rectangle.height, levels)
    return tuple(tuple(sorted(each, key=length, reverse=True)) for each in found)
