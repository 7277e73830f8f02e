"""What a learner sees of a question, as a text to compare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.maths.print import show_prose

if TYPE_CHECKING:
    from quizengine.draw import Question


def look(question: Question) -> str:
    """Return a text that two questions share only if a learner sees the same."""
    rows = question.table.rows if question.table else ()
    cells = [show_prose(cell, "text") for row in rows for cell in row]
    options = sorted(show_prose(option, "text") for part in question.parts for option in part.key.options)
    texts = (question.prompt, *(part.prompt for part in question.parts))
    return "\n".join([*(show_prose(text, "text") for text in texts), *cells, *options, *_figures(question)])


def _figures(question: Question) -> Iterator[str]:
    """The figures that are seen, by all their numbers: two with the same description may differ."""
    if question.figure is None and not question.workspace.pictures:
        return
    from quizengine.check.pictures import pictures_in, shown_to_ask

    for number, part in enumerate(question.parts):
        yield from map(repr, shown_to_ask(question, number))
        yield from sorted(repr(figure) for option in part.key.options for figure in pictures_in(option))
