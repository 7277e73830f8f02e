"""The angle between two vectors, for directions read off a picture: is it small enough, and how large is it?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from quizengine.answers.comparison.parallel import along
from quizengine.answers.comparison.scalar import is_zero
from quizengine.answers.constraints import PLAIN
from quizengine.answers.verdict import Evidence, Verdict, refused, undecided
from quizengine.maths.equality import same
from quizengine.maths.equality.at_point import LADDER, NoBall, evaluate
from quizengine.maths.evaluate import precision
from quizengine.maths.tree import Call, Constant, Negative, Node, Number, Product, Quotient, sum_of, variables

Vector = tuple[Node, ...]  # the components of a vector without variables that is not zero

_HALF_TURN = 180
_MOST_PLACES = 3  # of the degrees that are told


@dataclass(frozen=True, slots=True)
class WithinAngle:
    """How far a direction that is read off may be off, in degrees; both_ways: the opposite one is as good."""

    degrees: Fraction
    both_ways: bool = False

    def told(self) -> str:
        """Return "within 15°"."""
        return f"within {_text(self.degrees)}"

    def judge(self, key: Vector, answer: Vector) -> Verdict:
        """Return the verdict on a vector that is not zero: right, or so many degrees off."""
        left = next((name for item in answer for name in variables(item)), "")
        if left:
            return refused("variables-left", f"It still contains {left}, and numbers are asked")
        way, evidence = way_within(key, answer, self.degrees)
        if way is None:
            return undecided("your vector points the right way")
        if way == 1 or (way == -1 and self.both_ways):
            return Verdict("correct", 1.0, evidence=evidence)
        return refused("opposite-sign" if way else "not-parallel", f"Your vector is {self.off(key, answer)}")

    def off(self, key: Vector, answer: Vector) -> str:
        """Return "40° off; within 15° counts"."""
        angle = degrees_between(key, answer)
        return (
            f"{_beyond(min(angle, 180 - angle) if self.both_ways else angle, self.degrees)} off; {self.told()} counts"
        )

    def way_beside(self, key: Vector, mistaken: Vector, answer: Vector) -> int:
        """Return 1 where `answer` points as a mistaken vector does, -1 where it points the opposite way, else 0.

        Nothing is proven by a mistaken vector so near to the key that reading off badly leads there, too.
        """
        if any(map(variables, (*mistaken, *answer))):
            return along(mistaken, answer, PLAIN)
        if any(all(is_zero(item, PLAIN) for item in vector) for vector in (mistaken, answer)):
            return 0
        if len(mistaken) == len(key) and mistaken != key and degrees_between(key, mistaken) <= 2 * self.degrees:
            return 0
        return way_within(mistaken, answer, self.degrees)[0] or 0


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


def _beyond(angle: float, degrees: Fraction) -> str:
    """An angle beyond `degrees`, in whole degrees unless these would say that it is within."""
    for places in range(_MOST_PLACES + 1):
        if Fraction(text := f"{angle:.{places}f}") > degrees:
            return f"{text}°"
    return f"a little more than {_text(degrees)}"


def _text(degrees: Fraction) -> str:
    return f"{float(degrees):g}°"


def _radians(degrees: Fraction) -> Node:
    turned = degrees / _HALF_TURN
    return Product((Number(turned.numerator, turned.denominator), Constant("pi")))


def _cosine(one: Vector, other: Vector) -> Node:
    product = sum_of(tuple(Product(pair) for pair in zip(one, other, strict=True)))
    return Quotient(product, Product((Call("norm", one), Call("norm", other))))
