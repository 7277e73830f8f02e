"""Powers: they go from right to left and bind tighter than a sign; an exponent takes one atom, so `e^xy` is e^x·y."""

from __future__ import annotations

from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.lexer.token_kinds import SIGNS
from quizengine.maths.parse.rules.arithmetic import signed_factor, stands_beside, with_followers
from quizengine.maths.parse.rules.transposes import transpose
from quizengine.maths.parse.syntax_faults import unexpected
from quizengine.maths.tree import Name, Negative, Node, Power, Quotient, Vector

ATOMS = ("x", "0", "s", "f")
TRANSPOSED = ("T", "t", "⊤", Name("T"), Name("t"))


def raise_to(cursor: Cursor, base: Node) -> Node:
    """Read the exponent of `base`; after a list only the T of its transpose."""
    if type(base) is Vector:
        return _transposed(cursor, base)
    cursor.at = start = cursor.at + 1
    kinds = cursor.kinds
    if kinds[start] in ("x", "0") and kinds[start + 1] == "^":
        cursor.tell("tower", start + 1)
        if cursor.conventions.tower == "left":
            return _raised_again(cursor, base)
    cursor.deeper()
    outside, cursor.in_exponent = cursor.in_exponent, True
    exponent = signed_factor(cursor)
    cursor.in_exponent = outside
    cursor.depth -= 1
    kind = kinds[cursor.at]
    if kind == "/" or (kind != "0" and stands_beside(cursor)):
        bare = start + 1 if kinds[start] in SIGNS else start
        if kinds[bare] in ATOMS:
            cursor.tell("exponent")
            if cursor.conventions.exponent == "product" and not cursor.in_exponent:
                exponent = _long_exponent(cursor, exponent)
    return Power(base, exponent)


def _raised_again(cursor: Cursor, base: Node) -> Node:
    """Under the other rule x^y^2 is (x^y)^2."""
    while cursor.peek() in ("x", "0") and cursor.peek(1) == "^":
        base = Power(base, cursor.advance())
        cursor.at += 1
    cursor.at -= 1
    return raise_to(cursor, base)


def _long_exponent(cursor: Cursor, exponent: Node) -> Node:
    """Under the other rule an exponent takes the product that follows, and one quotient."""
    negative = isinstance(exponent, Negative)
    tree = with_followers(cursor, exponent.operand if isinstance(exponent, Negative) else exponent)
    if cursor.peek() == "/":
        cursor.at += 1
        tree = Quotient(tree, with_followers(cursor, signed_factor(cursor)))
    return Negative(tree) if negative else tree


def _transposed(cursor: Cursor, vector: Vector) -> Node:
    """A vector with the T that stands after it, in braces or not."""
    cursor.at += 1
    braces = cursor.peek() == "{"
    cursor.at += braces
    if cursor.values[cursor.at] not in TRANSPOSED or (braces and cursor.peek(1) != "}"):
        raise cursor.fault("power-of-vector", "a vector has no power; raise its components, or write norm(…)^2")
    cursor.at += 1 + braces
    if cursor.peek() == "^":
        raise unexpected(cursor)
    return transpose(cursor, vector)
