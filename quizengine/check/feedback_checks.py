"""What an author tells of wrong answers, tried with those that the item knows: nobody sees it before somebody errs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.check.pictures import pictures_in
from quizengine.check.question_fault import QuestionFault
from quizengine.draw.failures import ItemError
from quizengine.errors import Unreadable
from quizengine.grade import written_feedback

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.item.faults import Where
    from quizengine.maths.print import Prose


def feedback_faults(question: Question, number: int) -> Iterator[QuestionFault]:
    """Yield why the feedback of part `number` (from 0) cannot be told of the key or of a mistake, or why a figure in it
    cannot be read.
    """
    if question.item.parts[number].help.feedback is None:
        return
    where: Where = ("parts", number, "help", "feedback")
    told = dict(try_feedback(question, number))
    for typed, found in told.items():
        if isinstance(found, ItemError):
            message = f"cannot be told of every answer: {found.why}; let it have a value for this one, too"
            yield QuestionFault(found.where, message, example=typed)
            continue
        for figure in pictures_in(found):
            yield from (QuestionFault(where, fault, example=typed) for fault in figure.faults())
    if not any(told.values()):
        message = "nothing is told of any answer here: this kind of answer has no value to stand for 'answer'"
        yield QuestionFault(where, f"{message}; write the feedback without it")


def try_feedback(question: Question, number: int) -> Iterator[tuple[str, Prose | ItemError]]:
    """Yield the key of part `number` and its mistakes as they are typed, each with what is told of it, or why nothing
    can be; those that cannot be typed are left out.
    """
    part = question.parts[number]
    for key in (part.key, *(mistake.key for mistake in part.mistakes)):
        typed = key.plain()
        try:
            yield typed, written_feedback(question, number, typed)
        except ItemError as failure:
            yield typed, failure
        except Unreadable:
            continue
