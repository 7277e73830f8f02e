"""The shape of a tree: what is left of it when order, brackets and number factors no longer count.

Two trees of one shape are equal wherever either is defined, since only sums and products were rearranged and
nothing was cancelled: x/x keeps its numerator and its denominator, and x - x its two terms.
"""

from __future__ import annotations

from collections.abc import Hashable
from fractions import Fraction
from math import gcd

from quizengine.maths.tree import Call, Constant, Name, Negative, Node, Number, Power, Product, Quotient, Sum, children

Factors = dict[tuple[Hashable, int], int]  # how often a shape stands above (1) or below (-1) the line

_MAX_POWER = 20


def rearrangement_class(node: Node) -> Hashable:
    """Return a value that equal-by-rearrangement trees share; quick, and never larger than the tree."""
    top, bottom, factors = _product(node)
    common = gcd(top, bottom) or 1
    return (top // common, bottom // common, frozenset(factors.items()))


def _product(node: Node) -> tuple[int, int, Factors]:
    """`node` as a fraction of integers times factors; a denominator 0 stays as it is."""
    factors: Factors = {}
    top, bottom = _collect(node, 1, factors)
    return (-top, -bottom, factors) if bottom < 0 else (top, bottom, factors)


def _collect(node: Node, side: int, factors: Factors) -> tuple[int, int]:
    """Put the factors of `node` into `factors`, and give its number factor as numerator and denominator."""
    if isinstance(node, Number):
        return _sided(node.numerator, node.denominator, side)
    if isinstance(node, Negative):
        top, bottom = _collect(node.operand, side, factors)
        return -top, bottom
    if isinstance(node, Product):
        top = bottom = 1
        for factor in node.factors:
            a, b = _collect(factor, side, factors)
            top, bottom = top * a, bottom * b
        return top, bottom
    if isinstance(node, Quotient) and (side > 0 or _is_number(node.denominator)):  # 1/(1/z) has no value where z = 0
        a, b = _collect(node.numerator, side, factors)
        c, d = _collect(node.denominator, -side, factors)
        return a * c, b * d
    times = 1
    if isinstance(node, Power) and isinstance(node.exponent, Number) and _small(node.exponent):
        times = node.exponent.numerator
        node = node.base
        if isinstance(node, Number):
            return _sided(node.numerator**times, node.denominator**times, side)
    place = (_atom(node), side)
    factors[place] = factors.get(place, 0) + times
    return 1, 1


def _sided(top: int, bottom: int, side: int) -> tuple[int, int]:
    return (top, bottom) if side > 0 else (bottom, top)


def _is_number(node: Node) -> bool:
    return isinstance(node, Number) and node.numerator != 0


def _small(exponent: Number) -> bool:
    return exponent.denominator == 1 and 0 < exponent.numerator <= _MAX_POWER


def _atom(node: Node) -> Hashable:
    match node:
        case Name(name):
            return name
        case Sum():
            terms: dict[Hashable, Fraction | int] = {}
            _terms(node, 1, terms)
            return frozenset(terms.items())
        case Call(function, arguments):
            return (function, *map(rearrangement_class, arguments))
        case Constant(name):
            return ("constant", name)
        case Power(base, exponent):
            return ("power", rearrangement_class(base), rearrangement_class(exponent))
        case _:
            return (type(node).__name__, *map(rearrangement_class, children(node)))


def _terms(node: Node, sign: int, terms: dict[Hashable, Fraction | int]) -> None:
    """Add the terms of a sum, with the sums inside it, to `terms`."""
    if type(node) is Negative:
        _terms(node.operand, -sign, terms)
    elif type(node) is Sum:
        for term in node.terms:
            _terms(term, sign, terms)
    else:
        top, bottom, factors = _product(node)
        place = frozenset(factors.items()) if bottom else ("over zero", top)
        times = Fraction(sign * top, bottom) if bottom > 1 else sign * top
        terms[place] = terms.get(place, 0) + times
