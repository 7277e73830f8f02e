"""Trees of numbers to exact rationals."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import prod

from quizengine.maths.tree import Call, Itself, Name, Negative, Node, Number, Power, Product, Quotient, Sum

_MAX_BITS = 4_096  # of a power that is worked out


def rational(node: Node) -> Fraction | None:
    """The exact value of a tree of numbers and + - · / ^ only; None for any other, or where a power is too long."""
    if type(node) is Number:
        return Fraction(node.numerator, node.denominator)
    if type(node) is Name or type(node) is Call:
        return None
    match node:
        case Negative(operand):
            inner = rational(operand)
            return None if inner is None else -inner
        case Sum(parts):
            terms = _rationals(parts)
            return None if terms is None else sum(terms, Fraction(0))
        case Product(parts):
            factors = _rationals(parts)
            return None if factors is None else prod(factors, start=Fraction(1))
        case Quotient(top, bottom):
            left, right = rational(top), rational(bottom)
            return None if left is None or not right else left / right
        case Power(base, exponent):
            power = rational_exponent(exponent)
            return None if power is None else _power(rational(base), power)
        case _:
            return None


def _rationals(nodes: tuple[Node, ...]) -> list[Fraction] | None:
    """The exact values of all `nodes`, or None if one has none."""
    values = [value for node in nodes if (value := rational(node)) is not None]
    return values if len(values) == len(nodes) else None


def rational_exponent(exponent: Node) -> Fraction | None:
    """As `rational`, and remembered: an exponent is looked at in every evaluation, in a tower at every level."""
    if type(exponent) is Number:
        return Fraction(exponent.numerator, exponent.denominator)
    return None if type(exponent) is Name else _remembered(Itself(exponent))


@lru_cache(maxsize=2_048)
def _remembered(exponent: Itself) -> Fraction | None:
    return rational(exponent.node)


def _power(base: Fraction | None, exponent: Fraction) -> Fraction | None:
    if base is None or exponent.denominator != 1 or (base == 0 and exponent < 0):
        return None
    size = max(base.numerator.bit_length(), base.denominator.bit_length())
    return None if size * abs(exponent.numerator) > _MAX_BITS else base**exponent.numerator
