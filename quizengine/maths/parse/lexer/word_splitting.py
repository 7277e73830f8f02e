"""Words run together: `xsin` is x·sin, `2pix` has π·x, `xw1` is x·w1."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from quizengine.maths.parse.lexer.characters import SUBSCRIPT_SIGNS, SUBSCRIPTS
from quizengine.maths.parse.lexer.words import CONSTANT_WORDS, INFINITE_WORDS, Entry, Names, canonical
from quizengine.maths.tree import MAX_DIGITS, Name, Number

_RUN = re.compile(rf"([A-Za-z]+)(_?)\{{?([A-Za-z0-9{SUBSCRIPT_SIGNS}]*)\}}?")


def split(letters: str, entries: Mapping[str, Entry]) -> list[str] | None:
    """Return `letters` cut into known words, longest first, or None: `xsin` is x·sin, `2pix` has π·x.

    One pass from the right; a word is at most twelve letters long, so the work is linear. An axis ends its run: `2xi`.
    """
    size = len(letters)
    longest = [0] * (size + 1)
    reachable = [False] * size + [True]
    for start in range(size - 1, -1, -1):
        for length in range(min(12, size - start), 0, -1):
            piece = letters[start : start + length]
            if not reachable[start + length] or piece in INFINITE_WORDS:
                continue
            kind = entries[piece][0] if piece in entries else ""
            if kind in ("x", "f") or (kind == "u" and start + length == size):
                reachable[start], longest[start] = True, length
                break
    if not reachable[0]:
        return None
    pieces, start = [], 0
    while start < size:
        pieces.append(letters[start : start + longest[start]])
        start += longest[start]
    return pieces


def run(word: str, names: Names, before_bracket: bool) -> list[tuple[str, Any, int]] | None:
    """Return `word` as several known words run together, the last with the subscript: (kind, value, shift) each, or
    None.
    """
    parts = _RUN.fullmatch(word)
    if parts is not None and parts[3] and (indexed := _indexed(parts, names)) is not None:
        return indexed
    pieces = split(parts[1], names.entries) if parts else None
    if parts is None or not pieces or (names.free and len(pieces) > 6):
        return None
    tokens: list[tuple[str, Any, int]] = []
    shift = 0
    for piece in pieces:
        tokens.append((*names.entries[piece], shift))
        shift += len(piece)
    if not parts[3]:
        return tokens
    kind, value, shift = tokens.pop()
    index = parts[3].translate(SUBSCRIPTS)
    last = _subscripted(kind, pieces[-1], index, names)
    if last is not None:
        return [*tokens, (*last, shift)]
    literal = _operand(index, parts.start(3), names)
    if kind != "f" or literal is None or (value != "log" and not index.isdigit()):
        return None
    if value == "log":
        return [*tokens, ("f", "log", shift), ("_", "_", parts.start(2)), literal]
    if parts[2] or before_bracket:  # sin_2 means nothing, and sin2(x) is as likely sin(x)^2 as sin(2x)
        return None
    return [*tokens, ("f", value, shift), literal]


def _indexed(parts: re.Match[str], names: Names) -> list[tuple[str, Any, int]] | None:
    """x·w_1 for `xw1` or `xw_1`, where w_1 is a variable and w may be none; the longest such name wins."""
    letters, index = parts[1], parts[3].translate(SUBSCRIPTS)
    for start in range(max(1, len(letters) - 12), len(letters)):
        entry = names.entries.get(f"{canonical(letters[start:])}_{index}")
        if entry is not None and entry[0] == "x" and (before := run(letters[:start], names, False)) is not None:
            return [*before, (*entry, start)]
    return None


def _operand(index: str, shift: int, names: Names) -> tuple[str, Any, int] | None:
    """The number or name that stands as the base of a logarithm, or right after a function."""
    if index.isdigit():
        return ("0", Number(int(index)), shift) if len(index) <= MAX_DIGITS else None
    entry = names.entries.get(index)
    return (*entry, shift) if entry is not None and entry[0] == "x" else None


def _subscripted(kind: str, base: str, index: str, names: Names) -> Entry | None:
    """The variable `base` with subscript `index`, if there is one."""
    name = f"{canonical(base)}_{index}"
    if name in names.entries:
        return names.entries[name]
    return ("x", Name(name)) if names.free and kind in "xs" and base not in CONSTANT_WORDS else None
