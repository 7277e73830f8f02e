"""The sign of a polynomial on the domain, where it is manifest, or in the case that is walked."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

from flint import fmpq

from quizengine.maths.same.circle import mirrored, single
from quizengine.maths.same.field import Ends, Field
from quizengine.maths.same.ring import Poly

_MAX_SQUARE_TERMS = 12


def side_of(field: Field, poly: Poly) -> int:
    """The sign of `poly`, with leading coefficient 1; where it is not known, that of the case which is walked."""
    sign = sign_of(field, poly)
    if sign or field.path is None or mirrored(field, poly) not in (poly, -poly):
        return sign
    sign = _with_root(field, poly, side_of) if len(poly) <= _MAX_SQUARE_TERMS else 0
    if sign:
        return sign
    exponent = _exponent(field, poly)
    if exponent is not None:
        return prod(side_of(field, field.made[index]) for index, power in field.used(exponent) if power % 2)
    sign = field.path.choose()
    field.assume(poly, sign)
    return sign


def _exponent(field: Field, poly: Poly) -> Poly | None:
    """A monomial of the sign of u, if `poly` is e^u - 1."""
    if len(poly) != 2 or poly.total_degree() != 1 or poly.to_dict().get((0,) * len(field.free)) != -1:
        return None
    stands = single(field, poly + 1)
    return stands.mono if stands is not None and stands.kind == "exp" and isinstance(stands.over, fmpq) else None


def sign_of(field: Field, poly: Poly) -> int:
    """1 if `poly` is never negative on the domain, -1 if never positive, 0 if that is not manifest."""
    if isinstance(poly, fmpq):
        return 1 if poly >= 0 else -1
    if poly == 0:
        return 1
    if field.assumed:
        sign = _assumed(field, poly)
        if sign:
            return sign
    if not field.real(poly):
        return 0
    terms = poly.to_dict()
    signs = {_term_sign(field, exponents, coefficient) for exponents, coefficient in terms.items()}
    if len(signs) == 1:
        return signs.pop()
    sign = _bounded_sign(field, terms)
    if sign:
        return sign
    if len(terms) > _MAX_SQUARE_TERMS:
        return 0
    return _square_completed(field, poly) or _with_root(field, poly, sign_of)


def _assumed(field: Field, poly: Poly) -> int:
    """The sign of `poly` in this case: a multiple of one that is known, or the sum of two."""
    side, monic = _monic(poly)
    told = _known(field, monic)
    if told:
        return side * told
    for other, sign in field.assumed:
        rest_side, rest = _monic(monic - other)
        if rest_side * _known(field, rest) == sign:
            return side * sign
    return 0


def _monic(poly: Poly) -> tuple[int, Poly]:
    """The sign of the leading coefficient, and `poly` with leading coefficient 1; a number stays as it is."""
    if isinstance(poly, fmpq) or poly == 0:
        return 1, poly
    lead = poly.leading_coefficient()
    return (1, poly * (1 / lead)) if lead > 0 else (-1, poly * (1 / lead))


def _known(field: Field, monic: Poly) -> int:
    return next((sign for other, sign in field.assumed if other == monic), 0)


def _square_completed(field: Field, poly: Poly) -> int:
    """The sign of a·g² + b·g + c for a generator g where 4ac ≥ b²: that of a."""
    for index, power in field.used(poly):
        if power == 2:
            c, b, a = _coefficients(field, poly, index)
            sign = sign_of(field, a)
            if sign and sign_of(field, 4 * a * c - b * b) == 1:
                return sign
    return 0


def _with_root(field: Field, poly: Poly, sign: Callable[[Field, Poly], int]) -> int:
    """The sign of a + b·r for a square root r, from that of b²r² - a²: the larger of the two tells."""
    for index, power in field.used(poly):
        relation = field.relations.get(index)
        if power != 1 or relation is None or relation.power != 2 or field.sign(index) != 1:
            continue
        a, b = _coefficients(field, poly, index)
        if sign is not sign_of and sign_of(field, a) * sign_of(field, b) == 0:
            continue
        side, square = _monic(field.reduce(b * b * relation.value - a * a))
        larger = {1: b, -1: a}.get(side * sign(field, square))
        if larger is not None:
            return sign_of(field, larger)
    return 0


def _coefficients(field: Field, poly: Poly, index: int) -> list[Poly]:
    """The coefficients of `poly` as a polynomial in one generator, the lowest first."""
    parts: list[dict[tuple[int, ...], Any]] = [{} for _ in range(int(poly.degrees()[index]) + 1)]
    for exponents, coefficient in poly.to_dict().items():
        parts[exponents[index]][(*exponents[:index], 0, *exponents[index + 1 :])] = coefficient
    return [field.context.from_dict(part) for part in parts]



def _bounded_sign(field: Field, terms: dict[tuple[int, ...], Any]) -> int:
    """The sign of a polynomial from the ranges of its generators, in terms that each have a least and a greatest value."""
    low: Any = fmpq(0)
    high: Any = fmpq(0)
    for exponents, coefficient in terms.items():
        least, most = _bounds(field, exponents)
        ends = (least, most) if coefficient > 0 else (most, least)
        low = None if low is None or ends[0] is None else low + coefficient * ends[0]
        high = None if high is None or ends[1] is None else high + coefficient * ends[1]
    if low is not None and low >= 0:
        return 1
    return -1 if high is not None and high <= 0 else 0


def _bounds(field: Field, exponents: tuple[int, ...]) -> Ends:
    """The least and the greatest value of a product of generators that are not negative, or of one generator."""
    used = [(index, power) for index, power in enumerate(exponents) if power]
    least: Any = fmpq(1)
    most: Any = fmpq(1)
    for index, power in used:
        low, high = field.ends(index)
        if len(used) == power == 1:
            return low, high
        if low is None or low < 0:
            return None, None
        least = least * low**power
        most = None if most is None or high is None else most * high**power
    return least, most


def _term_sign(field: Field, exponents: tuple[int, ...], coefficient: Any) -> int:
    sign = 1 if coefficient > 0 else -1
    for index, power in enumerate(exponents):
        if power % 2:
            sign *= field.sign(index)
    return sign
