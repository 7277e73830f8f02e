"""What counts as right beside the key as printed, in words for who marks by hand."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from quizengine.answers.comparison.values_at_points import value_at
from quizengine.answers.constraints import Accuracy
from quizengine.answers.wording import minus
from quizengine.maths.evaluate import rational
from quizengine.maths.tree import Node, Vector

_WORKING = Context(prec=60, rounding=ROUND_HALF_EVEN)
_SHOWN = 20  # digits that a value is taken to


def as_decimal(key: Node, accuracy: Accuracy) -> str:
    """ "as a decimal 7.483, up to 0.01 away"; "" where only the exact value counts or the key has no one value."""
    if accuracy.exact:
        return ""
    value = "" if _is_whole(key) else _decimal(key, accuracy)
    absolute = f"{float(accuracy.absolute):g}" if accuracy.absolute else ""
    relative = f"{float(accuracy.relative * 100):g} %" if accuracy.relative else ""
    away = " plus ".join(filter(None, (absolute, relative)))
    return ", ".join(filter(None, (value and f"as a decimal {value}", away and f"up to {away} away")))


def _is_whole(key: Node) -> bool:
    """Whether the key is printed as a decimal already, having nothing after the point."""
    if isinstance(key, Vector):
        return all(map(_is_whole, key.items))
    value = rational(key)
    return value is not None and value.denominator == 1


def _decimal(key: Node, accuracy: Accuracy) -> str:
    if isinstance(key, Vector):
        items = [_decimal(item, accuracy) for item in key.items]
        return f"({', '.join(items)})" if all(items) else ""
    found = value_at(key)
    if found is None:
        return ""
    value = Decimal(str(found.str(_SHOWN, radius=False)))
    place = _last_place(value, accuracy)
    return minus(f"{value.quantize(Decimal(1).scaleb(place), context=_WORKING):f}")


def _last_place(value: Decimal, accuracy: Accuracy) -> int:
    """The power of ten of the last digit to show: as many as are asked for, or one beyond the tolerance."""
    if accuracy.digits:
        return value.adjusted() - accuracy.digits + 1 if value else 0
    slack = accuracy.absolute + accuracy.relative * abs(Fraction(value))
    if not slack:
        return 0
    last = _WORKING.divide(Decimal(slack.numerator), Decimal(slack.denominator)).adjusted()
    return max(last - 1, value.adjusted() - _SHOWN + 1)
