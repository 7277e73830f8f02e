"""Was the derivative of an inner function left out?

For each inner function u(v) that stands in a term of the key, the key with this term divided by u' is what comes out
when u' is forgotten; and the answer times u' is the key. The mistake is named when one of these holds. Only u whose
derivative needs no more than the rules for sums, products and powers are tried: these are the ones that a learner
forgets.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from quizengine.answers.comparison.equations import ONE, multiplied
from quizengine.answers.comparison.sample_values import Samples, beside
from quizengine.answers.comparison.scalar import ZERO
from quizengine.answers.constraints import Constraints
from quizengine.answers.generic_mistakes.proof import equal, left_out, replaced
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
    Sum,
    sum_of,
    variables,
    walk,
)

_MOST = 12  # candidates tried

TWO = Number(2)
_HOLDERS = (Call, Power, Quotient)  # what holds inner functions


def forgotten(key: Samples, answer: Samples, names: tuple[str, ...], constraints: Constraints) -> Node | None:
    """Return the inner function whose derivative, in one of `names`, is missing from `answer`; None if that is not
    proven.
    """
    expected = _expected(key, names)
    for inner, without in expected:
        if equal(without, answer, constraints):
            return inner
    for inner, given in islice(_given(answer, names), _MOST - len(expected)):
        if equal(key, given, constraints):
            return inner
    return None


@lru_cache(maxsize=512)
def _expected(key: Samples, names: tuple[str, ...]) -> tuple[tuple[Node, Samples], ...]:
    """The inner functions of the key, each with what comes out where its derivative was forgotten."""
    terms = key.node.terms if isinstance(key.node, Sum) else (key.node,)
    found = (
        (inner, sum_of(replaced(terms, place, Quotient(term, rate))))
        for place, term in enumerate(terms)
        for inner, rate in _rates(term, names)
    )
    return tuple((inner, beside(key, without)) for inner, without in islice(found, _MOST))


def _given(answer: Samples, names: tuple[str, ...]) -> Iterator[tuple[Node, Samples]]:
    """The inner functions of the answer, each with the key if its derivative was forgotten.

    Of a key that was multiplied out, the answer shows more.
    """
    for inner, rate in _rates(answer.node, names):
        yield inner, beside(answer, Product((answer.node, rate)))


def _rates(term: Node, names: tuple[str, ...]) -> Iterator[tuple[Node, Node]]:
    """The inner functions of `term` with their derivatives, as far as these can be forgotten."""
    squared = _squared(term)
    for inner in dict.fromkeys((*_inside(term), *squared)):
        for name in names:
            rate = slope(inner, name)
            if rate is None or rate in (ZERO, ONE) or (rate == TWO and inner in squared):
                continue  # of 2(2x + 1), half may as well be a factor 2 lost
            yield inner, rate


def _squared(term: Node) -> tuple[Node, ...]:
    """The sums that are factors of `term`: what is left of their squares."""
    product = term.operand if isinstance(term, Negative) else term
    return tuple(part for part in product.factors if isinstance(part, Sum)) if isinstance(product, Product) else ()


def _inside(term: Node) -> tuple[Node, ...]:
    """The arguments of functions, bases and exponents of powers, and denominators in `term`, each once."""
    found: list[Node] = []
    for part in walk(term):
        if type(part) in _HOLDERS:
            found += _held(part)
    return tuple(dict.fromkeys(inner for inner in found if not isinstance(inner, Name | Number)))


def _held(part: Node) -> tuple[Node, ...]:
    match part:
        case Call(_, (argument,)):
            return (argument,)
        case Power(base, Number()):
            return (base,)
        case Power(Number() | Constant(), exponent):
            return (exponent,)
        case Quotient(_, below):
            return (below,)
    return ()


def slope(node: Node, name: str) -> Node | None:
    """Return the derivative of `node` in `name` by the rules for sums, products and powers; None where these do
    not do.
    """
    if name not in variables(node):
        return ZERO
    match node:
        case Name():
            return ONE
        case Negative(operand):
            inner = slope(operand, name)
            return None if inner is None else Negative(inner)
        case Sum(terms):
            return _total(tuple(slope(term, name) for term in terms))
        case Product(factors):
            return _product_rule(factors, name)
        case Quotient(top, bottom) if name not in variables(bottom):
            inner = slope(top, name)
            return None if inner is None else Quotient(inner, bottom)
        case Power(base, Number(n, 1)) if n > 1 and (inner := slope(base, name)) is not None:
            return multiplied(Number(n), base if n == 2 else Power(base, Number(n - 1)), inner)
        case _:
            return None


def _product_rule(factors: tuple[Node, ...], name: str) -> Node | None:
    terms: list[Node | None] = []
    for place, part in enumerate(factors):
        rate = slope(part, name)
        terms.append(None if rate is None else ZERO if rate == ZERO else multiplied(rate, *left_out(factors, place)))
    return _total(tuple(terms))


def _total(terms: tuple[Node | None, ...]) -> Node | None:
    kept = [term for term in terms if term is not None and term != ZERO]
    if any(term is None for term in terms):
        return None
    return sum_of(kept)
