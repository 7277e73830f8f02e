"""Functions without a law of their own: known is what the row tells, and that equal arguments give equal values.

So f(u) is a generator of its own, the same for all that have the normal form of u as their argument.
"""

from __future__ import annotations

from flint import fmpq

from quizengine.maths.equality.normal_form.factors import factored, need, vanishes, whole
from quizengine.maths.equality.normal_form.generators import Field, Generator, Input
from quizengine.maths.equality.normal_form.ring import Element, NoValue, Poly, TooHard, UndefinedEverywhere
from quizengine.maths.function_row import EVEN, EVERYWHERE, NOT_NEGATIVE, FunctionRow, Interval


def opaque(field: Field, row: FunctionRow, arguments: list[Element]) -> Element:
    """Return the function of `arguments`; TooHard where the row does not tell where it has a value."""
    if not row.domain.told or row.excluded:
        raise TooHard
    if row.domain != EVERYWHERE:
        need_within(field, row.domain, arguments[0])
    inputs = tuple(field.lowest(argument) for argument in arguments)
    top, bottom = inputs[0]
    if row.at_zero is not None and top == 0:
        return (fmpq(row.at_zero.numerator, row.at_zero.denominator), ())
    turned = bool(row.parity) and leading(top) < 0
    made = _generator(field, row, ((-top, bottom),) if turned else inputs)
    return (made if row.parity == EVEN or not turned else -made, ())


def leading(poly: Poly) -> fmpq:
    """Return the leading coefficient of a polynomial or rational."""
    return poly if isinstance(poly, fmpq) else poly.leading_coefficient()


def _generator(field: Field, row: FunctionRow, inputs: tuple[Input, ...]) -> Poly:
    for index, there in reversed(field.stands.items()):
        if there.kind == "opaque" and there.name == row.name and there.inputs == inputs:
            return field.free[index]
    return field.new(Generator("opaque", row.name, inputs=inputs, sign=int(row.sign >= NOT_NEGATIVE)))


def need_within(field: Field, ends: Interval, u: Element) -> None:
    """Note that `u` must lie in an interval; NoValue where it does not."""
    if ends.low is not None:
        _need(field, field.subtract(u, (fmpq(ends.low), ())), ends.closed)
    if ends.high is not None:
        _need(field, field.subtract((fmpq(ends.high), ()), u), ends.closed)


def _need(field: Field, u: Element, or_zero: bool) -> None:
    """Note that `u` must not be negative, and where not `or_zero` not zero either."""
    parts = whole(u)
    if or_zero and vanishes(field, parts):
        return
    try:
        factors = factored(field, parts)
    except NoValue as zero:
        raise UndefinedEverywhere from zero
    need(field, factors)
    if not or_zero:
        for poly, _ in factors[1]:
            field.keep_from_zero(poly)
