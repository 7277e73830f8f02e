"""Rows of a list: what commas, semicolons, spaces and the & of LaTeX part, and the vector or matrix that they make."""

from __future__ import annotations

from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.grammar import expression
from quizengine.maths.parse.lexer.token_kinds import SIGNS, STARTERS
from quizengine.maths.tree import Node, Vector


def rows(cursor: Cursor, kind: str, first: Node) -> list[list[Node]]:
    """Read the items after `first` up to the closing bracket of one of `kind`, by rows."""
    found = [[first]]
    while True:
        next_kind = cursor.kinds[cursor.at]
        if next_kind in (",", "&"):
            cursor.at += 1
            found[-1].append(expression(cursor))
        elif next_kind == ";":
            cursor.at += 1
            if kind == "M" and cursor.peek() == "N":
                return found
            found.append([expression(cursor)])
        elif cursor.spaced and (next_kind in STARTERS or next_kind in SIGNS):
            found[-1].append(expression(cursor))
        else:
            return found


def listed(cursor: Cursor, found: list[list[Node]], names: str, start: int) -> Vector:
    """Return rows as one vector: a row or a column flat, a matrix as a vector of rows; raises Unreadable if ragged.

    names: the brackets around them; start: the token of the opening one.
    """
    keeps_rows = cursor.expected.keeps_rows
    if len(found) > 1 and all(len(row) == 1 and isinstance(row[0], Vector) for row in found):
        found = [[row[0] for row in found]]  # [[1, 2]; [3, 4]]
    if len(found) == 1:
        items = found[0]
        if keeps_rows and len({len(item.items) for item in items if isinstance(item, Vector)}) > 1:
            raise cursor.fault("ragged-rows", "the rows of a matrix must be equally long", start)
        if not keeps_rows and all(isinstance(item, Vector) and len(item.items) == 1 for item in items):
            items = [item.items[0] for item in items if isinstance(item, Vector)]
        return Vector(tuple(items), names)
    if len({len(row) for row in found}) > 1:
        raise cursor.fault("ragged-rows", "the rows of a matrix must be equally long", start)
    if len(found[0]) == 1 and not keeps_rows:
        return Vector(tuple(row[0] for row in found), names)
    return Vector(tuple(Vector(tuple(row), "[]") for row in found), names)
