"""What is not true in the steps, hints and mistakes of a question, as faults with their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.check.question_fault import QuestionFault
from quizengine.check.worked_steps.agreeing import disagreeing
from quizengine.check.worked_steps.hint_checks import hint_faults
from quizengine.check.worked_steps.truth import Compared, compare_steps, untrue_in

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.item.faults import Where

NOT_TRUE = "this is not true; mend the formula, or the line of [let] that it shows"


def untrue_formulas(question: Question, number: int) -> tuple[Compared, tuple[QuestionFault, ...]]:
    """Return what came of comparing the steps of part `number` (from 0), and what is not true there, in the hints, and
    in what is said of mistakes, and what does not go together with the key. A mistake may be told by a formula that is
    wrong, so that is only to be looked at.
    """
    compared = compare_steps(question, number)
    others = (*_of_others(question, number), *disagreeing(question, number), *hint_faults(question, number))
    return compared, (*_of_steps(compared, number), *others)


def _of_steps(compared: Compared, number: int) -> Iterator[QuestionFault]:
    for found in compared.untrue:
        where: Where = ("parts", number, "help", "steps", found.step, "says")
        yield QuestionFault(where, NOT_TRUE, example=found.said)


def _of_others(question: Question, number: int) -> Iterator[QuestionFault]:
    part = question.parts[number]
    for place, hint in enumerate(part.hints):
        for said in untrue_in(question, number, hint):
            yield QuestionFault(("parts", number, "help", "hints", place), NOT_TRUE, example=said)
    for mistake in part.mistakes:
        for said in untrue_in(question, number, mistake.says):
            where = ("parts", number, "mistakes", mistake.position, "says")
            yield QuestionFault(where, "this is not true; say so, or mend it", "blemish", said)
