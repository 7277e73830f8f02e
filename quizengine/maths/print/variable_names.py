"""The name of a variable as layout: Greek names as letters, subscripts below."""

from __future__ import annotations

from functools import lru_cache

from quizengine.maths.print.layout import Digits, Layout, Letter, Scripts, row
from quizengine.maths.print.symbols import BY_CHARACTER, BY_NAME

_COMMON = {"epsilon": "ε", "phi": "φ"}  # the shapes that keyboards and fonts give; \epsilon and \phi are the others


@lru_cache(maxsize=1024)
def variable(name: str) -> Layout:
    """Return the layout of the variable called `name`: `x`, `theta_1`, `w_ij`, `height`, `x_max`."""
    base, _, below = name.partition("_")
    layout = letter(base)
    return Scripts(layout, sub=_subscript(below)) if below else layout


def letter(name: str) -> Letter:
    """Return a letter in italics, a Greek name as its letter, a longer name upright."""
    if name in _COMMON:
        return Letter(_COMMON[name])
    symbol = BY_NAME.get(name) or BY_CHARACTER.get(name)
    if symbol is not None and symbol.kind == "letter":
        return Letter(symbol.character)
    return Letter(name) if len(name) == 1 else Letter(name, "roman")


def _subscript(text: str) -> Layout:
    if text.isdigit():
        return Digits(text)
    if text.isalpha() and len(text) <= 2:
        return row(tuple(letter(character) for character in text))
    return letter(text)
