"""Trees to real balls, with proven error bounds.

A ball is python-flint's `arb`: a midpoint and a radius that together enclose the true value (F. Johansson,
"Arb: efficient arbitrary-precision midpoint-radius interval arithmetic", 2017). Functions are real: a logarithm
of a negative number is undefined, not complex. A power whose exponent is a rational p/q in lowest terms with odd q
takes the real root of a negative base; any other exponent that is not an integer wants a base that is not negative.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import flint
from flint import arb

from quizengine.maths.evaluate.exact import rational_exponent
from quizengine.maths.evaluate.functions import (
    ON_BALLS,
    Ball,
    Undefined,
    Unsure,
    fraction_of,
    integer_power,
    rational_power,
)
from quizengine.maths.tree import (
    Call,
    Constant,
    Name,
    Negative,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Vector,
    variables,
)

Point = Mapping[str, Ball]
_NARROW = arb((1, -100))  # the radius of a power of which it can be told whether it is a rational
_TINY, _HUGE = arb((1, -2_000)), arb((1, 100))
_TINIEST = arb((1, -20_000))  # a radius below is no fraction that anybody wants to compute with
_SURPRISE = 20  # bits by which the square of a denominator must be below what a ball's radius lets expect


class precision:
    """Ball arithmetic with `bits` bits inside `with precision(bits):`, and as before after it."""

    __slots__ = ("before", "bits")

    def __init__(self, bits: int) -> None:
        self.bits = bits

    def __enter__(self) -> None:
        self.before = flint.ctx.prec
        flint.ctx.prec = self.bits

    def __exit__(self, *error: object) -> None:
        flint.ctx.prec = self.before


def ball(node: Node, point: Point) -> Ball:
    """Return a finite ball that holds the value of `node` at every point of `point`, at the precision in force.

    Raises Undefined where there is provably no value, Unsure where this precision cannot tell,
    KeyError for a name that `point` does not give.
    """
    value = _RULES[type(node)](node, point)
    if not value.is_finite():
        raise Unsure
    return value


def _number(node: Number, point: Point) -> Ball:
    if node.denominator == 1:
        return arb(node.numerator)
    return arb(node.numerator) / node.denominator


def _constant(node: Constant, point: Point) -> Ball:
    if node.name == "pi":
        return arb.pi()
    if node.name == "e":
        return arb.const_e()
    raise Undefined


def _name(node: Name, point: Point) -> Ball:
    return point[node.name]


def _sum(node: Sum, point: Point) -> Ball:
    first = node.terms[0]
    total = _RULES[type(first)](first, point)
    for term in node.terms[1:]:
        if type(term) is Negative:
            inner = term.operand
            total = total - _RULES[type(inner)](inner, point)
        else:
            total = total + _RULES[type(term)](term, point)
    return total


def _negative(node: Negative, point: Point) -> Ball:
    return -_RULES[type(node.operand)](node.operand, point)


def _product(node: Product, point: Point) -> Ball:
    first = node.factors[0]
    total = _RULES[type(first)](first, point)
    for factor in node.factors[1:]:
        total = total * _RULES[type(factor)](factor, point)
    return total


def _quotient(node: Quotient, point: Point) -> Ball:
    top = _RULES[type(node.numerator)](node.numerator, point)
    bottom = _RULES[type(node.denominator)](node.denominator, point)
    if bottom.is_zero():
        raise Undefined
    return top / bottom


def _power(node: Power, point: Point) -> Ball:
    base, exponent = node.base, node.exponent
    if type(exponent) is Number and exponent.denominator == 1:
        return integer_power(_RULES[type(base)](base, point), exponent.numerator)
    if type(base) is Constant and base.name == "e":
        return _RULES[type(exponent)](exponent, point).exp()
    value = _RULES[type(base)](base, point)
    fixed = rational_exponent(exponent)
    if fixed is not None:
        return rational_power(value, fixed)
    power = _RULES[type(exponent)](exponent, point)
    if value > 0:
        return (power * value.log()).exp()
    if value.is_zero():
        return _power_of_zero(power)
    if value < 0:
        return _power_of_negative(value, power, exponent)
    raise Unsure


def _power_of_negative(value: Ball, power: Ball, exponent: Node) -> Ball:
    """A value below 0 to a power that is not written as a rational, but may be one: (-2)^√9 is -8."""
    whole = power.unique_fmpz() if power.is_exact() and not variables(exponent) else None
    if whole is not None and power.is_integer():
        return integer_power(value, int(whole))
    if power.rad() > _NARROW or _may_be_odd(power):
        raise Unsure
    raise Undefined


def _may_be_odd(power: Ball) -> bool:
    """Does a narrow ball hold a rational with an odd denominator that is far smaller than its radius lets expect?"""
    if not _TINY < abs(power) < _HUGE or 0 < power.rad() < _TINIEST:
        return True  # it is not looked at
    middle, radius = fraction_of(power.mid()), fraction_of(power.rad())
    most = 1 << max(0, (-_exponent_of(radius) - _SURPRISE) // 2) if radius else middle.denominator
    simple = middle.limit_denominator(most)
    return abs(simple - middle) <= radius and simple.denominator % 2 == 1


def _exponent_of(number: Fraction) -> int:
    """About the logarithm to base 2."""
    return number.numerator.bit_length() - number.denominator.bit_length()


def _power_of_zero(power: Ball) -> Ball:
    """0^x is 0 for x > 0, and 0^0 is 1."""
    if power.is_zero():
        return arb(1)
    if power > 0:
        return arb(0)
    if power < 0:
        raise Undefined
    raise Unsure


def _call(node: Call, point: Point) -> Ball:
    return ON_BALLS[node.function](*[_RULES[type(part)](part, point) for part in node.arguments])


def _no_number(node: Vector | Relation, point: Point) -> Ball:
    raise Unsure


_RULES: dict[type, Callable[[Any, Point], Ball]] = {
    Number: _number,
    Constant: _constant,
    Name: _name,
    Sum: _sum,
    Negative: _negative,
    Product: _product,
    Quotient: _quotient,
    Power: _power,
    Call: _call,
    Vector: _no_number,
    Relation: _no_number,
}
