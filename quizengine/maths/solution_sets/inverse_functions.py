"""One function is taken off both sides of a polynomial equation, without a change of its solutions."""

from __future__ import annotations

from math import lcm

from quizengine.maths.equality.normal_form.ring import coefficients
from quizengine.maths.function_row import ODD
from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.solution_sets.fractions import added, raised, times
from quizengine.maths.solution_sets.function_rules import exponential, logarithm
from quizengine.maths.solution_sets.functions import cosh, sinh, tanh
from quizengine.maths.solution_sets.ring import (
    ONE,
    Condition,
    Fraction,
    Poly,
    Ring,
    number,
    rational_of,
    used,
)

Step = tuple[Poly, tuple[Condition, ...], Poly | None]
_MOST_POWER = 12


def peeled(ring: Ring, poly: Poly) -> Step | None:
    """Return what `poly` = 0 is equivalent to, the conditions that it takes, and one that follows; None if nothing is
    done.
    """
    for law in (_exponentials, _logarithms, _inverses, _roots):
        if (step := law(ring, poly)) is not None:
            return step
    return None


def _exponentials(ring: Ring, poly: Poly) -> Step | None:
    """e^u = c·e^v."""
    if len(poly) != 2 or any(ring.stands[index].kind != "exp" for index in used(poly)):
        return None
    (first, size), (second, other) = poly.to_dict().items()
    ratio = -other / size
    if ratio < 0:
        return ONE, (), None
    total = Fraction(-logarithm(ring, Fraction(number(ratio)), ring.stands[0].node).top)
    for index in used(poly):
        inside = ring.stands[index].inside
        power = int(first[index]) - int(second[index])
        total = added(ring, total, Fraction(inside.top * power, inside.bottom))
    return total.top, (), None


def _logarithms(ring: Ring, poly: Poly) -> Step | None:
    """Σ nᵢ·ln uᵢ + B = 0, where at least one u holds a variable."""
    places = [index for index in used(poly) if ring.stands[index].function == "ln" and not ring.fixed(index)]
    if not places:
        return None
    rest, sizes = poly, {}
    for index in places:
        parts = coefficients(poly, index)
        size = rational_of(parts[1])
        if len(parts) != 2 or size is None:
            return None
        sizes[index] = size
        rest = coefficients(rest, index)[0]
    scale = lcm(*(int(size.q) for size in sizes.values()), *(int(size.q) for size in rest.coeffs()))
    if any(abs(size * scale) > _MOST_POWER for size in sizes.values()):
        return None
    total = exponential(ring, Fraction(rest * scale))
    for index, size in sizes.items():
        total = times(ring, total, raised(ring, ring.stands[index].inside, int((size * scale).p)))
    return total.top - total.bottom, (), None


def _inverses(ring: Ring, poly: Poly) -> Step | None:
    """f(u) + B = 0 for an inverse function f."""
    for index in reversed(used(poly)):
        stands = ring.stands[index]
        if stands.kind != "inverse" or ring.fixed(index) or poly.degrees()[index] != 1:
            continue
        rest, size = coefficients(poly, index)
        scale = rational_of(size)
        if scale is None:
            continue
        step = _solved(ring, stands.function, stands.inside, rest / -scale)
        if step is not None:
            return step
    return None


def _solved(ring: Ring, function: str, inside: Fraction, other: Poly) -> Step | None:
    """function(inside) = other."""
    pair = _same_function(ring, function, other)
    if pair is not None:
        return _equal(ring, inside, pair), (), None
    if function in ("asinh", "atanh"):
        back = sinh(ring, Fraction(other)) if function == "asinh" else tanh(ring, Fraction(other))
        return _equal(ring, inside, back), (), None
    if function == "acosh":
        return _equal(ring, inside, cosh(ring, Fraction(other))), (Condition("≥", other),), None
    known = _at_known_angle(ring, function, other)
    return None if known is None else (_equal(ring, inside, known), (), None)


def _equal(ring: Ring, left: Fraction, right: Fraction) -> Poly:
    return added(ring, left, Fraction(-right.top, right.bottom)).top


def _same_function(ring: Ring, function: str, other: Poly) -> Fraction | None:
    """v where `other` is function(v), or -v where it is -function(v) and the function is odd."""
    if len(other) != 1 or other.total_degree() != 1:
        return None
    (index,) = used(other)
    stands, size = ring.stands[index], other.leading_coefficient()
    if stands.function != function or abs(size) != 1 or (size < 0 and FUNCTIONS[function].parity != ODD):
        return None
    return stands.inside if size > 0 else Fraction(-stands.inside.top, stands.inside.bottom)


_ANGLES: dict[str, dict[tuple[int, int], tuple[int, int]]] = {  # multiples of π, and what they are the angles of
    "atan": {(1, 4): (1, 1), (0, 1): (0, 1)},
    "asin": {(1, 2): (1, 1), (1, 6): (1, 2), (0, 1): (0, 1)},
    "acos": {(0, 1): (1, 1), (1, 3): (1, 2), (1, 2): (0, 1), (2, 3): (-1, 2), (1, 1): (-1, 1)},
}


def _at_known_angle(ring: Ring, function: str, other: Poly) -> Fraction | None:
    """The u with function(u) = other, if that is an angle that everybody knows."""
    places = used(other)
    if other != 0 and (len(other) > 1 or len(places) != 1 or ring.stands[places[0]].kind != "constant"):
        return None
    size = None if other == 0 else other.leading_coefficient()
    top, bottom = (0, 1) if size is None else (int(size.p), int(size.q))
    side = -1 if FUNCTIONS[function].parity == ODD and top < 0 else 1
    found = _ANGLES.get(function, {}).get((side * top, bottom))
    if found is None or (other != 0 and other.total_degree() != 1):
        return None
    return Fraction(ONE * (side * found[0]) / found[1])


def _roots(ring: Ring, poly: Poly) -> Step | None:
    """A·r + B = 0 for a root r that holds a variable."""
    for index in reversed(used(poly)):
        stands = ring.stands[index]
        if stands.function != "root" or ring.fixed(index) or poly.degrees()[index] != 1:
            continue
        rest, size = coefficients(poly, index)
        power = ring.times(ring.power(size, stands.order), stands.value)
        if stands.order % 2:
            return power + ring.power(rest, stands.order), (), None
        need = Condition("≥", -ring.times(size, rest))
        implied = stands.value if size.is_constant() else None
        return power - ring.power(rest, stands.order), (need,), implied
    return None
