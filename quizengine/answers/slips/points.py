"""Was the point not put in, or another one?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from quizengine.answers.base import Slip
from quizengine.answers.deciding.scalar import ZERO
from quizengine.answers.slips.proof import all_equal, negative, replaced
from quizengine.answers.slips.target import Target
from quizengine.maths.tree import Node, Vector, substitute, variables

_MOST = 3  # coordinates whose permutations are tried


def not_evaluated(target: Target, answers: tuple[Node, ...]) -> Slip | None:
    """ "not-evaluated" where the answer is the general form of the key, before the point was put in."""
    general = _general(target)
    if not any(variables(answer) for answer in answers) or not all_equal(general, answers, target.setting):
        return None
    point = dict(target.place.at)
    return Slip("not-evaluated", f"The formula is right; now put in {_shown(point) if point else 'the point'}")


def at_another_point(target: Target, answers: tuple[Node, ...]) -> Slip | None:
    """ "wrong-point" where the answer is the value at a point that is easily taken for the right one."""
    general = _general(target)
    if len(general) != len(answers) or any(variables(answer) for answer in answers):
        return None
    if all(answer == ZERO for answer in answers):
        return None  # zero is the value at too many points to say which
    point = dict(target.place.at)
    for other in _others(point):
        if all_equal(tuple(substitute(item, other) for item in general), answers, target.setting):
            return Slip("wrong-point", f"This is the value at {_shown(other)}; the point is {_shown(point)}")
    return None


def _general(target: Target) -> tuple[Node, ...]:
    general = target.place.general
    return () if general is None else tuple(_entries(general))


def _entries(node: Node) -> Iterator[Node]:
    if not isinstance(node, Vector):
        yield node
        return
    for item in node.items:
        yield from _entries(item)


def _others(point: dict[str, Node]) -> Iterator[dict[str, Node]]:
    """Points that are easily taken for `point`: coordinates permuted, signs changed, the origin."""
    names, values = tuple(point), tuple(point.values())
    seen = {values}
    candidates: list[tuple[Node, ...]] = []
    if 1 < len(values) <= _MOST:
        candidates += permutations(values)
    for place, value in enumerate(values):
        candidates.append(replaced(values, place, negative(value)))
    candidates += [tuple(negative(value) for value in values), (ZERO,) * len(values)]
    for candidate in candidates:
        if candidate not in seen:
            seen.add(candidate)
            yield dict(zip(names, candidate, strict=True))


def _shown(point: dict[str, Node]) -> str:
    from quizengine.maths.show import show

    return ", ".join(f"{name} = {show(value, 'text')}" for name, value in point.items())
