"""Text to tokens, in one pass: plain, Unicode and LaTeX notation mixed as people mix them."""

from __future__ import annotations

import re

from quizengine.maths.parse.lexer.characters import (
    GREEK,
    HATTED,
    SPACE,
    SPACES,
    SUPERSCRIPT_SIGNS,
    SUPERSCRIPTS,
    folded,
)
from quizengine.maths.parse.lexer.latex import command
from quizengine.maths.parse.lexer.superscripts import raised
from quizengine.maths.parse.lexer.tokens import SUFFIX, Cutter, Tokens
from quizengine.maths.parse.lexer.word_splitting import run
from quizengine.maths.parse.lexer.words import Names, canonical
from quizengine.maths.tree import Number

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


def unlisted(tokens: Tokens, piece: str, offset: int) -> None:
    """Append the tokens of a piece that is not in the table of words and signs."""
    first = piece[0]
    if first in GREEK:
        tokens.word(GREEK[first] + piece[1:], offset, offset + len(piece))
    elif first.isascii() and first.isalpha():
        tokens.word(piece, offset, offset + len(piece))
    elif first in _DIGITS:
        tokens.number(piece, offset)
    elif ord(first) in SUPERSCRIPTS:
        raised(tokens, piece, offset)
    elif first in HATTED:
        tokens.hat(HATTED[first], offset)
    elif first == _HAT and _is_letter_before(tokens, offset):
        tokens.hat(_DOTTED.get(tokens.text[tokens.offsets[-1]], tokens.text[tokens.offsets[-1]]), tokens.pop())
    elif not (first in SPACE or (first == _ARROW_ABOVE and tokens.kinds and tokens.kinds[-1] in "xu?")):
        tokens.push("!", first, offset)


def _is_letter_before(tokens: Tokens, offset: int) -> bool:
    """Whether one letter stands before the mark at `offset`, or before its space, where Word puts the mark."""
    before = tokens.text[tokens.offsets[-1] : offset].rstrip() if tokens.kinds else ""
    return len(before) == 1 and (tokens.kinds[-1] in "xu?" or before in _DOTTED)


def _cut(tokens: Tokens, text: str, base: int) -> None:
    known = tokens.names.entries.get
    kinds, values, offsets = tokens.kinds.append, tokens.values.append, tokens.offsets.append
    offset = base
    for piece in _PIECE.findall(text):
        entry = known(piece)
        if entry:
            kinds(entry[0])
            values(entry[1])
            offsets(offset)
        elif piece != " ":
            unlisted(tokens, piece, offset)
        offset += len(piece)


def _cut_latex(tokens: Tokens, text: str) -> None:
    """As _cut, for a text with commands, which may take what follows them."""
    known, match = tokens.names.entries.get, _PIECE.match
    at = 0
    while found := match(text, at):
        piece, offset, at = found[0], at, found.end()
        entry = known(piece)
        if piece == "{" and text[at : at + 1] == "}" and tokens.kinds and tokens.kinds[-1] not in _TAKING:
            at += 1  # \cdot{} ends the name of a command
        elif entry:
            tokens.push(*entry, offset)
        elif piece[0] == "\\" and len(piece) > 1:
            at = command(tokens, piece[1:], offset, at)
        elif piece not in (" ", "~"):
            unlisted(tokens, piece, offset)


def _word(tokens: Tokens, word: str, offset: int, end: int) -> None:
    """A run of letters with its subscript, which ends at `end`: a name, or several run together."""
    names = tokens.names
    if " " in word:
        word = word.replace(" ", "")  # x_{ 1 }
    entry = names.entries.get(word) or names.entries.get(canonical(word)) or names.function(word)
    if word[0] in "xX" and tokens.kinds[-1:] == ["0"] and _is_times(tokens, word, end, entry is not None):
        tokens.push("*", "*", offset)
        if len(word) > 1:
            tokens.push("0", Number(10), offset + 1)
        return
    if entry is not None:
        tokens.push(*entry, offset)
        return
    pieces = run(word, names, tokens.text[end : end + 2].lstrip().startswith("("))
    if pieces is None:
        tokens.push("?", word, offset)
        return
    for kind, value, shift in pieces:
        tokens.push(kind, value, offset + shift)


def _is_times(tokens: Tokens, word: str, end: int, declared: bool) -> bool:
    """Whether this x is the times sign of 1.2x10^-4 or, where x is no variable, of 3 x 4."""
    rest = tokens.text[end : end + 8].replace(" ", "")
    return (word in ("x10", "X10") and rest[:1] == "^") or (len(word) == 1 and not declared and rest[:1].isdigit())


STUDENT_CUTTER = Cutter(_cut, _word)


def tokenize(text: str, names: Names) -> Tokens:
    """Return the tokens of `text`, closed by one of kind ""."""
    plain = folded(text)
    tokens = Tokens(plain, names, STUDENT_CUTTER)
    if "\\" in plain:
        _cut_latex(tokens, plain)
    else:
        tokens.scan(plain, 0)
    tokens.push("", "", len(text))
    return tokens
