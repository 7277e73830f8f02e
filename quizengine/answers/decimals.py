"""Decimals that a learner typed: are they near enough, and if not, is it only the rounding?

A typed decimal stands for the numbers that round to it: 0.333 for 0.3325 to 0.3335. An answer "has too few digits"
when these reach the key, and is "rounded wrongly" when it is off by up to one unit of its last place instead of a half.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import product

from quizengine.answers.numeric import Coordinates, nodes_of, sample, signed, value_at
from quizengine.answers.setting import Accuracy, Setting
from quizengine.maths.evaluate import rational
from quizengine.maths.same import close
from quizengine.maths.tree import Negative, Node, Number, Power, Product, children, rebuild, substitute, variables, walk

HALF = Fraction(1, 2)
_POINTS = 8  # at which a formula with rounded coefficients is compared
_MOST = 3  # rounded coefficients in one formula


@dataclass(frozen=True, slots=True)
class Literal:
    """A number as typed: its significant figures, and the value of one unit in its last place."""

    figures: int
    unit: Fraction


def near(key: Node, answer: Node, accuracy: Accuracy) -> bool:
    """Is the number `answer` right to the accuracy, though it is not exactly `key`?"""
    if accuracy.digits:
        typed = literal(answer)
        enough = any(_decimals(answer)) if typed is None else typed.figures >= accuracy.digits
        return enough and _within(key, answer, HALF * _place(key, accuracy.digits))
    return close(key, answer, accuracy.relative, accuracy.absolute) is True


def fault(key: Node, answer: Node, setting: Setting) -> tuple[str, str] | None:
    """Reason and message if `answer` differs from `key` by the rounding of its decimals only."""
    typed = literal(answer)
    if typed is not None:
        return None if variables(key) else _of_number(key, answer, typed, setting.accuracy)
    rounded = tuple(dict.fromkeys(part for part in _decimals(answer) if part not in set(_decimals(key))))
    if not 0 < len(rounded) <= _MOST or not _reaches(key, answer, rounded, setting):
        return None
    shown = ", ".join(part.typed for part in rounded)
    verb = "is a rounded number" if len(rounded) == 1 else "are rounded numbers"
    return "too-few-digits", f"{shown} {verb}; {_coefficient(setting.accuracy)}"


def literal(node: Node) -> Literal | None:
    """What was typed, if `node` is one number: 0.50, -3.2, 17 or 1.2*10^-4; None for anything computed."""
    match node:
        case Negative(operand):
            return literal(operand)
        case Number(numerator, 1, "") if numerator:
            return Literal(len(str(abs(numerator))), Fraction(1))
        case Number(_, _, typed) if typed:
            return _literal(typed)
        case Product((Number() as first, Power(Number(10, 1, ""), exponent))):
            scale, mantissa = rational(exponent), literal(first)
            if scale is None or mantissa is None or scale.denominator != 1:
                return None
            return Literal(mantissa.figures, mantissa.unit * Fraction(10) ** scale.numerator)
        case _:
            return None


def _literal(typed: str) -> Literal:
    number = Decimal(typed.replace(",", "."))
    exponent = number.as_tuple().exponent
    figures = len("".join(map(str, number.as_tuple().digits)).lstrip("0")) or 1
    return Literal(figures, Fraction(10) ** int(exponent))


def _of_number(key: Node, answer: Node, typed: Literal, accuracy: Accuracy) -> tuple[str, str] | None:
    text = typed_text(answer)
    if typed.unit >= 1 and typed.figures < 2:
        return None
    if _within(key, answer, HALF * typed.unit):
        shown = "has too few digits" if accuracy.digits else "is a rounded number"
        return "too-few-digits", f"{text} {shown}; {accuracy.wanted()}"
    value = rational(key)
    if value is not None and value % typed.unit == 0:
        return None  # the key itself can be written with as many places: this is no rounding of it
    slack = typed.unit
    if accuracy.digits and typed.figures >= accuracy.digits:
        slack = _place(key, accuracy.digits)
    if typed.figures > 1 and slack and _within(key, answer, slack):
        return "rounded-wrongly", f"{text} is near, but rounded wrongly in the last place; {accuracy.wanted()}"
    return None


def _coefficient(accuracy: Accuracy) -> str:
    return "write the exact coefficient, such as a fraction or a root" if accuracy.exact else accuracy.wanted()


def typed_text(node: Node) -> str:
    """A number as it was typed, with the minus sign that is printed; "this decimal" for anything computed."""
    if isinstance(node, Negative):
        return f"−{typed_text(node.operand)}"
    if isinstance(node, Number):
        return node.typed or str(node.numerator)
    return "this decimal"


def _place(key: Node, digits: int) -> Fraction:
    """One unit in the last of `digits` significant figures of `key`; 0 for zero and for what has no value."""
    found = value_at(key)
    if found is None or not signed(found):
        return Fraction(0)
    return Fraction(10) ** int(Decimal(str(found.str(20, radius=False))).adjusted() - digits + 1)


def _within(key: Node, answer: Node, distance: Fraction) -> bool:
    return bool(distance) and close(key, answer, Fraction(0), distance) is True


def _decimals(node: Node) -> Iterator[Number]:
    return (part for part in walk(node) if isinstance(part, Number) and part.typed)


def _reaches(key: Node, answer: Node, rounded: tuple[Number, ...], setting: Setting) -> bool:
    """Does the key lie between the values of `answer` with its decimals moved to their ends, wherever it is tried?"""
    corners = []
    for signs in product((-1, 1), repeat=len(rounded)):
        ends = {part: _moved(part, sign) for part, sign in zip(rounded, signs, strict=True)}
        corners.append(_replaced(answer, ends))
    told = [_between(key, corners, point) for point in sample(setting, _POINTS)]
    known = [found for found in told if found is not None]
    return all(known) and 2 * len(known) >= len(told)


def _between(key: Node, corners: list[Node], point: Coordinates) -> bool | None:
    ours = value_at(key, point)
    theirs = [value_at(corner, point) for corner in corners]
    if ours is None or any(other is None for other in theirs):
        return None
    return any(not other > ours for other in theirs) and any(not other < ours for other in theirs)


def _moved(part: Number, sign: int) -> Number:
    moved = Fraction(part.numerator, part.denominator) + sign * HALF * _literal(part.typed).unit
    return Number(moved.numerator, moved.denominator)


def _replaced(node: Node, ends: Mapping[Number, Number]) -> Node:
    if isinstance(node, Number):
        return ends.get(node, node)
    below = children(node)
    return rebuild(node, tuple(_replaced(part, ends) for part in below)) if below else node


def near_everywhere(key: Node, answer: Node, setting: Setting) -> bool:
    """Are two functions within the tolerance at every point tried? Digits are no measure for a function."""
    accuracy = setting.accuracy
    if accuracy.digits:
        return False
    tried = 0
    for point in sample(setting, _POINTS):
        ours, theirs = substitute(key, nodes_of(point)), substitute(answer, nodes_of(point))
        if value_at(ours) is None:
            continue
        tried += 1
        if close(ours, theirs, accuracy.relative, accuracy.absolute) is not True:
            return False
    return tried > 0
