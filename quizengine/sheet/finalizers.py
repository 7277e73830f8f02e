"""How a value of a question becomes text of a format: words escaped, formulas printed, nothing ever markup by itself.

A template environment calls its finalizer for every value that is put out (Jinja2's `finalize`). Only text of the
format's own type, which is made here and nowhere else, passes unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quizengine.answers.units.table import SYMBOLS
from quizengine.answers.wording import counted
from quizengine.maths.print import Display, Layout, Prose, show_prose
from quizengine.maths.print.layout_queries import breakable_pieces
from quizengine.maths.print.picture import Picture
from quizengine.sheet.page_estimate import WIDTH, size
from quizengine.sheet.pictures import Placed, placed

SHORT = 12  # characters: a formula of fewer is not broken at the end of a line
LONG = WIDTH * 3 // 4  # characters: a formula of more may not fit on one
HELD = "\u00a0"  # a blank at which no line is broken

_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
#: a number, a blank, and what may be a unit
_BEFORE_WORD = re.compile(r"(?<=\d)[ \t]*\n?[ \t]*(?<=\s)(?=([^\W\d_²³]+|[°%€‰][^\W\d_]?)(?![^\W²³]))")
_NO_UNIT = frozenset(("in",))  # a word much oftener than inches


class Markup(str):
    """Text that is already of the format of its environment."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Finalizer:
    """The finalizer of one format: `words` escapes, `formula` prints, `paragraph` stands between two paragraphs,
    `closed`, where a format needs it, joins a formula with the full stop or the like that must not begin a line.
    `display` prints a formula on a line of its own; without it such a formula is a paragraph. `picture` draws a figure;
    without it a figure is a paragraph with what it shows, in words.
    """

    words: Callable[[str], str]
    formula: Callable[[Layout], str]
    paragraph: str
    closed: Callable[[str, str], str] | None = None
    display: Callable[[Display], str] | None = None
    picture: Callable[[Placed], str] | None = None

    def __call__(self, value: Any) -> Markup:
        if isinstance(value, Markup):
            return value
        if isinstance(value, str):
            return Markup(self.words(value))
        if isinstance(value, tuple):
            return Markup(self._prose(trimmed(value)))
        if isinstance(value, Picture):
            return Markup(self._picture(value))
        if isinstance(value, bool):
            return Markup(str(value).lower())
        if isinstance(value, int | float):
            return Markup(f"{round(value, 2):g}" if isinstance(value, float) else str(value))
        return Markup(str(value) if value.__class__.__name__.endswith("Undefined") else self.formula(value))

    def _prose(self, prose: Prose) -> str:
        out: list[str] = []
        for before, piece in zip(("", *prose), prose, strict=False):
            if not isinstance(piece, str):
                out.append(self._no_words(piece))
                continue
            piece = _with_units_held(piece, isinstance(before, Layout))
            signs = _closing(piece) if self.closed and not isinstance(before, str | Display | Picture) else ""
            if self.closed and signs:
                out[-1] = self.closed(out[-1], self.words(signs))
            out.append(self._paragraphs(piece.removeprefix(signs)))
        return "".join(out)

    def _no_words(self, piece: Layout | Display | Picture) -> str:
        if isinstance(piece, Picture):
            return self._picture(piece)
        return self._own_line(piece) if isinstance(piece, Display) else self.formula(piece)

    def _picture(self, picture: Picture) -> str:
        if self.picture is not None:
            return self.picture(placed(picture))
        return f"{self.paragraph}{self._prose(picture.description())}{self.paragraph}"

    def _own_line(self, piece: Display) -> str:
        if self.display is not None:
            return self.display(piece)
        return f"{self.paragraph}{self.formula(piece.inside)}{self.words(piece.signs)}{self.paragraph}"

    def _paragraphs(self, text: str) -> str:
        return self.paragraph.join(self.words(words) if words else "" for words in _PARAGRAPH.split(text))


def _with_units_held(text: str, after_value: bool) -> str:
    """Return words in which no line is broken between a number and its unit: in 5 cm, and behind a value or formula."""

    def held(found: re.Match[str]) -> str:
        return HELD if found[1] in SYMBOLS and found[1] not in _NO_UNIT else found[0]

    return _BEFORE_WORD.sub(held, f"0{text}")[1:] if after_value else _BEFORE_WORD.sub(held, text)


def _closing(text: str) -> str:
    """The full stop, commas or brackets that `text` begins with."""
    return text[: len(text) - len(text.lstrip(".,;:!?)"))]


def trimmed(prose: Prose) -> Prose:
    """Return `prose` without blanks at its two ends."""
    pieces = list(prose)
    if pieces and isinstance(pieces[0], str):
        pieces[0] = pieces[0].lstrip()
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] = pieces[-1].rstrip()
    return tuple(pieces)


def spoken(prose: Prose) -> str:
    """Return a text as it is read aloud."""
    return show_prose(prose, "spoken")


def marked(prose: Prose, marks: int) -> Prose:
    """Return a text with its marks after it, which are wrapped with it; below what has a line of its own."""
    text = trimmed(prose)
    blank = "" if text and isinstance(text[-1], Display | Picture) else " "
    return (*text, f"{blank}[{counted(marks, 'mark').replace(' ', HELD)}]")


def pieces(layout: Layout) -> tuple[Layout, ...]:
    """Return a formula that may be too long for a line, in pieces that are not."""
    return breakable_pieces(layout) if size(layout)[1] > LONG else (layout,)
