"""Parts whose answer can never be carried: their learners would lose the marks of the later parts without a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.check.question_fault import QuestionFault
from quizengine.errors import Unreadable
from quizengine.maths.tree import Relation, Vector

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.maths.language import Value

CURE = "carry the name of [let] that is asked, or take carries out"


def carries_nothing(question: Question, number: int) -> Iterator[QuestionFault]:
    """Yield the fault of a part whose right answer gives nothing in place of what its `carries` names."""
    name, key = question.item.parts[number].carries, question.parts[number].key
    if name is None:
        return
    ours = question.workspace.values[name]
    try:
        found = key.stands_for(key.read(key.plain()), ours)
    except Unreadable:
        return  # told as a fault of the key
    if found is None:
        what = f"'{name}' is {_described(ours)}, and no answer to this part gives one"
        two = "; a choice of two carries nothing" if key.options or key.claim is not None else ""
        message = f"carries = '{name}' can carry nothing: {what}{two}; {CURE}"
        yield QuestionFault(("parts", number, "carries"), message)


def _described(value: Value) -> str:
    """The shape of a value, without the numbers of the seed."""
    if isinstance(value, bool):
        return "a truth value"
    if isinstance(value, str | tuple):
        return "a text" if isinstance(value, str) else "a list of texts"
    if isinstance(value, Relation):
        return "an equation"
    if not isinstance(value, Vector):
        return "one value"
    inner = any(isinstance(item, Vector) for item in value.items)
    return f"a list of {len(value.items)} {'lists' if inner else 'values'}"
