"""Do two equations have the same solutions, as far as a constant factor and denominators go?"""

from __future__ import annotations

from fractions import Fraction

from quizengine.answers.numeric import nodes_of, sample, signed, value_at
from quizengine.answers.setting import Setting
from quizengine.answers.verdict import Evidence
from quizengine.maths.evaluate import rational
from quizengine.maths.same import same
from quizengine.maths.tree import (
    Negative,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    product_of,
    substitute,
)

Sides = tuple[Node, Node]
Fact = tuple[bool | None, Evidence | None]

ONE = Number(1)
_POINTS = 8
_VALUES = (0, 1, 2, -1)  # tried for the free coordinates of a point on the key


def decide(ours: Sides, theirs: Sides, setting: Setting) -> Fact:
    """Is the second equation the first times a constant? True, False or None for undecided, with its evidence."""
    told = _proportional(_difference(ours), _difference(theirs), setting)
    if told[0]:
        return told
    cleared = _proportional(_numerator(_difference(ours)), _numerator(_difference(theirs)), setting)
    return cleared if cleared[0] or told[0] is None else told


def _difference(sides: Sides) -> Node:
    return Sum((sides[0], Negative(sides[1])))


def _proportional(key: Node, answer: Node, setting: Setting) -> Fact:
    for point in sample(setting, _POINTS):
        ours, theirs = value_at(key, point), value_at(answer, point)
        if ours is None or theirs is None or not signed(ours):
            continue
        if not signed(theirs):
            return (False, "proven") if theirs.is_zero() else (None, None)
        there = nodes_of(point)
        left = Product((answer, substitute(key, there)))
        right = Product((key, substitute(answer, there)))
        told = same(right, left, setting.variables, setting.domain)
        return told.equal, told.evidence
    return None, None


def _numerator(node: Node) -> Node:
    return _fraction(node)[0]


def _fraction(node: Node) -> Sides:
    """Numerator and denominator of `node` over one denominator, nothing cancelled."""
    match node:
        case Sum(terms):
            top, bottom = _fraction(terms[0])
            for term in terms[1:]:
                other, below = _fraction(term)
                if below == bottom:
                    top = Sum((top, other))
                else:
                    top, bottom = Sum((_times(top, below), _times(other, bottom))), _times(bottom, below)
            return top, bottom
        case Negative(operand):
            top, bottom = _fraction(operand)
            return Negative(top), bottom
        case Product(factors):
            parts = [_fraction(factor) for factor in factors]
            return _times(*(top for top, _ in parts)), _times(*(bottom for _, bottom in parts))
        case Quotient(left, right):
            (top, below), (other, bottom) = _fraction(left), _fraction(right)
            return _times(top, bottom), _times(below, other)
        case Power(base, exponent) if (power := rational(exponent)) is not None and power < 0:
            return ONE, Power(base, Number(-power.numerator, power.denominator))
        case _:
            return node, ONE


def _times(*factors: Node) -> Node:
    kept = tuple(factor for factor in factors if factor != ONE)
    return product_of(kept)


def miss(ours: Sides, theirs: Sides, setting: Setting) -> str:
    """A rational point of the first equation that is not on the second, in words; "" if none is found at once."""
    key, answer = _difference(ours), _difference(theirs)
    for solved in reversed(setting.variables):
        others = [name for name in setting.variables if name != solved]
        for value in _VALUES:
            point = _on(key, solved, {name: Fraction(value + place) for place, name in enumerate(others)})
            if point is not None and rational(substitute(answer, nodes_of(point.items()))) not in (None, 0):
                return ", ".join(f"{name} = {point[name]}" for name in setting.variables).replace("-", "−")
    return ""


def _on(key: Node, solved: str, others: dict[str, Fraction]) -> dict[str, Fraction] | None:
    """The point with these coordinates at which `key`, taken as linear in `solved`, is zero; None if it is not."""
    at_zero = rational(substitute(key, nodes_of({**others, solved: Fraction(0)}.items())))
    at_one = rational(substitute(key, nodes_of({**others, solved: Fraction(1)}.items())))
    if at_zero is None or at_one is None or at_zero == at_one:
        return None
    point = {**others, solved: at_zero / (at_zero - at_one)}
    return point if rational(substitute(key, nodes_of(point.items()))) == 0 else None
