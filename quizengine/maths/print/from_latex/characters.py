"""Single characters of an author's formula: letters, signs, and what opens and closes."""

from __future__ import annotations

from collections.abc import Iterable

from quizengine.errors import Unreadable
from quizengine.maths.print.from_latex.tokens import Token
from quizengine.maths.print.layout import Layout, Sign, Space
from quizengine.maths.print.symbols import BY_CHARACTER, BY_NAME
from quizengine.maths.print.variable_names import letter

OPENERS = {
    "(": ("(", {")": ")", "]": "]"}),
    "[": ("[", {"]": "]", ")": ")"}),
    "\\{": ("{", {"\\}": "}"}),
    "\\lbrace": ("{", {"\\rbrace": "}"}),
    "\\langle": ("⟨", {"\\rangle": "⟩"}),
    "\\lvert": ("|", {"\\rvert": "|"}),
    "\\lVert": ("‖", {"\\rVert": "‖"}),
    "\\lfloor": ("⌊", {"\\rfloor": "⌋"}),
    "\\lceil": ("⌈", {"\\rceil": "⌉"}),
}
BARS = {"|": "|", "\\|": "‖", "\\vert": "|", "\\Vert": "‖"}
CLOSERS = frozenset(closer for _, closers in OPENERS.values() for closer in closers)
STRUCTURE = {
    "}": "this } closes nothing: remove it, or write \\}",
    "&": "& stands only between the cells of a matrix, of cases or of aligned",
    "\\\\": "\\\\ stands only between the rows of a matrix, of cases or of aligned",
    "\\right": "\\right has no \\left before it",
    "\\end": "\\end has no \\begin before it",
}


def bar_closes(following: Iterable[Token], bar: str) -> bool:
    """Return whether a second `bar` stands among the tokens `following` before the bracket around them closes."""
    depth = 0
    for token in following:
        if token.kind == "fill":
            continue
        if token.text == bar and depth == 0:
            return True
        depth += token.text in OPENERS or token.text in ("{", "\\left", "\\begin")
        depth -= token.text in CLOSERS or token.text in ("}", "\\right", "\\end")
        if depth < 0:
            return False
    return False


def character(token: Token) -> Layout:
    """Return a letter or sign written as itself; raises Unreadable for one that has no place in a formula."""
    symbol = BY_NAME.get(token.text) or BY_CHARACTER.get(token.text)
    if symbol is not None and symbol.kind != "letter":
        return Sign(symbol)
    if symbol is not None or (token.text.isascii() and token.text.isalpha()):
        return letter(token.text)
    if token.text == "~":
        return Space("thin")
    if token.text in "²³¹⁰⁴⁵⁶⁷⁸⁹⁻⁺ⁿ":
        raise Unreadable("raised-character", token.offset, "write a power with ^, as in x^2 or x^{-1}")
    shown = token.text if token.text.isprintable() else f"U+{ord(token.text):04X}"
    cure = f"'{shown}' has no place in a formula; put words in \\text{{…}}"
    raise Unreadable("unknown-character", token.offset, cure)
