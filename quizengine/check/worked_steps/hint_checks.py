"""Hints that are the key in another form, that give another number than the prompt, or a formula without a value."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from quizengine.check.question_fault import QuestionFault
from quizengine.check.worked_steps.chain import EQUAL, chains, formulas
from quizengine.check.worked_steps.truth import Reader
from quizengine.errors import Unreadable
from quizengine.maths.equality import close
from quizengine.maths.print import plain, show
from quizengine.maths.tree import Name, Node, Relation, Vector, variables

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.draw import Question
    from quizengine.item.faults import Where
    from quizengine.maths.print import Prose


def hint_faults(question: Question, number: int) -> Iterator[QuestionFault]:
    """Yield what is wrong with the hints of part `number` (from 0), and formulas without a value in its steps, too."""
    part = question.parts[number]
    for place, step in enumerate(part.steps):
        yield from _without_value(step.says, ("parts", number, "help", "steps", place, "says"))
    for place, hint in enumerate(part.hints):
        where: Where = ("parts", number, "help", "hints", place)
        yield from _without_value(hint, where)
        yield from _of_other_form(part.key, hint, where)
        yield from _against_the_prompts(question, number, hint, where)


def _sides(text: Prose) -> Iterator[str]:
    yield from formulas(text)
    for chain in chains(text):
        yield from chain.sides


def _without_value(text: Prose, where: Where) -> Iterator[QuestionFault]:
    """A root of a negative number, a division by zero, put in by numbers that were drawn."""
    for written in dict.fromkeys(_sides(text)):
        side = Reader.empty().side(written)
        if side.read is not None and side.value is None and not variables(side.read):
            message = "this formula has no value; mend it, or keep such numbers out with a line of [require]"
            yield QuestionFault(where, message, "misprint", show(side.read))
            return


def _of_other_form(key: Key[Any], hint: Prose, where: Where) -> Iterator[QuestionFault]:
    node = key.node()
    if node is None or isinstance(node, Relation) or key.form() or not variables(node):
        return
    for written in dict.fromkeys(_sides(hint)):
        value = Reader.empty().side(written).value
        if value is None or isinstance(value, Name | Relation) or not variables(value):
            continue
        if _is_right(key, value):
            message = "this tells the answer in another form; leave the last step to the learner"
            yield QuestionFault(where, message, "telling", plain(value))
            return


def _is_right(key: Key[Any], value: Node) -> bool:
    try:
        return key.credit(plain(value)) == 1
    except Unreadable:
        return False


def _against_the_prompts(question: Question, number: int, hint: Prose, where: Where) -> Iterator[QuestionFault]:
    """What the prompts give one value, and the hint another."""
    given = Reader.empty()
    for text in (question.prompt, question.parts[number].prompt):
        for chain in chains(text):
            given.learn(chain)
    for chain in chains(hint):
        left, right = (given.side(side) for side in (chain.sides[0], chain.sides[-1]))
        if not isinstance(left.read, Name) or set(chain.signs) != {EQUAL}:
            continue
        known = given.known.values.get(left.read.name)
        if known is not None and right.value is not None and _differ(known, right.value):
            message = f"the prompt gives {left.read.name} another value; mend one of them"
            yield QuestionFault(where, message, "telling", f"{show(known)}, and here {show(right.value)}")


def _differ(one: Node, other: Node) -> bool:
    ours, theirs = ((*node.items,) if isinstance(node, Vector) else (node,) for node in (one, other))
    if any(isinstance(item, Vector | Relation) or variables(item) for item in (*ours, *theirs)):
        return False
    if len(ours) != len(theirs):
        return len(ours) > 1 and len(theirs) > 1
    pairs = zip(ours, theirs, strict=True)
    return any(close(a, b, Fraction(1, 100), Fraction(0)) is False for a, b in pairs)
