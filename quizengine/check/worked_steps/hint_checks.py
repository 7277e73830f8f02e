"""Hints that are the key in another form, or that give another number than the prompt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from quizengine.check.question_fault import QuestionFault
from quizengine.check.worked_steps.chain import EQUAL, chains, sides
from quizengine.check.worked_steps.comparing import agree
from quizengine.check.worked_steps.reading import read_alone
from quizengine.check.worked_steps.truth import Reader, reader_from
from quizengine.maths.print import plain, show
from quizengine.maths.tree import Name, Relation, variables

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.draw import Question
    from quizengine.item.faults import Where
    from quizengine.maths.print import Prose


def hint_faults(question: Question, number: int) -> Iterator[QuestionFault]:
    """Yield where the hints of part `number` (from 0) do not go together with its key or its prompt."""
    part = question.parts[number]
    given = reader_from(question.prompt, part.prompt)
    for place, hint in enumerate(part.hints):
        where: Where = ("parts", number, "help", "hints", place)
        yield from _of_other_form(part.key, hint, where)
        yield from _against_the_prompts(given, hint, where)


def _of_other_form(key: Key[Any], hint: Prose, where: Where) -> Iterator[QuestionFault]:
    node = key.node()
    if node is None or isinstance(node, Relation) or key.form() or not variables(node):
        return
    for written in sides(hint):
        value = read_alone(written).value
        if value is None or isinstance(value, Name | Relation) or not variables(value):
            continue
        if key.credit(plain(value)) == 1:
            message = "this tells the answer in another form; leave the last step to the learner"
            yield QuestionFault(where, message, "telling", plain(value))
            return


def _against_the_prompts(given: Reader, hint: Prose, where: Where) -> Iterator[QuestionFault]:
    """What the prompts give one value, and the hint another."""
    for formula in map(given.formula, chains(hint)):
        name, value = formula.sides[0].read, formula.sides[-1].value
        if not isinstance(name, Name) or set(formula.signs) != {EQUAL}:
            continue
        known = given.known.values.get(name.name)
        if known is not None and value is not None and agree(known, value) is False:
            message = f"the prompt gives {name.name} another value; mend one of them"
            yield QuestionFault(where, message, "telling", f"{show(known)}, and here {show(value)}")
