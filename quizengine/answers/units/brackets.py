r"""Brackets whose value is worked with, so that a unit inside them is not the unit of the answer.

8/(2 m)     the value is 4, but its unit is 1/m          (4 m)          the brackets only hold the value
(2 m)^2     its unit is m²                               (3 m, -2 m)    a list
\sqrt{16 m} its unit is √m                               -(4 m), 2(2 m), (8 m)/2, \frac{8 m}{2}
"""

from __future__ import annotations

from collections.abc import Sequence

from quizengine.answers.units.tokens import TYPEFACE, Token

_BEFORE = ("(", "-", "number", "fraction")
_BEFORE_SIGNS = ("+", "±", "∓", "\\pm", "\\mp")
_BEHIND = ("^", "raised")
_BETWEEN = ("and", "or")
_PARTING = frozenset("\\,;=<>≤≥≈∈&|⟩→:、。")
_PARTING_COMMANDS = frozenset(
    ("\\le", "\\leq", "\\leqslant", "\\ge", "\\geq", "\\geqslant", "\\lt", "\\gt", "\\in", "\\rangle", "\\end")
)


def parts(token: Token) -> bool:
    """Return whether `token` parts values: , ; = < ≤ and or."""
    if token.kind == "word":
        return token.text.lower() in _BETWEEN
    return token.kind == "other" and (token.text in _PARTING or token.text in _PARTING_COMMANDS)


def worked_with(tokens: Sequence[Token]) -> frozenset[int]:
    """Return the places of the tokens that stand inside brackets whose value is worked with."""
    found: set[int] = set()
    opened: list[int] = []
    for at, token in enumerate(tokens):
        if token.kind == "(":
            opened.append(at)
        elif token.kind == ")" and opened:
            start = opened.pop()
            if tokens[start].text != TYPEFACE and not _holds(tokens, start, at):
                found.update(range(start + 1, at))
    for start in opened:
        if not _holds(tokens, start, len(tokens)):
            found.update(range(start + 1, len(tokens)))
    return frozenset(found)


def _holds(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Do the brackets at `start` and `end` only hold a value, or a list of values?"""
    if end + 1 < len(tokens) and tokens[end + 1].kind in _BEHIND:
        return False
    before = tokens[start - 1] if start else None
    if before is None or before.kind in _BEFORE or before.text in _BEFORE_SIGNS or parts(before):
        return before is None or before.kind != "number" or not _divides(tokens, start - 1)
    return before.kind == ")" and start > 1 and parts(tokens[start - 2])  # \text{ and } (3 m, 4 m)


def _divides(tokens: Sequence[Token], at: int) -> bool:
    r"""Is the number at `at` divided by, raised to or below a root, as in 1/2(8 m)? Then it may be two things."""
    return at > 0 and (tokens[at - 1].kind in ("/", "^") or tokens[at - 1].text[:1] in ("\\", "√", "∛"))
