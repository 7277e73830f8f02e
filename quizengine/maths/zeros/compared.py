"""Two equations side by side, in one ring."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quizengine.maths.same import Domain
from quizengine.maths.tree import Name, Node
from quizengine.maths.zeros.branches import Sides, Solutions, solutions
from quizengine.maths.zeros.covering import covered, meets
from quizengine.maths.zeros.ring import Condition, Finer, Ring, TooHard, number
from quizengine.maths.zeros.values import value

_ANEW = 4  # how often exponentials are taken in smaller parts


@dataclass(frozen=True, slots=True)
class Proof:
    """What is proven of two equations, ours and theirs.

    same: they have the same solutions. defined: theirs has a value wherever ours holds, and ours where theirs does.
    everywhere: theirs holds wherever it has a value. ours, theirs: trees whose zeros are the solutions of each, where
    both sides have a value. gaps: the parts of theirs with what they must not be, such as (x, "= 0").
    """

    same: bool = False
    defined: bool = False
    everywhere: bool = False
    ours: tuple[Node, ...] = ()
    theirs: tuple[Node, ...] = ()
    gaps: tuple[tuple[Node, str, Node], ...] = ()


_LOST = {">": "≤ 0", "≥": "< 0", "≠": "= 0"}


def compared(ours: Sides, theirs: Sides, domain: Domain) -> Proof:
    """What is proven of two equations; never raises."""
    parts: dict[object, int] = {}
    for _ in range(_ANEW):
        ring = Ring(domain, parts)
        try:
            return _compared(ring, ours, theirs, domain)
        except Finer:
            continue
        except (TooHard, RecursionError):
            break
    return Proof()


def _compared(ring: Ring, ours: Sides, theirs: Sides, domain: Domain) -> Proof:
    key = _within(ring, solutions(ring, ours), domain)
    answer = _within(ring, solutions(ring, theirs, [branch.factor for branch in key.branches]), domain)
    if answer.everywhere or key.everywhere:
        return Proof(everywhere=answer.everywhere)
    ring.work = max(ring.work, 0)
    same = covered(ring, key, answer) and covered(ring, answer, key)
    defined = same or (
        all(meets(ring, branch, answer.conditions) for branch in key.branches)
        and all(meets(ring, branch, key.conditions) for branch in answer.branches)
    )
    return Proof(same, defined, False, *_trees(ring, key, answer), _gaps(ring, answer))


def _trees(ring: Ring, *both: Solutions) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    first, second = (tuple(ring.tree(branch.factor) for branch in one.branches) for one in both)
    return first, second


def _gaps(ring: Ring, found: Solutions) -> tuple[tuple[Node, str, Node], ...]:
    return tuple((one.of, _LOST[one.comparison], ring.tree(one.poly)) for one in found.conditions if one.of is not None)


def _within(ring: Ring, found: Solutions, domain: Domain) -> Solutions:
    """The solutions in the domain: what it says of each variable is known of all of them."""
    known = []
    for stands in ring.stands:
        if stands.kind != "name":
            continue
        poly = value(ring, Name(stands.function)).top
        low, high = domain.range(stands.function)
        known += [Condition(">", poly - number(low))] if low is not None else []
        known += [Condition(">", number(high) - poly)] if high is not None else []
    branches = tuple(replace(one, known=(*one.known, *known)) for one in found.branches)
    return replace(found, branches=branches)
