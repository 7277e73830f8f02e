"""A key that lets decimals through, as a decimal."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from quizengine.answers.comparison.values_at_points import value_at
from quizengine.answers.constraints import Accuracy
from quizengine.maths.evaluate import rational
from quizengine.maths.print.decimals import rounded_number
from quizengine.maths.tree import Negative, Node, Number, Vector, variables

_WORKING = Context(prec=60, rounding=ROUND_HALF_UP)  # as it is taught
_TAKEN = 20  # digits that a value is taken to
_BITS = 64  # that must be known of a value before it is shown


def as_decimal(key: Node, accuracy: Accuracy) -> Node | None:
    """Return `key` with each of its numbers as the decimal that is wanted; None where only the exact value counts, or
    no number of the key has one.

    A number that has no decimal, or is whole, or is written as that very decimal, stays as it is.
    """
    if accuracy.exact:
        return None
    found = _decimals(key, accuracy)
    return None if found == key else found


def same_value(key: Node, shown: Node) -> bool:
    """Return whether nothing was rounded on the way from `key` to `shown`."""
    if isinstance(key, Vector) and isinstance(shown, Vector):
        return all(map(same_value, key.items, shown.items))
    return key == shown or ((value := rational(key)) is not None and value == rational(shown))


def _decimals(key: Node, accuracy: Accuracy) -> Node:
    if isinstance(key, Vector):
        return Vector(tuple(_decimals(item, accuracy) for item in key.items), key.brackets)
    exact = rational(key)
    if variables(key) or (exact is not None and exact.denominator == 1):
        return key
    value = _value(key) if exact is None else _WORKING.divide(Decimal(exact.numerator), Decimal(exact.denominator))
    if value is None or not value:
        return key
    rounded = value.quantize(Decimal(1).scaleb(_last_place(value, accuracy)), context=_WORKING)
    if exact is not None and Fraction(rounded) == exact:
        if _typed(key):
            return key
        rounded = rounded if accuracy.digits else rounded.normalize(_WORKING)
    return _node(rounded)


def _value(key: Node) -> Decimal | None:
    """What an irrational number is; None where that is not known well enough."""
    found = value_at(key)
    if found is None or found.rel_accuracy_bits() < _BITS:
        return None
    return Decimal(str(found.str(_TAKEN, radius=False)))


def _typed(key: Node) -> bool:
    number = key.operand if isinstance(key, Negative) else key
    return isinstance(number, Number) and bool(number.typed)


def _node(value: Decimal) -> Node:
    """A decimal as it is written: 0.2857, −38.80, 388000, 1.57·10^-34."""
    _, figures, exponent = value.as_tuple()
    number = rounded_number(int("".join(map(str, figures))), -int(exponent))
    return Negative(number) if value < 0 else number


def _last_place(value: Decimal, accuracy: Accuracy) -> int:
    """The power of ten of the last digit to show: as many as are asked for, or one beyond the tolerance."""
    if accuracy.digits:
        # 9.996 to three digits is 10.0: the place is that of the rounded number
        kept = Context(prec=accuracy.digits, rounding=ROUND_HALF_UP).plus(value)
        return kept.adjusted() - accuracy.digits + 1
    slack = accuracy.absolute + accuracy.relative * abs(Fraction(value))
    last = _WORKING.divide(Decimal(slack.numerator), Decimal(slack.denominator)).adjusted()
    return max(last - 1, value.adjusted() - _TAKEN + 1)
