"""How a value of a question becomes text of a format: words escaped, formulas printed, nothing ever markup by itself.

A template environment calls its printer for every value that is put out (Jinja2's `finalize`). Only text of the
format's own type, which is made here and nowhere else, passes unchanged.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from html import escape as escape_html
from typing import Any

from quizengine.maths.show import Layout, Prose, show_prose
from quizengine.maths.show import render as show_layout
from quizengine.sheet.rows import WIDTH, size

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_UNSEEN = re.compile(
    r"[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U0010fffe\U0010ffff]"
)
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


def visible(text: str) -> str:
    """`text` with control characters as \\x1b, and those that turn the direction or show nothing as \\u202e."""
    text = _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def typst_string(text: str) -> Own:
    """A Typst string literal, which Typst never reads as markup; also the filter `quoted`."""
    plain = " ".join(visible(text).split("\n"))
    return Own('"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"')


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


def _typst_words(text: str) -> str:
    return f"#{typst_string(text)};"


def _typst_formula(layout: Layout) -> str:
    aloud = typst_string(show_layout(layout, "spoken"))
    height, width = size(layout)
    name = "tall-formula" if height > 1 and width < WIDTH * 3 // 4 else "formula"
    return f"#{name}({aloud}, ${show_layout(layout, 'typst').strip()}$);"


def _html_words(text: str) -> str:
    """All but NUL and carriage return can stand in HTML as it is."""
    return escape_html(text.replace("\0", "\\x00")).replace("\r", "&#13;")


_LATEX = {
    **{character: f"\\{character}" for character in "#$%&_{}"},
    **{"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "|": r"\textbar{}"},
    **{"<": r"\textless{}", ">": r"\textgreater{}", '"': r"\textquotedbl{}", "'": r"\textquotesingle{}"},
    **{"`": r"\textasciigrave{}", "-": "{-}", "[": "{[}", "]": "{]}", "\u00a0": "~"},
    **{"‘": "`{}", "’": "'{}", "“": "``{}", "”": "''{}", "–": "--{}", "—": "---{}", "…": r"\ldots{}"},
}


def _latex_words(text: str) -> str:
    return "".join(map(_latex_character, " ".join(visible(text).split("\n"))))


def _latex_character(character: str) -> str:
    """Plain ASCII stays; what neither TeX's table nor T1 fonts have goes by its number."""
    if character in _LATEX:
        return _LATEX[character]
    if character < "\x7f" or "À" <= character <= "ſ":
        return character
    return f"\\other{{{ord(character):X}}}"


PRINTERS = {
    "typst": Printer(_typst_words, _typst_formula, "\n\n"),
    "html": Printer(_html_words, lambda layout: show_layout(layout, "mathml"), "</p>\n<p>"),
    "latex": Printer(_latex_words, lambda layout: f"\\({show_layout(layout, 'latex')}\\)", "\n\n"),
    "svg": Printer(_html_words, lambda layout: escape_html(show_layout(layout, "text")), "\n"),
    "text": Printer(visible, lambda layout: show_layout(layout, "text"), "\n\n"),
}
