"""Numbers typed as decimals: are they near enough, and if not, is it only the rounding?

A typed decimal stands for the numbers that round to it: 0.333 for 0.3325 to 0.3335. An answer "has too few digits"
when these reach the key, and is "rounded wrongly" when it is off by up to one unit of its last place instead of a half.
It is "not rounded" when the key is itself a decimal to which the answer can be rounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from quizengine.answers.comparison.values_at_points import signed, value_at
from quizengine.answers.constraints import ZERO, Accuracy
from quizengine.answers.wording import counted
from quizengine.maths.equality import close
from quizengine.maths.equality.at_point import exact_ball
from quizengine.maths.evaluate import Ball, rational
from quizengine.maths.tree import Negative, Node, Number, Power, Product, variables, walk

HALF = Fraction(1, 2)
_SLACK = Fraction(1, 5)  # of the key, up to which one figure may be its rounding
_MOST_EXPONENT = 400  # of ten, up to which a number counts as typed in decimals
_MISSED = 3  # tolerances, up to which an answer is near
_PROVING = 3  # figures of a decimal key, or of an answer, from which rounding is no accident

RoundingFault = tuple[str, str]  # reason, one of verdict.ROUNDING, and message


@dataclass(frozen=True, slots=True)
class Literal:
    """A number as typed: its significant figures, and the value of one unit in its last place."""

    figures: int
    unit: Fraction


def near(key: Node, answer: Node, accuracy: Accuracy) -> bool:
    """Return whether the number `answer` is right to the accuracy, though it is not exactly `key`."""
    if accuracy.digits:
        typed = literal(answer)
        enough = any(decimals_in(answer)) if typed is None else typed.figures >= accuracy.digits
        return enough and _within(key, answer, HALF * _place(key, accuracy.digits))
    return close(key, answer, accuracy.relative, accuracy.absolute) is True


def allowed(key: Node, accuracy: Accuracy) -> Ball | None:
    """Return how far an answer may be off the number `key`; None where that has no value that can be told."""
    value = value_at(key)
    if value is None:
        return None
    if accuracy.digits:
        return exact_ball(HALF * _place(key, accuracy.digits))
    return (exact_ball(accuracy.relative) * abs(value)).max(exact_ball(accuracy.absolute))


def margin(key: Node, accuracy: Accuracy) -> tuple[float, float] | None:
    """Return a number with how far an answer may be off it; None where it has no value that can be told."""
    value, slack = value_at(key), allowed(key, accuracy)
    return None if value is None or slack is None else (float(value.mid()), float(slack.mid()))


def may_meet(one: Node, other: Node, accuracy: Accuracy) -> bool:
    """Return whether one number may be near enough to both, the borders being near enough; of numbers without a value
    nothing is said.
    """
    ours, theirs = value_at(one), value_at(other)
    here, there = allowed(one, accuracy), allowed(other, accuracy)
    if ours is None or theirs is None or here is None or there is None:
        return False
    return not abs(theirs - ours) > here + there


def near_miss(key: Node, answer: Node, accuracy: Accuracy) -> bool:
    """Return whether the number `answer` lies within three times the tolerance of `key`, where a tolerance is stated.

    Such an answer is wrong for being read off badly: it is proof of no mistake whose value lies about there, too.
    """
    if not accuracy.within or variables(key) or variables(answer):
        return False
    return close(key, answer, _MISSED * accuracy.relative, _MISSED * accuracy.absolute) is True


def rounds_to(key: Node, answer: Node) -> bool:
    """Return whether `answer` is a decimal of three or more figures to which the number `key` can be rounded."""
    typed = literal(answer)
    if typed is None or typed.unit >= 1 or typed.figures < _PROVING or variables(key):
        return False
    return _within(key, answer, HALF * typed.unit)


def fault_of_number(key: Node, answer: Node, accuracy: Accuracy) -> RoundingFault | None:
    """Return the fault, if the number `answer` differs from the number `key` by rounding only."""
    typed, wanted = literal(answer), literal(key)
    if typed is not None and (told := _rounded(key, answer, typed, accuracy)) is not None:
        return told
    if not accuracy.exact or not _is_decimal(key) or wanted is None or wanted.figures < _PROVING:
        return None
    if not _within(answer, key, HALF * wanted.unit):
        return None
    asked = counted(wanted.figures, "significant figure")
    return "not-rounded", f"it is not equal, but rounds to the right value: give {asked}"


def _rounded(key: Node, answer: Node, typed: Literal, accuracy: Accuracy) -> RoundingFault | None:
    text = typed_text(answer)
    unit = _coarsest(answer) if accuracy.digits else typed.unit
    if typed.figures < 2 and (unit == 1 or close(key, answer, _SLACK, ZERO) is not True):
        return None  # 4 is no rounding of the root of 13, nor 0.1 of 0.06
    if _within(key, answer, HALF * unit):
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


def literal(node: Node) -> Literal | None:
    """Return what was typed, if `node` is one number: 0.50, -3.2, 17 or 1.2*10^-4; None for anything computed."""
    match node:
        case Negative(operand):
            return literal(operand)
        case Number(numerator, 1, "") if numerator:
            return Literal(len(str(abs(numerator))), Fraction(1))
        case Number(_, _, typed) if typed:
            return literal_of(typed)
        case Product((Number() as first, Power(Number(10, 1, ""), exponent))):
            scale, mantissa = rational(exponent), literal(first)
            if scale is None or mantissa is None or scale.denominator != 1 or abs(scale) > _MOST_EXPONENT:
                return None
            return Literal(mantissa.figures, mantissa.unit * Fraction(10) ** scale.numerator)
        case _:
            return None


def literal_of(typed: str) -> Literal:
    """Return the figures and the unit of the text of a decimal."""
    number = Decimal(typed.replace(",", "."))
    exponent = number.as_tuple().exponent
    count = len("".join(map(str, number.as_tuple().digits)).lstrip("0")) or 1
    return Literal(count, Fraction(10) ** int(exponent))


def _coarsest(answer: Node) -> Fraction:
    """The unit of a typed number; the zeros at the end of a whole one may stand for what was rounded away."""
    typed, value = literal(answer), rational(answer)
    if typed is None or value is None:
        return Fraction(1)
    digits = str(abs(value.numerator))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Fraction(10) ** zeros if typed.unit == 1 and len(digits) - zeros > 1 else typed.unit


def typed_text(node: Node) -> str:
    """Return a number as it was typed, with the minus sign that is printed; "this decimal" for anything computed."""
    if isinstance(node, Negative):
        return f"−{typed_text(node.operand)}"
    if isinstance(node, Number):
        return node.typed or str(node.numerator)
    return "this decimal"


def decimals_in(node: Node) -> tuple[Number, ...]:
    """Return the decimals that were typed in `node`, each once."""
    return tuple(dict.fromkeys(part for part in walk(node) if type(part) is Number and part.typed))


def _is_decimal(node: Node) -> bool:
    number = node.operand if isinstance(node, Negative) else node
    return isinstance(number, Number) and bool(number.typed)


def _place(key: Node, digits: int) -> Fraction:
    """One unit in the last of `digits` significant figures of `key`; 0 for zero and for what has no value."""
    found = value_at(key)
    if found is None or not signed(found):
        return Fraction(0)
    return Fraction(10) ** int(Decimal(str(found.str(20, radius=False))).adjusted() - digits + 1)


def _within(key: Node, answer: Node, distance: Fraction) -> bool:
    return bool(distance) and close(key, answer, ZERO, distance) is True
