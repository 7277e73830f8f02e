"""Generic mistakes in a list of iterates."""

from __future__ import annotations

from collections.abc import Sequence

from quizengine.answers.comparison.sample_values import all_samples
from quizengine.answers.generic_mistakes.expected_value import Target
from quizengine.answers.generic_mistakes.proof import all_equal
from quizengine.answers.generic_mistakes.vector import of_list
from quizengine.answers.key import Diagnosis
from quizengine.maths.tree import Node

Iterates = Sequence[tuple[Node, ...]]
_ENOUGH = 2  # numbers that must agree before a list counts as moved by one


def of_sequence(target: Target, iterates: Iterates, answers: Iterates) -> Diagnosis | None:
    """Return the mistake that the iterates `answers` provably show; each iterate is the tuple of its components.

    `target` has all components in one row.
    """
    if len(answers) == len(iterates) + 1 and _agree(iterates, answers[1:], target):
        return Diagnosis("off-by-one", "You count the start as the first iterate; leave it out")
    sizes = [len(one) for one in iterates]
    if [len(one) for one in answers] != sizes:
        return None
    if _agree(iterates[::-1], answers, target):
        return Diagnosis("order-reversed", "These are the right iterates back to front")
    apart = not any(_agree([mine], [yours], target) for mine, yours in zip(iterates, answers, strict=True))
    if apart and sum(sizes[1:]) >= _ENOUGH:
        if _agree(iterates[:-1], answers[1:], target):
            return Diagnosis("off-by-one", "Your list is one step late: the first entry comes before the first iterate")
        if _agree(iterates[1:], answers[:-1], target):
            return Diagnosis("off-by-one", "Your list is one step early: the first iterate is missing")
    return of_list(target, all_samples(_flat(answers), target.constraints))


def _agree(iterates: Iterates, answers: Iterates, target: Target) -> bool:
    return all_equal(
        all_samples(_flat(iterates), target.constraints),
        all_samples(_flat(answers), target.constraints),
        target.constraints,
    )


def _flat(iterates: Iterates) -> tuple[Node, ...]:
    return tuple(part for iterate in iterates for part in iterate)
