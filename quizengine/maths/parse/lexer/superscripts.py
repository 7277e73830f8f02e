"""Small raised signs as tokens: exponents (x²), fractions (¹⁄₂, x¹⁄²) and degrees of roots (³√x)."""

from __future__ import annotations

import re

from quizengine.maths.parse.lexer.characters import SPACE, SUBSCRIPTS, SUPERSCRIPTS
from quizengine.maths.parse.lexer.tokens import Tokens
from quizengine.maths.tree import Number

MAX_RAISED = 12  # signs of a fraction in small digits
MAX_DEGREE = 3  # digits of the degree of a root
_BEFORE_DEGREE = ("+", "-", "*", "/", "^", "(", "[", "{", ",", ";", "=", "<", ">")  # after these ³ is no exponent


def raised(tokens: Tokens, piece: str, offset: int) -> None:
    """Small raised signs: an exponent, ¹⁄₂, or the degree of a root where nothing stands before it: ³√x."""
    if piece[-1] == "√":
        first = not tokens.kinds or tokens.kinds[-1] in _BEFORE_DEGREE or tokens.text[offset - 1] in SPACE
        if first and len(piece) - 1 <= MAX_DEGREE:
            tokens.push("√", int(piece[:-1].translate(SUPERSCRIPTS)), offset)
            return
        _superscript(tokens, piece[:-1], offset)
        tokens.push("√", 2, offset + len(piece) - 1)
    elif ord(piece[-1]) in SUPERSCRIPTS:
        _superscript(tokens, piece, offset)
    else:
        _raised_fraction(tokens, piece, offset)


def _superscript(tokens: Tokens, run: str, offset: int) -> None:
    """Raised digits and letters are an exponent in braces."""
    tokens.push("^", "^", offset)
    tokens.push("{", "{", offset)
    tokens.scan(run.translate(SUPERSCRIPTS), offset)
    tokens.push("}", "}", offset + len(run) - 1)


def _raised_fraction(tokens: Tokens, piece: str, offset: int) -> None:
    """¹⁄₂ by itself is a number, and after a factor an exponent."""
    digits = piece.translate(SUPERSCRIPTS).translate(SUBSCRIPTS)
    above, below = (int(part) for part in re.split("[/⁄∕]", digits))
    if below == 0 or len(piece) > MAX_RAISED:
        tokens.push("!", piece[0], offset)
        return
    if tokens.kinds and tokens.kinds[-1] in ("x", ")", "]", "}"):
        tokens.push("^", "^", offset)
    tokens.push("0", Number(above, below), offset)
