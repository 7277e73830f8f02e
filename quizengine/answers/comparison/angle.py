"""The angle between two vectors, for directions read off a picture: is it small enough, and how large is it?"""

from __future__ import annotations

import math
from fractions import Fraction

from quizengine.answers.verdict import Evidence
from quizengine.maths.equality import same
from quizengine.maths.equality.at_point import LADDER, NoBall, evaluate
from quizengine.maths.evaluate import precision
from quizengine.maths.tree import Call, Constant, Negative, Node, Number, Product, Quotient, sum_of

Vector = tuple[Node, ...]  # the components of a vector without variables that is not zero

_HALF_TURN = 180
_MOST_PLACES = 3  # of the degrees that are told


def way_within(one: Vector, other: Vector, degrees: Fraction) -> tuple[int | None, Evidence]:
    """Return how the second vector points beside the first, with the evidence: 1 if at most `degrees` (0 to 90) apart,
    -1 if at most so far from the opposite way, 0 if neither; None if that cannot be told.

    The border itself is within. Balls decide all that does not lie on it; what may lie on it is held against it
    exactly.
    """
    cosine, least = _cosine(one, other), Call("cos", (_radians(degrees),))
    for bits in LADDER:
        with precision(bits):
            ours, border = evaluate(cosine, {}), evaluate(least, {})
            if ours is NoBall.UNDEFINED:
                return None, "numerical"
            if isinstance(ours, NoBall) or isinstance(border, NoBall):
                continue
            if abs(ours) < border:
                return 0, "proven"
            if ours > border or ours < -border:
                return (1 if ours > 0 else -1), "proven"
    with precision(LADDER[-1]):
        ours = evaluate(cosine, {})
    if isinstance(ours, NoBall) or ours.contains(0):
        return None, "numerical"
    side = 1 if ours > 0 else -1
    on_it = same(least if side > 0 else Negative(least), cosine, ())
    return side, "proven" if on_it.equal else "numerical"


def degrees_between(one: Vector, other: Vector) -> float:
    """Return the angle between two vectors in degrees, 0 to 180, to some seven digits; nan where it cannot be told."""
    with precision(LADDER[1]):
        cosine = evaluate(_cosine(one, other), {})
        if isinstance(cosine, NoBall):
            return math.nan
        return math.degrees(math.acos(max(-1.0, min(1.0, float(cosine.mid())))))


def told_beyond(angle: float, degrees: Fraction) -> str:
    """Return an angle beyond `degrees` as it is told, in whole degrees unless these would say that it is within."""
    for places in range(_MOST_PLACES + 1):
        if Fraction(text := f"{angle:.{places}f}") > degrees:
            return f"{text}°"
    return f"a little more than {degrees_text(degrees)}"


def degrees_text(degrees: Fraction) -> str:
    """Return "15°"."""
    return f"{float(degrees):g}°"


def _radians(degrees: Fraction) -> Node:
    turned = degrees / _HALF_TURN
    return Product((Number(turned.numerator, turned.denominator), Constant("pi")))


def _cosine(one: Vector, other: Vector) -> Node:
    product = sum_of(tuple(Product(pair) for pair in zip(one, other, strict=True)))
    return Quotient(product, Product((Call("norm", one), Call("norm", other))))
