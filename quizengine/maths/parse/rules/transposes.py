"""Transposes: [[1, 2], [3, 4]]' and (x, y)^T."""

from __future__ import annotations

from quizengine.errors import Unreadable
from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.tree import Node, Vector

AFTER_LIST = ("'", "’", "′", "⊤")  # as Matlab writes a column: [3 4]'


def transpose(cursor: Cursor, tree: Node) -> Node:
    """Return the transpose where a matrix is asked; a vector is one, be it typed as a row or as a column."""
    if cursor.expected.is_single_list:
        raise interval_wanted(cursor, cursor.lists[-1])
    rows = [row.items for row in tree.items if isinstance(row, Vector)] if isinstance(tree, Vector) else []
    if cursor.expected.keeps_rows and not rows and cursor.inside:
        raise cursor.fault("power-of-vector", "a transpose within a matrix is unclear; write it row by row")
    if not cursor.expected.keeps_rows or len({len(row) for row in rows}) != 1:
        return tree
    return Vector(tuple(Vector(column, "[]") for column in zip(*rows, strict=True)), "[]")


def is_transposed(cursor: Cursor, at: int) -> bool:
    """Return whether the sign at token `at`, after a list, turns a row into a column."""
    return cursor.kinds[at] == "!" and cursor.values[at] in AFTER_LIST


def interval_wanted(cursor: Cursor, at: int) -> Unreadable:
    """Return the fault of an interval that is computed with, at token `at`."""
    return cursor.fault("interval-wanted", "an interval by itself is asked, such as (0, 1]", at)
