"""Parts whose answer can never be carried: their learners would lose the marks of the later parts without a word."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from quizengine.check.question_fault import QuestionFault
from quizengine.errors import Unreadable
from quizengine.maths.equality import close, same
from quizengine.maths.tree import Node, Relation, Vector, variables

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.maths.language import Value

NEAR = Fraction(1, 10)  # how far a rounded answer may lie from the exact value
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
    elif not _same(found, ours):
        message = f"the right answer gives another value than '{name}' has; carry the name of [let] that is asked"
        yield QuestionFault(("parts", number, "carries"), message)


def _same(found: Value, ours: Value) -> bool:
    """Whether what the right answer carries is what later parts are worked out from; rounded answers are near it."""
    if not isinstance(found, Node) or not isinstance(ours, Node):
        return True
    one, other = _numbers(found), _numbers(ours)
    if len(one) != len(other):
        return False
    return all(_alike(*pair) for pair in zip(one, other, strict=True))


def _alike(one: Node, other: Node) -> bool:
    if names := {*variables(one), *variables(other)}:
        return same(one, other, tuple(sorted(names))).equal is not False
    return close(one, other, NEAR, NEAR) is not False


def _numbers(node: Node) -> tuple[Node, ...]:
    parts = node.items if isinstance(node, Vector) else node.sides if isinstance(node, Relation) else ()
    return tuple(inner for part in parts for inner in _numbers(part)) if parts else (node,)


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
