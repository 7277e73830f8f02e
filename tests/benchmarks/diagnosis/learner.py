"""What a simulated learner types."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from unittest.mock import patch

from benchmarks.diagnosis.misconceptions import Misconception, components

from quizengine.answers import judge
from quizengine.draw import Part, Question
from quizengine.draw.evaluation_order import evaluation_order, work_out
from quizengine.draw.failures import ItemError, RequirementFailed
from quizengine.errors import CannotCompute, Unreadable
from quizengine.maths.language import Workspace, evaluating

SLIP = 0.1  # of all answers, whatever the learner knows
PICKED = ("choice", "choices", "statement", "order", "matching", "words")


def answer_of(part: Part, wrong: str | None, chance: Random) -> str:
    """Return what a learner types for a part: mostly `wrong`, to which a misconception leads, where there is that."""
    return slip(part, chance) if chance.random() < SLIP else wrong or part.key.plain()


def misworked(question: Question, index: int, held: Misconception) -> str | None:
    """Return the wrong answer to which a misconception leads; None where it makes no difference."""
    part, written = question.parts[index], question.item.body.parts[index]
    if part.key.kind in PICKED:
        return None
    texts: list[str | None] = []
    try:
        with patch.dict(evaluating.PLAIN_WORDS, held.words), patch.dict(evaluating.FORMS, held.forms()):
            texts.append(written.answer.draw(_workspace(question, held)).plain())
    except (
        CannotCompute,
        ItemError,
        RequirementFailed,
        Unreadable,
        ValueError,
        TypeError,
        AttributeError,
        ArithmeticError,
    ):
        pass  # the wrong idea leads to nothing that could be typed
    if held.typed is not None and held.skills & set(written.skills):
        texts.append(held.typed(question, part.key.plain()))
    return next((text for text in texts if text is not None and judge(part.key, text).credit < 1), None)


def slip(part: Part, chance: Random) -> str:
    """Return a wrong answer that follows from nothing."""
    if part.key.options:
        return chance.choice("abcd")
    by = chance.choice(("1", "2", "-1", "3"))
    found = components(part.key.plain())
    if found is None:
        return f"{part.key.plain()} + ({by})"
    place = chance.randrange(len(found))
    return f"({', '.join(f'{one} + ({by})' if n == place else one for n, one in enumerate(found))})"


def _workspace(question: Question, held: Misconception) -> Workspace:
    """All names of the item, worked out as the learner does."""
    body, known = question.item.body, question.workspace
    changed = held.givens(question) if held.givens is not None else {}
    given = {name: changed.get(name, known.values[name]) for name in body.parameters}
    lines = tuple(step for step in evaluation_order(body) if not step.requirement)
    return work_out(lines, replace(known, values=given))
