"""Do the steps arrive at the answer, and does the last of them end with it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.answers.giveaway import SHORT, holds, pieces_shown
from quizengine.check.question_fault import QuestionFault
from quizengine.check.worked_steps.chain import formulas
from quizengine.maths.print import show_prose

if TYPE_CHECKING:
    from quizengine.draw import Question, WorkedStep

#: where a number is not a piece of a longer one
_WHOLE = r"(?<![\w.−]){}(?!\w|\.\d)"


def not_arriving(question: Question, number: int) -> Iterator[QuestionFault]:
    """Yield that the steps of part `number` (from 0) never come to its answer, or go on behind it.

    Each number and formula of an answer may stand in a step of its own; an answer in words is arrived at anyhow.
    """
    part = question.parts[number]
    drawn = question.item.kind == "family"
    names = [name for name in part.key.giveaways() if drawn or len(name) >= SHORT]
    pieces = pieces_shown(part.key)
    if not names or not part.steps or not pieces:
        return
    whole = part.key.shown_forms()
    where = ("parts", number, "help", "steps")
    if not any(holds(step.says, whole) for step in part.steps) and not all(
        any(shows(step, forms) for step in part.steps) for forms in pieces
    ):
        yield QuestionFault(where, "no step arrives at the answer", "telling", names[0])
        return
    last = next((place for place in reversed(range(len(part.steps))) if any(formulas(part.steps[place].says))), None)
    if last is None or holds((step := part.steps[last]).says, whole) or any(shows(step, forms) for forms in pieces):
        return
    message = "the last step with a formula does not end with the answer; put what comes behind it before it"
    yield QuestionFault((*where, last, "says"), message, "telling", names[0])


def shows(step: WorkedStep, forms: frozenset[str]) -> bool:
    """Return whether a step shows one of these texts as a whole."""
    text = show_prose(step.says, "text")
    return any(re.search(_WHOLE.format(re.escape(form)), text) for form in forms)
