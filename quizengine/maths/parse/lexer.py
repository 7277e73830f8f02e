"""Text to tokens, in one pass: plain, Unicode and LaTeX notation mixed as people mix them."""

from __future__ import annotations

import re

from quizengine.maths.parse.characters import GREEK, HATTED, SPACE, SPACES, SUPERSCRIPT_SIGNS, SUPERSCRIPTS, folded
from quizengine.maths.parse.latex import command
from quizengine.maths.parse.superscripts import raised
from quizengine.maths.parse.tokens import SUFFIX, Tokens
from quizengine.maths.parse.words import Names

_EXPONENT = r"[eE][-+−–]?[0-9]+"
#: A point may end a number before a sign, an exponent or the next number: 2., 1.e3, [3. 4.]; TeX writes 0{,}5 for 0,5.
_POINT = rf"\.[0-9]+|\.(?=[ ]*[-+*/^),;\]}}>⟩]|[ ]+[-+.0-9]|{_EXPONENT})|\{{[.,]\}}(?![0-9]{{3}}(?![0-9]))[0-9]+"
_NUMBER_PATTERN = rf"(?:[0-9]+(?:{_POINT})?|\.[0-9]+)(?:{_EXPONENT})?"
_RAISED_DIGITS = "[⁰¹²³⁴⁵⁶⁷⁸⁹]+"
_RAISED_FRACTION = rf"{_RAISED_DIGITS}[/⁄∕][₀₁₂₃₄₅₆₇₈₉]+"
_RAISED = rf"[{SUPERSCRIPT_SIGNS}]++(?:[/⁄∕][{SUPERSCRIPT_SIGNS}]++(?!√))?"
_GREEK = "".join(GREEK).replace("π", "")
#: Greek letters with their subscripts, and raised digits, for whoever cuts a text in another way.
GREEK_OR_RAISED = rf"[{_GREEK}]{SUFFIX}?|[{SUPERSCRIPT_SIGNS}]+"
#: Every text is a row of pieces: words, numbers, signs, commands, raised digits, spaces, and any other character.
_PIECE = re.compile(
    rf"[A-Za-z]+{SUFFIX}?"
    r"|[+/^(),\[\]{}]|\*\*?|\.[*/^]"
    rf"|{_NUMBER_PATTERN}"
    rf"|[=!<>:]=|->|[{_GREEK}]{SUFFIX}?"
    rf"|{_RAISED_FRACTION}|{_RAISED_DIGITS}√|{_RAISED}|[{SPACES}]+"
    r"|\\(?:operatorname\*|[A-Za-z]+|.)"
    r"|.",
    re.DOTALL,
)
_TAKING = ("^", "_", "√", "frac", "f", "}")  # kinds of tokens after which braces hold something
_DIGITS = ".0123456789"
_HAT, _ARROW_ABOVE = "\u0302", "\u20d7"
_DOTTED = {"ı": "i", "ȷ": "j"}  # a hat takes the place of the dot


class Scanner(Tokens):
    """The tokens of a student's text."""

    __slots__ = ()

    def piece(self, piece: str, offset: int) -> None:
        """A piece that is not in the table of words and signs."""
        first = piece[0]
        if first in GREEK:
            self.word(GREEK[first] + piece[1:], offset, offset + len(piece))
        elif first.isascii() and first.isalpha():
            self.word(piece, offset, offset + len(piece))
        elif first in _DIGITS:
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
    tokens = Scanner(plain, names)
    if "\\" in plain:
        tokens.scan_latex(plain)
    else:
        tokens.scan(plain)
    tokens.push("", "", len(text))
    return tokens
