"""Tokens, and what becomes of words, hats and numbers among them; lexer.py cuts texts into them.

A token is a kind, a value and the offset of its first character in the text as typed. The kinds:

    0 number        x variable or constant    u axis (0, 1, 2: i, j, k)     f function       ? unknown word
    ^ + - * / , ; & _ → as themselves         = a relation (value = ≠ < > ≤ ≥ :=)            < > relation or bracket
    ( ) [ ] { } ⟨ ⟩ brackets                  | ‖ bars                      √ root (value: its degree)
    frac over       LaTeX fractions           M N begin and end of a matrix  ! a sign that is refused (value: it)
    s sigma, which is a function before a bracket
    "" the end

Nothing is refused here: the parser raises the fault of the first token that it cannot use.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quizengine.maths.parse.lexer.characters import SUBSCRIPT_SIGNS
from quizengine.maths.parse.lexer.numbers import exact
from quizengine.maths.parse.lexer.words import UNIT_AXES, Names

SUFFIX = rf"(?:_?[0-9]+|_[A-Za-z]+|_\{{[ ]*[A-Za-z0-9]+[ ]*\}}|[{SUBSCRIPT_SIGNS}]+)"
_SUFFIX = re.compile(SUFFIX)


@dataclass(frozen=True, slots=True)
class Cutter:
    """How texts are cut into tokens.

    cut: appends the tokens of a text that stands at an offset of the text as typed. word: appends those of a run of
    letters with its subscript, which begins at one offset and ends at another.
    """

    cut: Callable[[Tokens, str, int], None]
    word: Callable[[Tokens, str, int, int], None]


class Tokens:
    """Tokens as three lists of one length, and what is known to whoever appends to them."""

    __slots__ = ("cutter", "kinds", "names", "offsets", "text", "values")

    def __init__(self, text: str, names: Names, cutter: Cutter) -> None:
        self.text = text
        self.names = names
        self.cutter = cutter
        self.kinds: list[str] = []
        self.values: list[Any] = []
        self.offsets: list[int] = []

    def scan(self, text: str, offset: int) -> None:
        """Append the tokens of `text`, which stands at `offset` of the text as typed."""
        self.cutter.cut(self, text, offset)

    def word(self, word: str, offset: int, end: int) -> None:
        """Append the tokens of a run of letters with its subscript, which ends at `end`."""
        self.cutter.word(self, word, offset, end)

    def push(self, kind: str, value: Any, offset: int) -> None:
        """Append one token."""
        self.kinds.append(kind)
        self.values.append(value)
        self.offsets.append(offset)

    def pop(self) -> int:
        """Take the last token back; returns its offset."""
        self.kinds.pop()
        self.values.pop()
        return self.offsets.pop()

    def suffix_end(self, at: int) -> int:
        """Return where the subscript that begins at `at` ends; `at` if there is none."""
        suffix = _SUFFIX.match(self.text, at)
        return suffix.end() if suffix and suffix[0][0] not in "0123456789" else at

    def hat(self, letter: str, offset: int) -> None:
        """A letter with a hat: a variable of that name, or the unit vector of an axis."""
        variables = self.names.variables or ("x", "y", "z")
        named = self.names.entries.get(f"{letter}_hat") or self.names.entries.get(f"{letter}hat")
        if named is not None:
            self.push(*named, offset)
        elif not self.names.axes:
            self.push("?", f"{letter}_hat", offset)
        elif letter in UNIT_AXES:
            self.push("u", UNIT_AXES[letter], offset)
        elif letter in variables:
            self.push("u", variables.index(letter), offset)
        else:
            self.push("?", letter, offset)

    def single(self, sign: str, offset: int) -> None:
        """One digit or letter by itself."""
        if sign.isdigit():
            self.number(sign, offset)
        else:
            self.word(sign, offset, offset + 1)

    def number(self, literal: str, offset: int) -> None:
        """A number as it is written, refused where it is too long."""
        value = exact(literal)
        if value is None:
            self.push("!", literal, offset)
        else:
            self.push("0", value, offset)
