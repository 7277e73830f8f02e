"""Was the point not put in, or another one?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import permutations

from quizengine.answers.comparison.sample_values import Samples, beside
from quizengine.answers.comparison.scalar import ZERO
from quizengine.answers.constraints import Constraints
from quizengine.answers.generic_mistakes.expected_value import Target
from quizengine.answers.generic_mistakes.proof import all_equal, opposite, replaced
from quizengine.answers.key import Diagnosis
from quizengine.maths.tree import Itself, Node, substitute

_MOST = 3  # coordinates whose permutations are tried


def not_evaluated(target: Target, answers: tuple[Samples, ...]) -> Diagnosis | None:
    """ "not-evaluated" where the answer is the general form of the key, before the point was put in."""
    if not any(answer.names for answer in answers) or not all_equal(target.general, answers, target.constraints):
        return None
    point = _shown(dict(target.place.at), target.constraints) or "the point"
    return Diagnosis("not-evaluated", f"The formula is right; now put in {point}")


def at_another_point(target: Target, answers: tuple[Samples, ...]) -> Diagnosis | None:
    """ "wrong-point" where the answer is the value at a point that is easily taken for the right one."""
    if len(target.general) != len(answers) or any(answer.names for answer in answers):
        return None
    if all(answer.node == ZERO for answer in answers):
        return None  # zero is the value at too many points to say which
    point = tuple((name, Itself(value)) for name, value in target.place.at)
    for other, expected in _elsewhere(target.general, point):
        if all_equal(expected, answers, target.constraints):
            there, here = _shown(other, target.constraints), _shown(dict(target.place.at), target.constraints)
            said = f"This is the value at {there}; the point is {here}"
            return Diagnosis("wrong-point", said)
    return None


@lru_cache(maxsize=256)
def _elsewhere(
    general: tuple[Samples, ...], point: tuple[tuple[str, Itself], ...]
) -> tuple[tuple[dict[str, Node], tuple[Samples, ...]], ...]:
    """Points that are easily taken for `point`, each with the components there."""
    others = _others({name: value.node for name, value in point})
    return tuple((other, tuple(beside(one, substitute(one.node, other)) for one in general)) for other in others)


def _others(point: dict[str, Node]) -> Iterator[dict[str, Node]]:
    """Points that are easily taken for `point`: coordinates permuted, signs changed, the origin."""
    names, values = tuple(point), tuple(point.values())
    seen = {values}
    candidates: list[tuple[Node, ...]] = []
    if 1 < len(values) <= _MOST:
        candidates += permutations(values)
    for place, value in enumerate(values):
        candidates.append(replaced(values, place, opposite(value)))
    candidates += [tuple(opposite(value) for value in values), (ZERO,) * len(values)]
    for candidate in candidates:
        if candidate not in seen:
            seen.add(candidate)
            yield dict(zip(names, candidate, strict=True))


def _shown(point: dict[str, Node], constraints: Constraints) -> str:
    from quizengine.maths.print import show

    return ", ".join(f"{name} = {show(constraints.shown(value), 'text')}" for name, value in point.items())
