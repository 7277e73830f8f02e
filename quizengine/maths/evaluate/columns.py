"""Trees evaluated at many places at once, in floating point: for pictures, never for verdicts.

Each node is worked out for all places before the next one, which takes some dozen nanoseconds a node and place.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import add, mul, neg, sub, truediv

from flint import arb

from quizengine.maths.evaluate.balls import precision
from quizengine.maths.evaluate.exact import rational_exponent
from quizengine.maths.evaluate.functions import ON_BALLS
from quizengine.maths.tree import Call, Constant, Name, Negative, Node, Number, Power, Product, Quotient, Sum

Column = list[float]
Columns = Mapping[str, Sequence[float]]

LARGEST_EXPONENT = 10_000
MOST_FACTORS = 4  # of a power that is multiplied out, which is faster than a power
_CONSTANTS = {"pi": math.pi, "e": math.e}
_SAME = ("sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "exp", "sqrt")
_IN_FLOATS: Mapping[str, Callable[[float], float]] = {
    **{name: getattr(math, name) for name in _SAME},
    "ln": math.log,
    "abs": abs,
}


def columns(node: Node, places: Columns) -> Column:
    """Return the value of `node` at each place: nan where it has none or none can be told, infinity where it is too
    large.

    places: for each name in `node` its values, all equally many. Raises KeyError for a name that is not given.
    """
    return _of(node, places, len(next(iter(places.values()))))


def _of(node: Node, places: Columns, count: int) -> Column:
    match node:
        case Number():
            return [_number(node)] * count
        case Constant(name):
            return [_CONSTANTS.get(name, math.nan)] * count
        case Name(name):
            return list(places[name])
        case Negative(inner):
            return list(map(neg, _of(inner, places, count)))
        case Sum(terms):
            return reduce(lambda total, term: _added(total, term, places), terms[1:], _of(terms[0], places, count))
        case Product(factors):
            return reduce(lambda one, other: list(map(mul, one, other)), (_of(each, places, count) for each in factors))
        case Quotient(top, bottom):
            return _each(truediv, _of(top, places, count), _of(bottom, places, count))
        case Power(base, exponent):
            return _power(_of(base, places, count), exponent, places)
        case Call(name, arguments):
            values = [_of(argument, places, count) for argument in arguments]
            fast = _IN_FLOATS.get(name) if len(values) == 1 else None
            return _each(fast or _on_balls(name), *values)
    return [math.nan] * count


def _number(node: Number) -> float:
    try:
        return node.numerator / node.denominator
    except OverflowError:
        return math.inf


def _added(total: Column, term: Node, places: Columns) -> Column:
    if isinstance(term, Negative):
        return list(map(sub, total, _of(term.operand, places, len(total))))
    return list(map(add, total, _of(term, places, len(total))))


def _power(base: Column, exponent: Node, places: Columns) -> Column:
    fixed = rational_exponent(exponent)
    if fixed is None:
        return _each(math.pow, base, _of(exponent, places, len(base)))
    p, q = fixed.numerator, fixed.denominator
    if q == 1 and 1 < p <= MOST_FACTORS:
        return reduce(lambda power, factor: list(map(mul, power, factor)), [base] * p)
    if q == 1 and abs(p) <= LARGEST_EXPONENT:
        return _each(lambda x: x**p, base)
    return _each(lambda x: _root_power(x, p, q), base)


def _root_power(x: float, p: int, q: int) -> float:
    """x^(p/q) in lowest terms; the real root where q is odd."""
    if x >= 0:
        return math.pow(x, p / q)
    if q % 2 == 0:
        return math.nan
    return math.pow(-x, p / q) * (-1 if p % 2 else 1)


def _on_balls(name: str) -> Callable[..., float]:
    function = ON_BALLS[name]

    def real(*values: float) -> float:
        found = function(*map(arb, values))
        return float(found.mid()) if found.is_finite() else math.nan

    return real


def _each(function: Callable[..., float], *inner: Column) -> Column:
    with precision(53):
        try:
            return list(map(function, *inner))
        except (ArithmeticError, ValueError):
            return [_one(function, values) for values in zip(*inner, strict=True)]


def _one(function: Callable[..., float], values: tuple[float, ...]) -> float:
    try:
        return function(*values)
    except OverflowError:
        return math.inf
    except (ArithmeticError, ValueError):
        return math.nan
