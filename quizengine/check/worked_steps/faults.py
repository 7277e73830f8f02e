"""What is not true in the steps, hints and mistakes of a question, as faults with their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.check.question_fault import QuestionFault
from quizengine.check.worked_steps.agreeing import disagreeing
from quizengine.check.worked_steps.chain import sides
from quizengine.check.worked_steps.hint_checks import hint_faults
from quizengine.check.worked_steps.reading import read_alone
from quizengine.check.worked_steps.truth import Compared, compare_steps, untrue_in
from quizengine.maths.print import show
from quizengine.maths.tree import variables

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.item.faults import Where
    from quizengine.maths.print import Prose

NOT_TRUE = "this is not true; mend the formula, or the line of [let] that it shows"


def untrue_formulas(question: Question, number: int) -> tuple[Compared, tuple[QuestionFault, ...]]:
    """Return what came of comparing the steps of part `number` (from 0), and what is not true there, in the hints, and
    in what is said of mistakes, and what does not go together with the key. A mistake may be told by a formula that is
    wrong, so that is only to be looked at.
    """
    compared = compare_steps(question, number)
    others = (*_of_others(question, number), *_without_value(question, number))
    beside_the_key = (*disagreeing(question, number), *hint_faults(question, number))
    return compared, (*_of_steps(compared, number), *others, *beside_the_key)


def _of_steps(compared: Compared, number: int) -> Iterator[QuestionFault]:
    for found in compared.untrue:
        where: Where = ("parts", number, "help", "steps", found.step, "says")
        yield QuestionFault(where, NOT_TRUE, example=found.said)


def _without_value(question: Question, number: int) -> Iterator[QuestionFault]:
    """A root of a negative number, a division by zero, put into steps and hints by numbers that were drawn."""
    part, at = question.parts[number], ("parts", number, "help")
    texts: list[tuple[Where, Prose]] = [((*at, "hints", place), hint) for place, hint in enumerate(part.hints)]
    texts += [((*at, "steps", place, "says"), step.says) for place, step in enumerate(part.steps)]
    message = "this formula has no value; mend it, or keep such numbers out with a line of [require]"
    for where, text in texts:
        for side in map(read_alone, sides(text)):
            if side.read is not None and side.value is None and not variables(side.read):
                yield QuestionFault(where, message, "misprint", show(side.read))
                break


def _of_others(question: Question, number: int) -> Iterator[QuestionFault]:
    part = question.parts[number]
    for place, hint in enumerate(part.hints):
        for said in untrue_in(question, number, hint):
            yield QuestionFault(("parts", number, "help", "hints", place), NOT_TRUE, example=said)
    for mistake in part.mistakes:
        for said in untrue_in(question, number, mistake.says):
            where = ("parts", number, "mistakes", mistake.position, "says")
            yield QuestionFault(where, "this is not true; say so, or mend it", "blemish", said)
