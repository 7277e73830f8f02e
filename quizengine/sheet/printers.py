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

from quizengine.maths.show import Layout, Prose, show_prose
from quizengine.maths.show import render as show_layout
from quizengine.sheet.escapes import html_words, latex_words, typst_string, typst_words, visible
from quizengine.sheet.rows import WIDTH, size

SHORT = 12  # characters: a formula of fewer is not torn apart at the end of a line

_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")


class Own(str):
    """Text that is already of the format of its environment."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Printer:
    """The finalizer of one format: `words` escapes, `formula` prints, `paragraph` stands between two paragraphs."""

    words: Callable[[str], str]
    formula: Callable[[Layout], str]
    paragraph: str

    def __call__(self, value: Any) -> Own:
        if isinstance(value, Own):
            return value
        if isinstance(value, str):
            return Own(self.words(value))
        if isinstance(value, tuple):
            return Own("".join(self._piece(piece) for piece in trimmed(value)))
        if isinstance(value, bool):
            return Own(str(value).lower())
        if isinstance(value, int | float):
            return Own(f"{round(value, 2):g}" if isinstance(value, float) else str(value))
        return Own(str(value) if value.__class__.__name__.endswith("Undefined") else self.formula(value))

    def _piece(self, piece: str | Layout) -> str:
        if not isinstance(piece, str):
            return self.formula(piece)
        return self.paragraph.join(self.words(words) if words else "" for words in _PARAGRAPH.split(piece))


def trimmed(prose: Prose) -> Prose:
    """`prose` without blanks at its two ends."""
    pieces = list(prose)
    if pieces and isinstance(pieces[0], str):
        pieces[0] = pieces[0].lstrip()
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] = pieces[-1].rstrip()
    return tuple(pieces)


def quoted(text: str) -> Own:
    """A text as a Typst string literal, for places where Typst's code stands."""
    return Own(typst_string(text))


def spoken(prose: Prose) -> str:
    """A text as it is read aloud."""
    return show_prose(prose, "spoken")


def wrapped(value: Any, indent: str = "", width: int = 78) -> Own:
    """A value as plain text in lines of at most `width` characters; all lines but the first begin with `indent`."""
    text = PRINTERS["text"](value)
    paragraphs = [
        textwrap.fill(part, width, subsequent_indent=indent, initial_indent=indent) for part in text.split("\n\n")
    ]
    return Own("\n\n".join(paragraphs)[len(indent) :])


def padded(value: Any, width: int = 10) -> Own:
    """A value as plain text, filled up with blanks: a cell of a table."""
    return Own(PRINTERS["text"](value).ljust(width))


def _typst_formula(layout: Layout) -> str:
    aloud = typst_string(show_layout(layout, "spoken"))
    height, width = size(layout)
    boxed = width < (WIDTH * 3 // 4 if height > 1 else SHORT)
    name = "boxed-formula" if boxed else "formula"
    return f"#{name}({aloud}, ${show_layout(layout, 'typst').strip()}$);"


PRINTERS = {
    "typst": Printer(typst_words, _typst_formula, "\n\n"),
    "html": Printer(html_words, lambda layout: show_layout(layout, "mathml"), "<br>\n<br>\n"),
    "latex": Printer(latex_words, lambda layout: f"\\({show_layout(layout, 'latex')}\\)", "\n\n"),
    "svg": Printer(html_words, lambda layout: html_words(show_layout(layout, "text")), "\n"),
    "text": Printer(visible, lambda layout: show_layout(layout, "text"), "\n\n"),
}
