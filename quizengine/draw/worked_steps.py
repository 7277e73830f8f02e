"""The worked steps of a part: their texts filled, and the keys of those that can be asked by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizengine.draw.failures import ItemError, at
from quizengine.draw.options import choices_differ, few_enough, offer
from quizengine.draw.question import WorkedStep
from quizengine.maths.language.fill_in import prose_of
from quizengine.seeded import Chance

if TYPE_CHECKING:
    from quizengine.item.faults import Where
    from quizengine.item.help import WrittenStep
    from quizengine.maths.language import Workspace


def draw_steps(
    written: Sequence[WrittenStep], where: Where, workspace: Workspace, chance: Chance
) -> tuple[WorkedStep, ...]:
    """Return the steps that stand at `where`; raises ItemError, and RequirementFailed where two options of a step
    are the same.
    """
    return tuple(
        _draw_step(step, (*where, place), workspace, chance.below("step", *where, place))
        for place, step in enumerate(written)
    )


def _draw_step(written: WrittenStep, where: Where, workspace: Workspace, chance: Chance) -> WorkedStep:
    with at(*where, "says"):
        says = prose_of(workspace, written.says)
    if written.asks is None or written.answer is None:
        return WorkedStep(says, written.marks)
    with at(*where, "asks"):
        asks = prose_of(workspace, written.asks)
    with at(*where, "answer", written.answer.kind):
        before = written.answer.draw(workspace)
        key, _ = offer(before, (), chance)
    if len(key.options) == 1:
        raise ItemError((*where, "answer"), "there is nothing to choose from; write options = ['…', '…']")
    few_enough(key, where)
    choices_differ(before, key, (), (), where)
    return WorkedStep(says, written.marks, asks, key)
