"""Polynomials with rational coefficients, without SymPy: what most questions hold, and 20 times faster."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache, reduce
from typing import Any

from flint import Ordering, fmpq, fmpq_mpoly_ctx

from quizengine.maths.cas.term_order import term_place, without_sign_in_front
from quizengine.maths.normalise import node_of_fraction, split
from quizengine.maths.tree import (
    Name,
    Negative,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    product_of,
    sum_of,
    variables,
)

Polynomial = Any  # flint's fmpq_mpoly; its context has the names of the variables

MAX_TERMS = 100
MAX_EXPONENT = 12


def flat(node: Node) -> Polynomial | None:
    """Return the polynomial of a normalised tree that is a plain sum of number·x^m·y^n terms, else None."""
    ring = _ring(variables(node))
    terms: dict[tuple[int, ...], fmpq] = {}
    for term in node.terms if isinstance(node, Sum) else (node,):
        size, rest, _ = split(term)
        exponents = dict.fromkeys(ring.names(), 0)
        for part in rest:
            match part:
                case Name(name):
                    exponents[name] += 1
                case Power(Name(name), Number(exponent, 1)) if exponent > 0:
                    exponents[name] += exponent
                case _:
                    return None
        if size.root != 1:
            return None
        place = tuple(exponents.values())
        terms[place] = terms.get(place, fmpq(0)) + fmpq(size.factor.numerator, size.factor.denominator)
    return ring.from_dict(terms)


def simple(node: Node) -> Polynomial | None:
    """Return the polynomial of a tree whose derivative no textbook would leave in brackets: flat, or of degree 2."""
    found = flat(node)
    if found is not None:
        return found
    found = multiplied_out(node)
    return found if found is not None and found.total_degree() <= 2 else None


def multiplied_out(node: Node, names: tuple[str, ...] = ()) -> Polynomial | None:
    """Return the polynomial of a tree of sums, products, whole powers and numbers; None for others and too large ones.

    names: its variables, and others if it is to be compared; those of the tree if none are given.
    """
    try:
        return _polynomial(node, _ring(names or variables(node)))
    except _NoPolynomial:
        return None


class _NoPolynomial(ArithmeticError):
    """What is asked is no polynomial, or too large a one."""


def _polynomial(node: Node, ring: Any) -> Polynomial:
    match node:
        case Number(numerator, denominator):
            return ring.constant(fmpq(numerator, denominator))
        case Name(name):
            return ring.gen(ring.variable_to_index(name))
        case Negative(operand):
            return _times(ring.constant(-1), _polynomial(operand, ring))
        case Sum(terms):
            return sum((_polynomial(term, ring) for term in terms), ring.constant(0))
        case Product(factors):
            return reduce(_times, (_polynomial(factor, ring) for factor in factors), ring.constant(1))
        case Quotient(numerator, Number(top, bottom)) if top:
            return _times(ring.constant(fmpq(bottom, top)), _polynomial(numerator, ring))
        case Power(base, Number(exponent, 1)) if 0 < exponent <= MAX_EXPONENT:
            return reduce(_times, [_polynomial(base, ring)] * exponent, ring.constant(1))
    raise _NoPolynomial


def _times(left: Polynomial, right: Polynomial) -> Polynomial:
    if len(left) * len(right) > MAX_TERMS:
        raise _NoPolynomial
    return left * right


def derived(polynomial: Polynomial, variable: str) -> Polynomial:
    """Return the derivative in `variable`."""
    ring = polynomial.context()
    return polynomial.derivative(variable) if variable in ring.names() else ring.constant(0)


def written(polynomial: Polynomial) -> Node:
    """Return the normalised tree of a polynomial in textbook order."""
    names = polynomial.context().names()
    terms = [
        ({name: int(n) for name, n in zip(names, powers, strict=True) if n}, x) for powers, x in polynomial.terms()
    ]
    terms.sort(key=lambda term: term_place(term[0], 0, not term[0]))
    return sum_of(without_sign_in_front([_term(coefficient, degrees) for degrees, coefficient in terms]))


def _term(coefficient: fmpq, degrees: Mapping[str, int]) -> Node:
    if not degrees:
        return node_of_fraction(Fraction(int(coefficient.p), int(coefficient.q)))
    size = abs(coefficient)
    powers = [Name(name) if power == 1 else Power(Name(name), Number(power)) for name, power in degrees.items()]
    above = product_of([Number(int(size.p)), *powers] if size.p != 1 else powers)
    term = above if size.q == 1 else Quotient(above, Number(int(size.q)))
    return Negative(term) if coefficient < 0 else term


@lru_cache(maxsize=256)
def _ring(names: tuple[str, ...]) -> Any:
    return fmpq_mpoly_ctx.get(tuple(sorted(names)), Ordering.lex)
