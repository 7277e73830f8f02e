"""The formulas in an author's sentences, as they are written: $…$ and $$…$$, cut into tokens."""

from __future__ import annotations

import re
from functools import lru_cache

from quizengine.errors import Unreadable
from quizengine.maths.print.from_latex.tokens import Token, tokens

_FORMULA = re.compile(r"\\.|(?P<sign>\$\$?)(?P<inside>(?:[^\\$]|\\.)+)(?P=sign)", re.DOTALL)


@lru_cache(maxsize=4096)
def formulas_in(text: str) -> tuple[str, ...]:
    """Return what stands between the dollars of a text, from left to right."""
    return tuple(inside for found in _FORMULA.finditer(text) if (inside := found["inside"]))


@lru_cache(maxsize=4096)
def words_between(text: str) -> tuple[str, ...]:
    """Return what stands between the formulas of a text."""
    pieces, at = [], 0
    for found in _FORMULA.finditer(text):
        if found["inside"]:
            pieces.append(text[at : found.start()])
            at = found.end()
    return (*pieces, text[at:])


@lru_cache(maxsize=4096)
def tokens_of(formula: str) -> tuple[Token, ...]:
    """Return the tokens of a formula, an end token last; none where it cannot be read, which drawing it tells."""
    try:
        return tuple(tokens(formula))
    except Unreadable:
        return ()


def letters_of(formula: str) -> frozenset[str]:
    """Return the letters of a formula that are no part of a command, of words or of a fill-in."""
    return frozenset(token.text for token in tokens_of(formula) if token.kind == "sign" and token.text.isalpha())
