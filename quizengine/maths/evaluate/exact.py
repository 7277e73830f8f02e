"""Trees of numbers to exact rationals."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from quizengine.maths.tree import Call, Itself, Name, Negative, Node, Number, Power, Product, Quotient, Sum


def rational(node: Node, limit: int = 4_096) -> Fraction | None:
    """The exact value of a tree of numbers and + - · / ^ only; None for any other, or past `limit` bits."""
    if type(node) is Number:
        return Fraction(node.numerator, node.denominator)
    if type(node) is Name or type(node) is Call:
        return None
    match node:
        case Negative(operand):
            inner = rational(operand, limit)
            return None if inner is None else -inner
        case Sum(parts) | Product(parts):
            values = [rational(part, limit) for part in parts]
            total = Fraction(0 if isinstance(node, Sum) else 1)
            for value in values:
                if value is None:
                    return None
                total = total + value if isinstance(node, Sum) else total * value
            return total
        case Quotient(top, bottom):
            left, right = rational(top, limit), rational(bottom, limit)
            return None if left is None or not right else left / right
        case Power(base, exponent):
            power = rational_exponent(exponent, limit)
            return None if power is None else _rational_power(rational(base, limit), power, limit)
        case _:
            return None


def rational_exponent(exponent: Node, limit: int = 4_096) -> Fraction | None:
    """As `rational`, and remembered: an exponent is looked at in every evaluation, in a tower at every level."""
    if type(exponent) is Number:
        return Fraction(exponent.numerator, exponent.denominator)
    return None if type(exponent) is Name else _remembered(Itself(exponent), limit)


@lru_cache(maxsize=2_048)
def _remembered(exponent: Itself, limit: int) -> Fraction | None:
    return rational(exponent.node, limit)


def _rational_power(base: Fraction | None, exponent: Fraction, limit: int) -> Fraction | None:
    if base is None or exponent.denominator != 1 or (base == 0 and exponent < 0):
        return None
    size = max(base.numerator.bit_length(), base.denominator.bit_length())
    return None if size * abs(exponent.numerator) > limit else base**exponent.numerator
