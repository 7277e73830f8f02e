"""Points of a box at which polynomials in several variables have given signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from quizengine.maths.budget import once, spend
from quizengine.maths.equality.domain import Domain, Range, point
from quizengine.maths.equality.normal_form.ring import TooHard
from quizengine.maths.equality.regions.affine import affine_points, is_affine
from quizengine.maths.equality.regions.cells import Terms, cells, value_of
from quizengine.maths.equality.regions.intervals import intervals, simplest

Found = tuple[Iterator[tuple[Fraction, ...]], bool]

_LINE = 60  # work of a border on a line
_LINES = 3  # points of the box through which lines are drawn


def curved_points(names: tuple[str, ...], domain: Domain, sides: Sequence[Terms], all_pieces: bool) -> Found:
    """Return points where polynomials in several variables have the right signs, and whether they lie in all pieces."""
    if all_pieces:
        ranges = tuple(domain.range(name) for name in names)
        pieces = once((ranges, frozenset(map(_border, sides))), lambda: _cells(ranges, sides))
        if pieces is not None:
            return (place for place in pieces if all(value_of(side, place) > 0 for side in sides)), True
    return _near(names, domain, sides), False


def _border(side: Terms) -> frozenset[tuple[tuple[int, ...], Fraction]]:
    """The same for both sides of one border."""
    sign = 1 if side[max(side)] > 0 else -1
    return frozenset((powers, sign * x) for powers, x in side.items())


def _cells(ranges: Sequence[Range], sides: Sequence[Terms]) -> list[tuple[Fraction, ...]] | None:
    try:
        return list(cells(ranges, sides))
    except TooHard:
        return None


def _near(names: tuple[str, ...], domain: Domain, sides: Sequence[Terms]) -> Iterator[tuple[Fraction, ...]]:
    """Points on lines along the axes, between the roots of the borders there."""
    ranges = [domain.range(name) for name in names]
    affine = [side for side in sides if is_affine(side)]
    usual = [tuple(x for _, x in point(names, domain, index)) for index in range(_LINES)]
    seen = set()
    for start in (*affine_points(ranges, affine), *usual):
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
