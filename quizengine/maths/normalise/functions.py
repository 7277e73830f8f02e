"""Functions at the points where their value is an exact number: sqrt(9/4), cos(pi/3), log(2, 8), max(1, sqrt(2)), …"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.normalise.surds import MAX_POWER, Surd, build, square_root, whole_root
from quizengine.maths.tree import Constant, Node, Number

ZERO, ONE = Surd(Fraction(0)), Surd(Fraction(1))
HALF = Fraction(1, 2)

#: sin of so many degrees, in the first quarter.
SINES: Mapping[int, Surd] = {
    0: ZERO,
    30: Surd(HALF),
    45: Surd(HALF, 2),
    60: Surd(HALF, 3),
    90: ONE,
}
#: The degrees of a sine, and those of a tangent, by its square.
_ANGLES: Mapping[Fraction, int] = {sine.square(): degrees for degrees, sine in SINES.items()}
_TANGENTS: Mapping[Fraction, int] = {Fraction(1, 3): 30, Fraction(1): 45, Fraction(3): 60}
AT_ZERO: Mapping[str, Fraction] = {name: row.at_zero for name, row in FUNCTIONS.items() if row.at_zero is not None}


def fold(function: str, sizes: tuple[Surd, ...]) -> Node | None:
    """Return the value of function at exact numbers, or None where it is no exact number or undefined."""
    found = _amount(function, sizes)
    if found is not None:
        return build(found, (), True) if found.fits() else None
    return _with_e_or_pi(function, sizes[0]) if len(sizes) == 1 else None


def _amount(function: str, sizes: tuple[Surd, ...]) -> Surd | None:
    if function in _OF_MANY:
        return _OF_MANY[function](sizes)
    match sizes:
        case (size,):
            return _of_one(function, size)
        case (left, right):
            return _of_two(function, left, right)
    return None


def fold_angle(function: str, turns: Fraction) -> Node | None:
    """Return a trigonometric function of turns·pi, where it is an exact number."""
    sine, cosine = _sine(turns * 180), _sine(90 - turns * 180)
    if sine is None or cosine is None:
        return None
    pairs = {"sin": (sine, ONE), "cos": (cosine, ONE), "tan": (sine, cosine)}
    pairs |= {"csc": (ONE, sine), "sec": (ONE, cosine), "cot": (cosine, sine)}
    if function not in pairs:
        return None
    top, bottom = pairs[function]
    return build(top.over(bottom), (), True) if bottom.factor else None


def _sine(degrees: Fraction) -> Surd | None:
    if degrees.denominator != 1:
        return None
    angle = degrees.numerator % 360
    size = SINES.get(min(angle % 180, 180 - angle % 180))
    return Surd(-size.factor, size.root) if size is not None and angle > 180 else size


def _of_one(function: str, size: Surd) -> Surd | None:
    if size.factor == 0 and function in AT_ZERO:
        return Surd(AT_ZERO[function])
    match function:
        case "sqrt" if size.root == 1 and size.factor >= 0:
            return square_root(size.factor)
        case "cbrt" if size.root == 1:
            return _rational(whole_root(size.factor, 3))
        case "abs":
            return Surd(abs(size.factor), size.root)
        case "sign":
            return Surd(Fraction((size.factor > 0) - (size.factor < 0)))
        case "relu":
            return size if size.factor > 0 else ZERO
        case "step" if size.factor != 0:
            return ONE if size.factor > 0 else ZERO
        case "ln" if size == ONE:
            return ZERO
    return None


def _of_two(function: str, left: Surd, right: Surd) -> Surd | None:
    if left.root != 1 or right.root != 1:
        return None
    if function == "log":
        return _rational(_logarithm(left.factor, right.factor))
    if function == "root" and left.factor.denominator == 1 and left.factor >= 2:
        return _rational(whole_root(right.factor, int(left.factor)))
    return None


def _logarithm(base: Fraction, value: Fraction) -> Fraction | None:
    """The whole number k with base^k = value, found by repeated division."""
    if base <= 0 or base == 1 or value <= 0:
        return None
    grows = base if base > 1 else 1 / base
    target = value if value >= 1 else 1 / value
    steps, power = 0, Fraction(1)
    while power < target and steps <= MAX_POWER:
        power, steps = power * grows, steps + 1
    if power != target:
        return None
    return Fraction(steps if (base > 1) == (value >= 1) else -steps)


def _with_e_or_pi(function: str, size: Surd) -> Node | None:
    """Values that are e or a multiple of pi."""
    if function == "exp" and size == ONE:
        return Constant("e")
    if function not in ("asin", "acos", "atan"):
        return None
    degrees = _ANGLES.get(abs(size.square()))
    sign = 1 if size.factor > 0 else -1
    if function == "asin" and degrees is not None:
        return _of_pi(sign * degrees)
    if function == "acos" and degrees is not None:
        return _of_pi(90 - sign * degrees)
    if function == "atan":
        tangent = _TANGENTS.get(abs(size.square()))
        return None if tangent is None else _of_pi(sign * tangent)
    return None


def _of_pi(degrees: int) -> Node:
    return build(Surd(Fraction(degrees, 180)), (Constant("pi"),), True) if degrees else Number(0)


def _rational(value: Fraction | None) -> Surd | None:
    return None if value is None else Surd(value)


def _norm(sizes: tuple[Surd, ...]) -> Surd:
    return square_root(sum((abs(size.square()) for size in sizes), Fraction(0)))


_OF_MANY: Mapping[str, Callable[[tuple[Surd, ...]], Surd]] = {
    "max": lambda sizes: max(sizes, key=Surd.square),
    "min": lambda sizes: min(sizes, key=Surd.square),
    "norm": _norm,
}
