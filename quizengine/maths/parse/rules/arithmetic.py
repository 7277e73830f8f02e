"""Sums, products and quotients.

Products and quotients go from left to right, written or not: `1/2x` is (1/2)·x. A leading minus stands before the
whole term, `-x^2` is -(x^2), and one after an operator before its factor: `2*-x`.
"""

from __future__ import annotations

from collections.abc import Callable

from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.grammar import PRODUCT, SUM, expression
from quizengine.maths.parse.lexer.token_kinds import SIGNS, STARTERS
from quizengine.maths.parse.syntax_faults import number_after
from quizengine.maths.tree import Name, Negative, Node, Power, Product, Quotient, Sum, product_of


def signed_term(cursor: Cursor) -> Node:
    """Read a term after one or two signs."""
    return _after_signs(cursor, SUM)


def signed_factor(cursor: Cursor) -> Node:
    """Read what follows `*`, `/` or `^`: a factor, signed or not."""
    return _after_signs(cursor, PRODUCT) if cursor.kinds[cursor.at] in SIGNS else expression(cursor, PRODUCT)


def _after_signs(cursor: Cursor, floor: int) -> Node:
    start, kinds = cursor.at, cursor.kinds
    while kinds[cursor.at] in SIGNS:
        cursor.at += 1
    if cursor.at - start > 2:
        raise cursor.fault("signs-in-a-row", "too many signs in a row; write one + or -", start)
    tree = expression(cursor, floor)
    for sign in kinds[start : start + 2]:
        if sign == "-":
            tree = Negative(tree)
    return tree


def add(cursor: Cursor, first: Node) -> Node:
    """Read the rest of term + term - term …"""
    kinds = cursor.kinds
    terms = [first]
    while (kind := kinds[cursor.at]) in SIGNS and not (cursor.spaced and sign_ends(cursor)):
        cursor.at += 1
        term = expression(cursor, SUM)
        terms.append(term if kind == "+" else Negative(term))
    return Sum(tuple(terms))


def sign_ends(cursor: Cursor) -> bool:
    """Return whether the sign here begins a new item of a list with spaces, as in [2x -2y]."""
    if not cursor.spaced:
        return False
    after = cursor.offsets[cursor.at] + 1
    return cursor.after_space() and not cursor.tokens.text[after : after + 1].isspace()


def multiply(cursor: Cursor, first: Node) -> Node:
    """Read the rest of factor · factor / factor …, written or side by side."""
    return products(cursor, first, juxtaposed)


def products(cursor: Cursor, first: Node, read_beside: Callable[[Cursor], Node]) -> Node:
    """Read the rest of a product; `read_beside` reads a factor that follows without a sign."""
    kinds = cursor.kinds
    factors = [first]
    run = 0  # where those begin that stand side by side without a sign
    while True:
        kind = kinds[cursor.at]
        if kind == "*":
            cursor.at += 1
            run = len(factors)
            factors.append(signed_factor(cursor))
        elif kind == "/":
            cursor.at += 1
            below = _denominator(cursor)
            factors, run = [Quotient(product_of(factors), below)], 1
        elif kind in STARTERS and stands_beside(cursor):
            _append(cursor, factors, run, read_beside)
        else:
            return product_of(factors)


def stands_beside(cursor: Cursor) -> bool:
    """Return whether a factor begins here that is multiplied without a sign."""
    kind = cursor.kinds[cursor.at]
    infix = cursor.infix.get(kind)
    if infix is None or infix[0] != PRODUCT or kind == "*" or kind == "/":
        return False
    return infix[2] is None or not infix[2](cursor)


def item_ends(cursor: Cursor) -> bool:
    """Return whether what could begin a factor here ends something instead: a bar, or an item of [2x 2y]."""
    return cursor.kinds[cursor.at] == cursor.inside or (cursor.spaced and cursor.after_space())


def angle_compares(cursor: Cursor) -> bool:
    """Return whether `<` after a factor is a relation, and opens no list."""
    return not cursor.expected.is_list


def juxtaposed(cursor: Cursor) -> Node:
    """Read the factor that follows another without a sign between them."""
    if cursor.kinds[cursor.at] == "0" and not _is_factor(cursor):
        raise number_after(cursor)
    return expression(cursor, PRODUCT)


def _is_factor(cursor: Cursor) -> bool:
    """Whether the number here is no lost power but a factor: (ln 2) 2^x, \\frac{1}{x} 2x."""
    before, after = cursor.peek(-1), cursor.peek(1)
    if before == "u":
        return True  # i 2x + j 2y
    return (before in (")", "]") and after == "^") or (before == "}" and after in ("^", "x", "f", "("))


def _append(cursor: Cursor, factors: list[Node], run: int, read_beside: Callable[[Cursor], Node]) -> None:
    """Append the factor that follows without a sign to `factors`, of which those from `run` on stand so too.

    Under the other rule the power in `xy^2` is that of all letters: (xy)^2.
    """
    start = cursor.at
    tree = read_beside(cursor)
    if type(tree) is Power and cursor.kinds[start] == "x" and type(tree.base) is Name and _letter_ends(factors, run):
        cursor.tell("power", start)
        if cursor.conventions.power == "product":
            letters: list[Node] = [tree.base]
            while _letter_ends(factors, run):
                letters.insert(0, factors.pop())
            tree = Power(product_of(letters), tree.exponent)
    factors.append(tree)


def _letter_ends(factors: list[Node], run: int) -> bool:
    """Is the last of `factors`, at place `run` or after it, a letter?"""
    return len(factors) > run and type(factors[-1]) is Name


def _denominator(cursor: Cursor) -> Node:
    """What stands below the line of `a/b`: one factor, and under the other rule the product with what follows."""
    below = signed_factor(cursor)
    if stands_beside(cursor) and cursor.peek() != "0":
        cursor.tell("quotient")
        if cursor.conventions.quotient == "product":
            return with_followers(cursor, below)
    return below


def with_followers(cursor: Cursor, first: Node) -> Node:
    """Read all factors that stand side by side with `first`, up to a sign; returns their product with it."""
    factors = [first]
    while stands_beside(cursor):
        _append(cursor, factors, 0, juxtaposed)
    return Product(tuple(factors)) if len(factors) > 1 else factors[0]
