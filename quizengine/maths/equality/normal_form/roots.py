"""Sizes, signs, roots and logarithms by way of factors: |uv| = |u|·|v|, ln|uv| = ln|u| + ln|v|.

Written with |u| these laws hold for all real u and v, so they are safe where √(uv) = √u·√v is not; where an
expression is defined at all is kept apart, as conditions of the field.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from flint import fmpq, fmpz

from quizengine.maths.equality.normal_form.complex_exponentials import exponential_power, levelled, single, turns
from quizengine.maths.equality.normal_form.factors import Factors, Parts, factored, need, vanishes
from quizengine.maths.equality.normal_form.generators import Field, Generator, power_of
from quizengine.maths.equality.normal_form.ring import (
    ONE,
    ZERO,
    Element,
    NoValue,
    Poly,
    Relation,
    TooHard,
    UndefinedEverywhere,
)
from quizengine.maths.equality.signs.signs import side_of

SQUARE_ROOT = Fraction(1, 2)  # the exponent
_MAX_FACTORED_BITS = 90
_MAX_POWER = 4_096  # of one prime factor
_MAX_ORDER = 1_000_000  # of a root


def absolute_power(field: Field, base: Poly, exponent: Fraction) -> Element:
    """|base|^exponent for a positive rational, or a monic polynomial that stands for a real factor."""
    if isinstance(base, fmpq):
        return root_of_number(field, base, exponent)
    stands = single(field, base)
    if stands is not None and stands.kind == "exp" and stands.real:
        times = stands.unit * fmpq(exponent.numerator, exponent.denominator)
        return exponential_power(field, "exp", stands.mono, stands.over, times)
    if stands is not None and stands.kind in ("root", "size"):
        return absolute_power(field, stands.base, exponent / stands.order)
    sign = side_of(field, base)
    level = levelled(field, base)
    if exponent.denominator == 1 and (sign or exponent.numerator % 2 == 0):
        element = field.raise_to((level * (sign or 1), ()), exponent.numerator)
    else:
        absolute = level * sign if sign else _size(field, base, level)
        element = (
            power_of(field, absolute, exponent.numerator)
            if exponent.denominator == 1
            else _root(field, base, absolute, exponent)
        )
    return element if field.real(base) else field.multiply(element, turns(field, base, -exponent))


def _size(field: Field, base: Poly, level: Poly) -> Poly:
    found = field.find("size", base=base)
    if found is not None:
        return found[0]
    return field.new(_power_of_size(field, "size", base, 1), Relation(2, field.reduce(level * level)))


def _power_of_size(field: Field, kind: str, base: Poly, order: int) -> Generator:
    real = isinstance(base, fmpq) or field.real(base)  # else it is that far from the real axis as `turns` tells
    return Generator(kind, base=base, order=order, sign=1 if real else 0, real=real)


def _root(field: Field, base: Poly, absolute: Poly, exponent: Fraction) -> Element:
    """size^exponent as a power of the generator size^(1/order), made finer if it must be; TooHard if it is too fine."""
    found = field.find("root", base=base)
    before, finer = (found[1].order if found else 1), exponent.denominator
    order = before if before % finer == 0 else before * finer
    if order > _MAX_ORDER:
        raise TooHard
    if found is not None and order == before:
        generator = found[0]
    else:
        relation = Relation(finer, absolute if found is None else found[0])
        generator = field.new(_power_of_size(field, "root", base, order), relation)
    return power_of(field, generator, int(exponent * order))


def root_of_number(field: Field, number: Any, exponent: Fraction) -> Element:
    """number^exponent for a positive rational, by its prime factors."""
    total = ONE
    for prime, power in _primes(number):
        whole, rest = divmod(exponent * power, 1)
        if abs(whole) > _MAX_POWER:
            raise TooHard
        total = field.multiply(total, (prime ** int(whole), ()))
        if rest:
            total = field.multiply(total, _root(field, prime, prime, rest))
    return total


def _primes(number: Any) -> Iterator[tuple[Any, int]]:
    for part, side in ((number.p, 1), (number.q, -1)):
        if int(part).bit_length() > _MAX_FACTORED_BITS:
            raise TooHard
        for prime, power in fmpz(part).factor():
            yield fmpq(prime), side * int(power)


def real_power(field: Field, parts: Parts, exponent: Fraction) -> Element:
    """Return (product of parts)^exponent, real: the real root where q of p/q is odd, else only where the product is ≥
    0.
    """
    if exponent > 0 and vanishes(field, parts):
        return ZERO
    if exponent == SQUARE_ROOT and len(parts) == 1:
        plain = _denested(field, parts[0][0])
        if plain is not None:
            return plain
    factors = factored(field, parts)
    constant, polys = factors
    total = root_of_number(field, abs(constant), exponent)
    for poly, power in polys:
        if exponent < 0:
            field.keep_from_zero(poly)
        total = field.multiply(total, absolute_power(field, poly, exponent * power))
    if exponent.denominator % 2 == 0:
        need(field, factors)
    elif exponent.numerator % 2:
        total = field.multiply(total, _sign(field, factors))
    return total


def _denested(field: Field, element: Element) -> Element | None:
    """√(a + b√n) for rationals a, b, n as √r ± √s with rationals r, s, where a² - b²n is a square; else None.

    A. Borodin et al., "Decreasing the nesting depth of expressions involving square roots", 1985.
    """
    top, bottom = field.lowest(element)
    if not isinstance(bottom, fmpq) or isinstance(top, fmpq) or len(top) != 2:
        return None
    if not all(
        field.stands[index].kind == "root"
        and isinstance(field.stands[index].base, fmpq)
        and field.stands[index].order == 2
        for index, _ in field.used(top)
    ):
        return None
    terms = top.to_dict()
    a = terms.pop((0,) * len(field.free), fmpq(0))
    (exponents, b), *_ = terms.items()
    n = fmpq(1)
    for index, power in enumerate(exponents):
        if power:
            n = n * field.stands[index].base ** power
    square = a * a - b * b * n
    if a <= 0 or square < 0 or len(terms) != 1:
        return None
    root = _rational_root(square)
    if root is None:
        return None
    r, s = (a + root) / 2, (a - root) / 2
    second = root_of_number(field, s, SQUARE_ROOT) if s != 0 else ZERO
    return field.add(root_of_number(field, r, SQUARE_ROOT), field.multiply((fmpq(1 if b > 0 else -1), ()), second))


def _rational_root(square: Any) -> Any:
    top, bottom = fmpz(square.p).isqrt(), fmpz(square.q).isqrt()
    return fmpq(top, bottom) if top * top == square.p and bottom * bottom == square.q else None


def absolute(field: Field, parts: Parts) -> Element:
    """Return the absolute value of the product of `parts`."""
    if vanishes(field, parts):
        return ZERO
    constant, factors = factored(field, parts)
    total: Element = (abs(constant), ())
    for poly, power in factors:
        total = field.multiply(total, absolute_power(field, poly, Fraction(power)))
    return total


def sign(field: Field, parts: Parts) -> Element:
    """Return the sign of the product of `parts`, wherever it is not zero."""
    return ZERO if vanishes(field, parts) else _sign(field, factored(field, parts))


def _sign(field: Field, factors: Factors) -> Element:
    constant, polys = factors
    total: Element = (fmpq(1 if constant > 0 else -1), ())
    for poly, power in polys:
        field.signed.append(poly)
        if power % 2 and side_of(field, poly) != 1:
            real = field.multiply((levelled(field, poly), ()), turns(field, poly, Fraction(-1)))
            one = field.multiply(real, field.inverse(absolute_power(field, poly, Fraction(1))))
            total = field.multiply(total, one)
    return total


def logarithm(field: Field, parts: Parts) -> Element:
    """ln of the product of `parts`, wherever that is positive; UndefinedEverywhere for ln 0."""
    try:
        factors = factored(field, parts)
    except NoValue as zero:
        raise UndefinedEverywhere from zero
    need(field, factors)
    constant, polys = factors
    total = ZERO
    for prime, power in _primes(abs(constant)):
        total = field.add(total, (_log(field, prime) * power, ()))
    for poly, power in polys:
        field.keep_from_zero(poly)
        total = field.add(total, field.multiply((fmpq(power), ()), _log_of(field, poly)))
    return total


def _log_of(field: Field, poly: Poly) -> Element:
    stands = single(field, poly)
    if stands is not None and stands.kind == "exp" and stands.real:
        return field.multiply((stands.mono * stands.unit, ()), field.one_over(stands.over))
    if stands is not None and stands.kind in ("root", "size"):
        inner = _log(field, stands.base) if isinstance(stands.base, fmpq) else _log_of(field, stands.base)[0]
        return (inner * fmpq(1, stands.order), ())
    return (_log(field, poly), ())


def _log(field: Field, base: Poly) -> Poly:
    found = field.find("log", base=base)
    return found[0] if found is not None else field.new(Generator("log", base=base))
