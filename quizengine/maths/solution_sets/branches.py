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

from quizengine.maths.solution_sets.factored import zeros_of
from quizengine.maths.solution_sets.inverse_functions import peeled
from quizengine.maths.solution_sets.ring import (
    Condition,
    Poly,
    Ring,
    TooHard,
    factors,
)
from quizengine.maths.solution_sets.signs import sign
from quizengine.maths.tree import Node

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
    """Return the solutions of left = right; raises TooHard. hints: factors that are looked for first."""
    ring.conditions = []
    polys = zeros_of(ring, *sides)
    known = tuple(ring.conditions)
    if any(poly == 0 for poly in polys):
        return Solutions((), known, everywhere=True)
    found: list[Branch] = []
    for poly in polys:
        found.extend(_branches(ring, poly, known, hints, _ROUNDS))
    return Solutions(tuple(found), known)


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
