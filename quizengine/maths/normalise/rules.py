"""The rules of normalising, one for each kind of node; a rule gets children that are normalised already."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from operator import is_
from typing import Any

from quizengine.maths.normalise.functions import fold, fold_angle
from quizengine.maths.normalise.rationals import added, divided, folded, multiplied
from quizengine.maths.normalise.splitting import joined, split
from quizengine.maths.normalise.surds import Surd, build, node_of_fraction, whole_root
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
    Sum,
    children,
    rebuild,
    sum_of,
    walk,
)

ZERO = Number(0)
INFINITY = Constant("infinity")


def normalise(node: Node) -> Node:
    """Return `node` with its numbers folded and its idle 1·, +0, ^1 and signs removed; order and shape stay the
    author's.

    Equal to `node` wherever `node` is defined. Numbers of more than 40 digits stay unfolded. Normalising twice changes
    nothing.
    """
    below = children(node)
    if not below:
        return normalise_node(node)
    parts = tuple([normalise(part) for part in below])
    return normalise_node(node if all(map(is_, parts, below)) else rebuild(node, parts))


def normalise_node(node: Node) -> Node:
    """Return `node`, whose children are normalised already, normalised."""
    rule = _RULES.get(type(node))
    return node if rule is None else rule(node)


def surd_of(node: Node) -> Surd | None:
    """Return the exact number rational·√whole that `node` is, or None."""
    return number_of(node if type(node) in (Number, Name) else normalise(node))


def number_of(node: Node) -> Surd | None:
    """Return the exact number that a normalised `node` is, as `surd_of` does of all, or None."""
    size, rest, _ = split(node)
    return None if rest else size


def exact(node: Node) -> Fraction | None:
    """Return the rational number that `node` is, or None when it holds a variable, is irrational, undefined or too
    long.
    """
    size = surd_of(node)
    return size.factor if size is not None and size.root == 1 else None


def _signed(node: Number) -> Node:
    """A negative Number as text would give it: the Negative of a positive one."""
    return node_of_fraction(Fraction(node.numerator, node.denominator)) if node.numerator < 0 else node


def _product(parts: tuple[Node, ...]) -> Node:
    if (number := folded(parts, multiplied)) is not None:
        return number
    size, rest, bar = joined(parts)
    if not size.fits():
        return Product(parts)
    if size.factor == 0:
        return Product(parts) if any(map(_has_no_value, rest)) else ZERO
    return _with_decimal(build(size, rest, bar), parts)


def _has_no_value(node: Node) -> bool:
    """Whether a division by zero or infinity stands in `node`, so that 0·node must not become 0."""
    return any(
        part == INFINITY or (isinstance(part, Quotient) and part.denominator == Number(0)) for part in walk(node)
    )


def _with_decimal(built: Node, parts: tuple[Node, ...]) -> Node:
    """`built` with its coefficient as it was typed, where only one decimal went into it: 0.5·x stays 0.5·x."""
    match [part for part in parts if isinstance(part, Number) and part.typed], built:
        case [Number(top, bottom) as typed], Product((first, *others)) if first == Number(top, bottom):
            return Product((typed, *others))
    return built


def _negative(part: Node) -> Node:
    if isinstance(part, Negative):
        return part.operand
    return part if part == Number(0) else Negative(part)


def _quotient(top: Node, bottom: Node) -> Node:
    if bottom == Number(0):
        return Quotient(top, bottom)
    if (number := folded((top, bottom), divided)) is not None:
        return number
    size, rest, _ = split(Quotient(top, bottom))
    if not size.fits():
        return Quotient(top, bottom)
    if size.factor == 0:
        return Number(0)
    return build(size, rest, True)


def _sum(parts: tuple[Node, ...]) -> Node:
    if (number := folded(parts, added)) is not None:
        return number
    terms: list[Node] = []
    places: dict[int, int] = {}  # root -> where the number with that root stands
    for part in (term for node in parts for term in (node.terms if isinstance(node, Sum) else (node,))):
        size, rest, _ = split(part)
        place = places.get(size.root) if not rest else None
        if rest or place is None:
            if not rest:
                places[size.root] = len(terms)
            terms.append(part)
            continue
        merged = Surd(split(terms[place])[0].factor + size.factor, size.root)
        if merged.fits():
            terms[place] = build(merged if merged.factor else Surd(Fraction(0)), (), True)
        else:
            terms.append(part)
    left = [term for term in terms if not (isinstance(term, Number) and term.numerator == 0)]
    if not left:
        return ZERO
    return sum_of(left)


def _power(base: Node, exponent: Node) -> Node:
    size, rest, _ = split(exponent)
    if rest or size.root != 1:
        return Number(1) if base == Number(1) else Power(base, exponent)
    value = size.factor
    if value == 1:
        return base
    if value == 0 and base != Number(0):
        return Number(1)
    number, others, _ = split(base)
    if others:
        return Power(base, exponent)
    folded = number.power(int(value)) if value.denominator == 1 else _root_power(number, value)
    return Power(base, exponent) if folded is None else build(folded, (), True)


def _root_power(base: Surd, exponent: Fraction) -> Surd | None:
    """base^(p/q) where the q-th root is rational; a negative base only with odd q."""
    if base.root != 1:
        return None
    root = whole_root(base.factor, exponent.denominator)
    return None if root is None else Surd(root).power(exponent.numerator)


def _call(function: str, parts: tuple[Node, ...]) -> Node:
    halves = [split(part) for part in parts]
    if all(not rest for _, rest, _ in halves):
        found = fold(function, tuple(size for size, _, _ in halves))
    elif halves[0][1] == (Constant("pi"),) and halves[0][0].root == 1:
        found = fold_angle(function, halves[0][0].factor)
    else:
        found = _logarithm_of_e(function, parts[0])
    return Call(function, parts) if found is None else found


def _logarithm_of_e(function: str, argument: Node) -> Node | None:
    if function != "ln":
        return None
    if argument == Constant("e"):
        return Number(1)
    if isinstance(argument, Power) and argument.base == Constant("e"):
        return argument.exponent
    return None


_RULES: Mapping[type, Callable[[Any], Node]] = {
    Number: _signed,
    Sum: lambda node: _sum(node.terms),
    Product: lambda node: _product(node.factors),
    Negative: lambda node: _negative(node.operand),
    Quotient: lambda node: _quotient(node.numerator, node.denominator),
    Power: lambda node: _power(node.base, node.exponent),
    Call: lambda node: _call(node.function, node.arguments),
}
