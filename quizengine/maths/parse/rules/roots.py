"""Roots: √x, ∛(x + 1), √{2x}, Word's √(3&x)."""

from __future__ import annotations

from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.grammar import factor
from quizengine.maths.parse.lexer.token_kinds import CALLED
from quizengine.maths.parse.rules.arithmetic import item_ends, with_followers
from quizengine.maths.parse.rules.atoms import arguments
from quizengine.maths.parse.rules.function_calls import build
from quizengine.maths.tree import Node, Number

FUNCTIONS_OF = {2: "sqrt", 3: "cbrt"}  # by degree


def root(cursor: Cursor) -> Node:
    """Read √ with one factor, √2x is (√2)·x; braces or brackets hold all that is under it."""
    start = cursor.at
    degree: int = cursor.advance()
    kinds, at = cursor.kinds, cursor.at
    if kinds[at : at + 3] == ["(", "0", "&"] and cursor.values[at + 1].denominator == 1:
        degree = cursor.values[at + 1].numerator  # Word's √(3&x)
        cursor.drop(at + 1, 2)
    if kinds[at] in CALLED:
        given = arguments(cursor)
    else:
        cursor.deeper()
        given = (_radicand(cursor),)
        cursor.depth -= 1
    name = FUNCTIONS_OF.get(degree, "root")
    return build(cursor, name, given, Number(degree) if name == "root" else None, start)


def _radicand(cursor: Cursor) -> Node:
    """What stands under √ without brackets: one factor, and under the other rule the product with what follows."""
    tree = factor(cursor)
    if cursor.peek() in ("x", "(", "[", "f", "frac") and not item_ends(cursor):
        cursor.tell("root")
        if cursor.conventions.root == "product":
            return with_followers(cursor, tree)
    return tree
