"""Bars: |x| is an absolute value; ||w||, ‖w‖ and |(a, b)| are lengths."""

from __future__ import annotations

from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.rules.brackets import items
from quizengine.maths.tree import Call, Node, Number, Vector


def bars(cursor: Cursor) -> Node:
    """Read |x|, and ||w|| or |(a, b)| as a length."""
    start, kind = cursor.at, cursor.peek()
    inner = items(cursor)
    doubled = cursor.kinds[start + 1] == "|" and cursor.peek(-2) == "|"
    if kind == "‖" or doubled:
        _skip_two(cursor)
    content = inner[0]
    if len(inner) > 1:
        return Call("norm", tuple(inner))
    if isinstance(content, Vector):
        if not content.items:  # an axis
            raise cursor.fault("axis-misplaced", "i, j and k belong in a sum such as 2x i + 3y j", start + 1)
        return Call("norm", content.items)
    if kind == "‖" or (doubled and isinstance(content, Call) and content.function in ("abs", "norm")):
        return Call("norm", content.arguments if kind == "|" and isinstance(content, Call) else (content,))
    return Call("abs", (content,))


def _skip_two(cursor: Cursor) -> None:
    """Step over the 2 of ||w||_2, which is the length that bars mean anyway."""
    if cursor.peek() == "_" and cursor.values[cursor.at + 1] == Number(2):
        cursor.at += 2
    elif cursor.values[cursor.at] == "₂":
        cursor.at += 1
