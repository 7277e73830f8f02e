"""Functions: sin(x), sin x, sin^2 x, sin^-1 x, log_2 x, sqrt[3](x), σ(x)."""

from __future__ import annotations

from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.lexer.token_kinds import CALLED
from quizengine.maths.parse.rules.atoms import arguments, signed_atom
from quizengine.maths.parse.rules.function_calls import build
from quizengine.maths.parse.rules.unbracketed_arguments import bare_argument
from quizengine.maths.tree import Name, Negative, Node, Number, Power

MINUS_ONE = Negative(Number(1))
INVERSES = {
    **{name: f"a{name}" for name in ("sin", "cos", "tan", "sec", "csc", "cot")},
    **{name: f"a{name}" for name in ("sinh", "cosh", "tanh", "sech", "csch", "coth")},
}

AFTER_A = frozenset(INVERSES.values())


def function(cursor: Cursor) -> Node:
    """Read a function with its subscript, its power and its argument."""
    start = cursor.at
    name: str = cursor.advance()
    if name in AFTER_A and "a" in cursor.notation.variables and _is_a_times(cursor, start, name):
        return Name("a")
    if cursor.kinds[start + 1] == "(":
        return build(cursor, name, arguments(cursor), None, start)
    base = exponent = None
    if cursor.peek() == "_" and name == "log":
        cursor.at += 1
        base = None if _is_factor_of_argument(cursor) else signed_atom(cursor)
    elif cursor.peek() == "[" and name == "sqrt" and cursor.kinds[cursor.at + 1 : cursor.at + 3] == ["0", "]"]:
        name, base = _degree(cursor)
    if cursor.peek() == "^":
        cursor.at += 1
        exponent = signed_atom(cursor)
    if exponent == MINUS_ONE:
        name = _inverted(cursor, name, start)
        exponent = exponent if cursor.conventions.inverse == "reciprocal" else None
    given = arguments(cursor) if cursor.peek() in CALLED else (bare_argument(cursor, start),)
    tree = build(cursor, name, given, base, start)
    return tree if exponent is None else Power(tree, exponent)


def sigma(cursor: Cursor) -> Node:
    """Read σ(x) as the sigmoid, and σ alone as a variable where any letter may be one."""
    start = cursor.at
    name: Name | None = cursor.values[start]
    if name is None and cursor.kinds[start + 1] == "^":
        cursor.kinds[start], cursor.values[start] = "f", "sigmoid"  # σ²(x)
        return function(cursor)
    cursor.at += 1
    if cursor.peek() == "(":
        return build(cursor, "sigmoid", arguments(cursor), None, start)
    if name is None:
        raise cursor.fault("name-unknown", "σ is a function here; write sigmoid(x) or σ(x)", start)
    return name


def _is_factor_of_argument(cursor: Cursor) -> bool:
    """Tells that the digits of `log2x`, which has no sign before them, may belong to the argument."""
    offset = cursor.offsets[cursor.at]
    written = cursor.tokens.text[offset : offset + 1].isascii() and cursor.tokens.text[offset - 1] not in "_{"
    if not written or cursor.kinds[cursor.at : cursor.at + 2] != ["0", "x"]:
        return False
    cursor.tell("base")
    return cursor.conventions.base == "factor"


def _is_a_times(cursor: Cursor, start: int, name: str) -> bool:
    """Tells that `asin` may be a·sin; under the other rule leaves the tokens so."""
    offset = cursor.offsets[start]
    if cursor.tokens.text[offset : offset + len(name)] != name:
        return False
    cursor.tell("name", start)
    if cursor.conventions.name == "whole":
        return False
    cursor.kinds[start : start + 1] = ["x", "f"]
    cursor.values[start : start + 1] = [Name("a"), name[1:]]
    cursor.offsets[start : start + 1] = [offset, offset + 1]
    return True


def _degree(cursor: Cursor) -> tuple[str, Node | None]:
    """The [3] of sqrt[3](x), where an argument follows it; else the bracket is the argument."""
    if cursor.peek(3) not in ("(", "{"):
        return "sqrt", None
    degree: Node = cursor.values[cursor.at + 1]
    cursor.at += 3
    return ("sqrt", None) if degree == Number(2) else ("cbrt", None) if degree == Number(3) else ("root", degree)


def _inverted(cursor: Cursor, name: str, start: int) -> str:
    """The inverse of the function `name`, or under the other rule `name` itself, to be raised to -1."""
    if name not in INVERSES:
        raise cursor.fault("inverse-unclear", f"{name}^-1 is unclear; write 1/{name}(…)", start)
    cursor.tell("inverse", start)
    return name if cursor.conventions.inverse == "reciprocal" else INVERSES[name]
