"""Values as short text that tells two different numbers apart."""

from __future__ import annotations

from quizengine.maths.equality.at_point import LADDER, NoBall, evaluate
from quizengine.maths.equality.domain import Coordinates
from quizengine.maths.evaluate import Ball, precision, rational
from quizengine.maths.tree import Negative, Node, Number, Sum, substitute

_MOST_DIGITS = 18
_USUAL_BITS, _MOST_BITS = 2**14, 2**16
_DIGIT = 4  # bits: 3.3, rounded up
_SHORT = 10_000  # a fraction with larger parts is told as a decimal


def tell(key: Node, answer: Node, point: Coordinates) -> tuple[str, str]:
    """Return the values of key and answer at `point`, with as many digits as it takes to see the difference."""
    ours = theirs = ""
    for digits in (6, 10, _MOST_DIGITS):
        ours, theirs = value(key, point, digits), value(answer, point, digits)
        if ours != theirs:
            return ours, theirs
    gap = value(Sum((answer, Negative(key))), point, 3)
    if gap == "0":
        return ours, f"not quite {ours}"  # below all that is worked out here
    return ours, f"{ours} - {gap[1:]}" if gap.startswith("-") else f"{ours} + {gap}"


def value(node: Node, point: Coordinates = (), digits: int = 6) -> str:
    """Return the value of `node` at `point`: an integer or a short fraction if it is one, else a decimal; or
    "undefined".
    """
    exact = rational(node, dict(point))
    if exact is not None and max(abs(exact.numerator), exact.denominator) < _SHORT:
        return str(exact)
    # As numbers, for an exponent that is a whole number here by chance may have a negative base.
    node = substitute(node, {name: Number(x.numerator, x.denominator) for name, x in point})
    for bits in (*LADDER, 4_096, _USUAL_BITS, _MOST_BITS):
        with precision(bits):
            found = evaluate(node, {})
            if found is NoBall.UNDEFINED:
                return "undefined"
            if found is not NoBall.UNSURE and (found.is_exact() or found.rel_accuracy_bits() > _DIGIT * digits):
                return decimal(found, digits)
        if bits == _USUAL_BITS and (found is NoBall.UNSURE or found.rad() < 1):
            break  # a rung more is for what is large on the way and not in the end
    return "undefined" if isinstance(found, NoBall) else decimal(found, digits)


def decimal(number: Ball, digits: int) -> str:
    """Return the midpoint of a ball with `digits` significant digits, without trailing zeros."""
    if number.contains(0) and abs(number) < 1e-300:
        return "0"
    text = str(number.str(digits, radius=False))
    mantissa, mark, exponent = text.partition("e")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return mantissa + mark + exponent
