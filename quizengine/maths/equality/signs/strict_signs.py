"""The sign of a polynomial that has no zero on the region, but such as do not cut it."""

from __future__ import annotations

from flint import fmpq

from quizengine.maths.equality.normal_form.factorisation import irreducible_factors
from quizengine.maths.equality.normal_form.generators import Field
from quizengine.maths.equality.normal_form.ring import Poly, TooHard
from quizengine.maths.equality.signs.signs import (
    MOST_TERMS,
    assumed_sign,
    on_box,
    root_apart,
    sign_of,
    sign_of_number,
    term_sign,
)
from quizengine.maths.function_row import POSITIVE
from quizengine.maths.functions import FUNCTIONS

_MAX_ROOTS = 3


def strict_sign(field: Field, poly: Poly) -> int:
    """Return 1 or -1 if `poly` has this sign everywhere on the region, but on a set that does not cut it; 0 if not
    found.
    """
    return _strict_sign(field, poly, _MAX_ROOTS)


def _strict_sign(field: Field, poly: Poly, roots: int) -> int:
    """`strict_sign` with at most so many roots taken out one after another; one may come back with another."""
    if isinstance(poly, fmpq):
        return 1 if poly > 0 else -1 if poly < 0 else 0
    if poly == 0:
        return 0
    if field.assumed and (told := assumed_sign(field, poly)):
        return told
    used = [field.stands[index].kind for index, _ in field.used(poly)]
    if "name" not in used:
        return sign_of_number(field, poly) or _sign_without_zero(field, poly, roots)
    if all(kind == "name" for kind in used):
        return _sign_of_factors(field, poly)
    return _sign_without_zero(field, poly, roots)


def _sign_of_factors(field: Field, poly: Poly) -> int:
    """The sign of a polynomial in the variables, none of whose irreducible factors changes its sign: x² has none.

    Such a factor is zero on a set of codimension 2 at least (J. Bochnak, M. Coste and M.-F. Roy, "Real Algebraic
    Geometry", 1998, theorem 4.5.1).
    """
    sign = sign_of(field, poly)
    if not sign:
        return 0
    try:
        factors = irreducible_factors(poly)[1]
    except TooHard:
        return 0
    return sign if all(sign_of(field, factor) for factor, _ in factors) else 0


def _sign_without_zero(field: Field, poly: Poly, roots: int) -> int:
    """The sign of a sum of terms of one sign, one of which has no zero; or of a + b·r with a root r."""
    found = on_box(field, poly)
    if found or not field.real(poly):
        return found
    terms = poly.to_dict()
    signs = {term_sign(field, exponents, coefficient) for exponents, coefficient in terms.items()}
    if len(signs) == 1 and 0 not in signs:
        return signs.pop() if any(_has_no_zero(field, exponents) for exponents in terms) else 0
    parts = root_apart(field, poly) if roots and len(terms) <= MOST_TERMS else None
    if parts is None:
        return 0
    a, b, square = parts
    larger = _strict_sign(field, square, roots - 1)  # b²r² > a² makes b·r the larger, and no zero of a + b·r is left
    return 0 if not larger else sign_of(field, b if larger > 0 else a)


def _has_no_zero(field: Field, exponents: tuple[int, ...]) -> bool:
    """Is a product of generators not zero anywhere on the region?"""
    return all(not power or _generator_has_no_zero(field, index) for index, power in enumerate(exponents))


def _generator_has_no_zero(field: Field, index: int) -> bool:
    there = field.stands[index]
    match there.kind:
        case "exp" | "pi":
            return True
        case "name":
            return bool(field.sign(index))  # its range is open
        case "root" | "size":
            return bool(strict_sign(field, there.base))
        case "opaque":
            return FUNCTIONS[there.name].sign == POSITIVE
    return False
