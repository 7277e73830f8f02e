"""Mistakes of another size than the answer, and mistakes whose name tells another slip than their value is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from quizengine.answers.answer import Answer
from quizengine.answers.generic_mistakes import NAMES
from quizengine.check.question_fault import QuestionFault
from quizengine.errors import Unreadable

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.answers.mistake import Mistake
    from quizengine.draw import Question

#: names of mistakes that speak of one of the slips that kinds know by themselves, by the name that these give it
_SAME: Mapping[str, frozenset[str]] = {
    "components-swapped": frozenset(("components-swapped", "components-permuted", "swapped-partials")),
    "opposite-sign": frozenset(("opposite-sign",)),
    "one-sign-wrong": frozenset(("one-sign-wrong", "one-sign-flipped")),
    "factor-two-lost": frozenset(("factor-two-lost",)),
    "transposed": frozenset(("transposed",)),
    "order-reversed": frozenset(("order-reversed",)),
}
_SPEAKS_OF = frozenset().union(*_SAME.values())
#: words in the name of a mistake that is meant to have another size
_OF_SIZE = re.compile(
    r"missing|extra|off-by-one|early|late|only|dropped|lost|forgotten|added|counted|start|one-everywhere"
)


def misshapen_mistakes(question: Question) -> Iterator[QuestionFault]:
    """Yield mistakes of the answer's kind with another number of components, rows or entries, and misnamed ones."""
    for number, part in enumerate(question.parts):
        for mistake in part.mistakes:
            where = ("parts", number, "mistakes", mistake.position)
            ours, theirs = _shape(part.key), _shape(mistake.key)
            if len(ours) == len(theirs) and ours != theirs and not _OF_SIZE.search(mistake.name):
                message = f"'{mistake.name}' has {_told(theirs)}, and the answer {_told(ours)}"
                yield QuestionFault(where, f"{message}; is one left out, or one too many?", "telling")
            elif found := _other_slip(part.key, mistake):
                message = f"the value of '{mistake.name}' is another slip: {NAMES[found]}"
                yield QuestionFault(where, f"{message}; take the name that fits", "telling", mistake.key.plain())


def _shape(key: Key[Any]) -> tuple[int, ...]:
    """How many components, or rows and columns; () where these are not what a key is made of."""
    return tuple(getattr(key, "shape", tuple)())


def _told(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape)) if len(shape) > 1 else f"length {shape[0]}"


def _other_slip(key: Key[Any], mistake: Mistake) -> str:
    """The slip that a value provably is, where the name of the mistake speaks of another one; else ""."""
    if mistake.name not in _SPEAKS_OF:
        return ""
    try:
        found = key.diagnosis(key.read(Answer(mistake.key.plain())))
    except Unreadable:
        return ""
    known = _SAME.get(found.name) if found is not None else None
    return found.name if found is not None and known is not None and mistake.name not in known else ""
