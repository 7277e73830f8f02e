"""What can be wrong with one drawn question."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any

from quizengine.check.author_tests import failing_tests
from quizengine.check.carries_checks import carries_nothing
from quizengine.check.choices import choice_faults
from quizengine.check.feedback_checks import feedback_faults
from quizengine.check.giveaways import giveaways
from quizengine.check.hint_sums import hint_sums
from quizengine.check.mistake_shapes import misshapen_mistakes
from quizengine.check.question_fault import Kind, QuestionFault
from quizengine.check.texts import misprints
from quizengine.check.unit_checks import unit_faults
from quizengine.check.worked_steps.arrival import not_arriving
from quizengine.draw import Part, Question, WorkedStep
from quizengine.draw.evaluation_order import holds
from quizengine.errors import CannotCompute, Unreadable
from quizengine.maths.print import show_prose
from quizengine.maths.tree import Node, Number, walk

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.item.faults import Where
    from quizengine.maths.print import Prose

MAX_DENOMINATOR = 60
MAX_NUMBER = 10_000


def question_faults(question: Question) -> Iterator[QuestionFault]:
    """Everything wrong with `question`, save what is wrong with its figures."""
    for number, part in enumerate(question.parts):
        at: Where = ("parts", number)
        senseless = _senseless(part.key, at)
        yield from senseless
        if not senseless:  # else all mistakes would only say the same
            yield from _of_key(part.key, at)
            yield from _of_mistakes(question, number, at)
            yield from carries_nothing(question, number)
        yield from _of_texts(part, at)
        yield from feedback_faults(question, number)
        yield from failing_tests(question, number)
        yield from _of_condition(question, number)
        yield from not_arriving(question, number)
    yield from _of_prose(question.prompt, ("prompt",))
    yield from giveaways(question)
    yield from choice_faults(question)
    yield from misprints(question)
    yield from hint_sums(question)
    yield from misshapen_mistakes(question)
    yield from unit_faults(question)
    yield from _of_readings(question)


def _of_readings(question: Question) -> Iterator[QuestionFault]:
    for number, part in enumerate(question.item.parts):
        if part.answer.read_off is not None:
            from quizengine.check.reading_checks import reading_faults

            yield from reading_faults(question, number)


def _of_condition(question: Question, number: int) -> Iterator[QuestionFault]:
    """A condition for carrying an answer forward, which is first asked when a learner errs."""
    condition = question.item.parts[number].carries_if
    if condition is None:
        return
    where: Where = ("parts", number, "carries_if")
    try:
        holds(condition, question.workspace)
    except CannotCompute as error:
        yield QuestionFault(where, str(error))


def _senseless(key: Key[Any], at: Where) -> list[QuestionFault]:
    return [QuestionFault((*at, "answer"), message) for message in key.unsound()]


def _of_key(key: Key[Any], at: Where) -> Iterator[QuestionFault]:
    where = (*at, "answer")
    if key.credit(key.plain()) < 1:
        message = "the key, typed in plain notation, is not judged right; simplify the answer"
        yield QuestionFault(where, message, example=key.plain())
    node = key.node()
    if node is not None and not key.form() and not _pleasant(node):  # an exact value should be found by hand
        message = f"the key is not clean (a number above {MAX_NUMBER:,} or a denominator above {MAX_DENOMINATOR})"
        yield QuestionFault(where, f"{message}; add a requirement", "blemish")


def _of_mistakes(question: Question, number: int, at: Where) -> Iterator[QuestionFault]:
    part = question.parts[number]
    for mistake in part.mistakes:
        where = (*at, "mistakes", mistake.position)
        typed = mistake.key.plain()
        try:
            part.key.read(typed)
        except Unreadable as fault:
            message = f"'{mistake.name}' cannot be typed as an answer here"
            yield QuestionFault(where, message, example=f"{typed} ({fault.message})")
        if mistake.key.credit(typed) < 1:
            message = f"the value of '{mistake.name}', typed in plain notation, cannot be recognised"
            yield QuestionFault(where, message, example=typed)
        yield from _of_prose(mistake.says, (*where, "says"))
    for one, other in combinations(part.mistakes, 2):
        if _may_be_one(one.key, other.key):
            message = f"'{one.name}' and '{other.name}' lie no farther apart than twice the tolerance"
            where = (*at, "mistakes", other.position)
            yield QuestionFault(where, f"{message}; what lies between them is told as '{one.name}'", "blemish")
    listed = question.item.parts[number].answer.listed  # among few options many coincide
    for dropped in question.dropped:
        if dropped.part == number:
            where = (*at, "mistakes", dropped.position)
            kind: Kind = "lost" if dropped.reason == "condition" or listed else "often lost"
            yield QuestionFault(where, f"'{dropped.name}' cannot be told: {dropped.why}", kind)


def _may_be_one(one: Key[Any], other: Key[Any]) -> bool:
    """Is there an answer within the tolerance of both?"""
    ours, theirs = one.margins(), other.margins()
    if len(ours) != len(theirs) or not any(slack for _, slack in (*ours, *theirs)):
        return False
    both = zip(ours, theirs, strict=True)
    return all(abs(value - number) <= slack + allowed for (value, slack), (number, allowed) in both)


def _of_texts(part: Part, at: Where) -> Iterator[QuestionFault]:
    yield from _of_prose(part.prompt, (*at, "prompt"))
    for place, hint in enumerate(part.hints):
        yield from _of_prose(hint, (*at, "help", "hints", place))
    for place, step in enumerate(part.steps):
        yield from _of_step(step, (*at, "help", "steps", place))
    for option in (*part.key.options, *part.key.stems, part.key.prose()):
        yield from _of_prose(option, (*at, "answer"))


def _of_step(step: WorkedStep, at: Where) -> Iterator[QuestionFault]:
    yield from _of_prose(step.says, (*at, "says"))
    if step.key is not None:
        yield from _of_prose(step.asks, (*at, "asks"))
        yield from _senseless(step.key, at) or _of_key(step.key, at)


def _of_prose(text: Prose, where: Where) -> Iterator[QuestionFault]:
    """A text drawn from [parameters] may hold what looks like a fill-in, and is printed as it is."""
    shown = show_prose(text, "text")
    if "<<" in shown or ">>" in shown:
        yield QuestionFault(where, "a fill-in is left open: write << and >> in pairs, inside one text")


def _pleasant(node: Node) -> bool:
    """No large numbers, and small denominators or short decimals."""
    numbers = [part for part in walk(node) if isinstance(part, Number)]
    short = [each.denominator <= MAX_DENOMINATOR or MAX_NUMBER % each.denominator == 0 for each in numbers]
    return all(abs(each.numerator) <= MAX_NUMBER for each in numbers) and all(short)
