"""Real functions on balls: each gives an enclosure, or says that there is no value or that it cannot tell."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from flint import arb, fmpq

Ball = arb  # a midpoint and a radius that enclose the true value
Function = Callable[[Ball], Ball]
Test = Callable[[Ball], bool]


class Undefined(ArithmeticError):
    """The expression has no real value anywhere in the ball it was evaluated on."""


class Unsure(ArithmeticError):
    """The ball is too wide, or the precision too low, to tell a value."""


def fraction_of(number: Ball) -> Fraction:
    """The exact value of a ball without radius."""
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


def _within(inside: Test, outside: Test, f: Function) -> Function:
    """`f` on the set where `inside` holds; both tests are true only when proven."""

    def guarded(x: Ball) -> Ball:
        if inside(x):
            return f(x)
        raise Undefined if outside(x) else Unsure

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


#: Functions of one argument.
SIMPLE: dict[str, Function] = {
    "sin": arb.sin,
    "cos": arb.cos,
    "tan": arb.tan,
    "sec": arb.sec,
    "csc": _pole(arb.csc),
    "cot": _pole(arb.cot),
    "asin": _within(lambda x: abs(x) <= 1, lambda x: abs(x) > 1, arb.asin),
    "acos": _within(lambda x: abs(x) <= 1, lambda x: abs(x) > 1, arb.acos),
    "atan": arb.atan,
    "sinh": arb.sinh,
    "cosh": arb.cosh,
    "tanh": arb.tanh,
    "sech": arb.sech,
    "csch": _pole(arb.csch),
    "coth": _pole(arb.coth),
    "asinh": arb.asinh,
    "acosh": _within(lambda x: x >= 1, lambda x: x < 1, arb.acosh),
    "atanh": _within(lambda x: abs(x) < 1, lambda x: abs(x) >= 1, arb.atanh),
    "exp": arb.exp,
    "ln": _within(lambda x: x > 0, lambda x: x <= 0, arb.log),
    "sqrt": _within(lambda x: x >= 0, lambda x: x < 0, arb.sqrt),
    "cbrt": lambda x: rational_power(x, Fraction(1, 3)),
    "abs": abs,
    "sign": _sign,
    "step": _step,
    "sigmoid": lambda x: 1 / (1 + (-x).exp()),
    "relu": lambda x: x.max(arb(0)),
    "softplus": lambda x: (1 + x.exp()).log(),
}


def _log(base: Ball, x: Ball) -> Ball:
    bottom = SIMPLE["ln"](base)
    if bottom.is_zero():
        raise Undefined
    return SIMPLE["ln"](x) / bottom


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


#: Functions of several arguments.
OTHERS: dict[str, Callable[..., Ball]] = {
    "log": _log,
    "root": _root,
    "norm": _norm,
    "max": _greatest,
    "min": lambda *parts: -_greatest(*(-part for part in parts)),
}
