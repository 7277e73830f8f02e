"""Trees to fractions of polynomials; what has to hold for a tree to have a value becomes a condition of the ring."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quizengine.maths.evaluate import rational, rational_exponent
from quizengine.maths.solution_sets.fractions import added, divided, raised, times
from quizengine.maths.solution_sets.function_rules import exponential, logarithm, needed, root
from quizengine.maths.solution_sets.functions import FUNCTIONS
from quizengine.maths.solution_sets.ring import GENERATORS, ONE, Fraction, Generator, Ring, TooHard, number
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
)

_E = Fraction(ONE)


def value(ring: Ring, node: Node) -> Fraction:
    """Return the value of `node`, wherever it has one: raises TooHard for what there is no rule for."""
    return _RULES[type(node)](ring, node)


def _number(ring: Ring, node: Number) -> Fraction:
    return Fraction(number(node))


def _constant(ring: Ring, node: Constant) -> Fraction:
    if node.name == "e":
        return exponential(ring, _E)
    if node.name != "pi":
        raise TooHard
    return Fraction(GENERATORS[ring.generator("pi", Generator("constant", node))])


def _name(ring: Ring, node: Name) -> Fraction:
    return Fraction(GENERATORS[ring.generator(node.name, Generator("name", node, node.name))])


def _sum(ring: Ring, node: Sum) -> Fraction:
    total = value(ring, node.terms[0])
    for term in node.terms[1:]:
        total = added(ring, total, value(ring, term))
    return total


def _negative(ring: Ring, node: Negative) -> Fraction:
    inner = value(ring, node.operand)
    return Fraction(-inner.top, inner.bottom)


def _product(ring: Ring, node: Product) -> Fraction:
    made = value(ring, node.factors[0])
    for factor in node.factors[1:]:
        made = times(ring, made, value(ring, factor))
    return made


def _quotient(ring: Ring, node: Quotient) -> Fraction:
    top, bottom = value(ring, node.numerator), value(ring, node.denominator)
    needed(ring, "≠", bottom, node.denominator)
    return divided(ring, top, bottom)


def _power(ring: Ring, node: Power) -> Fraction:
    if isinstance(node.base, Constant) and node.base.name == "e":
        return exponential(ring, value(ring, node.exponent))
    power = rational_exponent(node.exponent)
    base = value(ring, node.base)
    if power is None:
        return _general(ring, node, base)
    if power < 0:
        needed(ring, "≠", base, node.base)
    if power.denominator > 1:
        base = root(ring, power.denominator, base, node.base)
    return raised(ring, base, power.numerator)


def _general(ring: Ring, node: Power, base: Fraction) -> Fraction:
    """u^v for a u that is positive everywhere: elsewhere people and this program may differ on what it is."""
    before = len(ring.conditions)
    made = exponential(ring, times(ring, value(ring, node.exponent), logarithm(ring, base, node.base)))
    if any(one.of is node.base for one in ring.conditions[before:]):
        raise TooHard
    return made


def _call(ring: Ring, node: Call) -> Fraction:
    law = FUNCTIONS.get(node.function)
    if law is not None:
        return law(ring, *((value(ring, part), part) for part in node.arguments))
    if node.function == "root":
        order = rational(node.arguments[0])
        if order is None or order.denominator > 1 or not 1 < order < 10:
            raise TooHard
        return root(ring, order.numerator, value(ring, node.arguments[1]), node.arguments[1])
    raise TooHard


def _no_number(ring: Ring, node: Vector | Relation) -> Fraction:
    raise TooHard


_RULES: dict[type, Callable[[Ring, Any], Fraction]] = {
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
