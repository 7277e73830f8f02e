"""The real solutions of one equation as zero sets of irreducible polynomials, each with conditions.

Every step keeps the solutions: a product is zero where a factor is, a factor of one sign nowhere, and a function that
takes each value once is taken off both sides:

    A·r + B = 0   for r = u^(1/q)         A^q·u = (-B)^q, for an even q with -A·B ≥ 0
    Σ nᵢ·ln uᵢ + B = 0                    Π uᵢ^nᵢ·e^B = 1
    e^u = c·e^v                           u = v + ln c, and no solution for c < 0
    f(u) = f(v), f(u) = c                 u = v, u = f⁻¹(c) for f = atan, asinh, …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction as Ratio

from quizengine.maths.evaluate import rational
from quizengine.maths.tree import Call, Negative, Node, Number, Power, Product, Quotient, Sum
from quizengine.maths.zeros.fractions import added
from quizengine.maths.zeros.inverses import peeled
from quizengine.maths.zeros.laws import needed, root
from quizengine.maths.zeros.ring import (
    Condition,
    Fraction,
    Poly,
    Ring,
    TooHard,
    factors,
    number,
)
from quizengine.maths.zeros.signs import sign
from quizengine.maths.zeros.values import value

Sides = tuple[Node, Node]

_ROUNDS = 12  # functions that are taken off one after another


@dataclass(frozen=True, slots=True)
class Branch:
    """The points at which `factor` is zero and all `known` hold."""

    factor: Poly
    known: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Solutions:
    """The union of the branches. everywhere: each point at which both sides have a value is one."""

    branches: tuple[Branch, ...]
    conditions: tuple[Condition, ...]
    everywhere: bool = False


def solutions(ring: Ring, sides: Sides, hints: Sequence[Poly] = ()) -> Solutions:
    """The solutions of left = right; raises TooHard. hints: factors that are looked for first."""
    ring.conditions = []
    polys = _zeros(ring, sides)
    known = tuple(ring.conditions)
    if any(poly == 0 for poly in polys):
        return Solutions((), known, everywhere=True)
    found: list[Branch] = []
    for poly in polys:
        found.extend(_branches(ring, poly, known, hints, _ROUNDS))
    return Solutions(tuple(found), known)


def _zeros(ring: Ring, sides: Sides) -> list[Poly]:
    """Polynomials whose zeros together are the solutions, where the conditions of the ring hold."""
    left, right = sides
    if right == Number(0):
        return _of_node(ring, left)
    if left == Number(0):
        return _of_node(ring, right)
    match left, right:
        case Power(base, Number(power, 1)), Power(other, Number(same, 1)) if power == same > 0:
            one, two = value(ring, base), value(ring, other)
            both = [added(ring, one, Fraction(-two.top, two.bottom)).top]
            return both if power % 2 else [*both, added(ring, one, two).top]
        case (Power(base, Number(power, 1)), other) | (other, Power(base, Number(power, 1))) if power > 1:
            if (size := rational(other)) is not None:
                return _power_of(ring, value(ring, base), power, size)
    return [_difference(ring, left, right)]


def _power_of(ring: Ring, base: Fraction, power: int, size: Ratio) -> list[Poly]:
    """base^power = size."""
    if size < 0 and power % 2 == 0:
        return []
    side = -1 if size < 0 else 1
    other = root(ring, power, Fraction(number(abs(size))), Number(1))
    both = [added(ring, base, Fraction(-sign * other.top, other.bottom)).top for sign in (side, -side)]
    return both[: 2 - power % 2]


def _difference(ring: Ring, left: Node, right: Node) -> Poly:
    one, two = value(ring, left), value(ring, right)
    return added(ring, one, Fraction(-two.top, two.bottom)).top


def _of_node(ring: Ring, node: Node) -> list[Poly]:
    """As `_zeros`, for node = 0: factor by factor, so that no long product is multiplied out."""
    match node:
        case Negative(operand):
            return _of_node(ring, operand)
        case Product(parts):
            return [poly for part in parts for poly in _of_node(ring, part)]
        case Quotient(top, bottom):
            _apart_from_zero(ring, bottom)
            return _of_node(ring, top)
        case Power(base, Number(power, 1)) if power > 0:
            return _of_node(ring, base)
        case Call("abs" | "cbrt" | "sinh" | "tanh" | "asinh" | "atan", (inner,)):
            return _of_node(ring, inner)
        case Sum((first, Negative(second))):
            return _zeros(ring, (first, second)) if Number(0) not in (first, second) else [value(ring, node).top]
        case _:
            return [value(ring, node).top]


def _apart_from_zero(ring: Ring, node: Node) -> None:
    match node:
        case Negative(operand):
            _apart_from_zero(ring, operand)
        case Product(parts):
            for part in parts:
                _apart_from_zero(ring, part)
        case Power(base, Number(power, 1)) if power > 0:
            _apart_from_zero(ring, base)
        case _:
            needed(ring, "≠", value(ring, node), node)


def _branches(
    ring: Ring, poly: Poly, known: tuple[Condition, ...], hints: Sequence[Poly], rounds: int
) -> Iterator[Branch]:
    """The branches of poly = 0."""
    for factor in _split(ring, poly, hints):
        if ring.constant(factor):
            if abs(sign(ring, factor)) != 2:
                raise TooHard
            continue
        if abs(sign(ring, factor, known)) == 2:
            continue
        if not rounds:
            raise TooHard
        before = len(ring.conditions)
        step = peeled(ring, factor)
        if step is None:
            yield Branch(factor, known)
            continue
        rest, needs, implied = step
        kept = tuple(one for one in known if one.comparison != "≥" or one.poly != implied)
        more = (*kept, *needs, *ring.conditions[before:])
        if rest == 0:
            raise TooHard
        yield from _branches(ring, rest, more, hints, rounds - 1)


def _split(ring: Ring, poly: Poly, hints: Sequence[Poly]) -> list[Poly]:
    found = []
    for hint in hints:
        if not hint.is_constant() and hint.total_degree() <= poly.total_degree():
            ring.spend(4 * len(poly))
            quotient, rest = divmod(poly, hint)
            if rest == 0:
                found.append(hint)
            while rest == 0:
                poly = quotient
                quotient, rest = divmod(poly, hint)
    if not poly.is_constant():
        if found and abs(sign(ring, poly)) == 2:
            return found
        found.extend(factor for factor, _ in factors(ring, poly))
    return found
