"""Atoms: what stands right after `_` or `^` at a function, and in \\frac without braces."""

from __future__ import annotations

from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.grammar import expression
from quizengine.maths.parse.lexer.token_kinds import CALLED, CLOSING, SIGNS
from quizengine.maths.parse.rules.brackets import items
from quizengine.maths.parse.syntax_faults import unclosed, unexpected
from quizengine.maths.tree import Negative, Node


def signed_atom(cursor: Cursor) -> Node:
    """Read a number, a name or brackets, signed or not."""
    sign = cursor.peek()
    if sign not in SIGNS:
        return _atom(cursor)
    cursor.at += 1
    tree = _atom(cursor)
    return Negative(tree) if sign == "-" else tree


def _atom(cursor: Cursor) -> Node:
    kind = cursor.peek()
    if kind in ("x", "0"):
        tree: Node = cursor.advance()
        return tree
    if kind not in CALLED:
        raise unexpected(cursor)
    start = cursor.at
    outside = cursor.enter()
    tree = expression(cursor)
    if cursor.peek() != CLOSING[kind]:
        raise unclosed(cursor, start)
    cursor.leave(outside)
    return tree


def arguments(cursor: Cursor) -> tuple[Node, ...]:
    """Read the arguments between the brackets that open here, at least one."""
    if cursor.peek(1) == CLOSING[cursor.peek()]:
        raise cursor.fault("empty-brackets", "nothing stands between these brackets")
    return tuple(items(cursor))
