"""Expressions as products of factors, whose signs tell where roots and logarithms are defined."""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd
from typing import Any

from flint import fmpq

from quizengine.maths.same.field import Condition, Field, Stands, power_of
from quizengine.maths.same.ring import Denominator, Element, Poly, Relation, TooHard, summed

_MAX_FACTORED_TERMS = 40

Parts = Sequence[tuple[Element, int]]
Factors = tuple[Any, list[tuple[Poly, int]]]


def whole(element: Element) -> Parts:
    """`element` as a product of one part."""
    return ((element, 1),)


def vanishes(parts: Parts) -> bool:
    """Is one of the parts the constant 0, to a positive power?"""
    return any(power > 0 and element[0] == 0 for element, power in parts)


def factored(field: Field, parts: Parts) -> Factors:
    """The product of `parts` as a rational and a list of (irreducible polynomial with leading coefficient 1, power)."""
    total: Any = fmpq(1)
    merged: Denominator = ()
    for element, times in parts:
        top, bottom = field.lowest(element)
        for poly, side in ((top, times), (bottom, -times)):
            constant, factors = _factor(field, poly)
            if constant == 0:
                raise TooHard
            total = total * constant**side
            merged = summed(merged, tuple((factor, power * side) for factor, power in factors))
    return total, [(poly, power) for poly, power in merged if power]


def _factor(field: Field, poly: Poly) -> Factors:
    if isinstance(poly, fmpq):
        return poly, []
    if poly.is_constant():
        return (poly.leading_coefficient() if poly != 0 else fmpq(0)), []
    lead = poly.leading_coefficient()
    if len(poly) == 1:
        return lead, [(field.made[index], power) for index, power in field.used(poly)]
    if poly.total_degree() == 1 or not field.real(poly):
        return lead, [(poly * (1 / lead), 1)]
    if len(poly) > _MAX_FACTORED_TERMS:
        raise TooHard
    constant, parts = poly.factor()
    monic = []
    for part, power in parts:
        first = part.leading_coefficient()
        constant = constant * first**power
        monic.append((part * (1 / first), int(power)))
    return constant, monic


def need(field: Field, factors: Factors) -> None:
    """Note that the product of `factors` must not be negative."""
    constant, polys = factors
    odd = tuple(poly for poly, power in polys if power % 2 and sign_of(field, poly) != 1)
    sign = 1 if constant > 0 else -1
    if odd or sign < 0:
        field.conditions.append(Condition(sign, odd))


def sign_of(field: Field, poly: Poly) -> int:
    """1 if `poly` is never negative on the domain, -1 if never positive, 0 if that is not manifest."""
    if isinstance(poly, fmpq):
        return 1 if poly >= 0 else -1
    if not field.real(poly):
        return 0
    if poly.total_degree() == 1:
        return _linear_sign(field, poly)
    signs = {_term_sign(field, exponents, coefficient) for exponents, coefficient in poly.to_dict().items()}
    return signs.pop() if len(signs) == 1 else 0


def _linear_sign(field: Field, poly: Poly) -> int:
    """The sign of a sum of multiples of generators, from the ends of their ranges."""
    low: Any = fmpq(0)
    high: Any = fmpq(0)
    for exponents, coefficient in poly.to_dict().items():
        index = next((index for index, power in enumerate(exponents) if power), None)
        ends = (fmpq(1), fmpq(1)) if index is None else _ends(field, field.stands[index])
        bounds = [None if end is None else coefficient * end for end in (ends if coefficient > 0 else ends[::-1])]
        low = None if low is None or bounds[0] is None else low + bounds[0]
        high = None if high is None or bounds[1] is None else high + bounds[1]
    if low is not None and low >= 0:
        return 1
    return -1 if high is not None and high <= 0 else 0


def _ends(field: Field, stands: Stands) -> tuple[Any, Any]:
    if stands.kind == "name":
        low, high = field.domain.range(stands.name)
        return _rational(low), _rational(high)
    return (fmpq(0), None) if stands.sign > 0 else (None, None)


def _rational(end: Any) -> Any:
    return None if end is None else fmpq(end.numerator, end.denominator)


def _term_sign(field: Field, exponents: tuple[int, ...], coefficient: Any) -> int:
    sign = 1 if coefficient > 0 else -1
    for index, power in enumerate(exponents):
        if power % 2:
            sign *= field.stands[index].sign
    return sign


def single(field: Field, poly: Poly) -> Stands | None:
    """What `poly` stands for, if it is one generator."""
    if len(poly) != 1 or poly.total_degree() != 1:
        return None
    return field.stands[next(index for index, _ in field.used(poly))]


def exponential_power(field: Field, kind: str, mono: Poly, over: Poly, times: Any) -> Element:
    """e^(times·mono/over), or for kind "turn" e^(i·times·mono/over), as a power of one generator."""
    found = field.find(kind, mono, over)
    if found is None:
        unit = abs(times)
        generator = field.new(_stands(field, kind, mono, over, unit))
        return power_of(field, generator, 1 if times > 0 else -1)
    generator, there = found
    ratio = times / there.unit
    if ratio.q == 1:
        return power_of(field, generator, int(ratio.p))
    unit = _common(times, there.unit)
    finer = field.new(_stands(field, kind, mono, over, unit), Relation(int((there.unit / unit).p), generator))
    return power_of(field, finer, int((times / unit).p))


def _stands(field: Field, kind: str, mono: Poly, over: Poly, unit: Any) -> Stands:
    real = kind == "exp" and field.real(mono) and field.real(over)
    return Stands(kind, mono=mono, over=over, unit=unit, sign=1 if real else 0, real=real)


def _common(a: Any, b: Any) -> Any:
    """The greatest rational of which both a and b are integer multiples."""
    p, q, r, s = int(abs(a.p)), int(a.q), int(abs(b.p)), int(b.q)
    return fmpq(gcd(p * s, r * q), q * s)
