"""Trees of numbers to exact rationals."""

from __future__ import annotations

from fractions import Fraction

from quizengine.maths.tree import Call, Name, Negative, Node, Number, Power, Product, Quotient, Sum


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
            return _rational_power(rational(base, limit), rational(exponent, limit), limit)
        case _:
            return None


def _rational_power(base: Fraction | None, exponent: Fraction | None, limit: int) -> Fraction | None:
    if base is None or exponent is None or exponent.denominator != 1 or (base == 0 and exponent < 0):
        return None
    size = max(base.numerator.bit_length(), base.denominator.bit_length())
    return None if size * abs(exponent.numerator) > limit else base**exponent.numerator
