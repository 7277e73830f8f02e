"""What a question is made of as far as showing goes: see maths/print/ingredients."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING, Any

from quizengine.maths.print.ingredients import ingredients

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.draw.question import Part, Question
    from quizengine.maths.print import Prose


def ingredients_of(question: Question) -> frozenset[Hashable]:
    """Return what all texts, keys and figures of a question are made of.

    A question that brings nothing beyond those shown before differs from them in its numbers alone.
    """
    return frozenset[Hashable]().union(*map(ingredients, _texts(question)))


def _texts(question: Question) -> Iterator[Prose]:
    yield question.prompt
    if question.table is not None:
        yield from (cell for row in (question.table.header, *question.table.rows) for cell in row)
    if question.figure is not None:
        yield (question.figure,)
    for part in question.parts:
        yield from _of_part(part)


def _of_part(part: Part) -> Iterator[Prose]:
    yield part.prompt
    yield from part.hints
    yield from _of_key(part.key)
    for mistake in part.mistakes:
        yield mistake.says
        yield from _of_key(mistake.key)
    for step in part.steps:
        yield from (step.says, step.asks)
        if step.key is not None:
            yield from _of_key(step.key)


def _of_key(key: Key[Any]) -> Iterator[Prose]:
    yield key.printed()
    yield from key.options
    yield from key.stems
