"""Rational functions over a growing set of generators, some of which are bound by a relation.

An element is a pair (numerator, denominator): the numerator a flint rational or polynomial, the denominator a
product kept as ((polynomial, power), …), never multiplied out before it must be. Nothing is cancelled: two
elements are equal wherever both are defined if and only if the cross product vanishes, and for that `reduce`
is enough. The relation of a generator, g^power = value, speaks only of those made before it, so one pass from the
last to the first applies them all. The last stands first in the lexical order, so that g^power leads its relation
and applying it is a division with remainder.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import comb
from typing import Any

from flint import Ordering, fmpq, fmpq_mpoly_ctx

from quizengine.maths.budget import spend

Poly = Any  # flint.fmpq or flint.fmpq_mpoly: which of the two is asked where it matters
Denominator = tuple[tuple[Poly, int], ...]
Element = tuple[Poly, Denominator]

SIZES = (12, 28)  # generators of a ring; the small one is the faster
_MAX_TERMS = 4_000  # of one polynomial
_MAX_WORK = 60_000  # term products of one decision
_PRODUCTS = 20  # term products that are one unit of work
_STEPS = 4  # of a division that cost as much again as the first
_MAX_POWER = 10_000
_MAX_CHOSEN = 80  # terms and exponent together: the terms of a power are not even counted beyond
_MAX_BITS = 20_000  # of the power of a number

ZERO: Element = (fmpq(0), ())
ONE: Element = (fmpq(1), ())
HALF: Element = (fmpq(1, 2), ())


class TooHard(ArithmeticError):
    """The normal form would take too many generators or terms, or there is none."""


class NoValue(TooHard):
    """The expression has no value anywhere, but at isolated points."""


class UndefinedEverywhere(NoValue):
    """The expression divides by what is zero everywhere, or takes its logarithm: it has no value at all."""


class NoRoom(TooHard):
    """The ring has too few generators; a larger one may do."""


BEYOND = (TooHard, RecursionError, OverflowError)  # an exponent that has no place in a machine word is too hard, too


@dataclass(frozen=True, slots=True)
class Relation:
    """g^power = value, for a generator g and a polynomial in those made before it."""

    power: int
    value: Poly


@lru_cache(maxsize=len(SIZES))
def _polynomials(size: int) -> tuple[Any, tuple[Poly, ...]]:
    context = fmpq_mpoly_ctx.get([f"g{index}" for index in range(size)], Ordering.lex)
    return context, tuple(context.gens())


class Ring:
    """`size` generators of one polynomial ring, and the relations that bind them; made from the last to the first."""

    def __init__(self, size: int) -> None:
        self.context, self.free = _polynomials(size)
        self.made = 0
        self.relations: dict[int, Relation] = {}
        self.work = 0

    def fork(self) -> Ring:
        """Return a copy that can grow without touching this one."""
        twin = object.__new__(type(self))
        twin.context, twin.free = self.context, self.free
        twin.made, twin.relations, twin.work = self.made, self.relations.copy(), 0
        return twin

    def generator(self, relation: Relation | None = None) -> Poly:
        """Return a new generator, bound by `relation` if there is one."""
        if self.made == len(self.free):
            raise NoRoom
        self.made += 1
        index = len(self.free) - self.made
        if relation is not None:
            self.relations[index] = relation
        return self.free[index]

    def product(self, left: Poly, right: Poly) -> Poly:
        """Return left·right, within the limits on size and work."""
        if isinstance(left, fmpq) or isinstance(right, fmpq):
            return left * right
        self.work += len(left) * len(right)
        spend(len(left) * len(right) / _PRODUCTS)
        if self.work > _MAX_WORK:
            raise TooHard
        return left * right

    def power(self, base: Poly, n: int) -> Poly:
        """base^n for n ≥ 0, within the limits."""
        if n == 0:
            return fmpq(1)
        if n == 1:
            return base
        self.afford(base, n)
        return base**n

    def afford(self, base: Poly, n: int) -> None:
        """Count the work of base^n; TooHard if it is too large."""
        if n > _MAX_POWER:
            raise TooHard
        if not isinstance(base, fmpq):
            terms = len(base)
            if terms > 1 and (terms + n > _MAX_CHOSEN or comb(terms + n - 1, n) > _MAX_TERMS):
                raise TooHard
            self.work += comb(terms + n - 1, n) if terms > 1 else 1
        elif max(int(base.p).bit_length(), int(base.q).bit_length()) * n > _MAX_BITS:
            raise TooHard

    def add(self, left: Element, right: Element) -> Element:
        """Return left + right."""
        if left[1] == right[1]:
            return (left[0] + right[0], left[1])
        common = _greatest(left[1], right[1])
        return (
            self.product(left[0], self._missing(common, left[1]))
            + self.product(right[0], self._missing(common, right[1])),
            common,
        )

    def _missing(self, common: Denominator, have: Denominator) -> Poly:
        factor: Poly = fmpq(1)
        for poly, n in common:
            short = n - next((m for other, m in have if other == poly), 0)
            if short:
                factor = self.product(factor, self.power(poly, short))
        return factor

    def negative(self, element: Element) -> Element:
        """Return -element."""
        return (-element[0], element[1])

    def subtract(self, left: Element, right: Element) -> Element:
        """Return left - right."""
        return self.add(left, self.negative(right))

    def multiply(self, left: Element, right: Element) -> Element:
        """Return left·right."""
        numerator = self.product(left[0], right[0])
        if not left[1] or not right[1]:
            return (numerator, left[1] or right[1])
        return (numerator, summed(left[1], right[1]))

    def inverse(self, element: Element) -> Element:
        """Return 1/element; UndefinedEverywhere where element is zero everywhere."""
        numerator, denominator = element
        top = self.expand(denominator)
        if isinstance(numerator, fmpq) or numerator.is_constant():
            constant = numerator if isinstance(numerator, fmpq) else numerator.leading_coefficient()
            if constant == 0:
                raise UndefinedEverywhere
            return (top * (1 / constant), ())
        if self.relations and self.reduce(numerator) == 0:
            raise UndefinedEverywhere
        return (top, ((numerator, 1),))

    def raise_to(self, element: Element, n: int) -> Element:
        """element^n for any integer n."""
        if n < 0:
            return self.raise_to(self.inverse(element), -n)
        if n == 0:
            return ONE
        return (self.power(element[0], n), tuple((poly, m * n) for poly, m in element[1]))

    def expand(self, denominator: Denominator) -> Poly:
        """Return the denominator multiplied out."""
        total: Poly = fmpq(1)
        for poly, n in denominator:
            total = self.product(total, self.power(poly, n))
        return total

    def reduce(self, poly: Poly) -> Poly:
        """Return `poly` with every relation applied."""
        if not self.relations or isinstance(poly, fmpq):
            return poly
        degrees = poly.degrees()
        for index in reversed(self.relations):  # they were made in ascending order
            if degrees[index] >= self.relations[index].power:
                relation = self.relations[index]
                steps = int(degrees[index]) // relation.power
                self.afford(relation.value, steps)
                modulus = self.free[index] ** relation.power - relation.value
                self.work += len(poly) * len(modulus)
                if len(poly) > _MAX_TERMS:
                    raise TooHard
                spend(len(poly) * len(modulus) * (1 + steps / _STEPS) / _PRODUCTS)
                poly = poly % modulus
                degrees = poly.degrees()
        return poly


def coefficients(poly: Poly, index: int) -> list[Poly]:
    """Return the coefficients of `poly` as a polynomial in one generator, the lowest first."""
    parts: list[dict[tuple[int, ...], Any]] = [{} for _ in range(max(0, int(poly.degrees()[index])) + 1)]
    for exponents, coefficient in poly.to_dict().items():
        parts[exponents[index]][(*exponents[:index], 0, *exponents[index + 1 :])] = coefficient
    return [poly.context().from_dict(part) for part in parts]


def _greatest(left: Denominator, right: Denominator) -> Denominator:
    """Each polynomial of either denominator with the greater of its powers."""
    return _merge(left, right, max)


def summed(left: Denominator, right: Denominator) -> Denominator:
    """Each polynomial of either denominator with the sum of its powers."""
    return _merge(left, right, int.__add__)


def _merge(left: Denominator, right: Denominator, join: Any) -> Denominator:
    merged = list(left)
    for poly, n in right:
        for place, (other, m) in enumerate(merged):
            if other == poly:
                merged[place] = (other, join(m, n))
                break
        else:
            merged.append((poly, n))
    return tuple(merged)
