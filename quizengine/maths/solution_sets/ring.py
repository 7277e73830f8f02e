"""Polynomials in the variables and in whatever else stands for a number: e^u, roots, logarithms, angles.

A generator is a real function of the variables with what is known of it: a relation (r² = u for a root), a sign.
What is proven of the polynomials holds of the functions; what is not known is not claimed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from flint import Ordering, fmpq, fmpq_mpoly_ctx

from quizengine.maths.equality import Domain
from quizengine.maths.equality.normal_form.ring import coefficients
from quizengine.maths.tree import Negative, Node, Number, Power, product_of, sum_of

Poly = Any  # fmpq_mpoly: flint tells no types
Kind = Literal["name", "constant", "exp", "root", "ln", "angle", "inverse"]
Comparison = Literal[">", "≥", "≠"]

SIZE = 16  # generators of one ring
MOST_TERMS = 400
MOST_DEGREE = 64
MOST_WORK = 60_000  # products of terms, and what takes as long: about 30 ms
_MOST_DEGREES = (0, 32, 10, 12)  # of a polynomial in 0, 1, 2 and more generators that is split
CONTEXT = fmpq_mpoly_ctx.get([f"g{index}" for index in range(SIZE)], Ordering.degrevlex)
GENERATORS = CONTEXT.gens()
ZERO, ONE = CONTEXT.from_dict({}), CONTEXT.from_dict({(0,) * SIZE: 1})


class TooHard(ArithmeticError):
    """The equation is too large for the ring, or holds what the ring has no rule for."""


class Finer(ArithmeticError):
    """An exponential was asked for in smaller parts than before: all has to be made anew."""


@dataclass(frozen=True, slots=True)
class Fraction:
    """top/bottom; where it has a value, bottom is not zero."""

    top: Poly
    bottom: Poly = field(default_factory=lambda: ONE)


@dataclass(frozen=True, slots=True)
class Condition:
    """`poly` compared with 0; `of` is the part of the tree that needs it, None where nobody wrote one."""

    comparison: Comparison
    poly: Poly
    of: Node | None = None


@dataclass(frozen=True, slots=True)
class Generator:
    """What a generator stands for: `node`, the `function` of `inside`; a variable's name is its function.

    Where order is not 0, it is a root: g^order = value.
    """

    kind: Kind
    node: Node
    function: str = ""
    inside: Fraction = field(default_factory=lambda: Fraction(ZERO))
    order: int = 0
    value: Poly = field(default_factory=lambda: ZERO)


class Ring:
    """The generators of one comparison, the conditions met on the way, and the work that is left."""

    def __init__(self, domain: Domain, parts: dict[object, int], work: int = MOST_WORK) -> None:
        self.domain = domain
        self.parts = parts  # in how many parts e^m is taken, for each m
        self.stands: list[Generator] = []
        self.places: dict[object, int] = {}
        self.conditions: list[Condition] = []
        self.factored: dict[object, tuple[tuple[Poly, int], ...]] = {}
        self.remembered: tuple[object, dict[int, int]] = (None, {})  # what is known, and signs that follow
        self.work = work

    def generator(self, key: object, stands: Generator) -> int:
        """Return the index of what is known by `key`, made if it is new."""
        if key not in self.places:
            if len(self.stands) == SIZE:
                raise TooHard
            self.places[key] = len(self.stands)
            self.stands.append(stands)
        return self.places[key]

    def times(self, *polys: Poly) -> Poly:
        """Return the product, with the relations applied."""
        made = polys[0]
        for poly in polys[1:]:
            self.spend(len(made) * len(poly))
            made = self.checked(made * poly)
        return self.reduced(made)

    def spend(self, work: int) -> None:
        """Raises TooHard where more work was done than one comparison may take."""
        self.work -= work
        if self.work < 0:
            raise TooHard

    def checked(self, poly: Poly) -> Poly:
        """Return `poly`, unless it is too large."""
        if len(poly) > MOST_TERMS or poly.total_degree() > MOST_DEGREE:
            raise TooHard
        return poly

    def power(self, poly: Poly, exponent: int) -> Poly:
        """poly^exponent for exponent ≥ 0."""
        if exponent * max(1, poly.total_degree()) > MOST_DEGREE:
            raise TooHard
        made = ONE
        for _ in range(exponent):
            made = self.times(made, poly)
        return made

    def reduced(self, poly: Poly) -> Poly:
        """Return `poly` with g^order replaced wherever a generator has a relation; the latest first, which hold the
        others.
        """
        for index in reversed(range(len(self.stands))):
            stands = self.stands[index]
            if not stands.order or poly.degrees()[index] < stands.order:
                continue
            total = ZERO
            for power, coefficient in enumerate(coefficients(poly, index)):
                whole, rest = divmod(power, stands.order)
                self.spend(len(coefficient) * len(stands.value) ** min(whole, 2))
                total += coefficient * self.checked(stands.value**whole) * GENERATORS[index] ** rest
            poly = self.checked(total)
        return poly

    def constant(self, poly: Poly) -> bool:
        """Does no variable occur in `poly`?"""
        return all(self.fixed(index) for index in used(poly))

    def fixed(self, index: int) -> bool:
        """Return whether the generator is a number."""
        stands = self.stands[index]
        if stands.kind in ("name", "constant"):
            return stands.kind == "constant"
        return self.constant(stands.inside.top) and self.constant(stands.inside.bottom)

    def tree(self, poly: Poly) -> Node:
        """Return `poly` as a tree."""
        terms = []
        for exponents, size in poly.to_dict().items():
            number = Number(abs(int(size.p)), int(size.q))
            powers = [
                self.stands[index].node if power == 1 else Power(self.stands[index].node, Number(int(power)))
                for index, power in enumerate(exponents)
                if power
            ]
            term = product_of(([] if powers and number == Number(1) else [number]) + powers)
            terms.append(term if size > 0 else Negative(term))
        return sum_of(terms)


def used(poly: Poly) -> list[int]:
    """Return the generators that occur in `poly`."""
    return [index for index, degree in enumerate(poly.degrees()) if degree > 0]


def number(value: Any) -> Poly:
    """Return a rational as a polynomial."""
    return ONE * fmpq(value.numerator, value.denominator)


def rational_of(poly: Poly) -> Any | None:
    """Return the rational that a constant polynomial is, else None."""
    if poly == 0:
        return fmpq(0)
    return poly.leading_coefficient() if poly.is_constant() else None


def known_by(poly: Poly) -> tuple[Any, ...]:
    """Return what two equal polynomials share, to look them up by."""
    return tuple(sorted((tuple(map(int, e)), int(c.p), int(c.q)) for e, c in poly.to_dict().items()))


def factors(ring: Ring, poly: Poly) -> tuple[tuple[Poly, int], ...]:
    """Factors that are not rational numbers, with their multiplicities: irreducible ones unless that took too long.

    To split xⁿ + yⁿ - 1 takes a minute for n = 30: in two generators it falls apart modulo every prime.
    """
    key = known_by(poly)
    if key not in ring.factored:
        degree, places = int(poly.total_degree()), len(used(poly))
        if len(poly) > MOST_TERMS // 2 or degree > MOST_DEGREE // 2:
            raise TooHard
        whole = degree <= _MOST_DEGREES[min(places, 3)]
        ring.spend(20 * len(poly) + (2 * degree**4 if whole and places > 1 else degree**2))
        found = poly.factor()[1] if whole else poly.factor_squarefree()[1]
        ring.factored[key] = tuple((factor, int(power)) for factor, power in found)
    return ring.factored[key]
