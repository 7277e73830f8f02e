"""Trees of numbers to exact rationals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from flint import fmpq

from quizengine.maths.tree import Itself, Name, Negative, Node, Number, Power, Product, Quotient, Sum

At = Mapping[str, Fraction]
NOWHERE: At = MappingProxyType({})
_MAX_BITS = 4_096  # of a power that is worked out


def rational(node: Node, at: At = NOWHERE) -> Fraction | None:
    """Return the exact value of a tree of numbers, and of names that `at` gives, with + - · / ^ only.

    None for any other tree, or where a power is too long.
    """
    if type(node) is Number:
        return Fraction(node.numerator, node.denominator)
    value = _exact(node, at)
    return None if value is None else Fraction(int(value.p), int(value.q))


def _exact(node: Node, at: At) -> fmpq | None:
    rule = _RULES.get(type(node))
    return None if rule is None else rule(node, at)


def _name(node: Name, at: At) -> fmpq | None:
    given = at.get(node.name)
    return None if given is None else fmpq(given.numerator, given.denominator)


def _negative(node: Negative, at: At) -> fmpq | None:
    inner = _exact(node.operand, at)
    return None if inner is None else -inner


def _sum(node: Sum, at: At) -> fmpq | None:
    total = fmpq(0)
    for term in node.terms:
        value = _exact(term, at)
        if value is None:
            return None
        total += value
    return total


def _product(node: Product, at: At) -> fmpq | None:
    total = fmpq(1)
    for factor in node.factors:
        value = _exact(factor, at)
        if value is None:
            return None
        total *= value
    return total


def _quotient(node: Quotient, at: At) -> fmpq | None:
    left, right = _exact(node.numerator, at), _exact(node.denominator, at)
    return None if left is None or not right else left / right


def _power(node: Power, at: At) -> fmpq | None:
    base = _exact(node.base, at)
    exponent = rational(node.exponent, at) if at else rational_exponent(node.exponent)
    if base is None or exponent is None or exponent.denominator != 1 or (base == 0 and exponent < 0):
        return None
    size = max(int(base.p).bit_length(), int(base.q).bit_length())
    return None if size * abs(exponent.numerator) > _MAX_BITS else base**exponent.numerator


_RULES: dict[type, Callable[[Any, At], fmpq | None]] = {
    Number: lambda node, at: fmpq(node.numerator, node.denominator),
    Name: _name,
    Negative: _negative,
    Sum: _sum,
    Product: _product,
    Quotient: _quotient,
    Power: _power,
}


def rational_exponent(exponent: Node) -> Fraction | None:
    """As `rational`, and remembered: an exponent is looked at in every evaluation, in a tower at every level."""
    if type(exponent) is Number:
        return Fraction(exponent.numerator, exponent.denominator)
    return None if type(exponent) is Name else _remembered(Itself(exponent))


@lru_cache(maxsize=2_048)
def _remembered(exponent: Itself) -> Fraction | None:
    return rational(exponent.node)
