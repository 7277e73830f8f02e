"""Functions without brackets: how far the argument of `sin 2x cos x` reaches."""

from __future__ import annotations

from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.grammar import INDEX, expression, factor
from quizengine.maths.parse.lexer.token_kinds import SIGNS
from quizengine.maths.parse.rules.arithmetic import item_ends
from quizengine.maths.parse.rules.function_calls import E
from quizengine.maths.tree import Constant, Negative, Node, Number, Power, Product, Quotient, product_of


def bare_argument(cursor: Cursor, start: int) -> Node:
    """Read the argument of the function at token `start` that has no brackets: the product that stands side by side.

    It ends at the next function, at e^, at a sign of operation, and, once a variable was met, at a bracket:
    `sin 2x cos x`, `sin x e^x`, `cos x (1 + x)` are products. Numbers in front belong to it: `sin 2*x`.
    """
    cursor.deeper()
    negative = cursor.peek() == "-"
    cursor.at += negative
    kind = cursor.peek()
    if kind == "" or kind in SIGNS or kind in ("*", "/", "^", ",", ";", ")", "]", "}"):
        name = cursor.values[start]
        raise cursor.fault("argument-missing", f"{name} has no argument; write {name}(…)", start)
    factors = [expression(cursor, INDEX)] if cursor.conventions.function == "atom" else _side_by_side(cursor, start)
    cursor.depth -= 1
    tree = product_of(factors)
    return Negative(tree) if negative else tree


def _side_by_side(cursor: Cursor, start: int) -> list[Node]:
    """The factors of a bare argument; tells where the other rules would take fewer or more."""
    bars = cursor.peek() in ("|", "‖")  # ln|x| y is complete after the bars
    factors = [factor(cursor)]
    numbers = _is_number(factors[0])
    while True:
        kind = cursor.peek()
        if kind == "*" and numbers and _multiplies(cursor):
            cursor.at += 1
        elif bars or not _goes_on(cursor, kind, numbers):
            break
        factors.append(factor(cursor))
        numbers = numbers and _is_number(factors[-1])
    if len(factors) > 1 or isinstance(factors[0], Power):
        cursor.tell("function", start)
    if kind in ("*", "/") or (kind in ("(", "[", "|", "frac") and not item_ends(cursor)):
        cursor.tell("function-end")
        if cursor.conventions.function == "term":
            return [_rest_of_term(cursor, factors)]
    return factors


def _is_number(tree: Node) -> bool:
    return isinstance(tree, Number | Constant)


def _multiplies(cursor: Cursor) -> bool:
    """Whether the sign * here goes on with the argument of `sin 2*x`; in `ln 2 * 2^x` it does not."""
    kind = cursor.peek(1)
    if kind not in ("x", "0", "frac"):
        return False
    return cursor.peek(2) != "^" or (kind != "0" and cursor.values[cursor.at + 1] != E)


def _goes_on(cursor: Cursor, kind: str, numbers: bool) -> bool:
    if kind == "x":
        raised = cursor.values[cursor.at] == E and cursor.peek(1) == "^"
        return (numbers or not raised) and not item_ends(cursor)
    return numbers and kind in ("(", "√", "frac", "|") and not item_ends(cursor)


def _rest_of_term(cursor: Cursor, factors: list[Node]) -> Node:
    """Under the third rule the argument is the whole term, up to the next function."""
    tree = product_of(factors)
    while (kind := cursor.peek()) in ("*", "/", "x", "(", "[", "|", "√", "frac") and not item_ends(cursor):
        if kind in ("*", "/") and cursor.peek(1) == "f":
            break
        cursor.at += kind in ("*", "/")
        tree = Quotient(tree, factor(cursor)) if kind == "/" else Product((tree, factor(cursor)))
    return tree
