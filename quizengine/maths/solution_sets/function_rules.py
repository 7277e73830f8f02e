"""What becomes of exponentials, logarithms and roots: in parts that other texts of the same make as well."""

from __future__ import annotations

from fractions import Fraction as Ratio
from math import lcm
from typing import Any

from flint import fmpq

from quizengine.maths.solution_sets.fractions import added, divided, raised, times
from quizengine.maths.solution_sets.manifest_signs import shown
from quizengine.maths.solution_sets.ring import (
    CONTEXT,
    GENERATORS,
    ONE,
    Comparison,
    Condition,
    Finer,
    Fraction,
    Generator,
    Poly,
    Ring,
    TooHard,
    factors,
    known_by,
    rational_of,
    used,
)
from quizengine.maths.solution_sets.signs import sign
from quizengine.maths.tree import Call, Node, Number, Quotient

_PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)
_MOST_PARTS = 12
_MOST_POWER = 30


def needed(ring: Ring, comparison: Comparison, what: Fraction, of: Node) -> None:
    """Notes what has to hold of `what`, the value of the tree `of`, unless it holds everywhere."""
    if shown(of) > (comparison != "≥"):
        return
    poly = what.top if comparison == "≠" else ring.times(what.top, what.bottom)
    poly = _inside(ring, poly) if comparison != "≥" else poly
    side = sign(ring, poly)
    if poly == 0 and comparison != "≥":
        raise TooHard
    if side == 2 or (comparison == "≥" and side == 1) or (comparison == "≠" and side == -2):
        return
    if comparison != "≠":
        ring.conditions.append(Condition(comparison, poly, of))
        return
    for factor, _ in factors(ring, poly):
        if abs(sign(ring, factor)) != 2:
            ring.conditions.append(Condition("≠", factor, of))


def _inside(ring: Ring, poly: Poly) -> Poly:
    """The u of a square root √u: it is positive where its root is."""
    while len(poly) == 1 and poly.total_degree() == 1 and poly.leading_coefficient() > 0:
        stands = ring.stands[used(poly)[0]]
        if stands.function != "root" or stands.order % 2:
            break
        poly = stands.value
    return poly


def tree_of(ring: Ring, what: Fraction) -> Node:
    """Return `what` as a tree."""
    top = ring.tree(what.top)
    return top if what.bottom == ONE else Quotient(top, ring.tree(what.bottom))


def exponential(ring: Ring, power: Fraction) -> Fraction:
    """e^power, as a product of one exponential for each term of `power`."""
    total = Fraction(ONE)
    if power.bottom == ONE:
        for exponents, size in power.top.to_dict().items():
            total = times(ring, total, _of_term(ring, Fraction(CONTEXT.from_dict({exponents: 1})), size))
        return total
    size = power.top.leading_coefficient()
    return _of_term(ring, Fraction(power.top / size, power.bottom), size)


def _of_term(ring: Ring, term: Fraction, size: Any) -> Fraction:
    """e^(size·term)."""
    places = used(term.top)
    if len(places) == term.top.total_degree() == size.q == 1 and term.bottom == ONE:
        stands = ring.stands[places[0]]
        if stands.function == "ln":
            return raised(ring, stands.inside, _bounded(int(size.p)))
    key = ("exp", known_by(term.top), known_by(term.bottom))
    parts = ring.parts.setdefault(key, int(size.q))
    if parts % int(size.q):
        if lcm(parts, int(size.q)) > _MOST_PARTS:
            raise TooHard
        ring.parts[key] = lcm(parts, int(size.q))
        raise Finer
    inside = Fraction(term.top / parts, term.bottom)
    index = ring.generator(key, Generator("exp", Call("exp", (tree_of(ring, inside),)), "exp", inside))
    return raised(ring, Fraction(GENERATORS[index]), _bounded(int(size.p) * (parts // int(size.q))))


def _bounded(power: int) -> int:
    if abs(power) > _MOST_POWER:
        raise TooHard
    return power


def logarithm(ring: Ring, what: Fraction, of: Node) -> Fraction:
    """ln(what)."""
    needed(ring, ">", what, of)
    top, bottom = rational_of(what.top), rational_of(what.bottom)
    if top is not None and bottom is not None:
        return Fraction(_of_primes(ring, Ratio(int(top.p), int(top.q))))
    (exponents, size), *others = what.top.to_dict().items()
    kinds = {ring.stands[index].kind for index in used(what.top)}
    if not others and what.bottom == ONE and size > 0 and kinds == {"exp"}:
        total = _of_primes(ring, Ratio(int(size.p), int(size.q)))
        return _added_up(ring, [(ring.stands[index].inside, exponents[index]) for index in used(what.top)], total)
    return _generator(ring, "ln", what)


def _added_up(ring: Ring, parts: list[tuple[Fraction, int]], total: Poly) -> Fraction:
    sum_ = Fraction(total)
    for inside, power in parts:
        sum_ = added(ring, sum_, Fraction(inside.top * int(power), inside.bottom))
    return sum_


def _of_primes(ring: Ring, size: Ratio) -> Poly:
    """ln(size) for a positive rational, as a sum over its prime factors."""
    total = ONE * 0
    for whole, side in ((size.numerator, 1), (size.denominator, -1)):
        rest = whole
        for prime in (*_PRIMES, 0):
            if prime == 0:
                if rest > 1:
                    total += side * _generator(ring, "ln", Fraction(ONE * rest)).top
                break
            while rest % prime == 0:
                rest //= prime
                total += side * _generator(ring, "ln", Fraction(ONE * prime)).top
    return total


def _generator(ring: Ring, function: str, what: Fraction) -> Fraction:
    key = (function, known_by(what.top), known_by(what.bottom))
    kind = "ln" if function == "ln" else "angle"
    node = Call(function, (tree_of(ring, what),))
    return Fraction(GENERATORS[ring.generator(key, Generator(kind, node, function, what))])  # type: ignore[arg-type]


def root(ring: Ring, order: int, what: Fraction, of: Node) -> Fraction:
    """Return the real root of `what`; for an even order it must not be negative."""
    if order % 2 == 0:
        needed(ring, "≥", what, of)
    if order > 9:
        raise TooHard
    bottom = what.bottom
    if order % 2 == 0 and bottom != ONE:
        bottom = size_of(ring, bottom)
    inside = ring.times(what.top, ring.power(what.bottom, order - 1))
    return divided(ring, Fraction(_root_of(ring, order, inside)), Fraction(bottom))


def size_of(ring: Ring, poly: Poly) -> Poly:
    """|poly|."""
    side = sign(ring, poly)
    if side:
        return poly if side > 0 else -poly
    return _root_of(ring, 2, ring.times(poly, poly))


def _root_of(ring: Ring, order: int, poly: Poly) -> Poly:
    if poly == 0:
        return poly
    whole, rest = _parted(order, poly.leading_coefficient())
    poly = poly / poly.leading_coefficient() * fmpq(rest)
    if poly == 1:
        return ONE * whole
    found = list(factors(ring, poly)) if not poly.is_constant() and len(poly) < 30 else []
    if found and all(power % order == 0 for _, power in found):
        base = ONE
        for factor, power in found:
            base = ring.times(base, ring.power(factor, power // order))
        side = 1 if order % 2 else sign(ring, base)
        if side and base**order == poly:
            return whole * base * (1 if side > 0 else -1)
    key = ("root", order, known_by(poly))
    node = Call("root", (Number(order), ring.tree(poly)))
    stands = Generator("root", node, "root", Fraction(poly), order, poly)
    return whole * GENERATORS[ring.generator(key, stands)]


def _parted(order: int, size: Any) -> tuple[Any, Any]:
    """whole and rest with size = whole^order·rest, the rest an integer of few factors."""
    p, q = int(size.p), int(size.q)
    whole, rest = fmpq(1, q), p * q ** (order - 1)
    for prime in _PRIMES:
        while rest % prime**order == 0:
            whole, rest = whole * prime, rest // prime**order
    if order % 2 and rest < 0:
        return -whole, -rest
    return whole, rest
