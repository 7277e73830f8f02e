"""The sign of a polynomial: 2 for > 0, 1 for ≥ 0, -1 for ≤ 0, -2 for < 0, wherever it has a value, and 0 if unknown."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any

from flint import fmpq, fmpz_poly

from quizengine.maths.equality.normal_form.ring import coefficients
from quizengine.maths.evaluate import Undefined, Unsure, ball, precision
from quizengine.maths.solution_sets.ring import CONTEXT, Condition, Poly, Ring, factors, rational_of, used
from quizengine.maths.solution_sets.sums_of_squares import squares
from quizengine.maths.tree import Node

_BITS = 192
_MOST_TERMS = 40  # of a polynomial that is looked into
_MOST_DEGREE = 24  # of a polynomial in one generator whose roots are counted

Known = Sequence[Condition]


def sign(ring: Ring, poly: Poly, known: Known = ()) -> int:
    """Return the sign of `poly` where all conditions in `known` hold."""
    if _of_both_signs(ring, poly, known):
        return 0
    plain = _sign(ring, poly, known)
    if abs(plain) == 2 or len(poly) > _MOST_TERMS or poly == 0:
        return plain
    found, size = [], poly.leading_coefficient()
    for factor, power in factors(ring, poly):
        size = size / factor.leading_coefficient() ** power
        one = _sign(ring, factor, known)
        found.append(one if power % 2 else _even(one))
    return _product([2 if size > 0 else -2, *found]) or plain


def _of_both_signs(ring: Ring, poly: Poly, known: Known) -> bool:
    """Has `poly` an odd power of a variable for its highest, of which nothing is known? Then nothing will be found."""
    for index, degree in enumerate(poly.degrees()):
        if degree > 0 and degree % 2 and ring.stands[index].kind == "name" and not of_generator(ring, index, known):
            return not any(_ratio(poly, one.poly) for one in known if one.comparison != "≠")
    return False


def nonzero(ring: Ring, poly: Poly, known: Known = ()) -> bool:
    """Return whether `poly` is zero nowhere, where the conditions hold."""
    return abs(sign(ring, poly, known)) == 2 or any(_ratio(poly, one.poly) for one in known if one.comparison == "≠")


def _sign(ring: Ring, poly: Poly, known: Known) -> int:
    size = rational_of(poly)
    if size is not None:
        return 2 if size > 0 else -2 if size < 0 else 1
    if ring.constant(poly):
        return of_number(ring.tree(poly))
    for one in known:
        ratio = _ratio(poly, one.poly) if one.comparison != "≠" else 0
        if ratio:
            return (2 if one.comparison == ">" else 1) * (1 if ratio > 0 else -1)
    if len(poly) > _MOST_TERMS:
        return 0
    ring.spend(200 + len(poly) * 30)
    found = _by_terms(ring, poly, known) or _bounded(ring, poly)
    return found or _of_one(ring, poly, known) or _of_squares(ring, poly, known)


def _ratio(poly: Poly, other: Poly) -> Any:
    """The rational `poly`/`other`, 0 if it is none."""
    if len(poly) != len(other) or poly == 0:
        return 0
    ratio = poly.leading_coefficient() / other.leading_coefficient()
    return ratio if other * ratio == poly else 0


def of_number(node: Node) -> int:
    """Return 2 or -2 for the sign of a tree without variables, 0 if it is not found."""
    with precision(_BITS):
        try:
            value = ball(node, {})
        except (Undefined, Unsure):
            return 0
        return 2 if value > 0 else -2 if value < 0 else 0


def _product(signs: Sequence[int]) -> int:
    made = prod(signs)
    size = 2 if all(abs(one) == 2 for one in signs) else 1
    return size * (made > 0) - size * (made < 0)


def _even(one: int) -> int:
    return 2 if abs(one) == 2 else 1


def _by_terms(ring: Ring, poly: Poly, known: Known) -> int:
    signs = []
    for exponents, size in poly.to_dict().items():
        parts = [2 if size > 0 else -2]
        for index, power in enumerate(exponents):
            if power:
                one = of_generator(ring, index, known)
                parts.append(one if power % 2 else _even(one))
        signs.append(_product(parts))
    return _sum(signs)


def _sum(signs: Sequence[int]) -> int:
    strict = any(abs(one) == 2 for one in signs)
    if all(one > 0 for one in signs):
        return 2 if strict else 1
    return (-2 if strict else -1) if all(one < 0 for one in signs) else 0


def of_generator(ring: Ring, index: int, known: Known) -> int:
    """Return the sign of one generator."""
    for one in known:
        if len(one.poly) != 1 or one.comparison == "≠":
            continue
        ((exponents, size),) = one.poly.to_dict().items()
        if sum(exponents) == exponents[index] == 1:
            return (2 if one.comparison == ">" else 1) * (1 if size > 0 else -1)
    stands = ring.stands[index]
    if stands.kind == "name":
        return 2 * ring.domain.sign(stands.function)
    if stands.kind == "exp":
        return 2
    if ring.fixed(index):
        return of_number(stands.node)
    return _of_root(ring, index, known) if stands.function == "root" else 0


def _of_root(ring: Ring, index: int, known: Known) -> int:
    """The sign of a root, remembered as long as the same is known: a root may stand in many others."""
    if ring.remembered[0] is not known:
        ring.remembered = (known, {})
    signs = ring.remembered[1]
    if index not in signs:
        stands = ring.stands[index]
        inside = _sign(ring, stands.value, known)
        signs[index] = inside if stands.order % 2 else 2 if inside == 2 else 1
    return signs[index]


def _bounded(ring: Ring, poly: Poly) -> int:
    """The sign of a polynomial of which all terms but the constant one are sines and cosines."""
    rest: Any = fmpq(0)
    middle: Any = fmpq(0)
    for exponents, size in poly.to_dict().items():
        if any(power and ring.stands[index].function not in ("sin", "cos") for index, power in enumerate(exponents)):
            return 0
        if any(exponents):
            rest += abs(size)
        else:
            middle = size
    if abs(middle) < rest:
        return 0
    return (2 if abs(middle) > rest else 1) * (1 if middle > 0 else -1)


def _of_one(ring: Ring, poly: Poly, known: Known) -> int:
    """The sign of a polynomial in one generator: that at one place, if it has no root in the generator's range."""
    places = used(poly)
    if len(places) != 1 or poly.degrees()[places[0]] > _MOST_DEGREE:
        return 0
    (index,) = places
    sizes = [part.leading_coefficient() if part != 0 else fmpq(0) for part in coefficients(poly, index)]
    scale = 1
    for size in sizes:
        scale = scale * int(size.q) // _common(scale, int(size.q))
    whole = fmpz_poly([int(size.p) * (scale // int(size.q)) for size in sizes])
    ring.spend(100 * len(sizes) ** 2)
    low = of_generator(ring, index, known) > 0
    strict = 2
    roots: Any = whole.complex_roots()
    for root, times in roots:
        if not root.imag.is_zero() or (low and root.real < 0):
            continue
        if low and root.real.is_zero() and of_generator(ring, index, known) == 2:
            continue
        if times % 2 and not (low and root.real.is_zero()):
            return 0
        strict = 1
    lead = 1 if sizes[-1] > 0 else -1  # the sign far out, where every range that is asked for ends
    return strict * lead


def _common(left: int, right: int) -> int:
    while right:
        left, right = right, left % right
    return left


def _of_squares(ring: Ring, poly: Poly, known: Known) -> int:
    """The sign of ± a sum of squares, besides terms that have the same sign."""
    for side in (1, -1):
        signed, others = _parted(ring, side * poly, known)
        found = squares(others)
        if found is not None:
            strict = any(abs(_by_terms(ring, one, known)) == 2 for one in (*found, *signed))
            return side * (2 if strict else 1)
    return 0


def _parted(ring: Ring, poly: Poly, known: Known) -> tuple[list[Poly], Poly]:
    """The terms that are not negative though they are no squares, and the sum of the others."""
    apart, rest = [], {}
    for exponents, size in poly.to_dict().items():
        term = CONTEXT.from_dict({exponents: size})
        if any(power % 2 for power in exponents) and _by_terms(ring, term, known) > 0:
            apart.append(term)
        else:
            rest[exponents] = size
    return apart, CONTEXT.from_dict(rest)
