"""Which brackets belong together, found before anything is read."""

from __future__ import annotations

from collections.abc import Sequence

from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.lexer.token_kinds import CLOSERS, CLOSING


def enclosing(cursor: Cursor) -> list[int]:
    """Return of each token the place of the bracket that it stands in, -1 for none.

    < and > are brackets where lists are asked.
    """
    none = "|‖" if cursor.expected.is_list else "<>|‖"
    open_at, found = [-1], []
    for at, kind in enumerate(cursor.kinds):
        if kind in CLOSERS and kind not in none and len(open_at) > 1:
            open_at.pop()
        found.append(open_at[-1])
        if kind in CLOSING and kind not in none:
            open_at.append(at)
    return found


def without_commas(kinds: Sequence[str], separators: Sequence[str]) -> dict[int, int]:
    """Return the square brackets that hold none of `separators` themselves, each with where it closes; one pass."""
    open_at: list[int] = []
    found: dict[int, int] = {}
    held: set[int] = set()  # the brackets that hold a separator
    for at, kind in enumerate(kinds):
        if kind in ("(", "[", "{", "⟨", "M"):
            open_at.append(at)
        elif open_at and kind in (")", "]", "}", "⟩", "N"):
            opening = open_at.pop()
            if kind == "]" and kinds[opening] == "[" and opening not in held:
                found[opening] = at
        elif open_at and kind in separators:
            held.add(open_at[-1])
    return found
