"""The part of a box on which polynomials have given signs: points in it, and whether none of its pieces lacks one.

Exact where every polynomial is affine, by Fourier-Motzkin elimination (A. Schrijver, "Theory of Linear and Integer
Programming", 1986, section 12.2), where each holds one variable, by its real roots, and else, within limits, by the
cells of `cells`. A set cut out by affine inequalities is convex and so in one piece; so are intervals between
neighbouring roots, and cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, product

from quizengine.maths.budget import spend
from quizengine.maths.equality.domain import Coordinates, Domain, Range, point
from quizengine.maths.equality.normal_form.ring import TooHard
from quizengine.maths.equality.regions.affine import affine_points, is_affine
from quizengine.maths.equality.regions.cells import Terms, value_of
from quizengine.maths.equality.regions.curved import curved_points
from quizengine.maths.equality.regions.intervals import intervals, simplest

Holds = Callable[[Coordinates], bool]  # is it proven that a point lies on the side that is meant?

_REGION = 40  # work of a region, and of each of its sides
_MOST_POINTS = 12
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
    """Return the points of `domain` at which all of `sides` are positive and all of `others` hold.

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
    if all(map(is_affine, sides)):
        found = affine_points(ranges, sides)
        whole = True
    elif all(_variable(side) is not None for side in sides):
        found = _interval_points(ranges, sides)
        whole = True
    else:
        found, whole = curved_points(names, domain, sides, not others)
    if not others:
        points = tuple(islice(_named(names, found), _MOST_POINTS))
        return Region(points, whole and len(points) < _MOST_POINTS)
    tried = (*islice(_named(names, found), _MOST_POINTS), *_of_the_box(names, domain, sides))
    points = tuple(place for place in dict.fromkeys(tried) if all(holds(place) for holds in others))
    return Region(points[:_MOST_POINTS], False)


def _named(names: tuple[str, ...], found: Iterator[tuple[Fraction, ...]]) -> Iterator[Coordinates]:
    return (tuple(zip(names, place, strict=True)) for place in found)


def _of_the_box(names: tuple[str, ...], domain: Domain, sides: Sequence[Terms]) -> Iterator[Coordinates]:
    for index in range(_TRIED if names else 1):
        place = point(names, domain, index)
        if all(value_of(side, [x for _, x in place]) > 0 for side in sides):
            yield place


def _variable(terms: Terms) -> int | None:
    """The place of the one variable of a polynomial; None where it has several."""
    used = {place for exponents in terms for place, power in enumerate(exponents) if power}
    return next(iter(used), 0) if len(used) <= 1 else None


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
