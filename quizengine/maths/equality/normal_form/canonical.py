"""Trees to elements of a field, in which equality can be decided by algebra alone.

Sound because each rule of the field holds for all real values of the generators: a difference that reduces to 0 is 0
wherever both are defined, and where that is stands in the field's conditions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from flint import fmpq

from quizengine.maths.equality.domain import Coordinates, Domain
from quizengine.maths.equality.normal_form.exponentials import exponential
from quizengine.maths.equality.normal_form.function_rules import BY_FACTORS, OTHERS, SIMPLE
from quizengine.maths.equality.normal_form.generators import Condition, Field
from quizengine.maths.equality.normal_form.inverse_functions import undoes, undone
from quizengine.maths.equality.normal_form.opaque import opaque
from quizengine.maths.equality.normal_form.powers import constant_of, general_power
from quizengine.maths.equality.normal_form.ring import BEYOND, ONE, Element, NoRoom, Poly, TooHard, UndefinedEverywhere
from quizengine.maths.equality.normal_form.roots import real_power
from quizengine.maths.equality.signs.definedness import not_zero
from quizengine.maths.evaluate import rational, rational_exponent
from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.tree import Call, Constant, Name, Negative, Node, Number, Power, Product, Quotient, Sum


class Algebra(Enum):
    """What the normal forms of two expressions tell."""

    EQUAL = "equal wherever the key is defined"
    EQUAL_WHERE_DEFINED = "equal wherever both are defined"
    NOWHERE = "the answer has no value anywhere"
    OPEN = "not told"


def element(field: Field, node: Node) -> Element:
    """Return `node` as an element of `field`; raises TooHard where there is no normal form of reasonable size."""
    rule = _RULES.get(type(node))
    if rule is None:  # a list or an equation
        raise TooHard
    return rule(field, node)


def _number(field: Field, node: Number) -> Element:
    return (fmpq(node.numerator, node.denominator), ())


def _name(field: Field, node: Name) -> Element:
    return (field.known.get(("name", node.name)) or field.simple("name", field.domain.sign(node.name), node.name), ())


def _sum(field: Field, node: Sum) -> Element:
    total = element(field, node.terms[0])
    for term in node.terms[1:]:
        total = field.add(total, element(field, term))
    return total


def _negative(field: Field, node: Negative) -> Element:
    return field.negative(element(field, node.operand))


def _product(field: Field, node: Product) -> Element:
    total = element(field, node.factors[0])
    for factor in node.factors[1:]:
        total = field.multiply(total, element(field, factor))
    return total


def _quotient(field: Field, node: Quotient) -> Element:
    return field.multiply(element(field, node.numerator), field.inverse(element(field, node.denominator)))


def _constant(field: Field, node: Constant) -> Element:
    if node.name == "pi":
        return (field.simple("pi", 1), ())
    if node.name == "e":
        return exponential(field, ONE)
    raise TooHard


def _once(rule: Callable[[Field, Any], Element]) -> Callable[[Field, Any], Element]:
    """`rule`, applied once to each tree of a field: functions come again, in the answer as in the key."""

    def remembered(field: Field, node: Node) -> Element:
        made = field.memo.get(node)
        if made is None:
            made = field.memo[node] = rule(field, node)
        return made

    return remembered


def _power(field: Field, node: Power) -> Element:
    base, exponent = node.base, node.exponent
    fixed = rational_exponent(exponent)
    if type(base) is Constant and base.name == "e":
        return exponential(field, element(field, exponent))
    if fixed is None:
        times = element(field, exponent)
        fixed = constant_of(field, times)
        if fixed is None:
            return general_power(field, _parts(field, base), times)
    if fixed.denominator == 1:
        return field.raise_to(element(field, base), fixed.numerator)
    return real_power(field, _parts(field, base), fixed)


def _call(field: Field, node: Call) -> Element:
    arguments = node.arguments
    by_factors = BY_FACTORS.get(node.function)
    if by_factors is not None:
        return by_factors(field, _parts(field, arguments[0]))
    inner = arguments[0]
    if isinstance(inner, Call) and undoes(node.function, inner.function):
        made = undone(field, node.function, inner.function, element(field, inner.arguments[0]))
        if made is not None:
            return made
    if node.function == "root":
        order = rational(arguments[0])
        if order is None or order.denominator != 1 or order == 0:
            raise TooHard
        return real_power(field, _parts(field, arguments[1]), 1 / order)
    if node.function in ("max", "min"):
        arguments = tuple(_flat(node.function, arguments))
    parts = [element(field, part) for part in arguments]
    simple = SIMPLE.get(node.function)
    if simple is not None:
        return simple(field, parts[0])
    several = OTHERS.get(node.function)
    return several(field, parts) if several is not None else opaque(field, FUNCTIONS[node.function], parts)


def _parts(field: Field, node: Node) -> list[tuple[Element, int]]:
    """`node` as the product that it is written as: sin²x stays a square, which its normal form no longer shows."""
    match node:
        case Product(factors):
            return [part for factor in factors for part in _parts(field, factor)]
        case Quotient(top, bottom):
            below = _parts(field, bottom)
            if any(power < 0 for _, power in below):  # 1/(1/z) has no value where z = 0
                below = [(element(field, bottom), 1)]
            return _parts(field, top) + [(made, -power) for made, power in below]
        case Power(base, Number(n, 1)) if n > 0:
            return [(made, power * n) for made, power in _parts(field, base)]
        case _:
            return [(element(field, node), 1)]


def _flat(function: str, arguments: tuple[Node, ...]) -> Iterator[Node]:
    for part in arguments:
        if isinstance(part, Call) and part.function == function:
            yield from _flat(function, part.arguments)
        else:
            yield part


_RULES: dict[type, Callable[[Field, Any], Element]] = {
    Number: _number,
    Name: _name,
    Constant: _constant,
    Sum: _sum,
    Negative: _negative,
    Product: _product,
    Quotient: _quotient,
    Power: _power,
    Call: _once(_call),
}


@dataclass(frozen=True, slots=True)
class Form:
    """The normal form of a key, ready to be compared with answers: its field, its element, and what it needs."""

    field: Field
    element: Element
    conditions: tuple[Condition, ...]
    nonzero: tuple[Poly, ...]
    regular: bool  # no sign that was used is that of what may be zero on an open set


def form(node: Node, domain: Domain, size: int) -> Form | None:
    """Return the normal form of `node` in a ring of `size` generators, or None where there is none."""
    field = Field(size, domain)
    try:
        made = element(field, node)
    except BEYOND:
        return None
    return Form(field, made, tuple(field.conditions), tuple(field.nonzero), _regular(field))


def compare_forms(key: Form, answer: Node, points: Sequence[Coordinates]) -> Algebra:
    """Return what algebra tells of `answer`; never wrong, often Algebra.OPEN when the two differ.

    points: some points at which the key has a value. Raises NoRoom where the key's ring is too small for the answer.
    """
    field = key.field.fork()
    try:
        made = element(field, answer)
        rest = field.reduce(field.subtract(key.element, made)[0])
    except UndefinedEverywhere:
        return Algebra.NOWHERE if key.regular and _regular(field) else Algebra.OPEN
    except NoRoom:
        raise
    except BEYOND:
        return Algebra.OPEN
    if rest != 0:
        return Algebra.OPEN
    if field.needs_more_than(key.conditions):
        return Algebra.EQUAL_WHERE_DEFINED
    asked = [poly for poly in field.nonzero if poly not in key.nonzero]
    if not (key.regular and _regular(field)):
        return Algebra.OPEN
    sure = all(not_zero(field, poly, key.nonzero, points[:1], True) for poly in asked)
    return Algebra.EQUAL if sure else Algebra.EQUAL_WHERE_DEFINED


def _regular(field: Field) -> bool:
    """Do the rules for signs hold: does nothing of which a sign was used vanish on an open part of the domain?"""
    return all(not_zero(field, poly, (), (), False) for poly in field.signed)
