"""Kinds of tokens by what they do: begin a factor, open and close, sign, relate. tokens.py lists all kinds."""

from __future__ import annotations

#: Can begin a factor, so that a product is meant where one follows another.
STARTERS = frozenset(("x", "0", "f", "s", "u", "(", "[", "{", "⟨", "|", "‖", "√", "frac", "M", "?", "!", "_", "w", "<"))
SIGNS = ("+", "-")
RELATIONS = ("=", "<", ">")
CLOSING = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "<": ">", "M": "N", "|": "|", "‖": "‖"}
CLOSERS = frozenset((*CLOSING.values(), "]"))
#: Hold the argument of a function, or its subscript or power.
CALLED = ("(", "[", "{")
