"""Level curves on which there is nothing to see."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from quizengine.figures.level_curves.sampling import MOST
from quizengine.figures.level_map.levels import Levels
from quizengine.figures.numbers import number_text

_CELLS = 20  # in each direction, at whose corners the values are looked at
_FLAT = 1e-9  # of the values: differences that rounding makes
_SMALL = 1e-6  # below it, rounding is of this size
_MUCH = 0.1  # of the places: near a pole some values are large
_FEWEST = 2  # curves of a map
_LINES, _STEPS = 5, 240  # straight ways through the rectangle, and the steps of each: a twelfth of an em on half a page


def faults(shown: Levels) -> Iterator[str]:
    """Yield why there is nothing to see: values too large, no values, no change, no level among them, or one curve."""
    yield from _faults(shown)


@lru_cache(maxsize=32)  # several figures of a question show one map
def _faults(shown: Levels) -> tuple[str, ...]:
    return tuple(_found(shown))


def _found(shown: Levels) -> Iterator[str]:
    steps = [n / _CELLS for n in range(_CELLS + 1)]
    us, vs = steps * len(steps), [v * shown.rectangle.height for v in steps for _ in steps]
    values = shown.rectangle.values_in_shares(shown.function, us, vs)
    large = [value for value in values if abs(value) > MOST]
    if len(large) > _MUCH * len(values):
        told = f"at {len(large)} of {len(values)} places they are beyond {number_text(MOST)}"
        yield f"the values of the function are too large to be drawn in this rectangle ({told}); take a smaller one"
        return
    seen = [value for value in values if abs(value) <= MOST]
    if not seen:
        yield "there is nothing to see: the function has no value in this rectangle; take another one"
    elif max(seen) - min(seen) <= _FLAT * max(_SMALL, *map(abs, (min(seen), max(seen)))):
        yield "there is nothing to see: the function has the same value everywhere in this rectangle; take another one"
    else:
        yield from _of_levels(shown, min(seen), max(seen))


def _of_levels(shown: Levels, least: float, most: float) -> Iterator[str]:
    """What is wrong with the levels of a function whose values run from `least` to `most`."""
    range_ = f"the values run from {number_text(least, 3)} to {number_text(most, 3)}"
    if not any(least <= level <= most for level, _ in shown.levels):
        yield f"there is nothing to see: {range_}, and no level lies there; choose levels among them"
    elif (share := _close(shown)) > _MUCH:
        yield (
            f"level curves lie closer together than can be seen, on {100 * share:.0f} % of the way through this"
            " rectangle; take a smaller one, or fewer levels"
        )
    elif (count := sum(map(len, shown.curves()))) < _FEWEST:
        yield f"there is too little to see: {count or 'no'} level curve; {range_}, choose more levels among them"


def _close(shown: Levels) -> float:
    """Return on which share of straight ways through the rectangle, across or upwards, curves are as close as strokes
    are wide.
    """
    levels, height = [level for level, _ in shown.levels], shown.rectangle.height
    steps, lines = [n / _STEPS for n in range(_STEPS + 1)], [(n + 0.5) / _LINES for n in range(_LINES)]
    ways = (
        (steps * _LINES, [v * height for v in lines for _ in steps]),
        ([u for u in lines for _ in steps], [v * height for v in steps] * _LINES),
    )
    shares = []
    for way in ways:
        below = [bisect(levels, value) for value in shown.rectangle.values_in_shares(shown.function, *way)]
        crossed = [abs(there - here) for here, there in pairwise(below)]
        close = sum(one and one + other > 1 for one, other in pairwise(crossed))
        shares.append(close / len(crossed))
    return max(shares)
