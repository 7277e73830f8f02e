"""Plain text, in lines of at most 78 characters."""

from __future__ import annotations

import textwrap
from typing import Any

from quizengine.draw import Table
from quizengine.maths.print import Display, Layout
from quizengine.maths.print import render as show_layout
from quizengine.maths.print.display import INDENT
from quizengine.sheet.escapes import make_visible
from quizengine.sheet.finalizers import HELD, Finalizer, Markup
from quizengine.sheet.formats.svg import SVG
from quizengine.sheet.formats.template_set import Format, TemplateSet

IN_LINES = 40  # characters: a formula of more is broken where a line ends


def _formula(layout: Layout) -> str:
    return show_layout(layout, "text")


def _held(layout: Layout) -> str:
    """Return a formula for text that is broken into lines."""
    text = _formula(layout)
    return text if len(text) > IN_LINES else text.replace(" ", HELD)


def _display(piece: Display) -> str:
    """Return a formula as a paragraph of its own, moved in; its blanks at the start are not those of a line's end."""
    return f"\n\n{HELD * len(INDENT)}{_held(piece.inside)}{piece.signs}\n\n"


FINALIZER = Finalizer(make_visible, _formula, "\n\n")
_FINALIZER_OF_LINES = Finalizer(make_visible, _held, "\n\n", display=_display)


def wrapped(value: Any, indent: str = "", width: int = 78) -> Markup:
    """Return a value in lines of at most `width` characters; all lines but the first begin with `indent`."""
    paragraphs = [
        textwrap.fill(part, width, subsequent_indent=indent, initial_indent=indent)
        for part in _FINALIZER_OF_LINES(value).split("\n\n")
        if part.strip()
    ]
    return Markup("\n\n".join(paragraphs)[len(indent) :].replace(HELD, " "))


def aligned(table: Table) -> list[Markup]:
    """Return the lines of a table in columns."""
    lines = [line for line in (table.header, *table.rows) if line]
    cells = [[FINALIZER(cell) for cell in line] for line in lines]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [Markup("   ".join(map(str.ljust, line, widths)).rstrip()) for line in cells]


FORMAT = Format(".txt", TemplateSet("text", "txt", FINALIZER, {"wrapped": wrapped, "aligned": aligned}, figures=SVG))
