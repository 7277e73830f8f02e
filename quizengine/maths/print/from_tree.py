"""An expression tree as layout: as it was typed, with no bracket that print does not need.

A bracket that only a one-line format needs, as in `(1/2)·x`, is not put here: the printer of that format adds it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.print.layout import (
    DOT,
    IMPLIED,
    MINUS,
    NEGATIVE,
    PLUS,
    SLASH,
    Apply,
    Digits,
    Fence,
    Fraction,
    Layout,
    Letter,
    Root,
    Row,
    Scripts,
    Sign,
    Table,
    Word,
    comma_list,
    parts_of,
    row,
)
from quizengine.maths.print.precedence import ATOM, POWER, PRODUCT, SIGNED, SUM, matrix_rows, negated, precedence
from quizengine.maths.print.symbols import BY_CHARACTER, BY_NAME
from quizengine.maths.print.variable_names import variable
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

_RAISED = frozenset(["sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh", "sech", "csch", "coth", "ln"])
_ANGLES = {"<": "⟨", ">": "⟩"}
_CONSTANTS: Mapping[str, Layout] = {
    "pi": variable("pi"),
    "e": variable("e"),
    "infinity": Sign(BY_NAME["infty"]),
}


def layout_of(node: Node) -> Layout:
    """Return the layout of `node`."""
    return _ARRANGERS[type(node)](node)


def bracketed(node: Node, least: int) -> Layout:
    """Return the layout of `node`, in round brackets unless it is at least as strong as `least`."""
    layout = layout_of(node)
    return layout if precedence(node) >= least else Fence("(", layout, ")")


def _number(node: Number) -> Layout:
    if node.numerator < 0:
        positive = negated(node)
        assert positive is not None
        return Row((NEGATIVE, layout_of(positive)))
    if node.typed:
        return _decimal(node.typed)
    if node.denominator == 1:
        return Digits(str(node.numerator))
    return Fraction(Digits(str(node.numerator)), Digits(str(node.denominator)))


def _decimal(typed: str) -> Layout:
    digits, _, exponent = typed.lower().partition("e")
    if not exponent:
        return Digits(digits)
    size = Digits(exponent.lstrip("+-−"))
    power = Row((NEGATIVE, size)) if exponent[0] in "-−" else size
    return Row((Digits(digits), DOT, Scripts(Digits("10"), sup=power)))


def _sum(node: Sum) -> Layout:
    parts: list[Layout] = []
    for term in node.terms:
        if not parts:
            parts.extend(parts_of(bracketed(term, SIGNED)))
            continue
        positive = negated(term)
        if positive is None:
            parts += (PLUS, *parts_of(bracketed(term, PRODUCT)))
        else:
            parts += (MINUS, *parts_of(bracketed(positive, PRODUCT)))
    return Row(tuple(parts))


def _negative(node: Negative) -> Layout:
    return Row((NEGATIVE, *parts_of(bracketed(node.operand, PRODUCT))))


def _product(node: Product) -> Layout:
    parts: list[Layout] = []
    for factor in node.factors:
        piece = bracketed(factor, PRODUCT if parts else SIGNED)
        if parts:
            parts.append(DOT if needs_dot(parts[-1], piece) else IMPLIED)
        parts.extend(parts_of(piece))
    return Row(tuple(parts))


def needs_dot(left: Layout, right: Layout) -> bool:
    """Return whether two factors side by side would be misread without a dot: `2 3`, `2 1/3`, a word before a
    bracket.
    """
    if isinstance(right, Digits):
        return True
    if isinstance(right, Scripts):
        return needs_dot(left, right.base)
    if isinstance(right, Row):
        return needs_dot(left, right.parts[0])
    if isinstance(right, Fraction):
        return isinstance(left, (Digits, Fraction))
    return _is_long(left) or _is_long(right)


def _is_long(layout: Layout) -> bool:
    return isinstance(layout, Letter) and layout.style == "roman"


def _quotient(node: Quotient) -> Layout:
    return Fraction(layout_of(node.numerator), layout_of(node.denominator))


def _power(node: Power) -> Layout:
    base, exponent = node.base, _exponent(node.exponent)
    if isinstance(base, Call) and base.function in _RAISED and _is_count(node.exponent):
        called = _call(base)
        if isinstance(called, Apply):
            return Apply(Scripts(called.function, sup=exponent), called.argument)
    inner = bracketed(base, ATOM)
    if isinstance(inner, Scripts) and inner.sup is None:
        return Scripts(inner.base, inner.sub, exponent)
    return Scripts(inner, sup=exponent)


def _exponent(node: Node) -> Layout:
    """An exponent, its fraction with a slash: small letters are hard to read one above the other."""
    match node:
        case Quotient(top, bottom):
            return Row((*parts_of(_over(top)), SLASH, *parts_of(bracketed(bottom, POWER))))
        case Number(numerator, denominator, "") if denominator != 1 and numerator > 0:
            return Row((Digits(str(numerator)), SLASH, Digits(str(denominator))))
    positive = negated(node)
    if positive is None or precedence(positive) < PRODUCT:
        return layout_of(node)
    return Row((NEGATIVE, *parts_of(_exponent(positive))))


def _over(top: Node) -> Layout:
    divided = isinstance(top, Quotient) or (isinstance(top, Number) and top.denominator != 1)
    return bracketed(top, POWER if divided else PRODUCT)


def _is_count(node: Node) -> bool:
    return isinstance(node, Number) and node.denominator == 1 and node.numerator > 1 and not node.typed


def _call(node: Call) -> Layout:
    name, arguments = node.function, node.arguments
    match name:
        case "exp":
            return Scripts(_CONSTANTS["e"], sup=_exponent(arguments[0]))
        case "sqrt":
            return Root(layout_of(arguments[0]))
        case "cbrt":
            return Root(layout_of(arguments[0]), Digits("3"))
        case "root":
            return Root(layout_of(arguments[1]), layout_of(arguments[0]))
        case "abs":
            return Fence("|", layout_of(arguments[0]), "|")
        case "norm":
            return _norm(arguments)
        case "log":
            word: Layout = Scripts(Word("log"), sub=layout_of(arguments[0]))
            return Apply(word, Fence("(", layout_of(arguments[1]), ")"))
        case "sigmoid":
            return Apply(variable("sigma"), Fence("(", layout_of(arguments[0]), ")"))
    return Apply(Word(FUNCTIONS[name].print_name), Fence("(", comma_list(tuple(map(layout_of, arguments))), ")"))


def _norm(arguments: tuple[Node, ...]) -> Layout:
    items = comma_list(tuple(map(layout_of, arguments)))
    return Fence("‖", items if len(arguments) == 1 else Fence("(", items, ")"), "‖")


def _vector(node: Vector) -> Layout:
    rows = matrix_rows(node)
    if rows:
        left, right = node.brackets[0], node.brackets[1]
        return Fence(left, Table(tuple(tuple(map(layout_of, cells)) for cells in rows)), right)
    items = comma_list(tuple(bracketed(item, SUM) for item in node.items))
    if not node.brackets:
        return items
    left, right = node.brackets[0], node.brackets[1]
    return Fence(_ANGLES.get(left, left), items, _ANGLES.get(right, right))


def _relation(node: Relation) -> Layout:
    parts = [bracketed(node.sides[0], SUM)]
    for sign, side in zip(node.signs, node.sides[1:], strict=True):
        parts += (Sign(BY_CHARACTER[sign]), bracketed(side, SUM))
    return row(tuple(parts))


_ARRANGERS: Mapping[type, Callable[..., Layout]] = {
    Number: _number,
    Constant: lambda node: _CONSTANTS[node.name],
    Name: lambda node: variable(node.name),
    Sum: _sum,
    Negative: _negative,
    Product: _product,
    Quotient: _quotient,
    Power: _power,
    Call: _call,
    Vector: _vector,
    Relation: _relation,
}
