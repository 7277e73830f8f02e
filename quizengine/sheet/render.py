"""One sheet or key, as bytes, from the same questions through the templates of a format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal

from quizengine.draw import Question
from quizengine.paper import Paper
from quizengine.sheet.environment import environment
from quizengine.sheet.formats import FORMATS
from quizengine.sheet.page_estimate import Output
from quizengine.sheet.typst_compiler import Compiler, compiler
from quizengine.sheet.view import Head, Numbered, head, numbered

Document = Literal["sheet", "key"]


def render_sheet(questions: Sequence[Question], paper: Paper, variant: int, format: str, document: Document) -> bytes:
    """Return the sheet or the key of one variant as the bytes of a file; `format` is a name of FORMATS,
    such as "pdf"; `document` is "sheet" or "key".

    Same questions, paper and variant: same bytes.
    """
    with renderer() as one:
        shown = numbered(questions)
        return one.print(head(shown, paper, variant), shown, format, document)


def source(head: Head, questions: Sequence[Numbered], format: str, document: Document) -> str:
    """Return one sheet or key as the filled templates of a format."""
    chosen = FORMATS[format]
    name = f"{chosen.templates.folder}/{document}.{chosen.templates.suffix}.j2"
    template = environment(chosen.templates).get_template(name)
    return template.render({"head": head, "questions": questions, "output": Output(document, chosen.size)})


class Renderer:
    """Renders many sheets: keeps the Typst compiler with its fonts."""

    def __init__(self, typst: Compiler) -> None:
        self._typst = typst

    def print(self, head: Head, questions: Sequence[Numbered], format: str, document: Document) -> bytes:
        """Return one sheet or key as the bytes of a file."""
        return FORMATS[format].to_bytes(self._typst, source(head, questions, format, document))


@contextmanager
def renderer() -> Iterator[Renderer]:
    """Give a renderer, and an empty folder for Typst as long as it is used."""
    with compiler() as typst:
        yield Renderer(typst)
