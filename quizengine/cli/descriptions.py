"""What `:describe` tells: the figures of a question in words."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase
from typing import TYPE_CHECKING

from quizengine.maths.print.picture import Picture

if TYPE_CHECKING:
    from quizengine.draw import Part, Question
    from quizengine.maths.print import Prose


def descriptions(question: Question, part: Part) -> Iterator[tuple[str, Prose]]:
    """Yield the figures on the screen while `part` is asked, from top to bottom: what each is called, and its words."""
    yield from (("Figure:", words) for words in _in(question.prompt))
    if question.table is not None:
        for row in (question.table.header, *question.table.rows):
            yield from (("Figure:", words) for cell in row for words in _in(cell))
    if question.figure is not None:
        yield "Figure:", question.figure.description()
    yield from ((f"Figure of ({part.label}):" if part.label else "Figure:", words) for words in _in(part.prompt))
    for number, stem in enumerate(part.key.stems, 1):
        yield from ((f"{number})", words) for words in _in(stem))
    for letter, option in zip(ascii_lowercase, part.key.options, strict=False):
        yield from ((f"{letter})", words) for words in _in(option))


def _in(prose: Prose) -> Iterator[Prose]:
    return (piece.description() for piece in prose if isinstance(piece, Picture))
