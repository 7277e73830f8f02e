"""The loop that reads by the two tables of a grammar, and how tightly its operators bind.

This is operator precedence as in V. R. Pratt, "Top down operator precedence" (POPL 1973). A prefix rule reads what
begins with a token; an infix rule reads what goes on after a tree, and is taken as long as it binds tighter than what
stands before the tree. A rule is a function in the file of its topic, in rules/; student_grammar and author/grammar
are the tables.

To read something new: give it a kind of token, write its rule, and put both in the table.
"""

from __future__ import annotations

from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.syntax_faults import unexpected
from quizengine.maths.tree import Node

#: Binding powers, the loosest first.
OR, AND, NOT, COMPARISON, OVER, SUM, PRODUCT, POWER, INDEX, ATOM = range(1, 11)


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
