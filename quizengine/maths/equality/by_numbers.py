"""Numbers on every side of every border, where algebra has not told: a "no" with a point, or a "yes" with its bound."""

from __future__ import annotations

from quizengine.maths.equality.at_point import LADDER, Found, at, has_no_value, has_value
from quizengine.maths.equality.borders import Sides, sides
from quizengine.maths.equality.decision import Decision
from quizengine.maths.equality.domain import Coordinates, far_points
from quizengine.maths.equality.hashed_points import hashed_points
from quizengine.maths.equality.precision_bound import bits_deep
from quizengine.maths.equality.prepared import ENOUGH, Prepared
from quizengine.maths.equality.witness import refusal
from quizengine.maths.tree import Node

UNDECIDED = Decision(None, None, "undecided")
_A_SIDE = ENOUGH  # points tried on one side
_MOST_BITS = 16_384
_CONTACT = 16  # the order to which two functions may touch, as sin x and x - x³/6 do to 4, at the depth of a point
_ALL_BITS = 2**16  # at all points together: the deeper the rung, the fewer points are tried on it


def by_numbers(key: Prepared, answer: Node, equal: bool) -> Decision:
    """Return the decision from values alone; `equal`: whether the two are known to be equal wherever both have
    a value.
    """
    if not any(has_value(key.node, place) and has_value(answer, place) for place in key.points_around()):
        return UNDECIDED  # one of the two has no value that can be told, a tower of powers most likely
    around = sides(key.node, answer, key.variables, key.domain)
    groups = [where[:_A_SIDE] for where in around.points.values()]
    found = _differ(key, answer, [place for where in groups for place in where], LADDER[1])
    if found is None and not equal:
        moved = hashed_points((*around.pieces, *(where[0] for where in groups)), key.domain, key.node, answer)
        found = _differ(key, answer, list(moved), LADDER[-1])
    if found is not None:
        return found
    return _defined_on(key, answer, around) if equal else _agree_on(key, answer, around, groups)


def _differ(key: Prepared, answer: Node, places: list[Coordinates], bits: int) -> Decision | None:
    """A "no" if one of the points gives one."""
    for place in places[: _ALL_BITS // bits]:
        found = at(key.node, answer, place, bits)
        if found in (Found.DIFFERENT, Found.GAP):
            return refusal(key, answer, place, found)
    return None


def _defined_on(key: Prepared, answer: Node, around: Sides) -> Decision:
    """The answer equals the key where both have a value: has it one on each side on which the key has one?"""
    told = 0
    for where in around.points.values():
        if any(has_value(key.node, place) for place in where):
            here = sum(has_value(answer, place) for place in where)
            if not here:
                return UNDECIDED
            told += here
    if not told or not around.complete or any(_may_lack(key, answer, place) for place in around.pieces):
        return UNDECIDED
    return Decision(True, "probable", bound=f"equal where defined; defined at {told} points, on every side of a border")


def _may_lack(key: Prepared, answer: Node, place: Coordinates) -> bool:
    """May the key have a value at a point, and the answer none?"""
    return not has_no_value(key.node, place) and not has_value(answer, place)


def _bits(place: Coordinates, key: Node, answer: Node) -> tuple[int, bool]:
    """How exactly to compare at a point, and whether no difference can hide below that."""
    depth = bits_deep(place, key, answer)
    if depth is None or LADDER[-1] + 2 * depth > _MOST_BITS:
        return LADDER[-1], False
    bits = LADDER[-1] + _CONTACT * depth
    return (bits, True) if bits <= _MOST_BITS else (LADDER[-1] + 2 * depth, False)


def _agree_on(key: Prepared, answer: Node, around: Sides, groups: list[tuple[Coordinates, ...]]) -> Decision:
    """Do the two agree on each side on which the key has a value, deeper than a difference can hide there?"""
    agreed: dict[Coordinates, int] = {}  # to how many bits; 0 where that is not deep enough
    left = 2 * _ALL_BITS
    sure = around.complete
    for where in (*groups, *((place,) for place in around.pieces)):
        for place in where:
            if place in agreed or not has_value(key.node, place):
                continue
            bits, deep_enough = _bits(place, key.node, answer)
            left -= bits
            if left < 0:
                return UNDECIDED
            found = at(key.node, answer, place, bits)
            if found in (Found.DIFFERENT, Found.GAP):
                return refusal(key, answer, place, found)
            agreed[place] = bits if found is Found.AGREE and deep_enough else 0
        told = any(agreed.get(place) for place in where)
        sure &= told or all(has_no_value(key.node, place) for place in where)
    far = _differ(key, answer, list(far_points(key.variables, key.domain)), LADDER[1])
    if far is not None:
        return far
    bits_told = [bits for bits in agreed.values() if bits]
    if not sure or len(bits_told) < min(ENOUGH, key.count):
        return UNDECIDED
    return Decision(
        True,
        "numerical",
        bound=f"equal to {min(bits_told) // 2} bits at {len(bits_told)} points, on every side of a border",
    )
