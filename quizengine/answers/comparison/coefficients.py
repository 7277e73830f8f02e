"""Formulas with decimals in them: 0.333x for x/3. Are they near enough, and if not, is it only the rounding?

Each decimal is moved to the ends of what rounds to it; the key must lie between the values that come out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import product

from quizengine.answers.comparison.decimals import (
    HALF,
    RoundingFault,
    decimals_in,
    fault_of_number,
    literal,
    literal_of,
    near,
)
from quizengine.answers.comparison.values_at_points import nodes_of, sample, signed, value_at
from quizengine.answers.constraints import Accuracy, Constraints
from quizengine.maths.equality import close
from quizengine.maths.equality.domain import POINTS, Coordinates
from quizengine.maths.tree import Node, Number, children, rebuild, substitute, variables

_POINTS = 8  # at which a formula with rounded coefficients is compared
_SCALES = tuple(sign * Fraction(10) ** power for power in (-40, -16, -9, -4, 4, 9, 16, 40) for sign in (1, -1))
_MOST = 3  # rounded coefficients in one formula


def within(key: Node, answer: Node, constraints: Constraints) -> bool:
    """Is `answer`, a number or a formula, right to the accuracy that the item asks, though it is not exactly `key`?"""
    if not variables(key) and not variables(answer):
        return near(key, answer, constraints.accuracy)
    if not constraints.accuracy.digits and _near_everywhere(key, answer, constraints):
        return True
    return near_enough(key, answer, typed_anew(key, answer), constraints)


def fault(key: Node, answer: Node, constraints: Constraints) -> RoundingFault | None:
    """Reason and message if `answer` differs from `key` by the rounding of its decimals only."""
    if not variables(key) and literal(answer) is not None:
        return fault_of_number(key, answer, constraints.accuracy)
    told = fault_of_coefficients(key, answer, typed_anew(key, answer), constraints)
    if told is None and not variables(key) and not variables(answer):
        return fault_of_number(key, answer, constraints.accuracy)
    return told


def typed_anew(key: Node, answer: Node) -> tuple[Number, ...]:
    """Return the decimals in `answer` that are not in `key`."""
    typed = decimals_in(answer)
    known = decimals_in(key) if typed else ()
    return tuple(part for part in typed if part not in known)


def near_enough(key: Node, answer: Node, rounded: Sequence[Number], constraints: Constraints) -> bool:
    """Return whether `answer` becomes `key` when its decimals `rounded` are moved by no more than the item allows."""
    accuracy = constraints.accuracy
    if any(literal_of(part.typed).figures < accuracy.digits for part in rounded):
        return False
    if accuracy.digits:
        return _reaches(key, answer, rounded, constraints, lambda part: HALF * _unit(part, accuracy))
    # The share is one of the right coefficient, which the typed one may fall short of: 0.333 is within 0.1 % of 1/3.
    share = accuracy.relative / (1 - accuracy.relative) if accuracy.relative < 1 else accuracy.relative
    return _reaches(key, answer, rounded, constraints, lambda part: max(accuracy.absolute, share * abs(_value(part))))


def fault_of_coefficients(
    key: Node, answer: Node, rounded: Sequence[Number], constraints: Constraints
) -> RoundingFault | None:
    """Return the fault, if `answer` differs from `key` by the rounding of the decimals `rounded` in it only."""
    if not rounded:
        return None
    wanted = _wanted(answer, constraints.accuracy)
    if _reaches(key, answer, rounded, constraints, lambda part: HALF * _unit(part, constraints.accuracy)):
        shown = ", ".join(part.typed for part in rounded)
        verb = "is a rounded number" if len(rounded) == 1 else "are rounded numbers"
        return "too-few-digits", f"{shown} {verb}; {wanted}"
    if len(rounded) == 1 and _off_by_one(key, answer, rounded[0], constraints):
        return "rounded-wrongly", f"{rounded[0].typed} is near, but rounded wrongly in the last place; {wanted}"
    return None


def _wanted(answer: Node, accuracy: Accuracy) -> str:
    if accuracy.exact and variables(answer):
        return "write the exact coefficient, such as a fraction or a root"
    return accuracy.wanted()


def _off_by_one(key: Node, answer: Node, part: Number, constraints: Constraints) -> bool:
    """Is one and the same number right in the place of `part` everywhere, less than a unit off and with more places?"""
    unit = _unit(part, constraints.accuracy)
    if literal_of(part.typed).figures < 2:
        return False
    up = _replaced(answer, {part: _moved(part, unit)})
    down = _replaced(answer, {part: _moved(part, -unit)})
    steps = []
    for point in sample(constraints, _POINTS):
        ours, theirs, above, below = (value_at(node, point) for node in (key, answer, up, down))
        if ours is None or theirs is None or above is None or below is None:
            continue
        if not (above - theirs).overlaps(theirs - below):
            return False  # the decimal does not stand as a factor
        if signed(above - theirs):
            steps.append((ours - theirs) / (above - theirs))
    same_everywhere = len(steps) > 1 and all(step.overlaps(steps[0]) for step in steps)
    return same_everywhere and bool(abs(steps[0]) < 1) and not steps[0].is_zero()


def _reaches(
    key: Node, answer: Node, rounded: Sequence[Number], constraints: Constraints, shift: Callable[[Number], Fraction]
) -> bool:
    """Does the key lie between the values of `answer` with decimals moved by their `shift`, wherever it is tried?"""
    if not 0 < len(rounded) <= _MOST:
        return False
    corners = []
    for signs in product((-1, 1), repeat=len(rounded)):
        ends = {part: _moved(part, sign * shift(part)) for part, sign in zip(rounded, signs, strict=True)}
        corners.append(_replaced(answer, ends))
    told = [_between(key, corners, point) for point in sample(constraints, _POINTS)]
    known = [found for found in told if found is not None]
    return all(known) and 2 * len(known) >= len(told)


def _between(key: Node, corners: list[Node], point: Coordinates) -> bool | None:
    ours = value_at(key, point)
    theirs = [value for corner in corners if (value := value_at(corner, point)) is not None]
    if ours is None or len(theirs) < len(corners):
        return None
    return any(not other > ours for other in theirs) and any(not other < ours for other in theirs)


def _value(part: Number) -> Fraction:
    return Fraction(part.numerator, part.denominator)


def _unit(part: Number, accuracy: Accuracy) -> Fraction:
    """One unit of a decimal's last place, or of the last place that the item asks where that is coarser."""
    typed = literal_of(part.typed)
    spare = max(0, typed.figures - accuracy.digits) if accuracy.digits else 0
    return typed.unit * Fraction(10) ** spare


def _moved(part: Number, by: Fraction) -> Number:
    moved = _value(part) + by
    return Number(moved.numerator, moved.denominator)


def _replaced(node: Node, ends: Mapping[Number, Number]) -> Node:
    if isinstance(node, Number):
        return ends.get(node, node)
    below = children(node)
    return rebuild(node, tuple(_replaced(part, ends) for part in below)) if below else node


def _near_everywhere(key: Node, answer: Node, constraints: Constraints) -> bool:
    """Are two functions within the tolerance at every point tried, also far out and close to zero?"""
    accuracy = constraints.accuracy
    tried = 0
    for point in _all_over(constraints):
        ours, theirs = substitute(key, nodes_of(point)), substitute(answer, nodes_of(point))
        if value_at(ours) is None:
            continue
        tried += 1
        if close(ours, theirs, accuracy.relative, accuracy.absolute) is not True:
            return False
    return tried > 0


@lru_cache(maxsize=256)
def _all_over(constraints: Constraints) -> tuple[Coordinates, ...]:
    """The usual points, and the first of them moved out and in, where a term that does not belong outgrows the rest."""
    usual = sample(constraints, POINTS)
    moved = [tuple((name, x * scale) for name, x in usual[0]) for scale in _SCALES]
    return (*usual, *(point for point in moved if all(constraints.domain.holds(name, x) for name, x in point)))
