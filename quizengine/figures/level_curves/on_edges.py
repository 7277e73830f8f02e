"""Where on an edge a level is: the Illinois method (M. Dowell, P. Jarratt, 1971), and halving where it is slow."""

from __future__ import annotations

from collections.abc import Sequence

from quizengine.figures.drawing import Point
from quizengine.figures.level_curves.sampling import Ends, Surface

_EXACT = 1e-3  # of the greater difference to the level at the ends: a hundredth of an em on half a page
_JUMP = 0.05  # of it: values that differ by more at two places so close jump
_SECANTS, _HALVINGS = 6, 16


class _Search:
    """An edge between `a` and `b`, shares of it, with the differences of the values to the level there."""

    __slots__ = ("a", "above", "at", "b", "below", "edge", "fa", "fb", "found", "level", "most")

    def __init__(self, edge: Ends, level: float) -> None:
        self.edge, self.level = edge, level
        self.a, self.b, self.fa, self.fb = 0.0, 1.0, edge[2] - level, edge[3] - level
        self.below, self.above = self.fa, self.fb  # as they are: fa and fb may be made smaller
        self.most = max(abs(self.fa), abs(self.fb))
        self.at, self.found = 0.0, self.fa

    @property
    def level_at_an_end(self) -> bool:
        """Whether the level is at the lower end: it may be the level of a whole plateau, whose rim is looked for."""
        return self.fa == 0 or self.fb == 0

    @property
    def jumps(self) -> bool:
        """Whether the values jump over the level, or end, as far as the search went."""
        exact = abs(self.found) <= _EXACT * self.most
        return not (exact or abs(self.above - self.below) <= _JUMP * self.most)

    def place(self) -> Point:
        (x, y), (u, v) = self.edge[:2]
        return x + self.at * (u - x), y + self.at * (v - y)

    def choose(self, halve: bool) -> Point:
        self.at = (self.a + self.b) / 2 if halve else self.a - self.fa * (self.b - self.a) / (self.fb - self.fa)
        return self.place()

    def take(self, value: float, halve: bool) -> None:
        self.found = value - self.level
        if (self.found > 0) == (self.fb > 0):
            self.b, self.fb = self.at, self.found
            self.above = self.found
            self.fa /= 1 if halve else 2
        else:
            self.a, self.fa = self.at, self.found
            self.below = self.found
            self.fb /= 1 if halve else 2


def places(surface: Surface, edges: Sequence[tuple[Ends, float]]) -> list[Point | None]:
    """Return for each edge and level where the level is, None where the values jump over it or end."""
    searches = [_Search(edge, level) for edge, level in edges]
    plateaus = [search for search in searches if search.level_at_an_end]
    left = _rounds(surface, [search for search in searches if not search.level_at_an_end], _SECANTS, halve=False)
    _rounds(surface, left + plateaus, _HALVINGS, halve=True)
    return [None if search.jumps else search.place() for search in searches]


def _rounds(surface: Surface, searches: list[_Search], rounds: int, halve: bool) -> list[_Search]:
    """Searches on; returns those that are not exact yet."""
    for _ in range(rounds):
        if not searches:
            break
        at = [search.choose(halve) for search in searches]
        for search, value in zip(searches, surface(*zip(*at, strict=True)), strict=True):
            search.take(value, halve)
        if not halve:
            searches = [search for search in searches if not abs(search.found) <= _EXACT * search.most]
    return searches
