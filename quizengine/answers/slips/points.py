"""Was the point not put in, or another one?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from quizengine.answers.base import Slip
from quizengine.answers.slips.proof import all_equal, negative
from quizengine.answers.slips.target import Target
from quizengine.maths.tree import Node, Number, Vector, substitute, variables

ZERO = Number(0)
_MOST = 3  # coordinates whose permutations are tried


def at_another_point(target: Target, answers: tuple[Node, ...]) -> Slip | None:
    """ "not-evaluated" or "wrong-point", where the target knows its general form and its point."""
    general = _general(target)
    if general is None or len(general) != len(answers):
        return None
    point = dict(target.place.at)
    if any(variables(answer) for answer in answers):
        if not all_equal(general, answers, target.setting):
            return None
        todo = f"put in {_shown(point)}" if point else "put in the point"
        return Slip("not-evaluated", f"The formula is right; now {todo}")
    nothing = all(answer == ZERO for answer in answers)  # zero is the value at too many points to say which
    for other in () if nothing else _others(point):
        moved = tuple(substitute(item, other) for item in general)
        if all_equal(moved, answers, target.setting):
            return Slip("wrong-point", f"This is the value at {_shown(other)}; the point is {_shown(point)}")
    return None


def _general(target: Target) -> tuple[Node, ...] | None:
    general = target.place.general
    if isinstance(general, Vector):
        return general.items
    return None if general is None else (general,)


def _others(point: dict[str, Node]) -> Iterator[dict[str, Node]]:
    """Points that are easily taken for `point`: coordinates permuted, signs changed, the origin."""
    names, values = tuple(point), tuple(point.values())
    seen = {values}
    candidates: list[tuple[Node, ...]] = []
    if 1 < len(values) <= _MOST:
        candidates += permutations(values)
    for place, value in enumerate(values):
        candidates.append((*values[:place], negative(value), *values[place + 1 :]))
    candidates += [tuple(negative(value) for value in values), (ZERO,) * len(values)]
    for candidate in candidates:
        if candidate not in seen:
            seen.add(candidate)
            yield dict(zip(names, candidate, strict=True))


def _shown(point: dict[str, Node]) -> str:
    from quizengine.maths.show import show

    return ", ".join(f"{name} = {show(value, 'text')}" for name, value in point.items())
