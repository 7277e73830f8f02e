"""Text to tokens, in one pass: plain, Unicode and LaTeX notation mixed as people mix them.

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
from typing import Any

from quizengine.maths.read.fold import (
    GREEK,
    HATTED,
    SPACE,
    SPACES,
    SUBSCRIPT_SIGNS,
    SUPERSCRIPT_SIGNS,
    SUPERSCRIPTS,
    folded,
)
from quizengine.maths.read.latex import command
from quizengine.maths.read.numbers import exact
from quizengine.maths.read.raised import raised
from quizengine.maths.read.runs import run
from quizengine.maths.read.words import UNIT_AXES, Names, canonical
from quizengine.maths.tree import Number

_SUFFIX_PATTERN = rf"(?:_?[0-9]+|_[A-Za-z]+|_\{{[ ]*[A-Za-z0-9]+[ ]*\}}|[{SUBSCRIPT_SIGNS}]+)"
_EXPONENT = r"[eE][-+−–]?[0-9]+"
#: A point may end a number before a sign, an exponent or the next number: 2., 1.e3, [3. 4.]; TeX writes 0{,}5 for 0,5.
_POINT = rf"\.[0-9]+|\.(?=[ ]*[-+*/^),;\]}}>⟩]|[ ]+[-+.0-9]|{_EXPONENT})|\{{[.,]\}}(?![0-9]{{3}}(?![0-9]))[0-9]+"
_NUMBER_PATTERN = rf"(?:[0-9]+(?:{_POINT})?|\.[0-9]+)(?:{_EXPONENT})?"
_RAISED_DIGITS = "[⁰¹²³⁴⁵⁶⁷⁸⁹]+"
_RAISED_FRACTION = rf"{_RAISED_DIGITS}[/⁄∕][₀₁₂₃₄₅₆₇₈₉]+"
_RAISED = rf"[{SUPERSCRIPT_SIGNS}]++(?:[/⁄∕][{SUPERSCRIPT_SIGNS}]++(?!√))?"
_GREEK = "".join(GREEK).replace("π", "")
#: Greek letters with their subscripts, and raised digits, for whoever cuts a text in another way.
GREEK_OR_RAISED = rf"[{_GREEK}]{_SUFFIX_PATTERN}?|[{SUPERSCRIPT_SIGNS}]+"
#: Every text is a row of pieces: words, numbers, signs, commands, raised digits, spaces, and any other character.
_PIECE = re.compile(
    rf"[A-Za-z]+{_SUFFIX_PATTERN}?"
    r"|[+/^(),\[\]{}]|\*\*?|\.[*/^]"
    rf"|{_NUMBER_PATTERN}"
    rf"|[=!<>:]=|->|[{_GREEK}]{_SUFFIX_PATTERN}?"
    rf"|{_RAISED_FRACTION}|{_RAISED_DIGITS}√|{_RAISED}|[{SPACES}]+"
    r"|\\(?:operatorname\*|[A-Za-z]+|.)"
    r"|.",
    re.DOTALL,
)
_SUFFIX = re.compile(_SUFFIX_PATTERN)
_TAKING = ("^", "_", "√", "frac", "f", "}")  # kinds of tokens after which braces hold something
DIGITS = ".0123456789"
_HAT, _ARROW_ABOVE = "\u0302", "\u20d7"
_DOTTED = {"ı": "i", "ȷ": "j"}  # a hat takes the place of the dot


class Tokens:
    """Tokens as three lists of one length."""

    __slots__ = ("kinds", "names", "offsets", "text", "values")

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self.names = names
        self.kinds: list[str] = []
        self.values: list[Any] = []
        self.offsets: list[int] = []

    def push(self, kind: str, value: Any, offset: int) -> None:
        self.kinds.append(kind)
        self.values.append(value)
        self.offsets.append(offset)

    def word(self, word: str, offset: int, end: int) -> None:
        """A run of letters with its subscript, which ends at `end`: a name, or several run together."""
        names = self.names
        if " " in word:
            word = word.replace(" ", "")  # x_{ 1 }
        entry = names.entries.get(word) or names.entries.get(canonical(word)) or names.function(word)
        if word[0] in "xX" and self.kinds[-1:] == ["0"] and self._is_times(word, end, entry is not None):
            self.push("*", "*", offset)
            if len(word) > 1:
                self.push("0", Number(10), offset + 1)
            return
        if entry is not None:
            self.push(*entry, offset)
            return
        pieces = run(word, names, self.text[end : end + 2].lstrip().startswith("("))
        if pieces is None:
            self.push("?", word, offset)
            return
        for kind, value, shift in pieces:
            self.push(kind, value, offset + shift)

    def _is_times(self, word: str, end: int, declared: bool) -> bool:
        """Whether this x is the times sign of 1.2x10^-4 or, where x is no variable, of 3 x 4."""
        rest = self.text[end : end + 8].replace(" ", "")
        return (word in ("x10", "X10") and rest[:1] == "^") or (len(word) == 1 and not declared and rest[:1].isdigit())

    def suffix_end(self, at: int) -> int:
        """Where the subscript that begins at `at` ends; `at` if there is none."""
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
        value = exact(literal)
        self.push("0" if isinstance(value, Number) else "!", value if isinstance(value, Number) else literal, offset)

    def piece(self, piece: str, offset: int) -> None:
        """A piece that is not in the table of words and signs."""
        first = piece[0]
        if first in GREEK:
            self.word(GREEK[first] + piece[1:], offset, offset + len(piece))
        elif first.isascii() and first.isalpha():
            self.word(piece, offset, offset + len(piece))
        elif first in DIGITS:
            self.number(piece, offset)
        elif ord(first) in SUPERSCRIPTS:
            raised(self, piece, offset)
        elif first in HATTED:
            self.hat(HATTED[first], offset)
        elif first == _HAT and self._is_letter_before(offset):
            self.hat(_DOTTED.get(self.text[self.offsets[-1]], self.text[self.offsets[-1]]), self._pop())
        elif not (first in SPACE or (first == _ARROW_ABOVE and self.kinds and self.kinds[-1] in "xu?")):
            self.push("!", first, offset)

    def _is_letter_before(self, offset: int) -> bool:
        """Whether one letter stands before the mark at `offset`, or before its space, where Word puts the mark."""
        before = self.text[self.offsets[-1] : offset].rstrip() if self.kinds else ""
        return len(before) == 1 and (self.kinds[-1] in "xu?" or before in _DOTTED)

    def _pop(self) -> int:
        self.kinds.pop()
        self.values.pop()
        return self.offsets.pop()

    def scan(self, text: str, base: int = 0) -> None:
        """Append the tokens of `text`, which stands at `base` of the text as typed."""
        known = self.names.entries.get
        kinds, values, offsets = self.kinds.append, self.values.append, self.offsets.append
        offset = base
        for piece in _PIECE.findall(text):
            entry = known(piece)
            if entry:
                kinds(entry[0])
                values(entry[1])
                offsets(offset)
            elif piece != " ":
                self.piece(piece, offset)
            offset += len(piece)

    def scan_latex(self, text: str) -> None:
        """As scan, for a text with commands, which may take what follows them."""
        known, match = self.names.entries.get, _PIECE.match
        at = 0
        while found := match(text, at):
            piece, offset, at = found[0], at, found.end()
            entry = known(piece)
            if piece == "{" and text[at : at + 1] == "}" and self.kinds and self.kinds[-1] not in _TAKING:
                at += 1  # \cdot{} ends the name of a command
            elif entry:
                self.push(*entry, offset)
            elif piece[0] == "\\" and len(piece) > 1:
                at = command(self, piece[1:], offset, at)
            elif piece not in (" ", "~"):
                self.piece(piece, offset)


def tokenize(text: str, names: Names) -> Tokens:
    """The tokens of `text`, closed by one of kind ""."""
    plain = folded(text)
    tokens = Tokens(plain, names)
    if "\\" in plain:
        tokens.scan_latex(plain)
    else:
        tokens.scan(plain)
    tokens.push("", "", len(text))
    return tokens
