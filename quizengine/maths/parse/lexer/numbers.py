"""Number literals to exact numbers."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from quizengine.maths.tree import MAX_DECIMAL_EXPONENT, MAX_DIGITS, Number


@lru_cache(maxsize=4096)
def exact(literal: str) -> Number | None:
    """Return the number that `literal` says, or None beyond MAX_DIGITS digits or MAX_DECIMAL_EXPONENT."""
    literal = literal.replace("{,}", ".").replace("{.}", ".")  # as TeX writes 0,5 without a space
    literal = literal.replace("−", "-").replace("–", "-")
    mantissa, _, exponent = literal.lower().partition("e")
    whole, _, part = mantissa.partition(".")
    if (
        len(whole) + len(part) > MAX_DIGITS
        or len(exponent.lstrip("+-0")) > 3
        or abs(int(exponent or 0)) > MAX_DECIMAL_EXPONENT
    ):
        return None
    if not exponent and not part:
        return Number(int(whole))
    value = Fraction(int(whole + part)) * Fraction(10) ** (int(exponent or 0) - len(part))
    return Number(value.numerator, value.denominator, literal)


def hundredth(number: Number) -> Number:
    """Return a hundredth of a number as it was typed, which keeps its digits: 66.7 % is 0.667, 5 % is 0.05."""
    if number.denominator > 1 and not number.typed:
        return Number(number.numerator, 100 * number.denominator)
    literal = format(Decimal(number.typed or number.numerator).scaleb(-2), "f")
    return exact(literal) or Number(number.numerator, 100 * number.denominator)
