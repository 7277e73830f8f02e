"""Is it proven that the solutions of one equation are among those of another?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from quizengine.maths.equality.normal_form.ring import coefficients
from quizengine.maths.solution_sets.branches import Branch, Solutions
from quizengine.maths.solution_sets.ranges import never_negative
from quizengine.maths.solution_sets.ring import (
    CONTEXT,
    SIZE,
    ZERO,
    Condition,
    Poly,
    Ring,
    factors,
    used,
)
from quizengine.maths.solution_sets.signs import nonzero, sign
from quizengine.maths.solution_sets.sums_of_squares import squares

_MOST_TERMS = 60  # of a polynomial whose resultant is taken
_MOST_DEGREE = 8


def covered(ring: Ring, ours: Solutions, theirs: Solutions) -> bool:
    """Return whether each point of `ours` is proven to be one of `theirs`."""
    return all(_empty(ring, branch) or _among(ring, branch, theirs) for branch in ours.branches)


def meets(ring: Ring, branch: Branch, conditions: tuple[Condition, ...]) -> bool:
    """Do all conditions hold at each point of the branch?"""
    return _empty(ring, branch) or all(_holds(ring, one, branch) for one in conditions)


def _among(ring: Ring, branch: Branch, theirs: Solutions) -> bool:
    where = [other for other in theirs.branches if all(_holds(ring, one, branch) for one in other.known)]
    if any(_matches(ring, branch.factor, other.factor) or _vanishes(ring, other.factor, branch) for other in where):
        return True
    if len(where) < 2:
        return False
    product = ring.times(*(other.factor for other in where))
    return _matches(ring, branch.factor, product) or _vanishes(ring, product, branch)


def _empty(ring: Ring, branch: Branch) -> bool:
    """Does the branch hold no point?"""
    if abs(sign(ring, branch.factor, branch.known)) == 2:
        return True
    return any(
        _is_broken(one, sign(ring, other) if other != 0 else 0, other == 0)
        for one in branch.known
        for other in _elsewhere(ring, one.poly, branch)
    )


def _is_broken(condition: Condition, side: int, zero: bool) -> bool:
    """Does the condition hold nowhere, for a polynomial of this sign, or that is zero?"""
    if condition.comparison == "≠":
        return zero
    return side == -2 or (condition.comparison == ">" and (zero or side == -1))


def _holds(ring: Ring, condition: Condition, branch: Branch) -> bool:
    """Does the condition hold at each point of the branch?"""
    return _is_seen(ring, condition, branch) or (
        bool(more := _simpler(ring, branch))
        and _is_seen(ring, condition, replace(branch, known=(*branch.known, *more)))
    )


def _simpler(ring: Ring, branch: Branch) -> list[Condition]:
    """What follows from the conditions of the branch when positive factors are left out: y ≥ 0 from (x² + 1)·y³ ≥ 0."""
    short = [one.poly for one in branch.known if one.comparison == "≥" and len(one.poly) < _MOST_TERMS]
    rests = (_of_same_sign(ring, other) for poly in short for other in _elsewhere(ring, poly, branch) if other != 0)
    return [Condition("≥", rest) for rest in rests if rest is not None]


def _of_same_sign(ring: Ring, poly: Poly) -> Poly | None:
    """The one irreducible factor that decides the sign of `poly`, turned to that sign; None where it is not one."""
    side = 1 if poly.leading_coefficient() > 0 else -1
    found = []
    for factor, power in factors(ring, poly):
        sure = sign(ring, factor)
        if power % 2 and (factor.leading_coefficient() < 0) != (sure == -2):
            side = -side
        if abs(sure) != 2:
            found.append((factor, power))
    return side * found[0][0] if len(found) == 1 and found[0][1] % 2 else None


def _is_seen(ring: Ring, condition: Condition, branch: Branch) -> bool:
    comparison, poly = condition.comparison, condition.poly
    if any(one.comparison == comparison and one.poly == poly for one in branch.known):
        return True
    if comparison == "≠":
        return any(nonzero(ring, other, branch.known) for other in _elsewhere(ring, poly, branch)) or any(
            nonzero(ring, other, branch.known) for other in _resultants(ring, poly, branch.factor)
        )
    signs = [_sign(ring, other, branch) for other in _elsewhere(ring, poly, branch)]
    if comparison == ">":
        return 2 in signs or (1 in signs and _holds(ring, Condition("≠", poly), branch))
    return any(side > 0 for side in signs) or never_negative(ring, poly, branch.factor)


def _sign(ring: Ring, poly: Poly, branch: Branch) -> int:
    return 1 if poly == 0 else sign(ring, poly, branch.known)


def _elsewhere(ring: Ring, poly: Poly, branch: Branch) -> Iterator[Poly]:
    """`poly`, and others of the same sign at the points of the branch."""
    yield poly
    factor = branch.factor
    for index in used(factor):
        if factor.degrees()[index] == 1 and (made := _replaced(ring, poly, factor, index, branch)) is not None:
            yield made
    if not factor.is_constant():
        yield divmod(poly, factor)[1]


def _replaced(ring: Ring, poly: Poly, factor: Poly, index: int, branch: Branch) -> Poly | None:
    """`poly` with g = -b/a, as a·g + b = 0 has it, times an even power of a; None where a may be zero."""
    b, a = coefficients(factor, index)
    if not nonzero(ring, a, branch.known):
        return None
    parts = coefficients(poly, index)
    degree = len(parts) - 1
    total = ZERO
    for power, part in enumerate(parts):
        if part != 0:
            term = ring.times(part, ring.power(-b, power), ring.power(a, degree - power))
            total = ring.checked(total + term)
    return ring.times(total, a) if degree % 2 else total


def _resultants(ring: Ring, poly: Poly, factor: Poly) -> Iterator[Poly]:
    """Combinations of both in which one generator less occurs: zero where both are."""
    if (angles := _at_right_angle(ring, poly, factor)) is not None:
        yield angles
    if max(len(poly), len(factor)) > _MOST_TERMS:
        return
    for index in set(used(poly)) & set(used(factor)):
        if max(poly.degrees()[index], factor.degrees()[index]) <= _MOST_DEGREE:
            ring.spend(50 * len(poly) * len(factor))
            yield ring.reduced(ring.checked(poly.resultant(factor, f"g{index}")))


def _at_right_angle(ring: Ring, poly: Poly, factor: Poly) -> Poly | None:
    """The product of the two values of `factor` where a cosine is 0 and so its sine 1 or -1, or the other way round."""
    places = used(poly)
    if len(poly) != 1 or len(places) != 1 or ring.stands[places[0]].kind != "angle":
        return None
    (key,) = (key for key, place in ring.places.items() if place == places[0])
    other = ring.places.get(("sin" if key[0] == "cos" else "cos", *key[1:]))  # type: ignore[index]
    if other is None:
        return None
    rest = coefficients(factor, places[0])[0]
    parts = coefficients(rest, other)
    ends = [sum((part * side**power for power, part in enumerate(parts)), ZERO) for side in (1, -1)]
    return ring.times(*ends)


def _matches(ring: Ring, left: Poly, right: Poly) -> bool:
    """Is one the other times a number that is not zero, which may hold roots and logarithms of numbers?"""
    if left == right:
        return True
    ours, theirs = _by_variables(ring, left), _by_variables(ring, right)
    first = max(ours)
    if first not in theirs or set(ours) != set(theirs):
        return False
    one, other = ours[first], theirs[first]
    if abs(sign(ring, one)) != 2 or abs(sign(ring, other)) != 2:
        return False
    return bool(ring.times(left, other) - ring.times(right, one) == 0)


def _by_variables(ring: Ring, poly: Poly) -> dict[tuple[int, ...], Poly]:
    """The coefficients, which are numbers, of the products of what holds variables."""
    fixed = [index < len(ring.stands) and ring.fixed(index) for index in range(SIZE)]
    parts: dict[tuple[int, ...], dict[tuple[int, ...], Any]] = {}
    for exponents, size in poly.to_dict().items():
        variable = tuple(0 if fixed[index] else int(power) for index, power in enumerate(exponents))
        number = tuple(int(power) if fixed[index] else 0 for index, power in enumerate(exponents))
        parts.setdefault(variable, {})[number] = size
    return {variable: CONTEXT.from_dict(part) for variable, part in parts.items()}


def _vanishes(ring: Ring, poly: Poly, branch: Branch) -> bool:
    """Is `poly` zero at each point of the branch?"""
    if any(other == 0 for other in _elsewhere(ring, poly, branch)):
        return True
    left = squares(branch.factor) or squares(-branch.factor) or []
    while left:
        last = left.pop()  # the simplest
        poly, *left = [_at_zero(ring, other, last) for other in (poly, *left)]
    return bool(poly == 0)


def _at_zero(ring: Ring, poly: Poly, one: Poly) -> Poly:
    """`poly` where `one` is zero: with a generator replaced by what it is there."""
    for index in used(one):
        if len(one) == 1 and one.degrees()[index] == one.total_degree():
            return coefficients(poly, index)[0]
        if one.degrees()[index] == 1 and (made := _replaced(ring, poly, one, index, Branch(one))) is not None:
            return made
    return poly
