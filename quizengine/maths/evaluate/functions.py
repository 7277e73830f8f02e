"""Real functions on balls: each gives an enclosure, or says that there is no value or that it cannot tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from operator import ge, gt, le, lt

from flint import arb, fmpq

from quizengine.maths.function_row import EVERYWHERE, Interval
from quizengine.maths.function_row import FunctionRow as Row
from quizengine.maths.functions import FUNCTIONS

Ball = arb  # a midpoint and a radius that enclose the true value
Function = Callable[[Ball], Ball]


class Undefined(ArithmeticError):
    """The expression has no real value anywhere in the ball it was evaluated on."""


class Unsure(ArithmeticError):
    """The ball is too wide, or the precision too low, to tell a value."""


def fraction_of(number: Ball) -> Fraction:
    """Return the exact value of a ball without radius."""
    mantissa, exponent = number.man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)


def integer_power(value: Ball, n: int) -> Ball:
    """value^n for an integer n."""
    if n < 0 and value.is_zero():
        raise Undefined
    if n > 0 and value.contains(0) and not value.is_zero():  # flint gives no number here
        most = abs(value).upper() ** n
        return arb(0, most) if n % 2 else arb(most / 2, most / 2)
    return value**n


def rational_power(value: Ball, exponent: Fraction) -> Ball:
    """value^exponent for an exact exponent p/q in lowest terms; the real root where q is odd."""
    p, q = exponent.numerator, exponent.denominator
    if q == 1:
        return integer_power(value, p)
    if value.is_zero():
        if p < 0:
            raise Undefined
        return arb(0)
    if value > 0:
        return value ** fmpq(p, q)
    if value < 0:
        if q % 2 == 0:
            raise Undefined
        size = (-value) ** fmpq(p, q)
        return -size if p % 2 else size
    raise Unsure


def _within(f: Function, ends: Interval) -> Function:
    """`f` on an interval; that a ball lies in it, or outside, is said only when proven."""
    low, high = ends.low, ends.high
    above, not_above = (ge, lt) if ends.closed else (gt, le)
    below, not_below = (le, gt) if ends.closed else (lt, ge)

    def guarded(x: Ball) -> Ball:
        if low is not None and not above(x, low):
            raise Undefined if not_above(x, low) else Unsure
        if high is not None and not below(x, high):
            raise Undefined if not_below(x, high) else Unsure
        return f(x)

    return guarded


def _sign(x: Ball) -> Ball:
    if x > 0:
        return arb(1)
    if x < 0:
        return arb(-1)
    if x.is_zero():
        return arb(0)
    raise Unsure


def _step(x: Ball) -> Ball:
    if x > 0:
        return arb(1)
    if x < 0:
        return arb(0)
    raise Undefined if x.is_zero() else Unsure


def _pole(f: Function) -> Function:
    """`f`, which has a pole at 0."""

    def guarded(x: Ball) -> Ball:
        if x.is_zero():
            raise Undefined
        return f(x)

    return guarded


def _on_balls(row: Row) -> Callable[..., Ball]:
    """The function of a row on balls, guarded where it has no value."""
    f = row.ball if callable(row.ball) else getattr(arb, row.ball or row.name)
    if row.excluded in ("u", "sin"):  # of cos u = 0, no ball is a solution that is exact
        f = _pole(f)
    return _within(f, row.domain) if row.domain.told and row.domain != EVERYWHERE else f


def _log(base: Ball, x: Ball) -> Ball:
    bottom = ON_BALLS["ln"](base)
    if bottom.is_zero():
        raise Undefined
    return ON_BALLS["ln"](x) / bottom


def _root(n: Ball, x: Ball) -> Ball:
    order = n.unique_fmpz() if n.is_exact() else None
    if order is None or order == 0:
        raise Undefined
    return rational_power(x, Fraction(1, int(order)))


def _norm(*parts: Ball) -> Ball:
    return sum((part**2 for part in parts), arb(0)).sqrt()


def _greatest(*parts: Ball) -> Ball:
    best = parts[0]
    for part in parts[1:]:
        best = best.max(part)
    return best


#: Functions whose values are told apart by cases, that take roots, or have several arguments.
_OWN: dict[str, Callable[..., Ball]] = {
    "cbrt": lambda x: rational_power(x, Fraction(1, 3)),
    "sign": _sign,
    "step": _step,
    "log": _log,
    "root": _root,
    "norm": _norm,
    "max": _greatest,
    "min": lambda *parts: -_greatest(*(-part for part in parts)),
}
#: Every function, on balls.
ON_BALLS: Mapping[str, Callable[..., Ball]] = {
    name: _OWN.get(name) or _on_balls(row) for name, row in FUNCTIONS.items()
}
