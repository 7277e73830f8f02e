"""LaTeX fractions: \\frac{a}{b}, \\frac12, {a \\over b}, and \\binom{a}{b} as a column."""

from __future__ import annotations

from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.grammar import OVER, expression
from quizengine.maths.parse.rules.atoms import signed_atom
from quizengine.maths.tree import Node, Quotient, Vector


def fraction(cursor: Cursor) -> Node:
    """Read \\frac{a}{b}, also \\frac12; \\binom{a}{b} is a column where a list is asked."""
    start = cursor.at
    command = cursor.advance()
    above, below = signed_atom(cursor), signed_atom(cursor)
    if command == "frac":
        return Quotient(above, below)
    if not cursor.expected.is_list:
        raise cursor.fault("binomial", "a binomial coefficient is not read; type its value", start)
    cursor.lists.append(start)
    return Vector((above, below), "()")


def over(cursor: Cursor, above: Node) -> Node:
    """Read the rest of the LaTeX fraction `a \\over b` of two sums."""
    cursor.at += 1
    return Quotient(above, expression(cursor, OVER - 1))
