"""What a tree needs to know of itself before it is arranged: how tightly it holds together, its sign, its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizengine.maths.tree import (
    Call,
    Constant,
    Name,
    Negative,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Vector,
)

# How tightly a layout holds together, loosest first.
RELATION, SUM, SIGNED, PRODUCT, POWER, ATOM = range(6)


def precedence(node: Node) -> int:
    """Return how tightly the layout of `node` holds together, from RELATION to ATOM."""
    known = _STRENGTH[type(node)]
    return known if isinstance(known, int) else known(node)


def _number_strength(node: Number) -> int:
    if node.numerator < 0:
        return SIGNED
    if node.typed:
        return PRODUCT if "e" in node.typed.lower() else ATOM
    return ATOM if node.denominator == 1 else PRODUCT


def _product_strength(node: Product) -> int:
    return SIGNED if precedence(node.factors[0]) == SIGNED else PRODUCT


_STRENGTH: Mapping[type, int | Callable[..., int]] = {
    Relation: RELATION,
    Sum: SUM,
    Negative: SIGNED,
    Product: _product_strength,
    Quotient: PRODUCT,
    Power: POWER,
    Number: _number_strength,
    Constant: ATOM,
    Name: ATOM,
    Call: lambda node: POWER if node.function in ("exp", "sqrt", "cbrt", "root") else ATOM,
    Vector: lambda node: ATOM if node.brackets else RELATION,
}


def negated(node: Node) -> Node | None:
    """Return what stands behind the minus sign with which `node` begins; None where it begins without one."""
    match node:
        case Negative(operand):
            return operand
        case Number(numerator) if numerator < 0:
            return Number(-numerator, node.denominator, node.typed.lstrip("-−"))
        case Product((Number() as first, *others)) if first.numerator < 0:
            positive = negated(first)
            return Product((positive, *others)) if positive is not None else None
        case _:
            return None


def matrix_rows(node: Vector) -> tuple[tuple[Node, ...], ...]:
    """Return the rows of cells if `node` is a matrix: square or round brackets around rows of one length, ()
    otherwise.
    """
    rows = tuple(item for item in node.items if isinstance(item, Vector))
    if node.brackets not in ("[]", "()") or len(rows) != len(node.items) or not rows:
        return ()
    shapes = {(len(item.items), item.brackets in ("[]", "")) for item in rows}
    flat = not any(isinstance(cell, Vector) for item in rows for cell in item.items)
    return tuple(item.items for item in rows) if flat and len(shapes) == 1 and next(iter(shapes))[1] else ()
