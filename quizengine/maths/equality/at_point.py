"""Two expressions at one point: do their balls prove a difference?

Sound because a ball encloses the true value: two that are disjoint are two values, and what holds on a box around
the point, where an expression may jump or lack a value, holds on an open set.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from fractions import Fraction

from flint import arb, fmpq

from quizengine.maths.budget import spend_on_trees
from quizengine.maths.equality.domain import Coordinates
from quizengine.maths.evaluate import Ball, Undefined, Unsure, ball, precision
from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.tree import Node, functions, has_real_power

_EVALUATION = 12  # work
LADDER = (64, 256, 1_152)  # bits; the first decides nearly everything
_UNSTEADY = frozenset(name for name, row in FUNCTIONS.items() if not row.steady)


class Found(Enum):
    """What a point tells."""

    DIFFERENT = "both are defined and provably different on a neighbourhood"
    AGREE = "both are defined and agree as far as the precision goes"
    GAP = "the answer is undefined on an open set where the key is defined"
    NOTHING = "the point tells nothing"


def place(point: Coordinates, bits: int) -> Mapping[str, Ball]:
    """Return the point as balls that hold it, at `bits` bits."""
    with precision(bits):
        return {name: exact_ball(value) for name, value in point}


def box(point: Coordinates, width: Fraction) -> Mapping[str, Ball]:
    """Return the point as balls of half-width `width`, at the precision in force."""
    return {name: arb(exact_ball(value), exact_ball(width)) for name, value in point}


def exact_ball(value: Fraction) -> Ball:
    """Return the ball of a rational, at the precision in force."""
    return arb(fmpq(value.numerator, value.denominator))


class NoBall(Enum):
    """Why there is no ball."""

    UNDEFINED = "provably no value"
    UNSURE = "this precision cannot tell"


Value = Ball | NoBall


def evaluate(node: Node, point: Mapping[str, Ball]) -> Value:
    """Return the ball of `node`, or why there is none."""
    spend_on_trees(_EVALUATION)
    try:
        return ball(node, point)
    except Undefined:
        return NoBall.UNDEFINED
    except Unsure:
        return NoBall.UNSURE


def at(key: Node, answer: Node, point: Coordinates, bits: int) -> Found:
    """Return what `point` tells at `bits` bits."""
    where = place(point, bits)
    with precision(bits):
        ours = evaluate(key, where)
    return Found.NOTHING if isinstance(ours, NoBall) else beside(ours, key, answer, point, where, bits)


def beside(ours: Ball, key: Node, answer: Node, point: Coordinates, where: Mapping[str, Ball], bits: int) -> Found:
    """Return what `point` tells, of which the balls and the value of the key at `bits` bits are known."""
    with precision(bits):
        theirs = evaluate(answer, where)
        if theirs is NoBall.UNDEFINED:
            return Found.GAP if _on_a_box(_is_gap, key, answer, point, bits) else Found.NOTHING
        if isinstance(theirs, NoBall):
            return Found.NOTHING
        if ours.overlaps(theirs):
            # On the first rung only a difference is of use.
            return Found.AGREE if bits > LADDER[0] and _tight(ours - theirs, ours, bits) else Found.NOTHING
        if _is_broken(key) or _is_broken(answer):
            return Found.DIFFERENT if _on_a_box(_are_apart, key, answer, point, bits) else Found.NOTHING
        return Found.DIFFERENT


def _tight(difference: Ball, value: Ball, bits: int) -> bool:
    """Are the two known to half of the bits, counted after the point?"""
    return bool(abs(value) < arb(2) ** (bits // 4)) and bool(abs(difference) < arb(2) ** (-bits // 2))


def _is_broken(node: Node) -> bool:
    """May it jump, or have a value at a point and none around it?"""
    return has_real_power(node) or not _UNSTEADY.isdisjoint(functions(node))


def _widths(bits: int) -> tuple[Fraction, Fraction]:
    """Half-widths of the boxes around a point: a wide one that sees gaps, a narrow one that sees small differences.

    The narrow one is far above the rounding at `bits` bits, and far below what a difference of use would be.
    """
    return Fraction(1, 2**10), Fraction(1, 2 ** (5 * bits // 8))


def _on_a_box(told: Callable[[Value, Value], bool], key: Node, answer: Node, point: Coordinates, bits: int) -> bool:
    """Is it told of key and answer on a whole box around the point, not only at the point itself?"""
    boxes = (box(point, width) for width in _widths(bits))
    return not point or any(told(evaluate(key, around), evaluate(answer, around)) for around in boxes)


def _is_gap(ours: Value, theirs: Value) -> bool:
    return theirs is NoBall.UNDEFINED and not isinstance(ours, NoBall)


def _are_apart(ours: Value, theirs: Value) -> bool:
    return not isinstance(ours, NoBall) and not isinstance(theirs, NoBall) and not ours.overlaps(theirs)


def has_value(node: Node, point: Coordinates) -> bool:
    """Return whether `node` has provably a value everywhere on a small box around `point`."""
    return not isinstance(_around(node, point), NoBall)


def has_no_value(node: Node, point: Coordinates) -> bool:
    """Return whether `node` has provably no value on an open set around `point`."""
    return _around(node, point) is NoBall.UNDEFINED


def _around(node: Node, point: Coordinates) -> Value:
    bits = LADDER[1]
    with precision(bits):
        return evaluate(node, box(point, _widths(bits)[1]))


def valued_at(node: Node, point: Coordinates) -> bool | None:
    """Return whether `node` has a value at this point. None if it cannot be told."""
    for bits in LADDER:
        with precision(bits):
            found = evaluate(node, place(point, bits))
        if found is not NoBall.UNSURE:
            return found is not NoBall.UNDEFINED
    return None
