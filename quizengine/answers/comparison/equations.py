"""Are two equations one, up to a constant factor and denominators, and up to the rounding of decimals?"""

from __future__ import annotations

from quizengine.answers.comparison.coefficients import fault_of_coefficients, near_enough, typed_anew
from quizengine.answers.comparison.scalar import STRENGTH, ZERO, ScalarFinding
from quizengine.answers.comparison.values_at_points import nodes_of, sample, signed, value_at
from quizengine.answers.constraints import Constraints
from quizengine.answers.verdict import Evidence
from quizengine.maths.equality import same
from quizengine.maths.equality.domain import Coordinates
from quizengine.maths.evaluate import rational
from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.tree import (
    Call,
    Constant,
    Name,
    Negative,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    product_of,
    substitute,
    variables,
    walk,
)

Sides = tuple[Node, Node]
Fact = tuple[bool | None, Evidence | None]

ONE = Number(1)
_POINTS = 8


def decide(ours: Sides, theirs: Sides, constraints: Constraints) -> Fact:
    """Return whether the second equation is the first times a constant, or worked out for another variable, wherever
    both have values.

    True, False or None for undecided, with its evidence.
    """
    cleared = _proportional(numerator(difference(ours)), numerator(difference(theirs)), constraints)
    if not cleared[0] and (here := _on(ours, theirs, constraints)) and (there := _on(theirs, ours, constraints)):
        return True, max(here, there, key=STRENGTH.index)
    return cleared


def total(sides: Sides) -> bool:
    """Return whether each side has a value everywhere, as its form shows."""
    return all(_total(part) for side in sides for part in walk(side))


def _total(node: Node) -> bool:
    match node:
        case Quotient(_, bottom):
            return bool(rational(bottom))
        case Power(_, exponent):
            power = rational(exponent)
            return power is not None and power >= 0 and power.denominator % 2 == 1
        case Call(function):
            return FUNCTIONS[function].total
    return not isinstance(node, Constant) or node.name != "infinity"


def _on(first: Sides, second: Sides, constraints: Constraints) -> Evidence | None:
    """The evidence that all points of the first, worked out for a variable as y = ln x is, solve the second."""
    for side, other in (first, first[::-1]):
        if isinstance(side, Name) and side.name not in variables(other):
            missed = substitute(difference(second), {side.name: other})
            nothing = difference((other, other))  # zero, and defined where the first has a point
            told = same(nothing, missed, constraints.variables, constraints.domain)
            return told.evidence if told.equal else None
    return None


def rounding(ours: Sides, theirs: Sides, constraints: Constraints) -> ScalarFinding | None:
    """Return what is found where the second equation is the first but for rounded decimals; None where it is not."""
    key, answer = difference(ours), difference(theirs)
    rounded = typed_anew(key, answer)
    there = next((point for point in sample(constraints, _POINTS) if _has_sign(key, point)), None)
    if not rounded or there is None:
        return None
    at = nodes_of(there)
    gap = difference((Product((answer, substitute(key, at))), Product((key, substitute(answer, at)))))
    if not constraints.accuracy.exact and near_enough(ZERO, gap, rounded, constraints):
        return ScalarFinding(True, "numerical")
    told = fault_of_coefficients(ZERO, gap, rounded, constraints)
    return None if told is None else ScalarFinding(False, "proven", *told)


def _has_sign(node: Node, point: Coordinates) -> bool:
    value = value_at(node, point)
    return value is not None and signed(value) != 0


def difference(sides: Sides) -> Node:
    """Left less right: zero where the equation holds."""
    return Sum((sides[0], Negative(sides[1])))


def _proportional(key: Node, answer: Node, constraints: Constraints) -> Fact:
    for point in sample(constraints, _POINTS):
        ours, theirs = value_at(key, point), value_at(answer, point)
        if ours is None or theirs is None or not signed(ours):
            continue
        if not signed(theirs):
            return (False, "proven") if theirs.is_zero() else (None, None)
        there = nodes_of(point)
        left = Product((answer, substitute(key, there)))
        right = Product((key, substitute(answer, there)))
        told = same(right, left, constraints.variables, constraints.domain)
        return told.equal, told.evidence
    return None, None


def numerator(node: Node) -> Node:
    """Return what stands above the line when `node` is brought over one denominator: not zero where `node` has
    no zero.
    """
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
                    top, bottom = Sum((multiplied(top, below), multiplied(other, bottom))), multiplied(bottom, below)
            return top, bottom
        case Negative(operand):
            top, bottom = _fraction(operand)
            return Negative(top), bottom
        case Product(factors):
            parts = [_fraction(factor) for factor in factors]
            return multiplied(*(top for top, _ in parts)), multiplied(*(bottom for _, bottom in parts))
        case Quotient(left, right):
            (top, below), (other, bottom) = _fraction(left), _fraction(right)
            return multiplied(top, bottom), multiplied(below, other)
        case Power(base, exponent) if (power := rational(exponent)) is not None and power < 0:
            return ONE, Power(base, Number(-power.numerator, power.denominator))
        case _:
            return node, ONE


def multiplied(*factors: Node) -> Node:
    """Return the product, without factors that are 1."""
    return product_of(tuple(factor for factor in factors if factor != ONE))
