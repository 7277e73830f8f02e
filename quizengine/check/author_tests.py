"""The author's own tests: what a learner might type, and the verdict that it must get."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.answers.judgement import judge
from quizengine.check.question_fault import QuestionFault
from quizengine.draw import Question
from quizengine.errors import CannotCompute
from quizengine.item.faults import nearest
from quizengine.maths.language.fill_in import typed_text

if TYPE_CHECKING:
    from quizengine.answers.verdict import Verdict
    from quizengine.item import Item
    from quizengine.item.model import WrittenPart, WrittenTest

NO_MISTAKE = "none"  # as an author writes it


def seeds_of_tests(item: Item) -> tuple[int, ...]:
    """Return the seeds that tests of `item` are for."""
    return tuple(test.seed for part in item.parts for test in part.tests if test.seed is not None)


def failing_tests(question: Question, number: int) -> Iterator[QuestionFault]:
    """Yield the tests of part `number` (from 0) that this question does not pass."""
    part = question.parts[number]
    for position, test in enumerate(question.item.parts[number].tests):
        if test.seed not in (None, question.seed):
            continue
        where = ("parts", number, "tests", position, "typed")
        if strange := _unknown_mistake(test, question.item.parts[number]):
            yield QuestionFault((*where[:-1], "mistake"), strange)
            continue
        try:
            typed = typed_text(question.workspace, test.typed)
        except CannotCompute as error:
            yield QuestionFault(where, str(error))
            continue
        if wrong := _against(test, judge(part.key, typed, part.mistakes)):
            yield QuestionFault(where, wrong, example=f"'{typed}' with seed {question.seed}")


def _unknown_mistake(test: WrittenTest, asked: WrittenPart) -> str:
    """What to say of a mistake that nothing here can tell, "" for one that may be told."""
    from quizengine.answers.generic_mistakes import NAMES

    known = {NO_MISTAKE, *NAMES, *(mistake.name for mistake in asked.mistakes)}
    if test.mistake is None or test.mistake in known:
        return ""
    near = nearest(test.mistake, known)
    cure = f"did you mean '{near[0]}'?" if near else "name one of its [[mistakes]]"
    return f"'{test.mistake}' is no mistake of this part; {cure}"


def _against(test: WrittenTest, verdict: Verdict) -> str:
    """What is otherwise than the test says, "" if nothing is."""
    if verdict.outcome != test.verdict:
        why = f" ({verdict.message})" if verdict.outcome == "unreadable" else ""
        return f"this test fails: judged {verdict.outcome}, not {test.verdict}{why}"
    told = verdict.mistake or NO_MISTAKE
    if test.mistake is not None and told != test.mistake:
        return f"this test fails: the mistake told is {told}, not {test.mistake}"
    return ""
