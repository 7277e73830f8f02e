"""A tree in the plain ASCII notation that `parse` takes back to an equal tree."""

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

LIST, RELATION, SUM, SIGNED, PRODUCT, POWER, ATOM = range(7)
_SIGNS = {"≠": "!=", "≤": "<=", "≥": ">="}


def plain(node: Node) -> str:
    """Return `node` as ASCII: `2*x*y`, `x^2`, `sqrt(x)`, `(a, b)`, `-x/(y + 1)`.

    Reading it back gives an equal tree, save that a negative Number comes back as a Negative and a fraction as a
    Quotient.
    """
    return _PRINTERS[type(node)](node)


def _strength(node: Node) -> int:
    if isinstance(node, Number):
        if node.numerator < 0:
            return SIGNED
        return ATOM if node.denominator == 1 or node.typed else PRODUCT
    if isinstance(node, Vector):
        return ATOM if node.brackets else LIST
    return _STRENGTH.get(type(node), ATOM)


_STRENGTH: Mapping[type, int] = {
    Relation: RELATION,
    Sum: SUM,
    Negative: SIGNED,
    Product: PRODUCT,
    Quotient: PRODUCT,
    Power: POWER,
}


def _within(node: Node, least: int) -> str:
    text = plain(node)
    return text if _strength(node) >= least else f"({text})"


def _number(node: Number) -> str:
    sign = "-" if node.numerator < 0 else ""
    if node.typed:
        return sign + node.typed.lstrip("-")
    size = str(abs(node.numerator))
    return sign + (size if node.denominator == 1 else f"{size}/{node.denominator}")


def _sum(node: Sum) -> str:
    out = [_within(node.terms[0], SIGNED)]
    for term in node.terms[1:]:
        if isinstance(term, Negative):
            out.append(f" - {_within(term.operand, PRODUCT)}")
        elif isinstance(term, Number) and term.numerator < 0:
            out.append(f" - {plain(term)[1:]}")
        else:
            out.append(f" + {_within(term, PRODUCT)}")
    return "".join(out)


def _product(node: Product) -> str:
    # A product or quotient inside a product keeps its bracket, unless it is read first anyway.
    first = node.factors[0]
    out = [_within(first, PRODUCT if isinstance(first, Quotient) else POWER)]
    out += (_within(factor, POWER) for factor in node.factors[1:])
    return "*".join(out)


def _quotient(node: Quotient) -> str:
    top = node.numerator
    above = _within(top, PRODUCT if isinstance(top, (Product, Quotient)) else POWER)
    return f"{above}/{_within(node.denominator, POWER)}"


def _power(node: Power) -> str:
    return f"{_within(node.base, ATOM)}^{_within(node.exponent, ATOM)}"


def _call(node: Call) -> str:
    first = node.arguments[0]
    if node.function == "log":
        base = plain(first) if _is_count(first) else f"({plain(first)})"
        return f"log_{base}({plain(node.arguments[1])})"
    if node.function == "root":
        inside = node.arguments[1]
        return f"sqrt[{plain(first)}]({plain(inside)})" if _is_count(first) else plain(_as_power(first, inside))
    return f"{node.function}({', '.join(_within(item, RELATION) for item in node.arguments)})"


def _is_count(node: Node) -> bool:
    return isinstance(node, Number) and node.denominator == 1 and node.numerator > 0 and not node.typed


def _as_power(degree: Node, inside: Node) -> Node:
    return Power(inside, Quotient(Number(1), degree))


def _vector(node: Vector) -> str:
    left, right = node.brackets[:1], node.brackets[1:]
    return f"{left}{', '.join(_within(item, SUM) for item in node.items)}{right}"


def _relation(node: Relation) -> str:
    out = _within(node.sides[0], SUM)
    for sign, side in zip(node.signs, node.sides[1:], strict=True):
        out += f" {_SIGNS.get(sign, sign)} {_within(side, SUM)}"
    return out


_PRINTERS: Mapping[type, Callable[..., str]] = {
    Number: _number,
    Constant: lambda node: node.name,
    Name: lambda node: node.name,
    Sum: _sum,
    Negative: lambda node: f"-{_within(node.operand, PRODUCT)}",
    Product: _product,
    Quotient: _quotient,
    Power: _power,
    Call: _call,
    Vector: _vector,
    Relation: _relation,
}
