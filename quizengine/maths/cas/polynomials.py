"""Polynomials with rational coefficients, without SymPy: what most questions hold, and 20 times faster."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from quizengine.maths.cas.term_order import term_place, without_sign_in_front
from quizengine.maths.normalise import node_of_fraction, split
from quizengine.maths.tree import Name, Negative, Node, Number, Power, Product, Quotient, Sum, product_of, sum_of

Monomial = tuple[tuple[str, int], ...]  # names with their exponents ≥ 1, sorted by name
Polynomial = dict[Monomial, Fraction]  # no coefficient is zero

MAX_TERMS = 100
MAX_EXPONENT = 12


def flat(node: Node) -> Polynomial | None:
    """The polynomial of a tidy tree that is a plain sum of number·x^m·y^n terms, else None."""
    found: Polynomial = {}
    for term in node.terms if isinstance(node, Sum) else (node,):
        size, rest, _ = split(term)
        powers = [_power_of_name(part) for part in rest]
        if size.root != 1 or None in powers:
            return None
        monomial = _sorted(pair for pair in powers if pair is not None)
        found[monomial] = found.get(monomial, Fraction(0)) + size.factor
    return _without_zeros(found)


def simple(node: Node) -> Polynomial | None:
    """The polynomial of a tidy tree whose derivative no textbook would leave in brackets: flat, or of degree 2."""
    found = flat(node)
    if found is not None:
        return found
    found = multiplied_out(node)
    if found is None or any(sum(exponent for _, exponent in monomial) > 2 for monomial in found):
        return None
    return found


def multiplied_out(node: Node) -> Polynomial | None:
    """The polynomial of a tidy tree of sums, products, whole powers and numbers; None for others and too large ones."""
    match node:
        case Number(numerator, denominator):
            return _without_zeros({(): Fraction(numerator, denominator)})
        case Name(name):
            return {((name, 1),): Fraction(1)}
        case Negative(operand):
            return _times({(): Fraction(-1)}, multiplied_out(operand))
        case Sum(terms):
            return _added([multiplied_out(term) for term in terms])
        case Product(factors):
            return _product([multiplied_out(factor) for factor in factors])
        case Quotient(numerator, Number(top, bottom)) if top:
            return _times({(): Fraction(bottom, top)}, multiplied_out(numerator))
        case Power(base, Number(exponent, 1)) if 0 < exponent <= MAX_EXPONENT:
            return _product([multiplied_out(base)] * exponent)
    return None


def derived(polynomial: Polynomial, variable: str) -> Polynomial:
    """The derivative in `variable`."""
    found: Polynomial = {}
    for monomial, coefficient in polynomial.items():
        exponents = dict(monomial)
        exponent = exponents.get(variable, 0)
        if exponent:
            exponents[variable] -= 1
            lower = _sorted((name, power) for name, power in exponents.items() if power)
            found[lower] = found.get(lower, Fraction(0)) + coefficient * exponent
    return _without_zeros(found)


def written(polynomial: Polynomial) -> Node:
    """The tidy tree of a polynomial in textbook order."""
    order = sorted(polynomial, key=lambda monomial: term_place(dict(monomial), 0, not monomial))
    return sum_of(without_sign_in_front([_term(polynomial[monomial], monomial) for monomial in order]))


def _term(coefficient: Fraction, monomial: Monomial) -> Node:
    size = abs(coefficient)
    powers: list[Node] = [Name(name) if power == 1 else Power(Name(name), Number(power)) for name, power in monomial]
    top = [Number(size.numerator), *powers] if size.numerator != 1 or not powers else powers
    above = product_of(top)
    if not powers:
        return node_of_fraction(coefficient)
    term = above if size.denominator == 1 else Quotient(above, Number(size.denominator))
    return Negative(term) if coefficient < 0 else term


def _power_of_name(node: Node) -> tuple[str, int] | None:
    match node:
        case Name(name):
            return name, 1
        case Power(Name(name), Number(exponent, 1)) if exponent > 0:
            return name, exponent
    return None


def _sorted(pairs: Iterator[tuple[str, int]]) -> Monomial:
    found: dict[str, int] = {}
    for name, exponent in pairs:
        found[name] = found.get(name, 0) + exponent
    return tuple(sorted(found.items()))


def _without_zeros(polynomial: Polynomial) -> Polynomial:
    return {monomial: coefficient for monomial, coefficient in polynomial.items() if coefficient}


def _added(parts: list[Polynomial | None]) -> Polynomial | None:
    found: Polynomial = {}
    for part in parts:
        if part is None:
            return None
        for monomial, coefficient in part.items():
            found[monomial] = found.get(monomial, Fraction(0)) + coefficient
    return _without_zeros(found)


def _product(parts: list[Polynomial | None]) -> Polynomial | None:
    found: Polynomial | None = {(): Fraction(1)}
    for part in parts:
        found = _times(found, part)
    return found


def _times(left: Polynomial | None, right: Polynomial | None) -> Polynomial | None:
    if left is None or right is None or len(left) * len(right) > MAX_TERMS:
        return None
    found: Polynomial = {}
    for first, a in left.items():
        for second, b in right.items():
            monomial = _sorted(iter(first + second))
            found[monomial] = found.get(monomial, Fraction(0)) + a * b
    return _without_zeros(found)
