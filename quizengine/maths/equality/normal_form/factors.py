"""Expressions as products of factors, whose signs tell where roots and logarithms are defined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flint import fmpq

from quizengine.maths.budget import spend
from quizengine.maths.equality.normal_form.complex_exponentials import mirrored, single
from quizengine.maths.equality.normal_form.factorisation import irreducible_factors
from quizengine.maths.equality.normal_form.generators import Condition, Field
from quizengine.maths.equality.normal_form.ring import (
    Denominator,
    Element,
    NoValue,
    Poly,
    TooHard,
    UndefinedEverywhere,
    summed,
)
from quizengine.maths.equality.signs.definedness import not_zero
from quizengine.maths.equality.signs.signs import side_of

_MAX_FACTORED_TERMS = 40
_LOOK = 6  # work

Parts = Sequence[tuple[Element, int]]
Factors = tuple[Any, list[tuple[Poly, int]]]


def whole(element: Element) -> Parts:
    """Return `element` as a product of one part."""
    return ((element, 1),)


def vanishes(field: Field, parts: Parts) -> bool:
    """Return whether one of the parts is zero everywhere, to a positive power. If so, what is divided by is noted.

    Raises UndefinedEverywhere if one is zero to a negative power.
    """
    zero = [power for element, power in parts if element[0] == 0 or field.reduce(element[0]) == 0]
    if any(power < 0 for power in zero):
        raise UndefinedEverywhere
    if not zero:
        return False
    for element, power in parts:
        if power < 0:
            field.keep_from_zero(element[0])
    return True


def factored(field: Field, parts: Parts) -> Factors:
    """Return the product of `parts` as a rational and a list of (irreducible polynomial with leading coefficient 1,
    power).
    """
    total: Any = fmpq(1)
    merged: Denominator = ()
    for element, times in parts:
        top, bottom = field.lowest(element)
        if times < 0:
            field.keep_from_zero(top)
        for poly, side in ((top, times), (bottom, -times)):
            constant, factors = _factor(field, poly)
            if constant == 0:
                raise NoValue
            total = total * _power_of_constant(field, constant, side)
            merged = summed(merged, tuple((factor, power * side) for factor, power in factors))
    return _in_real_factors(field, total, [(poly, power) for poly, power in merged if power])


def _power_of_constant(field: Field, constant: Any, n: int) -> Any:
    """constant^n for a rational constant and any integer n; TooHard where it has too many digits."""
    if abs(constant) == 1:
        return constant if n % 2 else fmpq(1)
    field.afford(constant, abs(n))
    return constant**n


def _factor(field: Field, poly: Poly) -> Factors:
    spend(_LOOK)
    if isinstance(poly, fmpq):
        return poly, []
    if poly.is_constant():
        return (poly.leading_coefficient() if poly != 0 else fmpq(0)), []
    lead = poly.leading_coefficient()
    if len(poly) == 1:
        return lead, [(field.free[index], power) for index, power in field.used(poly)]
    if poly.total_degree() == 1 or mirrored(field, poly) is None:
        return lead, [(poly * (1 / lead), 1)]
    if len(poly) > _MAX_FACTORED_TERMS:
        raise TooHard
    constant, parts = irreducible_factors(poly)
    monic = []
    for part, power in parts:
        first = part.leading_coefficient()
        constant = constant * first**power
        monic.append((part * (1 / first), power))
    return constant, monic


def _in_real_factors(field: Field, constant: Any, polys: list[tuple[Poly, int]]) -> Factors:
    """The same real product with each polynomial p standing for the real p/w or i·p/w, and without e^(iθ) and i."""
    kept: list[tuple[Poly, int]] = []
    quarters = 0  # how many factors i the polynomials that are kept leave over
    for poly, power in polys:
        stands = single(field, poly)
        if stands is not None and stands.kind == "i":
            quarters += power
        elif stands is not None and stands.kind == "turn":
            if mirrored(field, poly) is None:
                raise TooHard  # |e^(iθ)| is 1 only for a real θ, and this is a part of one that is not
        else:
            image = mirrored(field, poly)
            if image == -poly:
                quarters -= power
            elif image != poly:
                raise TooHard  # it is not real by its form, as 1 + cos(π/5) - cos(2π/5) is not with e^(iπ) = -1
            kept.append((poly, power))
    return (constant if quarters % 4 < 2 else -constant), kept


def need(field: Field, factors: Factors) -> None:
    """Note that the product of `factors` must not be negative; NoValue where it is."""
    constant, polys = factors
    sign = 1 if constant > 0 else -1
    unknown = []
    for poly, power in polys:
        if power % 2:
            side = side_of(field, poly)
            if side:
                sign *= side
            else:
                unknown.append(poly)
    if unknown:
        known = (poly for poly, _ in polys if poly not in unknown)
        unless = tuple(poly for poly in known if not not_zero(field, poly, (), (), False))
        field.conditions.append(Condition(sign, tuple(unknown), unless))
    elif sign < 0:
        field.signed.extend(poly for poly, _ in polys)  # where one is zero, the root is, too
        raise NoValue
