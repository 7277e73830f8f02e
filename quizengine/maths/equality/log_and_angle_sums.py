"""Sums of logarithms, and of angles: atan x + atan(1/x) is π/2 for positive x.

Let D be such a sum. For logarithms D = 0 if e^D = 1, which is algebra again. For angles e^(imD) = 1 tells only that D
is a multiple of 2π/m; but where D is continuous on a region in one piece it is the same multiple everywhere, and a
ball at one point tells which.
"""

from __future__ import annotations

from math import lcm
from typing import Any

from flint import arb, fmpq

from quizengine.maths.budget import spend
from quizengine.maths.equality.at_point import LADDER
from quizengine.maths.equality.normal_form.exponentials import exponential, turn
from quizengine.maths.equality.normal_form.generators import Field
from quizengine.maths.equality.normal_form.ring import ONE, Element, Poly, TooHard
from quizengine.maths.equality.normal_form.values import at_point
from quizengine.maths.equality.regions.region import Region
from quizengine.maths.equality.signs.definedness import analytic
from quizengine.maths.evaluate import precision

_ANGLES = frozenset({"atan", "asin", "pi"})
_LOGARITHMS = frozenset({"log"})
_MOST_PARTS = 4  # m
_NEAR = arb(fmpq(1, 4))  # less than 2π/m


def sums_vanish(field: Field, rest: Poly, region: Region) -> bool:
    """Is `rest`, the numerator of a difference in one case, zero because its angles and its logarithms cancel?

    region: where the case holds.
    """
    angles, rest = _linear_forms(field, rest, _ANGLES)
    if angles and not _angles_vanish(field, angles, region):
        return False
    logarithms, rest = _linear_forms(field, rest, _LOGARITHMS)
    return rest == 0 and all(_is_one(field, exponential(field, (form, ()))) for form in logarithms)


def _angles_vanish(field: Field, angles: list[Poly], region: Region) -> bool:
    """Are all zero modulo 2π/m, analytic on the region, and near zero at a point of each of its pieces?"""
    if not (region.complete and region.points and all(analytic(field, angle) for angle in angles)):
        return False
    if not all(_is_one(field, turn(field, (angle * _parts(angle), ()))) for angle in angles):
        return False
    with precision(LADDER[1]):
        found = (at_point(field, point, LADDER[1]).value(angle) for angle in angles for point in region.points)
        return all(bool(abs(one) < _NEAR) for one in found)


def _linear_forms(field: Field, poly: Poly, kinds: frozenset[str]) -> tuple[list[Poly], Poly]:
    """`poly` as forms linear in the generators of `kinds`, each times something else, and what is left."""
    spend(len(poly))
    ours = [index for index, _ in field.used(poly) if field.stands[index].kind in kinds]
    forms: dict[tuple[int, ...], dict[tuple[int, ...], Any]] = {}
    left: dict[tuple[int, ...], Any] = {}
    for exponents, coefficient in poly.to_dict().items():
        here = [index for index in ours if exponents[index]]
        if not here:
            left[exponents] = coefficient
            continue
        if len(here) > 1 or exponents[here[0]] > 1:
            raise TooHard
        (index,) = here
        outer = (*exponents[:index], 0, *exponents[index + 1 :])
        forms.setdefault(outer, {})[field.alone(index)] = coefficient
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
