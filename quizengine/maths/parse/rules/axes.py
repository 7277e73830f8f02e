"""Letters that are more than a name: the unit vectors i, j, k, and x[1] for x_1."""

from __future__ import annotations

from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.syntax_faults import unexpected
from quizengine.maths.parse.vectors import AXES
from quizengine.maths.tree import Name, Node, Number

ENDS_OF_AXIS = ("", "+", "-", ")", ",")


def axis(cursor: Cursor) -> Node:
    """Read a unit vector; i^ is î."""
    cursor.lists.append(cursor.at)
    place: int = cursor.advance()
    if cursor.peek() == "^" and cursor.peek(1) in ENDS_OF_AXIS:
        cursor.at += 1
    return AXES[min(place, len(AXES) - 1)]


def indexed_name(cursor: Cursor) -> Node:
    """Read x[1], where x_1 is a variable and x is none; any other unknown word is refused."""
    at = cursor.at
    if cursor.kinds[at + 1 : at + 4] == ["[", "0", "]"]:
        index: Number = cursor.values[at + 2]
        entry = cursor.tokens.names.entries.get(f"{cursor.values[at]}_{index.numerator}")
        if entry is not None and isinstance(entry[1], Name):
            cursor.at += 4
            return entry[1]
    raise unexpected(cursor)
