"""Is a number made of integers, roots and cosines of parts of π zero? A bound on how small it can be otherwise decides.

The bound of Burnikel, Funke, Mehlhorn, Schirra and Schmitt ("A separation bound for real algebraic expressions",
2001): a number is U/L with algebraic integers U and L, all conjugates of which are at most u and l; if it is not zero,
it is at least 1/(u^(D - 1)·l), where D bounds its degree.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, prod

from flint import arb, fmpq

from quizengine.maths.budget import spend
from quizengine.maths.equality.normal_form.generators import Field, Generator
from quizengine.maths.equality.normal_form.ring import Poly, TooHard
from quizengine.maths.equality.normal_form.values import Evaluation
from quizengine.maths.evaluate import precision

_MOST_BITS = 6_000
_MOST_DEGREE = 1_000_000_000  # of the field in which a number lies
_GUARD = 64


@dataclass(frozen=True, slots=True)
class Bounds:
    """The logarithms to base 2 of u and l."""

    above: float
    below: float

    def plus(self, other: Bounds) -> Bounds:
        """Return the bounds of a sum."""
        crossed = max(self.above + other.below, self.below + other.above)
        return Bounds(crossed + 1, self.below + other.below)

    def times(self, other: Bounds, power: int) -> Bounds:
        """Return the bounds of a product with a power."""
        return Bounds(self.above + power * other.above, self.below + power * other.below)

    def root(self, order: int) -> Bounds:
        """Return the bounds of a root."""
        if self.above >= self.below:
            return Bounds((self.above + (order - 1) * self.below) / order, self.below)
        return Bounds(self.above, ((order - 1) * self.above + self.below) / order)


def all_zero(field: Field, poly: Poly) -> bool:
    """Return whether each coefficient of `poly`, a polynomial in what is no algebraic number, is proven to
    be zero.
    """
    spend(len(poly))
    groups: dict[tuple[int, ...], dict[tuple[int, ...], fmpq]] = {}
    inner = [index for index, _ in field.used(poly) if is_algebraic(field, field.stands[index])]
    for exponents, coefficient in poly.to_dict().items():
        outer, rest = list(exponents), [0] * len(exponents)
        for index in inner:
            rest[index], outer[index] = outer[index], 0
        groups.setdefault(tuple(outer), {})[tuple(rest)] = coefficient
    return all(is_zero(field, field.context.from_dict(group)) for group in groups.values())


def is_algebraic(field: Field, there: Generator) -> bool:
    """Return whether a generator stands for an algebraic number."""
    match there.kind:
        case "i":
            return True
        case "turn":
            return _is_part_of_pi(field, there)
        case "root" | "size":
            return all(is_algebraic(field, field.stands[index]) for index, _ in field.used(there.base))
    return False


def is_zero(field: Field, number: Poly) -> bool:
    """Return whether a polynomial in algebraic numbers is proven to be zero."""
    if isinstance(number, fmpq) or number == 0:
        return bool(number == 0)
    if not all(is_algebraic(field, field.stands[index]) for index, _ in field.used(number)):
        return False
    if not _is_small(field, number, _GUARD, 0):
        return False
    known: dict[int, tuple[int, Bounds]] = {}
    bounds = _of_poly(field, number, known)
    degree = prod(order for order, _ in known.values())
    if degree > _MOST_DEGREE:
        return False
    bits = ceil((degree - 1) * max(bounds.above, 0) + max(bounds.below, 0)) + 1
    if bits > _MOST_BITS:
        return False
    working = 2 * bits + _GUARD
    spend(working / 8)
    return _is_small(field, number, working, bits)


def _is_small(field: Field, number: Poly, working: int, bits: int) -> bool:
    """Is |number| proven, at `working` bits, to be less than 2^-bits?"""
    with precision(working):
        try:
            return bool(abs(Evaluation(field, {}).value(number)) < arb(2) ** -bits)
        except (TooHard, KeyError):
            return False


def _is_part_of_pi(field: Field, there: Generator) -> bool:
    """Is it e^(iπp/q)?"""
    used = [field.stands[index].kind for index, _ in field.used(there.mono)]
    return used == ["pi"] and isinstance(there.over, fmpq) and there.mono.total_degree() == 1


def _of_poly(field: Field, poly: Poly, known: dict[int, tuple[int, Bounds]]) -> Bounds:
    """The bounds of a polynomial; `known` takes the degree and the bounds of each of its generators."""
    spend(len(poly))
    total: Bounds | None = None
    for exponents, coefficient in poly.to_dict().items():
        term = _of_rational(coefficient)
        for index, power in enumerate(exponents):
            if power:
                if index not in known:
                    known[index] = _of_generator(field, field.stands[index], known)
                term = term.times(known[index][1], int(power))
        total = term if total is None else total.plus(term)
    return total or Bounds(0.0, 0.0)


def _of_rational(number: fmpq) -> Bounds:
    return Bounds(float(int(abs(number.p)).bit_length()), float(int(number.q).bit_length()))


def _of_generator(field: Field, there: Generator, known: dict[int, tuple[int, Bounds]]) -> tuple[int, Bounds]:
    if there.kind == "i":
        return 2, Bounds(0.0, 0.0)
    if there.kind == "turn":
        part = there.unit * there.mono.leading_coefficient() / there.over / 2  # of a whole turn
        return int(part.q), Bounds(0.0, 0.0)
    inner = _of_rational(there.base) if isinstance(there.base, fmpq) else _of_poly(field, there.base, known)
    return 2 * there.order, inner.root(there.order)  # twice, as |u| is a root of u²
