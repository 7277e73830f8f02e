"""The values of polynomials at a point, as complex balls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flint import acb, arb, fmpq

from quizengine.maths.same.circle import levelled
from quizengine.maths.same.field import Field, Stands
from quizengine.maths.same.ring import Poly, TooHard


def value(field: Field, poly: Poly, where: Mapping[str, Any]) -> Any:
    """The value of `poly`; KeyError for a variable that `where` does not give, TooHard for other generators."""
    if isinstance(poly, fmpq):
        return acb(arb(poly))
    total = acb(0)
    for exponents, coefficient in poly.to_dict().items():
        term = acb(arb(coefficient))
        for index, power in enumerate(exponents):
            if power:
                term *= _generator(field, field.stands[index], where) ** power
        total += term
    return total


def real_value(field: Field, poly: Poly) -> Any:
    """The value of the real number that a polynomial without variables stands for."""
    total = value(field, levelled(field, poly), {})
    for index, power in field.used(poly):
        there = field.stands[index]
        if there.kind == "turn":
            total /= _exponential(field, there, {}, fmpq(power, 2))
    return total.real


def _exponential(field: Field, stands: Stands, where: Mapping[str, Any], times: Any) -> Any:
    inner = value(field, stands.mono, where) / value(field, stands.over, where) * arb(stands.unit * times)
    return (inner if stands.kind == "exp" else acb(0, 1) * inner).exp()


def _generator(field: Field, stands: Stands, where: Mapping[str, Any]) -> Any:
    match stands.kind:
        case "name":
            return acb(where[stands.name])
        case "pi":
            return acb(arb.pi())
        case "i":
            return acb(0, 1)
        case "exp" | "turn":
            return _exponential(field, stands, where, fmpq(1))
        case "log":
            return acb(abs(value(field, stands.base, where)).log())
        case "root" | "size" if field.real(stands.base):
            return acb(abs(value(field, stands.base, where)) ** fmpq(1, stands.order))
        case "atan" | "asin":
            inner = value(field, stands.mono, where) / value(field, stands.over, where)
            return inner.atan() if stands.kind == "atan" else inner.asin()
    raise TooHard
