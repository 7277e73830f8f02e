"""Words that take numbers and give numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import gcd

from quizengine.maths.language.arithmetic import negate
from quizengine.maths.language.comparing import floor
from quizengine.maths.language.values import Value, fail, number, scalar, whole
from quizengine.maths.normalise import node_of_fraction
from quizengine.maths.tree import Node, Number


def _floor(value: Value) -> Node:
    return node_of_fraction(Fraction(floor(scalar(value, "what floor is taken of"))))


def _ceil(value: Value) -> Node:
    return node_of_fraction(Fraction(-floor(scalar(negate(value), "what ceil is taken of"))))


def _mod(value: Value, by: Value) -> Node:
    divisor = number(by, "the second argument of mod")
    if divisor == 0:
        fail("mod by zero")
    return node_of_fraction(number(value, "the first argument of mod") % divisor)


def _gcd(*values: Value) -> Node:
    return Number(gcd(*(whole(value, "what gcd is taken of", -(10**40), 10**40) for value in values)))


def _numerator(value: Value) -> Node:
    return node_of_fraction(Fraction(number(value, "what numerator is taken of").numerator))


def _denominator(value: Value) -> Node:
    return Number(number(value, "what denominator is taken of").denominator)


NUMBER_WORDS: Mapping[str, Callable[..., Value]] = {
    "floor": _floor,
    "ceil": _ceil,
    "mod": _mod,
    "gcd": _gcd,
    "numerator": _numerator,
    "denominator": _denominator,
}
