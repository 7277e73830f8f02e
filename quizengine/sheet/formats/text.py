"""Plain text, in lines of at most 78 characters."""

from __future__ import annotations

import textwrap
from typing import Any

from quizengine.draw import Table
from quizengine.maths.print import Display, Layout, Prose
from quizengine.maths.print import render as show_layout
from quizengine.maths.print.display import INDENT
from quizengine.maths.print.picture import Picture
from quizengine.sheet.escapes import make_visible
from quizengine.sheet.finalizers import HELD, Finalizer, Markup
from quizengine.sheet.formats.template_set import Format, TemplateSet
from quizengine.sheet.pictures import Placed, placed

IN_LINES = 40  # characters: a formula of more is broken where a line ends
WIDE, SMALL = 36, 18  # ems of two characters: the width of figures


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
    paragraphs = [paragraph for piece in _around_pictures(value) for paragraph in _paragraphs(piece, indent, width)]
    return Markup("\n\n".join(paragraphs)[len(indent) :].replace(HELD, " "))


def _around_pictures(value: Any) -> list[Any]:
    """A text in pieces, each a figure or what stands between figures."""
    if isinstance(value, Picture) or not isinstance(value, tuple):
        return [value]
    runs: list[Any] = [()]
    for piece in value:
        if isinstance(piece, Picture):
            runs += [piece, ()]
        else:
            runs[-1] += (piece,)
    return runs


def _paragraphs(value: Any, indent: str, width: int) -> list[str]:
    if isinstance(value, Picture):
        shown = placed(value)
        told: Prose = ("Figure: ", *shown.description())
        return [_drawn(shown, indent, width), *_paragraphs(told, indent, width)]
    parts = _FINALIZER_OF_LINES(value).split("\n\n")
    return [
        textwrap.fill(part, width, initial_indent=indent, subsequent_indent=indent) for part in parts if part.strip()
    ]


def _drawn(picture: Placed, indent: str, width: int) -> str:
    """The lines of a figure, which is as wide as fits."""
    from quizengine.figures.characters import COLUMNS, braille  # not at the top: most sheets have no figure

    wide = min(SMALL if picture.small else WIDE, (width - len(indent)) // COLUMNS)
    return "\n".join((indent + make_visible(line)).rstrip() for line in braille(picture.figure.drawn(wide)))


def aligned(table: Table) -> list[Markup]:
    """Return the lines of a table in columns."""
    lines = [line for line in (table.header, *table.rows) if line]
    cells = [[FINALIZER(cell) for cell in line] for line in lines]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [Markup("   ".join(map(str.ljust, line, widths)).rstrip()) for line in cells]


FORMAT = Format(".txt", TemplateSet("text", "txt", FINALIZER, {"wrapped": wrapped, "aligned": aligned}))
