"""Words that round, and the word that compares rounded values; constants such as sqrt(2) are decided by balls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from typing import Any

from quizengine.maths.language.arithmetic import add, call, multiply, negate
from quizengine.maths.language.comparing import floor, order_of, sign_of
from quizengine.maths.language.values import Value, describe, fail, scalar, whole
from quizengine.maths.normalise import exact, node_of_fraction
from quizengine.maths.print.decimals import rounded_number
from quizengine.maths.tree import Negative, Node, Number, Vector, variables

MOST_FIGURES = 30
MOST_PLACES = 30
MOST_BITS = 2_000  # before and after the point, of a number that is no rational
HALF = Fraction(1, 2)


def _round(value: Value, places: Value) -> Node:
    """Half away from zero, as it is taught; of a vector each component."""
    return _each(value, partial(_rounded, places=whole(places, "the number of decimal places", 0, MOST_PLACES)))


def _each(value: Value, rule: Callable[[Value], Node]) -> Node:
    """A rule for numbers; of a vector each component, of a matrix each entry."""
    if isinstance(value, Vector):
        return Vector(tuple(_each(item, rule) for item in value.items), value.brackets)
    return rule(value)


def _rounded(value: Value, places: int) -> Node:
    node = _constant(value, "what is rounded")
    sign = sign_of(node)
    count = _nearest(node if sign >= 0 else negate(node), places)
    return _signed(_typed(count, places), sign)


def _decimal(value: Value, figures: Value) -> Node:
    """So many significant figures, half away from zero; of a vector each component."""
    return _each(
        value, partial(_to_figures, figures=whole(figures, "the number of significant figures", 1, MOST_FIGURES))
    )


def _to_figures(value: Value, figures: int) -> Node:
    node = _constant(value, "what is written as a decimal")
    sign = sign_of(node)
    if sign == 0:
        return Number(0)
    size = node if sign > 0 else negate(node)
    first = _first_figure(size)
    count = _nearest(size, figures - 1 - first)
    if count == 10**figures:  # 9.996 to three figures is 10.0
        first, count = first + 1, count // 10
    return _signed(rounded_number(count, figures - 1 - first), sign)


def _constant(value: Value, role: str) -> Node:
    node = scalar(value, role)
    if variables(node):
        fail(f"{role} must be a number, but it is {describe(node)}")
    return node


def _first_figure(size: Node) -> int:
    """The power of ten of the first figure of a positive number: 2 for 314, -1 for 0.5."""
    value = exact(size)
    if value is None:
        value = _near(size)
    place = len(str(value.numerator)) - len(str(value.denominator))
    return place if value >= Fraction(10) ** place else place - 1


def _near(size: Node) -> Fraction:
    """A rational so near to a positive number that is none that its first figure stands at the same place."""
    from quizengine.maths.evaluate import ball, precision

    with precision(1024):
        value = ball(size, {})
        if not value.rel_accuracy_bits() > 0:
            fail("this number cannot be told exactly enough to be written as a decimal")
        middle, power = value.mid().man_exp()
        if abs(int(power)) > MOST_BITS:
            fail("this number is too large or too small to be written as a decimal")
    return Fraction(int(middle)) * Fraction(2) ** int(power)


def _nearest(size: Node, places: int) -> int:
    """How many units of the last of so many decimal places are nearest to a number that is not negative."""
    value = exact(size)
    scale = Fraction(10) ** places
    if value is not None:
        return int(value * scale + HALF)
    return floor(add((multiply((node_of_fraction(scale), size)), node_of_fraction(HALF))))


def _typed(count: int, places: int) -> Number:
    """count/10^places, written with so many decimal places."""
    text = f"{count // 10**places}.{count % 10**places:0{places}d}" if places else ""
    value = Fraction(count, 10**places)
    return Number(value.numerator, value.denominator, text)


def _signed(number: Number, sign: int) -> Node:
    return Negative(number) if sign < 0 and number.numerator else number


def _close(left: Value, right: Value, figures: Value) -> bool:
    """Whether |a - b| is at most half a unit in the last of so many figures of the greater of |a| and |b|."""
    many = whole(figures, "the number of significant figures", 1, MOST_FIGURES)
    if _shape(left) != _shape(right):
        fail(f"close compares numbers, or lists of one shape, not {describe(left)} and {describe(right)}")
    return _agree(left, right, many)


def _shape(value: Value) -> tuple[Any, ...]:
    return tuple(map(_shape, value.items)) if isinstance(value, Vector) else ("one",)


def _agree(left: Value, right: Value, figures: int) -> bool:
    if isinstance(left, Vector) and isinstance(right, Vector):
        return all(_agree(one, other, figures) for one, other in zip(left.items, right.items, strict=True))
    one, other = _constant(left, "the first value of close"), _constant(right, "the second value of close")
    if one == other:
        return True
    distance = call("abs", (add((one, negate(other))),))
    largest = call("max", (call("abs", (one,)), call("abs", (other,))))
    slack = node_of_fraction(HALF * Fraction(10) ** (1 - figures))
    return order_of(distance, multiply((slack, largest))) <= 0


ROUNDING_WORDS: Mapping[str, Callable[..., Value]] = {"round": _round, "decimal": _decimal, "close": _close}
