"""A normalised tree as its coefficient and its other factors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any

from quizengine.maths.normalise.rationals import ratio_of
from quizengine.maths.normalise.surds import Surd, build
from quizengine.maths.tree import Call, Negative, Node, Number, Product, Quotient

UNIT, MINUS = Surd(Fraction(1)), Surd(Fraction(-1))


def split(node: Node) -> tuple[Surd, tuple[Node, ...], bool]:
    """Return a normalised node as (its coefficient, its other factors, whether the coefficient stands over a fraction
    bar).
    """
    ratio = ratio_of(node)
    if ratio is not None:
        return _rational(*ratio), (), False
    rule = _SPLIT.get(type(node))
    return (UNIT, (node,), False) if rule is None else rule(node)


def _split_negative(node: Negative) -> tuple[Surd, tuple[Node, ...], bool]:
    size, rest, bar = split(node.operand)
    return MINUS if size is UNIT else Surd(-size.factor, size.root), rest, bar


def _split_call(node: Call) -> tuple[Surd, tuple[Node, ...], bool]:
    match node:
        case Call("sqrt", (Number(numerator, 1),)) if numerator > 1:
            return Surd(Fraction(1), numerator), (), False
    return UNIT, (node,), False


def _split_quotient(node: Quotient) -> tuple[Surd, tuple[Node, ...], bool]:
    top, above, _ = split(node.numerator)
    bottom, below, _ = split(node.denominator)
    if bottom.factor == 0:
        return UNIT, (node,), False
    size = top if bottom is UNIT else top.over(bottom)
    if not below:
        return size, above, True
    return size, (Quotient(_bare(above), _bare(below)),), True


@lru_cache(maxsize=4096)
def _rational(numerator: int, denominator: int) -> Surd:
    return Surd(Fraction(numerator, denominator))


def _bare(rest: tuple[Node, ...]) -> Node:
    return build(UNIT, rest, True)


def joined(factors: tuple[Node, ...]) -> tuple[Surd, tuple[Node, ...], bool]:
    """Return the product of normalised factors as `split` does."""
    size, bar = UNIT, False
    rest: list[Node] = []
    for factor in factors:
        part, others, over = split(factor)
        size, bar = part if size is UNIT else size.times(part), bar or over
        rest.extend(others)
    return size, tuple(rest), bar


_SPLIT: Mapping[type, Callable[[Any], tuple[Surd, tuple[Node, ...], bool]]] = {
    Negative: _split_negative,
    Product: lambda node: joined(node.factors),
    Quotient: _split_quotient,
    Call: _split_call,
}
