"""The figures of a question: those with a table of their own, and those among words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.figures.figure import Figure

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.item.faults import Where
    from quizengine.maths.print import Prose


def named_figures(question: Question) -> Iterator[tuple[Where, Figure]]:
    """Yield the stem and the figures with names, each with the place of its table; not those of feedback, which wait
    for an answer.
    """
    if question.figure is not None:
        yield ("figure",), question.figure
    for name, picture in question.workspace.pictures.items():
        if isinstance(picture, Figure):
            yield ("figures", name), picture


def pictures_in(text: Prose) -> Iterator[Figure]:
    """Yield the figures among the words of a text."""
    return (piece for piece in text if isinstance(piece, Figure))


def shown_to_ask(question: Question, number: int) -> tuple[Figure, ...]:
    """Return the figures that part `number` (from 0) is asked about: the stem, and those of its prompts."""
    stem = () if question.figure is None else (question.figure,)
    return (*stem, *pictures_in(question.prompt), *pictures_in(question.parts[number].prompt))
