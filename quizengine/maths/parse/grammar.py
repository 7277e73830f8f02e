"""A grammar as two tables, and the loop that reads by them.

This is operator precedence as in V. R. Pratt, "Top down operator precedence" (POPL 1973). A prefix rule reads what
begins with a token; an infix rule reads what goes on after a tree, and is taken as long as it binds tighter than what
stands before the tree. A rule is a function in the file of its topic; student.py and language.py are the tables.

To read something new: give it a kind of token, write its rule, and put both in the table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.unexpected_tokens import unexpected
from quizengine.maths.tree import Node

#: Binding powers, the loosest first.
OR, AND, NOT, COMPARISON, OVER, SUM, PRODUCT, POWER, INDEX, ATOM = range(1, 11)


class Prefix(NamedTuple):
    """What begins with a token: how tightly it binds, and how it is read.

    Where something stands before it that binds as tightly, it is refused: no sign after √, no `not` after +.
    """

    power: int
    rule: Callable[[Cursor], Node]


class Infix(NamedTuple):
    """What goes on with a token: how tightly it binds, how it is read after a tree, and where it ends the tree instead.

    In [2x -2y] the sign begins a new item, and a bar may close.
    """

    power: int
    rule: Callable[[Cursor, Node], Node]
    ends: Callable[[Cursor], bool] | None = None


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a text is read, by the kinds of its tokens; numbers and names (0, x) stand for themselves."""

    prefix: Mapping[str, Prefix]
    infix: Mapping[str, Infix]


def expression(cursor: Cursor, floor: int = 0) -> Node:
    """Read what begins here and goes on with operators that bind tighter than `floor`; raises Unreadable."""
    kinds, at = cursor.kinds, cursor.at
    kind = kinds[at]
    tree: Node
    if kind == "x" or kind == "0":
        tree = cursor.values[at]
        cursor.at = at + 1
    else:
        prefix = cursor.prefix.get(kind)
        if prefix is None or prefix[0] <= floor:
            raise unexpected(cursor)
        tree = prefix[1](cursor)
    infix_of = cursor.infix.get
    while (infix := infix_of(kinds[cursor.at])) is not None:
        power, rule, ends = infix
        if power <= floor or (ends is not None and ends(cursor)):
            break
        tree = rule(cursor, tree)
    return tree


def factor(cursor: Cursor) -> Node:
    """Read an atom with its exponent."""
    return expression(cursor, PRODUCT)
