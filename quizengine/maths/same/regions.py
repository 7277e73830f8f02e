"""The part of a box on which polynomials have given signs: points in it, and whether none of its pieces lacks one.

Exact where every polynomial is affine, by Fourier-Motzkin elimination (A. Schrijver, "Theory of Linear and Integer
Programming", 1986, section 12.2), where each holds one variable, by its real roots, and else, within limits, by the
cells of `cells`. A set cut out by affine inequalities is convex and so in one piece; so are intervals between
neighbouring roots, and cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, product

from quizengine.maths.budget import spend
from quizengine.maths.same.cells import Terms, cells
from quizengine.maths.same.domain import Coordinates, Domain, Range, point
from quizengine.maths.same.intervals import intervals, simplest
from quizengine.maths.same.ring import TooHard

Affine = tuple[tuple[Fraction, ...], Fraction]  # (a, b): a·x + b
Found = tuple[Iterator[tuple[Fraction, ...]], bool]
Holds = Callable[[Coordinates], bool]  # is it proven that a point lies on the side that is meant?

_MOST_INEQUALITIES = 120
_REGION = 40  # work of a region, and of each of its sides
_MOST_POINTS = 12
_LINE = 60  # work of a border on a line
_LINES = 3  # points of the box through which lines are drawn
_TRIED = 24  # points of the box, where nothing exact can be had


@dataclass(frozen=True, slots=True)
class Region:
    """Points of an open set, and whether there is one in each of its pieces; complete without points: it is empty."""

    points: tuple[Coordinates, ...]
    complete: bool

    @property
    def empty(self) -> bool:
        """Is it proven that nothing is in it?"""
        return self.complete and not self.points


def region(names: tuple[str, ...], domain: Domain, sides: Sequence[Terms], others: Sequence[Holds] = ()) -> Region:
    """The points of `domain` at which all of `sides` are positive and all of `others` hold.

    sides: polynomials in `names`, whose exponents stand in that order. others: what is no polynomial; with one of
    them the region is never complete.
    """
    spend(_REGION * (1 + len(sides)))
    try:
        return _region(names, domain, sides, others)
    except TooHard:
        return Region((), False)


def _region(names: tuple[str, ...], domain: Domain, sides: Sequence[Terms], others: Sequence[Holds]) -> Region:
    ranges = [domain.range(name) for name in names]
    if all(map(_is_affine, sides)):
        found = _affine_points(ranges, sides)
        whole = True
    elif all(_variable(side) is not None for side in sides):
        found = _interval_points(ranges, sides)
        whole = True
    else:
        found, whole = _curved(names, domain, sides, not others)
    if not others:
        points = tuple(islice(_named(names, found), _MOST_POINTS))
        return Region(points, whole and len(points) < _MOST_POINTS)
    tried = (*islice(_named(names, found), _MOST_POINTS), *_of_the_box(names, domain, sides))
    points = tuple(place for place in dict.fromkeys(tried) if all(holds(place) for holds in others))
    return Region(points[:_MOST_POINTS], False)


def _curved(names: tuple[str, ...], domain: Domain, sides: Sequence[Terms], all_pieces: bool) -> Found:
    """Points where polynomials in several variables have the right signs, and whether they lie in all pieces."""
    if all_pieces:
        ranges = [domain.range(name) for name in names]
        with suppress(TooHard):
            here = [place for place in cells(ranges, sides) if all(value_of(side, place) > 0 for side in sides)]
            return iter(here), True
    return _near(names, domain, sides), False


def value_of(terms: Terms, place: Sequence[Fraction]) -> Fraction:
    """The value of a polynomial at a point."""
    total = Fraction(0)
    for exponents, coefficient in terms.items():
        for x, power in zip(place, exponents, strict=True):
            if power:
                coefficient = coefficient * x**power
        total += coefficient
    return total


def _named(names: tuple[str, ...], found: Iterator[tuple[Fraction, ...]]) -> Iterator[Coordinates]:
    return (tuple(zip(names, place, strict=True)) for place in found)


def _of_the_box(names: tuple[str, ...], domain: Domain, sides: Sequence[Terms]) -> Iterator[Coordinates]:
    for index in range(_TRIED if names else 1):
        place = point(names, domain, index)
        if all(value_of(side, [x for _, x in place]) > 0 for side in sides):
            yield place


def _is_affine(terms: Terms) -> bool:
    return all(sum(exponents) <= 1 for exponents in terms)


def _variable(terms: Terms) -> int | None:
    """The place of the one variable of a polynomial; None where it has several."""
    used = {place for exponents in terms for place, power in enumerate(exponents) if power}
    return next(iter(used), 0) if len(used) <= 1 else None


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


def _affine_points(ranges: Sequence[Range], sides: Sequence[Terms]) -> Iterator[tuple[Fraction, ...]]:
    """Up to three points of one convex set."""
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


def _interval_points(ranges: Sequence[Range], sides: Sequence[Terms]) -> Iterator[tuple[Fraction, ...]]:
    """A point in each product of intervals between neighbouring roots, on which all signs are right."""
    choices: list[list[Fraction]] = []
    for place, ends in enumerate(ranges):
        mine = [_in_one_variable(side, place) for side in sides if _variable(side) == place]
        middles = [simplest(low, high, place) for low, high in intervals(mine, ends)]
        choices.append([x for x in middles if all(_horner(poly, x) > 0 for poly in mine)])
    yield from product(*choices)


def _in_one_variable(terms: Terms, place: int) -> list[Fraction]:
    poly = [Fraction(0)] * (1 + max(exponents[place] for exponents in terms))
    for exponents, coefficient in terms.items():
        poly[exponents[place]] += coefficient
    return poly


def _horner(poly: Sequence[Fraction], x: Fraction) -> Fraction:
    total = Fraction(0)
    for coefficient in reversed(poly):
        total = total * x + coefficient
    return total


def _near(names: tuple[str, ...], domain: Domain, sides: Sequence[Terms]) -> Iterator[tuple[Fraction, ...]]:
    """Points on lines along the axes, between the roots of the borders there."""
    ranges = [domain.range(name) for name in names]
    affine = [side for side in sides if _is_affine(side)]
    usual = [tuple(x for _, x in point(names, domain, index)) for index in range(_LINES)]
    seen = set()
    for start in (*_affine_points(ranges, affine), *usual):
        for place, ends in enumerate(ranges):
            spend(_LINE * len(sides))
            lines = [_on_line(side, start, place) for side in sides]
            for low, high in intervals(lines, ends):
                found = (*start[:place], simplest(low, high, place), *start[place + 1 :])
                if found not in seen and all(value_of(side, found) > 0 for side in sides):
                    seen.add(found)
                    yield found


def _on_line(terms: Terms, start: Sequence[Fraction], place: int) -> list[Fraction]:
    """The polynomial in variable `place` alone, all others being as at `start`."""
    poly = [Fraction(0)] * (1 + max(exponents[place] for exponents in terms))
    for exponents, coefficient in terms.items():
        for other, power in enumerate(exponents):
            if power and other != place:
                coefficient = coefficient * start[other] ** power
        poly[exponents[place]] += coefficient
    return poly
