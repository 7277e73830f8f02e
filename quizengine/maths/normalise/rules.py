"""The rules of normalising, one for each kind of node; a rule gets children that are normalised already."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from quizengine.maths.normalise.functions import fold, fold_angle
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

UNIT = Surd(Fraction(1))
ZERO = Number(0)
INFINITY = Constant("infinity")


def normalise(node: Node) -> Node:
    """Return `node` with its numbers folded and its idle 1·, +0, ^1 and signs removed; order and shape stay the
    author's.

    Equal to `node` wherever `node` is defined. Numbers of more than 40 digits stay unfolded. Normalising twice changes
    nothing.
    """
    below = children(node)
    return normalise_node(rebuild(node, tuple(normalise(part) for part in below)) if below else node)


def normalise_node(node: Node) -> Node:
    """Return `node`, whose children are normalised already, normalised."""
    match node:
        case Number():
            return _signed(node)
        case Sum(parts):
            return _sum(parts)
        case Product(parts):
            return _product(parts)
        case Negative(operand):
            return _negative(operand)
        case Quotient(numerator, denominator):
            return _quotient(numerator, denominator)
        case Power(base, exponent):
            return _power(base, exponent)
        case Call(function, arguments):
            return _call(function, arguments)
    return node


def surd_of(node: Node) -> Surd | None:
    """Return the exact number rational·√whole that `node` is, or None."""
    size, rest, _ = split(normalise(node))
    return size if not rest else None


def exact(node: Node) -> Fraction | None:
    """Return the rational number that `node` is, or None when it holds a variable, is irrational, undefined or too
    long.
    """
    size = surd_of(node)
    return size.factor if size is not None and size.root == 1 else None


def split(node: Node) -> tuple[Surd, tuple[Node, ...], bool]:
    """Return a normalised node as (its coefficient, its other factors, whether the coefficient stands over a fraction
    bar).
    """
    if isinstance(node, Name | Power | Sum):
        return UNIT, (node,), False
    match node:
        case Number(numerator, denominator):
            return _rational(numerator, denominator), (), False
        case Negative(operand):
            size, rest, bar = split(operand)
            return Surd(-size.factor, size.root), rest, bar
        case Call("sqrt", (Number(numerator, 1),)) if numerator > 1:
            return Surd(Fraction(1), numerator), (), False
        case Product(factors):
            return _join(factors)
        case Quotient(numerator, denominator):
            top, above, _ = split(numerator)
            bottom, below, _ = split(denominator)
            if bottom.factor == 0:
                return UNIT, (node,), False
            if not below:
                return top.over(bottom), above, True
            return top.over(bottom), (Quotient(_bare(above), _bare(below)),), True
    return UNIT, (node,), False


@lru_cache(maxsize=4096)
def _rational(numerator: int, denominator: int) -> Surd:
    return Surd(Fraction(numerator, denominator))


def _bare(rest: tuple[Node, ...]) -> Node:
    return build(UNIT, rest, True)


def _join(factors: tuple[Node, ...]) -> tuple[Surd, tuple[Node, ...], bool]:
    size, bar = UNIT, False
    rest: list[Node] = []
    for factor in factors:
        part, others, over = split(factor)
        size, bar = part if size is UNIT else size.times(part), bar or over
        rest.extend(others)
    return size, tuple(rest), bar


def _signed(node: Number) -> Node:
    """A negative Number as text would give it: the Negative of a positive one."""
    return node_of_fraction(Fraction(node.numerator, node.denominator)) if node.numerator < 0 else node


def _product(parts: tuple[Node, ...]) -> Node:
    size, rest, bar = _join(parts)
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
    size, rest, _ = split(Quotient(top, bottom))
    if not size.fits():
        return Quotient(top, bottom)
    if size.factor == 0:
        return Number(0)
    return build(size, rest, True)


def _sum(parts: tuple[Node, ...]) -> Node:
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
