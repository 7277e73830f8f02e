"""Trees to elements of a field, in which equality can be decided by algebra alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from flint import fmpq

from quizengine.maths.evaluate import rational
from quizengine.maths.same.domain import Domain
from quizengine.maths.same.exponentials import exponential
from quizengine.maths.same.field import Condition, Field
from quizengine.maths.same.laws import OTHERS, SIMPLE, subtract
from quizengine.maths.same.ring import ONE, Element, Poly, Relation, TooHard
from quizengine.maths.same.roots import logarithm, real_power
from quizengine.maths.tree import Call, Constant, Name, Negative, Node, Number, Power, Product, Quotient, Sum


class Algebra(Enum):
    """What the normal forms of two expressions tell."""

    EQUAL = "equal wherever the key is defined"
    EQUAL_WHERE_DEFINED = "equal wherever both are defined"
    DIFFERENT = "different rational functions"
    OPEN = "not told"


def element(field: Field, node: Node) -> Element:
    """`node` as an element of `field`; raises TooHard where there is no normal form of reasonable size."""
    match node:
        case Number(numerator, denominator):
            return (fmpq(numerator, denominator), ())
        case Name(name):
            return (field.simple("name", field.domain.sign(name), name), ())
        case Sum(terms):
            total = element(field, terms[0])
            for term in terms[1:]:
                total = field.add(total, element(field, term))
            return total
        case Negative(operand):
            inner = element(field, operand)
            return (-inner[0], inner[1])
        case Product(factors):
            total = element(field, factors[0])
            for factor in factors[1:]:
                total = field.multiply(total, element(field, factor))
            return total
        case Quotient(top, bottom):
            return field.multiply(element(field, top), field.inverse(element(field, bottom)))
        case Power(base, exponent):
            return _power(field, base, exponent)
        case Call(function, arguments):
            return _call(field, function, arguments)
        case Constant("pi"):
            return (field.simple("pi", 1), ())
        case Constant("e"):
            return exponential(field, ONE)
        case _:
            raise TooHard


def _power(field: Field, base: Node, exponent: Node) -> Element:
    fixed = rational(exponent)
    if base == Constant("e"):
        return exponential(field, element(field, exponent))
    if fixed is not None:
        return real_power(field, element(field, base), fixed)
    return exponential(field, field.multiply(element(field, exponent), logarithm(field, element(field, base))))


def _call(field: Field, function: str, arguments: tuple[Node, ...]) -> Element:
    if function == "root":
        order = rational(arguments[0])
        if order is None or order.denominator != 1 or order == 0:
            raise TooHard
        return real_power(field, element(field, arguments[1]), 1 / order)
    parts = [element(field, part) for part in arguments]
    simple = SIMPLE.get(function)
    return simple(field, parts[0]) if simple is not None else OTHERS[function](field, parts)


@dataclass(frozen=True, slots=True)
class Form:
    """The normal form of a key, ready to be compared with answers: its field, its element, and what it needs."""

    field: Field
    element: Element
    conditions: tuple[Condition, ...]


def form(node: Node, domain: Domain, size: int) -> Form | None:
    """The normal form of `node` in a ring of `size` generators, or None where there is none."""
    field = Field(size, domain)
    try:
        made = element(field, node)
    except (TooHard, RecursionError):
        return None
    return Form(field, made, tuple(field.conditions))


def compare_forms(key: Form, answer: Node) -> Algebra:
    """What algebra tells of `answer`; never wrong, often Algebra.OPEN when the two differ."""
    field = key.field.fork()
    try:
        made = element(field, answer)
        rest = subtract(field, key.element, made)[0]
        if field.relations and not isinstance(rest, fmpq) and rest != 0:
            rest = _with_signs(field, key.conditions).reduce(rest)
    except (TooHard, RecursionError):
        return Algebra.OPEN
    if rest != 0:
        rational_only = all(stands.kind in ("name", "pi") for stands in field.stands)
        return Algebra.DIFFERENT if rational_only else Algebra.OPEN
    needs_more = field.risky or not all(_implied(needed, key.conditions) for needed in field.conditions)
    return Algebra.EQUAL_WHERE_DEFINED if needs_more else Algebra.EQUAL


def _with_signs(field: Field, given: tuple[Condition, ...]) -> Field:
    """`field` with |f| replaced by ±f where the key is defined on one side of f = 0 only."""
    known = [(condition.factors[0], condition.sign) for condition in given if len(condition.factors) == 1]
    for index, stands in enumerate(field.stands):
        if stands.kind == "size":
            sign = _sign_in(stands.base, known)
            if sign:
                field.relations[index] = Relation(1, stands.base * sign)
    return field


def _sign_in(poly: Poly, known: list[tuple[Poly, int]]) -> int:
    return next((sign for other, sign in known if other == poly), 0)


def _implied(needed: Condition, given: tuple[Condition, ...]) -> bool:
    """Does `needed` hold wherever all of `given` hold?"""
    known = [(condition.factors[0], condition.sign) for condition in given if len(condition.factors) == 1]
    rest, sign = _without(needed, known)
    if not rest:
        return sign > 0
    for condition in given:
        others, other_sign = _without(condition, known)
        if len(others) == len(rest) and all(poly in others for poly in rest) and other_sign == sign:
            return True
    return False


def _without(condition: Condition, known: list[tuple[Poly, int]]) -> tuple[list[Poly], int]:
    """The factors of unknown sign, and the sign that the others and the constant have together."""
    rest, sign = [], condition.sign
    for poly in condition.factors:
        factor_sign = _sign_in(poly, known)
        if factor_sign:
            sign *= factor_sign
        else:
            rest.append(poly)
    return rest, sign
