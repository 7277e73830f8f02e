"""Sums of logarithms, and of angles: atan x + atan(1/x) is π/2 for positive x.

Let D be such a sum. For logarithms D = 0 if e^D = 1, which is algebra again. For angles e^(imD) = 1 tells only that D
is a multiple of 2π/m; but where D is continuous on a region in one piece it is the same multiple everywhere, and a
ball at one point tells which.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import lcm
from typing import Any

from flint import arb, fmpq

from quizengine.maths.evaluate import precision
from quizengine.maths.same.compare import LADDER, place
from quizengine.maths.same.domain import point
from quizengine.maths.same.exponentials import exponential, turn
from quizengine.maths.same.factors import factored, whole
from quizengine.maths.same.field import Field
from quizengine.maths.same.ring import ONE, Element, Poly, TooHard
from quizengine.maths.same.signs import sign_of
from quizengine.maths.same.values import value

_ANGLES = frozenset({"atan", "asin", "pi"})
_LOGARITHMS = frozenset({"log"})
_MOST_PARTS = 4  # m
_NEAR = arb(fmpq(1, 4))  # less than 2π/m


def sums_vanish(field: Field, rest: Poly) -> bool:
    """Is `rest`, the numerator of a difference in one case, zero because its angles and its logarithms cancel?"""
    angles, rest = _linear_forms(field, rest, _ANGLES)
    if angles and not _angles_vanish(field, angles):
        return False
    logarithms, rest = _linear_forms(field, rest, _LOGARITHMS)
    return rest == 0 and all(_is_one(field, exponential(field, (form, ()))) for form in logarithms)


def _angles_vanish(field: Field, angles: list[Poly]) -> bool:
    where = _point_inside(field)
    if not all(_is_one(field, turn(field, (angle * _parts(angle), ()))) for angle in angles):
        return False
    with precision(LADDER[1]):
        return all(bool(abs(value(field, angle, where)) < _NEAR) for angle in angles)


def _linear_forms(field: Field, poly: Poly, kinds: frozenset[str]) -> tuple[list[Poly], Poly]:
    """`poly` as forms linear in the generators of `kinds`, each times something else, and what is left."""
    ours = [index in field.stands and field.stands[index].kind in kinds for index in range(len(field.free))]
    forms: dict[tuple[int, ...], dict[tuple[int, ...], Any]] = {}
    left: dict[tuple[int, ...], Any] = {}
    for exponents, coefficient in poly.to_dict().items():
        inner = tuple(power if mine else 0 for power, mine in zip(exponents, ours, strict=True))
        if sum(inner) > 1:
            raise TooHard
        if any(inner):
            outer = tuple(0 if mine else power for power, mine in zip(exponents, ours, strict=True))
            forms.setdefault(outer, {})[inner] = coefficient
        else:
            left[exponents] = coefficient
    found: list[Poly] = []
    for form in map(field.context.from_dict, forms.values()):
        scaled = form * (1 / form.leading_coefficient())
        if scaled not in found:
            found.append(scaled)
    return found, field.context.from_dict(left)


def _parts(form: Poly) -> int:
    """The least m for which m·form has whole coefficients."""
    parts = lcm(*(int(coefficient.q) for coefficient in form.to_dict().values()))
    if parts > _MOST_PARTS:
        raise TooHard
    return parts


def _is_one(field: Field, element: Element) -> bool:
    return bool(field.reduce(field.subtract(element, ONE)[0]) == 0)


def _point_inside(field: Field) -> Mapping[str, Any]:
    """A point of the case that is walked, which must be a box in which nothing has a pole: else TooHard."""
    if not field.is_box():
        raise TooHard
    logarithms = [stands.base for stands in field.stands.values() if stands.kind == "log"]
    for poly in (*field.inverted, *logarithms):
        if not all(sign_of(field, factor) for factor, _ in factored(field, whole((poly, ())))[1]):
            raise TooHard
    names = tuple(stands.name for stands in field.stands.values() if stands.kind == "name")
    return place(point(names, field.box(), 0), LADDER[1])
