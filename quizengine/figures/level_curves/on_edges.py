"""Where on an edge a level is: the Illinois method (M. Dowell, P. Jarratt, 1971), and halving where it is slow."""

from __future__ import annotations

from collections.abc import Sequence

from quizengine.figures.drawing import Point
from quizengine.figures.level_curves.sampling import Ends, Surface

Guess = tuple[Ends, float, Point]  # an edge, a level, and the place on the edge where it may be

_EXACT = 5e-4  # of the greater difference to the level at the ends: less than a thousandth of an em on half a page
_NEAR = 0.04  # of it: what is left after one step more is below a thousandth
_JUMP = 0.05  # of it: values that differ by more at two places so close jump
_SEEN, _STILL = 6, 0.5  # of the difference at first: values that differ by more after so many halvings jump
_MOST = 500  # edges that are halved; where more are slow, the values are too wild for curves
_SECANTS, _HALVINGS = 6, 16


class _Search:
    """An edge between `a` and `b`, shares of it, with the differences of the values to the level there."""

    __slots__ = ("a", "above", "at", "b", "below", "edge", "fa", "fb", "found", "level", "most", "side")

    def __init__(self, edge: Ends, level: float, at: float, value: float) -> None:
        self.edge, self.level, self.at = edge, level, at
        self.a, self.b, self.fa, self.fb = 0.0, 1.0, edge[2] - level, edge[3] - level
        self.below, self.above = self.fa, self.fb  # as they are: fa and fb may be made smaller
        self.most = max(abs(self.fa), abs(self.fb))
        self.side = 0
        self.take(value)

    @property
    def exact(self) -> bool:
        return abs(self.found) <= _EXACT * self.most

    @property
    def jumps(self) -> bool:
        """Whether the values jump over the level, or end, as far as the search went."""
        return not (self.exact or abs(self.above - self.below) <= _JUMP * self.most)

    @property
    def hopeless(self) -> bool:
        """Whether the values are still so far apart at the ends of what is left that they must jump."""
        return not abs(self.above - self.below) <= _STILL * self.most

    def place(self) -> Point:
        return _at(self.edge, self.at)

    def choose(self, halve: bool) -> Point:
        self.at = (self.a + self.b) / 2 if halve else self.a - self.fa * (self.b - self.a) / (self.fb - self.fa)
        return self.place()

    def take(self, value: float) -> None:
        """Narrow the edge by the value at the place chosen; an end that stays a second time counts half."""
        self.found = value - self.level
        if (self.found > 0) == (self.above > 0):
            self.b, self.fb, self.above = self.at, self.found, self.found
            if self.side > 0:
                self.fa /= 2
            self.side = 1
        else:
            self.a, self.fa, self.below = self.at, self.found, self.found
            if self.side < 0:
                self.fb /= 2
            self.side = -1


def places(surface: Surface, guesses: Sequence[Guess]) -> list[Point | None]:
    """Return for each edge with its level where the level is, None where the values jump over it or end."""
    if not guesses:
        return []
    found: list[Point | None] = [place for _, _, place in guesses]
    slow: dict[int, _Search] = {}
    plateaus: dict[int, _Search] = {}
    values = surface(*zip(*found, strict=True))
    for number, ((ends, level, place), value) in enumerate(zip(guesses, values, strict=True)):
        fa, fb = ends[2] - level, ends[3] - level
        if fa == 0 or fb == 0:
            found[number] = ends[1] if fb == 0 else ends[0]
            if value == level:
                plateaus[number] = _Search(ends, level, _share(ends, place), value)
        elif not abs(value - level) <= _EXACT * max(abs(fa), abs(fb)):
            search = _Search(ends, level, _share(ends, place), value)
            if abs(value - level) <= _NEAR * max(abs(fa), abs(fb)):
                found[number] = search.choose(halve=False)  # one step more, which needs no look
            else:
                slow[number] = search
    left = _rounds(surface, list(slow.values()), _SECANTS, halve=False)
    _rounds(surface, [*left[:_MOST], *plateaus.values()], _HALVINGS, halve=True)
    for number, search in {**slow, **plateaus}.items():
        found[number] = None if search.jumps else search.place()
    return found


def _share(ends: Ends, place: Point) -> float:
    """The share of an edge at which a place on it lies."""
    (x, y), (u, v) = ends[0], ends[1]
    return (place[0] - x) / (u - x) if abs(u - x) > abs(v - y) else (place[1] - y) / (v - y)


def _at(ends: Ends, share: float) -> Point:
    (x, y), (u, v) = ends[0], ends[1]
    return x + share * (u - x), y + share * (v - y)


def _rounds(surface: Surface, searches: list[_Search], rounds: int, halve: bool) -> list[_Search]:
    """Searches on; returns those that are not exact yet."""
    for number in range(rounds):
        if not searches:
            break
        chosen = [search.choose(halve) for search in searches]
        for search, value in zip(searches, surface(*zip(*chosen, strict=True)), strict=True):
            search.take(value)
        if not halve:
            searches = [search for search in searches if not search.exact]
        elif number == _SEEN:
            searches = [search for search in searches if not search.hopeless]
    return searches
