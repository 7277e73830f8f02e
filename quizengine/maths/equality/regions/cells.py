"""A box cut at the zeros of polynomials in several variables: a point in each of the open pieces.

Open cylindrical algebraic decomposition (G. E. Collins, "Quantifier elimination for real closed fields by cylindrical
algebraic decomposition", 1975; for open cells A. Strzeboński, "Solving systems of strict polynomial inequalities",
Journal of Symbolic Computation 29, 2000): variables are eliminated from the last to the first. Where no leading
coefficient, discriminant or resultant of what is eliminated vanishes, its roots neither meet nor leave, so that between
two of them lies one cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache, partial
from itertools import combinations, starmap
from typing import Any

from flint import Ordering, fmpq, fmpq_mpoly_ctx

from quizengine.maths.budget import spend
from quizengine.maths.equality.domain import Range
from quizengine.maths.equality.normal_form.factorisation import irreducible_factors
from quizengine.maths.equality.normal_form.ring import TooHard
from quizengine.maths.equality.regions.intervals import intervals, simplest

Terms = dict[tuple[int, ...], Fraction]  # exponents of the variables -> coefficient
Poly = Any  # flint.fmpq_mpoly

_MOST_POLYS = 10  # of one level
_MOST_DEGREE = 8
_MOST_CELLS = 120
_PROJECTED = 40  # work of a discriminant or a resultant
_CUT = 40  # work of a polynomial on a line


def cells(ranges: Sequence[Range], sides: Sequence[Terms]) -> Iterator[tuple[Fraction, ...]]:
    """Yield a point in each open piece into which the zeros of `sides` cut the box `ranges`, and in some pieces
    several.

    Exponents stand in the order of the ranges. Raises TooHard for polynomials of high degree or many of them.
    """
    for count, place in enumerate(_lifted(ranges, _levels(ranges, sides), ())):
        if count == _MOST_CELLS:
            raise TooHard
        yield place


def value_of(terms: Terms, place: Sequence[Fraction]) -> Fraction:
    """Return the value of a polynomial at a point."""
    total = Fraction(0)
    for exponents, coefficient in terms.items():
        for x, power in zip(place, exponents, strict=True):
            if power:
                coefficient = coefficient * x**power
        total += coefficient
    return total


@lru_cache(maxsize=8)
def _context(size: int) -> Any:
    return fmpq_mpoly_ctx.get([f"x{place}" for place in range(size)], Ordering.lex)


def _levels(ranges: Sequence[Range], sides: Sequence[Terms]) -> list[list[Poly]]:
    """For each variable the polynomials in it and those before it, at whose zeros its line is cut."""
    context = _context(len(ranges))
    faces = ((place, end) for place, ends in enumerate(ranges) for end in ends if end is not None)
    polys = _irreducible((*(_poly(context, side) for side in sides), *starmap(partial(_face, context), faces)))
    levels: list[list[Poly]] = []
    for place in reversed(range(len(ranges))):
        mine = [poly for poly in polys if poly.degrees()[place]]
        levels.append(mine)
        rest = [poly for poly in polys if not poly.degrees()[place]]
        polys = _irreducible((*rest, *_projected(context, mine, place)))
    return levels[::-1]


def _poly(context: Any, terms: Terms) -> Poly:
    return context.from_dict({powers: fmpq(x.numerator, x.denominator) for powers, x in terms.items()})


def _face(context: Any, place: int, end: Fraction) -> Poly:
    """A face of the box; a zero of another polynomial may reach it."""
    return context.gens()[place] - fmpq(end.numerator, end.denominator)


def _irreducible(polys: Iterable[Poly]) -> list[Poly]:
    """The irreducible factors of `polys` with leading coefficient 1, each once."""
    found: list[Poly] = []
    for poly in polys:
        if poly.is_constant():
            continue
        if poly.total_degree() > _MOST_DEGREE:
            raise TooHard
        for factor, _ in irreducible_factors(poly)[1]:
            monic = factor * (1 / factor.leading_coefficient())
            if monic not in found:
                found.append(monic)
    if len(found) > _MOST_POLYS:
        raise TooHard
    return found


def _projected(context: Any, polys: Sequence[Poly], place: int) -> Iterator[Poly]:
    """Leading coefficients, discriminants and resultants with respect to variable `place`."""
    name = f"x{place}"
    for poly in polys:
        degree = poly.degrees()[place]
        lead = {powers: x for powers, x in poly.to_dict().items() if powers[place] == degree}
        yield context.from_dict({(*powers[:place], 0, *powers[place + 1 :]): x for powers, x in lead.items()})
        if degree > 1:
            spend(_PROJECTED)
            yield poly.discriminant(name)
    for one, other in combinations(polys, 2):
        spend(_PROJECTED)
        yield one.resultant(other, name)


def _lifted(
    ranges: Sequence[Range], levels: Sequence[Sequence[Poly]], start: tuple[Fraction, ...]
) -> Iterator[tuple[Fraction, ...]]:
    """The points whose first coordinates are `start`."""
    place = len(start)
    if place == len(ranges):
        yield start
        return
    spend(_CUT * (1 + len(levels[place])))
    lines = [_on_line(poly, start) for poly in levels[place]]
    for low, high in intervals(lines, ranges[place]):
        yield from _lifted(ranges, levels, (*start, simplest(low, high, place)))


def _on_line(poly: Poly, start: tuple[Fraction, ...]) -> list[Fraction]:
    """A polynomial in the next variable alone, all before it being as in `start`; lowest coefficient first."""
    place = len(start)
    line = [Fraction(0)] * (1 + int(poly.degrees()[place]))
    for powers, coefficient in poly.to_dict().items():
        term = Fraction(int(coefficient.p), int(coefficient.q))
        for x, power in zip(start, powers, strict=False):
            if power:
                term *= x ** int(power)
        line[int(powers[place])] += term
    return line
