"""Points at which affine functions are positive, by Fourier-Motzkin elimination.

A. Schrijver, "Theory of Linear and Integer Programming", 1986, section 12.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from quizengine.maths.equality.domain import Range
from quizengine.maths.equality.normal_form.ring import TooHard
from quizengine.maths.equality.regions.cells import Terms
from quizengine.maths.equality.regions.intervals import simplest

Affine = tuple[tuple[Fraction, ...], Fraction]  # (a, b): a·x + b

_MOST_INEQUALITIES = 120


def is_affine(terms: Terms) -> bool:
    return all(sum(exponents) <= 1 for exponents in terms)


def _affine(terms: Terms, size: int) -> Affine:
    slope = [Fraction(0)] * size
    rest = Fraction(0)
    for exponents, coefficient in terms.items():
        if any(exponents):
            slope[exponents.index(1)] = coefficient
        else:
            rest = coefficient
    return tuple(slope), rest


def _bounds(ranges: Sequence[Range]) -> Iterator[Affine]:
    """A box as inequalities."""
    for place, (low, high) in enumerate(ranges):
        unit = tuple(Fraction(place == other) for other in range(len(ranges)))
        if low is not None:
            yield unit, -low
        if high is not None:
            yield tuple(-x for x in unit), high


def affine_points(ranges: Sequence[Range], sides: Sequence[Terms]) -> Iterator[tuple[Fraction, ...]]:
    """Yield up to three points of one convex set."""
    system = [_affine(side, len(ranges)) for side in sides] + list(_bounds(ranges))
    seen = set()
    for choice in range(3 if ranges else 1):
        place = _inside(system, len(ranges), choice)
        if place is None:
            return
        if place not in seen:
            seen.add(place)
            yield place


def _inside(system: Sequence[Affine], size: int, choice: int) -> tuple[Fraction, ...] | None:
    """A point with simple coordinates at which every a·x + b is positive; None if there is none."""
    layers = [list(dict.fromkeys(system))]
    for place in reversed(range(size)):
        layers.append(_eliminated(layers[-1], place))
    if any(rest <= 0 for _, rest in layers.pop()):
        return None
    found: list[Fraction] = []
    for place in range(size):
        low: Fraction | None = None
        high: Fraction | None = None
        for slope, rest in layers[size - 1 - place]:
            times = slope[place]
            if not times:
                continue
            border = -(rest + sum(a * x for a, x in zip(slope, found, strict=False))) / times
            if times > 0:
                low = border if low is None else max(low, border)
            else:
                high = border if high is None else min(high, border)
        found.append(simplest(low, high, choice + place))
    return tuple(found)


def _eliminated(system: Sequence[Affine], place: int) -> list[Affine]:
    """What follows from `system` for the other variables."""
    above = [one for one in system if one[0][place] > 0]
    below = [one for one in system if one[0][place] < 0]
    left = {one: None for one in system if not one[0][place]}
    for slope, rest in above:
        for other, more in below:
            p, q = -other[place], slope[place]
            joined = tuple(p * a + q * b for a, b in zip(slope, other, strict=True))
            left[joined, p * rest + q * more] = None
            if len(left) > _MOST_INEQUALITIES:
                raise TooHard
    return list(left)
