"""The functions of a tree by way of exponentials, roots, logarithms and angles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quizengine.maths.solution_sets.fractions import added, divided, times
from quizengine.maths.solution_sets.function_rules import exponential, logarithm, needed, root, size_of, tree_of
from quizengine.maths.solution_sets.ring import GENERATORS, ONE, Fraction, Generator, Ring, known_by
from quizengine.maths.tree import Call, Node

Given = tuple[Fraction, Node]  # a value, and the tree that it is of
Law = Callable[..., Fraction]

_ONE = Fraction(ONE)


def scaled(what: Fraction, size: int) -> Fraction:
    """size·what."""
    return Fraction(what.top * size, what.bottom)


def plus(ring: Ring, what: Fraction, size: int) -> Fraction:
    """what + size."""
    return added(ring, what, Fraction(ONE * size))


def hyperbolic(ring: Ring, what: Fraction, sign: int) -> Fraction:
    """cosh for the sign 1, sinh for -1."""
    up = exponential(ring, what)
    both = added(ring, up, scaled(divided(ring, _ONE, up), sign))
    return Fraction(both.top / 2, both.bottom)


def tanh(ring: Ring, what: Fraction) -> Fraction:
    """Return the hyperbolic tangent."""
    square = exponential(ring, scaled(what, 2))
    return divided(ring, plus(ring, square, -1), plus(ring, square, 1))


def angle(ring: Ring, function: str, what: Fraction) -> Fraction:
    """sin or cos, turned to one sign of the argument; that sin² + cos² = 1 is not used, since it would hide squares."""
    turned = what.top != 0 and what.top.leading_coefficient() < 0
    inside = scaled(what, -1) if turned else what
    if inside.top == 0:
        return Fraction(ONE * (function == "cos"))
    key = (function, known_by(inside.top), known_by(inside.bottom))
    stands = Generator("angle", Call(function, (tree_of(ring, inside),)), function, inside)
    made = GENERATORS[ring.generator(key, stands)]
    return Fraction(-made if turned and function == "sin" else made)


def absolute(ring: Ring, what: Fraction) -> Fraction:
    """|what|."""
    return divided(ring, Fraction(size_of(ring, what.top)), Fraction(size_of(ring, what.bottom)))


def inverse(ring: Ring, function: str, what: Fraction) -> Fraction:
    """Return an inverse function, of which nothing is known but that it is one-to-one."""
    if what.top == 0 and function not in ("acos", "acosh"):
        return what
    key = (function, known_by(what.top), known_by(what.bottom))
    node = Call(function, (tree_of(ring, what),))
    return Fraction(GENERATORS[ring.generator(key, Generator("inverse", node, function, what))])


def _between(ring: Ring, function: str, given: Given, comparison: Any) -> Fraction:
    """An inverse function of what must lie between -1 and 1."""
    square = times(ring, given[0], given[0])
    needed(ring, comparison, plus(ring, scaled(square, -1), 1), given[1])
    return inverse(ring, function, given[0])


def _acosh(ring: Ring, given: Given) -> Fraction:
    needed(ring, "≥", plus(ring, given[0], -1), given[1])
    return inverse(ring, "acosh", given[0])


def _over(ring: Ring, top: Fraction, bottom: Fraction, of: Node) -> Fraction:
    needed(ring, "≠", bottom, of)
    return divided(ring, top, bottom)


def _ratio(top: Callable[[Ring, Fraction], Fraction], bottom: Callable[[Ring, Fraction], Fraction]) -> Law:
    def law(ring: Ring, given: Given) -> Fraction:
        below = bottom(ring, given[0])
        return _over(ring, top(ring, given[0]), below, tree_of(ring, below))

    return law


def _larger(sign: int) -> Law:
    """The maximum for the sign 1, the minimum for -1: half the sum and half the distance."""

    def law(ring: Ring, first: Given, *others: Given) -> Fraction:
        best = first[0]
        for other, _ in others:
            apart = absolute(ring, added(ring, best, scaled(other, -1)))
            both = added(ring, added(ring, best, other), scaled(apart, sign))
            best = Fraction(both.top / 2, both.bottom)
        return best

    return law


def _norm(ring: Ring, *parts: Given) -> Fraction:
    total = times(ring, parts[0][0], parts[0][0])
    for part, _ in parts[1:]:
        total = added(ring, total, times(ring, part, part))
    return root(ring, 2, total, parts[0][1])


def _log(ring: Ring, base: Given, given: Given) -> Fraction:
    return _over(ring, logarithm(ring, *given), logarithm(ring, *base), base[1])


def _relu(ring: Ring, given: Given) -> Fraction:
    both = added(ring, given[0], absolute(ring, given[0]))
    return Fraction(both.top / 2, both.bottom)


def _softplus(ring: Ring, given: Given) -> Fraction:
    inside = plus(ring, exponential(ring, given[0]), 1)
    return logarithm(ring, inside, tree_of(ring, inside))


def _sigmoid(ring: Ring, given: Given) -> Fraction:
    up = exponential(ring, given[0])
    return divided(ring, up, plus(ring, up, 1))


def _one(ring: Ring, what: Fraction) -> Fraction:
    return _ONE


def _sin(ring: Ring, what: Fraction) -> Fraction:
    return angle(ring, "sin", what)


def _cos(ring: Ring, what: Fraction) -> Fraction:
    return angle(ring, "cos", what)


def cosh(ring: Ring, what: Fraction) -> Fraction:
    return hyperbolic(ring, what, 1)


def sinh(ring: Ring, what: Fraction) -> Fraction:
    return hyperbolic(ring, what, -1)


#: Each takes the ring and, for every argument, its value and its tree.
FUNCTIONS: dict[str, Law] = {
    "sin": lambda ring, given: _sin(ring, given[0]),
    "cos": lambda ring, given: _cos(ring, given[0]),
    "tan": _ratio(_sin, _cos),
    "cot": _ratio(_cos, _sin),
    "sec": _ratio(_one, _cos),
    "csc": _ratio(_one, _sin),
    "sinh": lambda ring, given: sinh(ring, given[0]),
    "cosh": lambda ring, given: cosh(ring, given[0]),
    "tanh": lambda ring, given: tanh(ring, given[0]),
    "coth": _ratio(cosh, sinh),
    "sech": _ratio(_one, cosh),
    "csch": _ratio(_one, sinh),
    "exp": lambda ring, given: exponential(ring, given[0]),
    "ln": lambda ring, given: logarithm(ring, *given),
    "log": _log,
    "sqrt": lambda ring, given: root(ring, 2, *given),
    "cbrt": lambda ring, given: root(ring, 3, *given),
    "abs": lambda ring, given: absolute(ring, given[0]),
    "norm": _norm,
    "max": _larger(1),
    "min": _larger(-1),
    "relu": _relu,
    "softplus": _softplus,
    "sigmoid": _sigmoid,
    "atan": lambda ring, given: inverse(ring, "atan", given[0]),
    "asinh": lambda ring, given: inverse(ring, "asinh", given[0]),
    "asin": lambda ring, given: _between(ring, "asin", given, "≥"),
    "acos": lambda ring, given: _between(ring, "acos", given, "≥"),
    "atanh": lambda ring, given: _between(ring, "atanh", given, ">"),
    "acosh": _acosh,
}
