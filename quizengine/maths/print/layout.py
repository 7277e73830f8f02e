"""What a formula looks like: one small language that every format is printed from.

Row((a, b))                one after the other
Digits("2.50")             a number as written
Letter("x"), Letter("w", "bold"), Letter("MSE", "roman")
Word("sin")                the upright name of a function or operator; `limits` sets its subscript below it
Sign(symbol)               an operator, relation, comma, … of symbols.py
Fraction(a, b), Root(a), Root(a, index), Scripts(a, sub, sup), Accent("hat", a)
Fence("(", a, ")")         brackets or bars; "" on a side without one
Apply(f, a)                f of a: the argument is a Fence, or stands bare as in `sin x`
Table(rows)                a matrix, the cases of a function, or aligned lines
Space("thin"), Text("if")  a gap, and words of the author that no printer may take for markup
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

from quizengine.maths.print.symbols import BY_NAME, Symbol

Format = Literal["text", "ascii", "latex", "typst", "mathml", "spoken"]
Style = Literal["italic", "bold", "roman", "double", "script"]


@dataclass(frozen=True, slots=True)
class Row:
    """parts one after the other."""

    parts: tuple[Layout, ...]


@dataclass(frozen=True, slots=True)
class Digits:
    """A number as written, without a sign: `12`, `0.50`."""

    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A variable: one letter, or a name of several letters in roman style."""

    text: str
    style: Style = "italic"


@dataclass(frozen=True, slots=True)
class Word:
    """The name of a function or operator: `sin`, `argmin`."""

    text: str
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """An operator, relation, punctuation mark or other symbol."""

    symbol: Symbol


@dataclass(frozen=True, slots=True)
class Fraction:
    """top over bottom."""

    top: Layout
    bottom: Layout


@dataclass(frozen=True, slots=True)
class Scripts:
    """base with a subscript, a superscript or both."""

    base: Layout
    sub: Layout | None = None
    sup: Layout | None = None


@dataclass(frozen=True, slots=True)
class Root:
    """The square root of inside, or its index-th root."""

    inside: Layout
    index: Layout | None = None


@dataclass(frozen=True, slots=True)
class Fence:
    """inside between left and right, each one of ( ) [ ] { } ⟨ ⟩ | ‖ ⌊ ⌋ ⌈ ⌉ or empty."""

    left: str
    inside: Layout
    right: str


@dataclass(frozen=True, slots=True)
class Apply:
    """function of argument."""

    function: Layout
    argument: Layout


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the brackets of a matrix are a Fence around it."""

    rows: tuple[tuple[Layout, ...], ...]
    kind: Literal["matrix", "cases", "aligned"] = "matrix"


@dataclass(frozen=True, slots=True)
class Accent:
    """base with a mark over it: hat, bar, vec, tilde, dot."""

    mark: str
    base: Layout


@dataclass(frozen=True, slots=True)
class Space:
    """A gap beyond what the signs bring with them."""

    width: Literal["thin", "wide"] = "thin"


@dataclass(frozen=True, slots=True)
class Text:
    """Words inside a formula, literal in every format. Build it with `words`."""

    text: str


Layout = Row | Digits | Letter | Word | Sign | Fraction | Scripts | Root | Fence | Apply | Table | Accent | Space | Text

EMPTY = Row(())
IMPLIED = Sign(BY_NAME["implied"])
DOT = Sign(BY_NAME["cdot"])
NEGATIVE = Sign(BY_NAME["negative"])
EITHER_SIGN = Sign(BY_NAME["eithersign"])  # ± before a first term, where it is no operator
PLUS_MINUS = Sign(BY_NAME["pm"])
PLUS = Sign(BY_NAME["+"])
MINUS = Sign(BY_NAME["-"])
SLASH = Sign(BY_NAME["/"])
COMMA = Sign(BY_NAME[","])


def row(parts: tuple[Layout, ...]) -> Layout:
    """Return the parts as one layout: a single part stands for itself."""
    return parts[0] if len(parts) == 1 else Row(parts)


def parts_of(layout: Layout) -> tuple[Layout, ...]:
    """Return the parts of a Row, or the layout alone."""
    return layout.parts if isinstance(layout, Row) else (layout,)


def comma_list(items: tuple[Layout, ...]) -> Layout:
    """Return the items with commas between them."""
    parts: list[Layout] = []
    for item in items:
        parts.extend((COMMA, item) if parts else (item,))
    return row(tuple(parts))


def words(text: str) -> Text:
    """Return the author's words as Text: white space is one space, and what cannot be printed is made visible."""
    return Text("".join(_visible(character) for character in text))


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    if character.isspace() and character not in "\x1c\x1d\x1e\x1f":
        return " "
    if unicodedata.category(character) == "Cf" and character in "\u200c\u200d":
        return character  # joiners shape letters and emoji
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{{{code:x}}}"
