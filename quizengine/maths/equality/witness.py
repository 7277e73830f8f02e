"""The "no" and the point that is shown with it: one that a person likes, at which both values can be told."""

from __future__ import annotations

from collections.abc import Iterator

from quizengine.maths.equality.at_point import LADDER, Found, at
from quizengine.maths.equality.decision import Decision, Reason, WitnessPoint
from quizengine.maths.equality.domain import Coordinates
from quizengine.maths.equality.prepared import Prepared
from quizengine.maths.equality.witness_points import easily_read, points_near, witness_points
from quizengine.maths.tree import Node

UNDEFINED = "undefined"


def refusal(key: Prepared, answer: Node, place: Coordinates, found: Found) -> Decision:
    """Return a "no" with a witness: `place`, which proves it, or a point that a person likes better.

    Without a witness if none is found at which the two values show what is wrong.
    """
    reason: Reason = "undefined" if found is Found.GAP else "differs"
    first = WitnessPoint(place, answer, key.node)
    if easily_read(first.point) and _shows(first, found):
        return Decision(False, "proven", reason, first)
    better = next((other for other in _others(key, answer, place, found) if _shows(other, found)), None)
    return Decision(False, "proven", reason, better or (first if _shows(first, found) else None))


def _others(key: Prepared, answer: Node, place: Coordinates, found: Found) -> Iterator[WitnessPoint]:
    for other in (*witness_points(key.variables, key.domain), *points_near(place, key.domain)):
        if at(key.node, answer, other, LADDER[1]) is found:
            yield WitnessPoint(other, answer, key.node)


def _shows(witness: WitnessPoint, found: Found) -> bool:
    """Are both values numbers that differ, or the answer's undefined and the key's not?

    A gap is proven on an open set; at a point in it the answer may have a value by chance, as (-3)^(xy) has at x = 1,
    y = 2. A difference of two balls is one of numbers, and needs no second look.
    """
    if found is not Found.GAP:
        return True
    theirs, ours = witness.told()
    return theirs == UNDEFINED != ours
