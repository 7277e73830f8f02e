"""A whole answer: an expression, a relation, or a list without brackets."""

from __future__ import annotations

from quizengine.errors import Unreadable
from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.grammar import expression
from quizengine.maths.parse.lexer.token_kinds import RELATIONS
from quizengine.maths.parse.rules.rows import listed
from quizengine.maths.parse.syntax_faults import leftover, several, unexpected
from quizengine.maths.tree import Node, Relation


def whole(cursor: Cursor) -> Node:
    """Read everything up to the end."""
    return all_after(cursor, side(cursor))


def all_after(cursor: Cursor, first: Node) -> Node:
    """Read on up to the end after `first`, which is all, or the first item of a list without brackets."""
    separator = cursor.peek()
    if separator == "":
        return first
    if separator not in (",", ";"):
        raise leftover(cursor)
    between = cursor.at
    found = _rest_of_list(cursor, first)
    if cursor.expected.one_value:
        raise several(cursor, between)
    cursor.lists.append(0)
    return listed(cursor, found, "", 0)


def value(cursor: Cursor) -> Node:
    """Read an expression after which no relation may stand."""
    first = expression(cursor)
    if cursor.peek() in RELATIONS:
        raise _no_relation(cursor)
    return first


def side(cursor: Cursor) -> Node:
    """Read an expression, or where relations are kept, a relation of several."""
    first = expression(cursor)
    if cursor.peek() not in RELATIONS:
        return first
    if not cursor.expected.keeps_relations or _closes_nothing(cursor):
        raise _no_relation(cursor)
    sides, signs = [first], []
    while cursor.peek() in RELATIONS:
        sign = str(cursor.values[cursor.at])
        if sign == "∈":
            raise unexpected(cursor)
        signs.append("=" if sign in (":=", "←") else sign)
        cursor.at += 1
        sides.append(expression(cursor))
    return Relation(tuple(sides), tuple(signs))


def _closes_nothing(cursor: Cursor) -> bool:
    """Whether the sign here is a closing bracket that none opened: the end of `2x, 3y>`."""
    return cursor.expected.is_list and cursor.kinds[cursor.at : cursor.at + 2] == [">", ""]


def _no_relation(cursor: Cursor) -> Unreadable:
    if _closes_nothing(cursor):
        return cursor.fault("bracket-not-opened", "this bracket closes nothing; delete it or open one before")
    message = "one expression is asked; type only what stands right of the last = sign"
    return cursor.fault("equation-not-asked", message)


def _rest_of_list(cursor: Cursor, first: Node) -> list[list[Node]]:
    """The rows of a list without brackets; semicolons make them where a matrix or points are asked."""
    if cursor.peek() == ";" and cursor.expected.is_single_list:
        raise cursor.fault("list-not-asked", "one interval is asked; a semicolon makes a list")
    found = [[first]]
    while (kind := cursor.peek()) in (",", ";"):
        cursor.at += 1
        if kind == ";":
            found.append([side(cursor)])
        else:
            found[-1].append(side(cursor))
    if cursor.peek() != "":
        raise leftover(cursor)
    return found
