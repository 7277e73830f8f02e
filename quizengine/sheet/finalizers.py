"""How a value of a question becomes text of a format: words escaped, formulas printed, nothing ever markup by itself.

A template environment calls its printer for every value that is put out (Jinja2's `finalize`). Only text of the
format's own type, which is made here and nowhere else, passes unchanged.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quizengine.answers.wording import counted
from quizengine.draw import Table
from quizengine.maths.print import Layout, Prose, show_prose
from quizengine.maths.print import render as show_layout
from quizengine.maths.print.layout_queries import torn
from quizengine.sheet.escapes import escape_controls, html_words, latex_words, typst_string, typst_words
from quizengine.sheet.page_estimate import WIDTH, size

SHORT = 12  # characters: a formula of fewer is not torn apart at the end of a line
LONG = WIDTH * 3 // 4  # characters: a formula of more may not fit on one
IN_LINES = 40  # characters: a formula of more is torn where a line of plain text ends
HELD = "\u00a0"  # a blank at which no line is torn

_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")


class Markup(str):
    """Text that is already of the format of its environment."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Printer:
    """The finalizer of one format: `words` escapes, `formula` prints, `paragraph` stands between two paragraphs,
    `closed`, where a format needs it, joins a formula with the full stop or the like that must not begin a line.
    """

    words: Callable[[str], str]
    formula: Callable[[Layout], str]
    paragraph: str
    closed: Callable[[str, str], str] | None = None

    def __call__(self, value: Any) -> Markup:
        if isinstance(value, Markup):
            return value
        if isinstance(value, str):
            return Markup(self.words(value))
        if isinstance(value, tuple):
            return Markup(self._prose(trimmed(value)))
        if isinstance(value, bool):
            return Markup(str(value).lower())
        if isinstance(value, int | float):
            return Markup(f"{round(value, 2):g}" if isinstance(value, float) else str(value))
        return Markup(str(value) if value.__class__.__name__.endswith("Undefined") else self.formula(value))

    def _prose(self, prose: Prose) -> str:
        out: list[str] = []
        for before, piece in zip(("", *prose), prose, strict=False):
            if not isinstance(piece, str):
                out.append(self.formula(piece))
                continue
            signs = _closing(piece) if self.closed and not isinstance(before, str) else ""
            if self.closed and signs:
                out[-1] = self.closed(out[-1], self.words(signs))
            out.append(self._paragraphs(piece.removeprefix(signs)))
        return "".join(out)

    def _paragraphs(self, text: str) -> str:
        return self.paragraph.join(self.words(words) if words else "" for words in _PARAGRAPH.split(text))


def _closing(text: str) -> str:
    """The full stop, commas or brackets that `text` begins with."""
    return text[: len(text) - len(text.lstrip(".,;:!?)"))]


def trimmed(prose: Prose) -> Prose:
    """`prose` without blanks at its two ends."""
    pieces = list(prose)
    if pieces and isinstance(pieces[0], str):
        pieces[0] = pieces[0].lstrip()
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] = pieces[-1].rstrip()
    return tuple(pieces)


def quoted(text: str) -> Markup:
    """A text as a Typst string literal, for places where Typst's code stands."""
    return Markup(typst_string(text))


def spoken(prose: Prose) -> str:
    """A text as it is read aloud."""
    return show_prose(prose, "spoken")


def wrapped(value: Any, indent: str = "", width: int = 78) -> Markup:
    """A value as plain text in lines of at most `width` characters; all lines but the first begin with `indent`."""
    text = _IN_LINES(value)
    paragraphs = [
        textwrap.fill(part, width, subsequent_indent=indent, initial_indent=indent) for part in text.split("\n\n")
    ]
    return Markup("\n\n".join(paragraphs)[len(indent) :].replace(HELD, " "))


def marked(prose: Prose, marks: int) -> Prose:
    """A text with its marks after it, which are wrapped with it."""
    return (*trimmed(prose), f" [{counted(marks, 'mark').replace(' ', HELD)}]")


def aligned(table: Table) -> list[Markup]:
    """The lines of a table as plain text in columns."""
    lines = [line for line in (table.header, *table.rows) if line]
    cells = [[PRINTERS["text"](cell) for cell in line] for line in lines]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [Markup("   ".join(map(str.ljust, line, widths)).rstrip()) for line in cells]


def _pieces(layout: Layout) -> tuple[Layout, ...]:
    """A formula that may be too long for a line, in pieces that are not."""
    return torn(layout) if size(layout)[1] > LONG else (layout,)


def _typst_formula(layout: Layout) -> str:
    """The first piece is read aloud for the whole."""
    first, *others = _pieces(layout)
    aloud = typst_string(show_layout(layout, "spoken"))
    return _typst_piece(first, aloud) + "".join(_typst_piece(piece, "none") for piece in others)


def _typst_piece(layout: Layout, aloud: str) -> str:
    height, width = size(layout)
    look = "fitted-" if width > LONG else "boxed-" if height > 1 or width < SHORT else ""
    return f"#{look}formula({aloud}, ${show_layout(layout, 'typst').strip()}$);"


def _latex_formula(layout: Layout) -> str:
    return "\\allowbreak ".join(map(_latex_piece, _pieces(layout)))


def _latex_piece(layout: Layout) -> str:
    source = f"\\({show_layout(layout, 'latex')}\\)"
    return f"\\fitted{{{source}}}" if size(layout)[1] > LONG else source


def _html_closed(formula: str, signs: str) -> str:
    start, between, last = formula.rpartition("<wbr>")
    return f'{start}{between}<span class="kept">{last}{signs}</span>'


def _html_formula(layout: Layout) -> str:
    """Browsers break no line inside a formula, but between two."""
    return "<wbr>".join(show_layout(piece, "mathml") for piece in _pieces(layout))


def _held(layout: Layout) -> str:
    """A formula for text that is broken into lines."""
    text = show_layout(layout, "text")
    return text if len(text) > IN_LINES else text.replace(" ", HELD)


_IN_LINES = Printer(escape_controls, _held, "\n\n")
PRINTERS = {
    "typst": Printer(typst_words, _typst_formula, "\n\n"),
    "html": Printer(html_words, _html_formula, "<br>\n<br>\n", _html_closed),
    "latex": Printer(latex_words, _latex_formula, "\n\n"),
    "svg": Printer(html_words, lambda layout: html_words(show_layout(layout, "text")), "\n"),
    "text": Printer(escape_controls, lambda layout: show_layout(layout, "text"), "\n\n"),
}
