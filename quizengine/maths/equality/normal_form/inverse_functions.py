"""Inverse functions of what they undo: arcsin(sin u) is u where u is proven to lie between -π/2 and π/2."""

from __future__ import annotations

from flint import fmpq

from quizengine.maths.equality.normal_form.generators import Field
from quizengine.maths.equality.normal_form.ring import Element
from quizengine.maths.equality.signs.definedness import not_zero
from quizengine.maths.equality.signs.signs import sign_of

_UNDONE = {"asin": ("sin", "cos"), "acos": ("sin", "cos"), "atan": ("tan", "cot")}


def undoes(outer: str, inner: str) -> bool:
    """Return whether `outer` is the inverse of `inner`, or of what it is a quarter turn away."""
    return inner in _UNDONE.get(outer, ())


def undone(field: Field, outer: str, inner: str, u: Element) -> Element | None:
    """outer(inner(u)), as arccos(cos u) for one, where u stays on one branch; else None."""
    quarter: Element = (field.simple("pi", 1) * fmpq(1, 2), ())
    angle = u if inner in ("sin", "tan") else field.subtract(quarter, u)  # cos u = sin(π/2 - u)
    ends = field.add(quarter, angle), field.subtract(quarter, angle)
    if outer == "atan" and not all(not_zero(field, field.lowest(end)[0], (), (), False) for end in ends):
        return None  # tan and cot have no value at the ends
    if all(_never_negative(field, end) for end in ends):
        return angle if outer != "acos" else field.subtract(quarter, angle)
    return None


def _never_negative(field: Field, u: Element) -> bool:
    top, bottom = field.lowest(u)
    return sign_of(field, top) * sign_of(field, bottom) > 0
