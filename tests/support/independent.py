"""A second, independent evaluator on mpmath with 50 digits, to check the first one by."""

from __future__ import annotations

from mpmath import mp, mpf

from quizengine.maths.tree import Call, Constant, Name, Negative, Node, Number, Power, Product, Quotient, Sum

mp.dps = 50


class NoValue(ArithmeticError):
    """Undefined, or too near to a singularity to say."""


def value(node: Node, point: dict[str, object]) -> mpf:
    """The real value of `node`; raises NoValue."""
    try:
        found = _value(node, point)
    except (ZeroDivisionError, ValueError, OverflowError) as problem:
        raise NoValue from problem
    if not isinstance(found, mpf) or not mp.isfinite(found):
        raise NoValue
    return found


def _value(node: Node, point: dict[str, object]) -> mpf:
    match node:
        case Number(p, q):
            return mpf(p) / q
        case Constant("pi"):
            return +mp.pi
        case Constant("e"):
            return mp.exp(1)
        case Name(name):
            return mpf(point[name])
        case Negative(a):
            return -_value(a, point)
        case Sum(parts):
            return mp.fsum([_value(part, point) for part in parts])
        case Product(parts):
            return mp.fprod([_value(part, point) for part in parts])
        case Quotient(a, b):
            return _value(a, point) / _value(b, point)
        case Power(a, b):
            return _power(_value(a, point), _value(b, point))
        case Call(function, parts):
            return _call(function, *[_value(part, point) for part in parts])
    raise NoValue


def _power(base: mpf, exponent: mpf) -> mpf:
    if mp.isint(exponent):
        if abs(exponent) > 10_000:
            raise NoValue
        return base ** int(exponent)
    if base < 0:
        raise NoValue
    return base**exponent


def _real(found: object) -> mpf:
    if not isinstance(found, mpf):
        raise NoValue
    return found


def _call(function: str, *args: mpf) -> mpf:
    (a,) = args
    if abs(a) > 1e6 and function in ("exp", "sinh", "cosh", "softplus", "sigmoid"):
        raise NoValue
    table = {
        "sigmoid": lambda: 1 / (1 + mp.exp(-a)),
        "softplus": lambda: mp.log(1 + mp.exp(a)),
        "relu": lambda: max(a, mpf(0)),
        "sign": lambda: mpf(mp.sign(a)),
        "abs": lambda: abs(a),
        "cbrt": lambda: mp.sign(a) * mp.cbrt(abs(a)),
        "step": lambda: mpf(1) if a > 0 else mpf(0),
        "ln": lambda: mp.log(a),
    }
    return _real(table[function]() if function in table else getattr(mp, function)(a))
