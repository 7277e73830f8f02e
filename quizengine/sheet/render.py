"""One sheet or key, as bytes, from the same questions through the templates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from quizengine.draw import Question
from quizengine.paper import Paper
from quizengine.resources import shipped
from quizengine.sheet.finalizers import PRINTERS, Markup, aligned, marked, quoted, spoken, wrapped
from quizengine.sheet.page_estimate import LARGE, NORMAL, Output
from quizengine.sheet.pdf import Compiler, compiler
from quizengine.sheet.view import Head, Numbered, head, numbered

if TYPE_CHECKING:
    from jinja2 import Environment

    from quizengine.sheet.figure import Drawing

Format = Literal["pdf", "large-print", "html", "latex", "typst", "text"]
Document = Literal["sheet", "key"]

SUFFIXES = {
    "pdf": ".pdf",
    "large-print": "-large-print.pdf",
    "html": ".html",
    "latex": ".tex",
    "typst": ".typ",
    "text": ".txt",
}
_SOURCES = {"html": "html", "latex": "tex", "typst": "typ", "text": "txt"}


def render_sheet(questions: Sequence[Question], paper: Paper, variant: int, format: Format, document: Document) -> bytes:
    """The sheet or the key of one variant as the bytes of a file. Same questions, paper and variant: same bytes."""
    with renderer() as one:
        shown = numbered(questions)
        return one.print(head(shown, paper, variant), shown, format, document)


class Renderer:
    """Renders many sheets: keeps the templates it has read, and the Typst compiler with its fonts."""

    def __init__(self, typst: Compiler) -> None:
        self._typst = typst
        self._environments: dict[str, Environment] = {}

    def print(self, head: Head, questions: Sequence[Numbered], format: Format, document: Document) -> bytes:
        """One sheet or key as the bytes of a file."""
        pdf = format in ("pdf", "large-print")
        output = Output(document, LARGE if format == "large-print" else NORMAL)
        values = {"head": head, "questions": questions, "output": output}
        source = self._source("typst" if pdf else format, document, values)
        return self._typst.pdf(source) if pdf else source.encode("utf-8", "backslashreplace")

    def _source(self, format: str, document: Document, values: dict[str, object]) -> str:
        if format not in self._environments:
            self._environments[format] = _environment(format)
        return self._environments[format].get_template(f"{format}/{document}.{_SOURCES[format]}.j2").render(values)


@contextmanager
def renderer() -> Iterator[Renderer]:
    """A press, and an empty folder for Typst as long as it is used."""
    with compiler() as typst:
        yield Renderer(typst)


def _environment(format: str) -> Environment:
    """The templates in `templates/FORMAT`; every value that they put out passes the format's printer."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    printer = PRINTERS[format]
    environment = Environment(  # noqa: S701 - the printer escapes, for formats that autoescape does not know too
        loader=FileSystemLoader(shipped("templates")),
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        undefined=StrictUndefined,
        finalize=printer,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )

    figures = environment if format in ("latex", "svg") else _environment("svg")

    def drawn(drawing: Drawing) -> Markup:
        folder = "latex" if format == "latex" else "svg"
        return Markup(figures.get_template(f"{folder}/contours.j2").render(drawing=drawing))

    environment.filters |= {
        "quoted": quoted,
        "drawn": drawn,
        "spoken": spoken,
        "wrapped": wrapped,
        "marked": marked,
        "aligned": aligned,
    }
    return environment
