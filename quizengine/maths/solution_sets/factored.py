"""Where two trees are equal, seen from their form: factor by factor, and with what both sides share taken off.

So nothing long is multiplied out, and a square stays a square.
"""

from __future__ import annotations

from quizengine.maths.evaluate import rational
from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.solution_sets.fractions import added
from quizengine.maths.solution_sets.function_rules import needed, root
from quizengine.maths.solution_sets.ring import ZERO, Fraction, Poly, Ring, number
from quizengine.maths.solution_sets.values import value
from quizengine.maths.tree import (
    Call,
    Constant,
    Negative,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    product_of,
    sum_of,
)

_NOTHING = Number(0)
_ONE_TO_ONE = frozenset(name for name, row in FUNCTIONS.items() if row.one_to_one and row.total)
_ZERO_AT_ZERO = {"abs"} | {name for name in _ONE_TO_ONE if FUNCTIONS[name].at_zero == 0}
_ONE_AT_ZERO = ("exp", "cosh")


def zeros_of(ring: Ring, left: Node, right: Node) -> list[Poly]:
    """Polynomials whose zeros together are where left = right, if the conditions of the ring hold."""
    if left == right:
        value(ring, left)  # it has to have a value
        return [ZERO]
    if rational(right) == 0:
        return _of_node(ring, left)
    if rational(left) == 0:
        return _of_node(ring, right)
    match left, right:
        case Negative(one), Negative(other):
            return zeros_of(ring, one, other)
        case Call(function, (one,)), Call(same, (other,)) if function == same in _ONE_TO_ONE:
            return zeros_of(ring, one, other)
        case Call(function, (one,)), Call(same, (other,)) if function == same in ("abs", "cosh"):
            return [*zeros_of(ring, one, other), *zeros_of(ring, one, Negative(other))]
        case Power(base, one), Power(same, other) if base == same and _grows(base):
            return zeros_of(ring, one, other)
        case Power(one, Number(power, 1)), Power(other, Number(same, 1)) if power == same > 0:
            found = zeros_of(ring, one, other)
            return found if power % 2 else [*found, *zeros_of(ring, one, Negative(other))]
        case Quotient(one, bottom), Quotient(other, same) if bottom == same:
            _apart_from_zero(ring, bottom)
            return zeros_of(ring, one, other)
    return (
        _with_number(ring, left, right)
        or _with_number(ring, right, left)
        or _shared(ring, left, right)
        or [_difference(ring, left, right)]
    )


def _grows(base: Node) -> bool:
    """Is base^u a number other than 1 to a power, so that it takes each value once?"""
    size = rational(base)
    return (isinstance(base, Constant) and base.name in ("e", "pi")) or (size is not None and size > 0 and size != 1)


def _powers(ring: Ring, power: int, one: Fraction, other: Fraction) -> list[Poly]:
    """one^power = other^power."""
    both = [added(ring, one, Fraction(-sign * other.top, other.bottom)).top for sign in (1, -1)]
    return both[: 2 - power % 2]


def _with_number(ring: Ring, left: Node, right: Node) -> list[Poly]:
    """left = right for a number on the right; [] where the form says nothing."""
    size = rational(right)
    if size is None:
        return []
    match left:
        case Call(function, (inner,)) if function in _ONE_AT_ZERO and size == 1:
            return _of_node(ring, inner)
        case Power(base, exponent) if _grows(base) and size == 1:
            return _of_node(ring, exponent)
        case Power(base, Number(power, 1)) if power > 1 and (size > 0 or power % 2):
            side = -1 if size < 0 else 1
            other = root(ring, power, Fraction(number(abs(size))), right)
            return _powers(ring, power, value(ring, base), Fraction(side * other.top, other.bottom))
    return []


def _shared(ring: Ring, left: Node, right: Node) -> list[Poly]:
    """left = right for sums with a term, and products with a factor, that both have; [] for others."""
    if isinstance(left, Sum) or isinstance(right, Sum):
        ours, theirs, common = _apart(_parts(left, Sum), _parts(right, Sum))
        for term in common:
            value(ring, term)  # it has to have a value
        return zeros_of(ring, sum_of(ours), sum_of(theirs)) if common else []
    ours, theirs, common = _apart(_parts(left, Product), _parts(right, Product))
    found = [poly for factor in common for poly in _of_node(ring, factor)]
    return [*found, *zeros_of(ring, product_of(ours), product_of(theirs))] if common else []


def _parts(node: Node, kind: type[Sum] | type[Product]) -> list[Node]:
    if isinstance(node, Sum) and kind is Sum:
        return [part for term in node.terms for part in _parts(term, kind)]
    if isinstance(node, Product) and kind is Product:
        return [part for factor in node.factors for part in _parts(factor, kind)]
    return [node]


def _apart(ours: list[Node], theirs: list[Node]) -> tuple[list[Node], list[Node], list[Node]]:
    """What only the first have, what only the second, and what both."""
    left, common = [], []
    rest = list(theirs)
    for part in ours:
        if part in rest:
            rest.remove(part)
            common.append(part)
        else:
            left.append(part)
    return left, rest, common


def _difference(ring: Ring, left: Node, right: Node) -> Poly:
    return _powers(ring, 1, value(ring, left), value(ring, right))[0]


def _of_node(ring: Ring, node: Node) -> list[Poly]:
    """As `zeros_of`, for node = 0."""
    match node:
        case Negative(operand):
            return _of_node(ring, operand)
        case Product(parts):
            return [poly for part in parts for poly in _of_node(ring, part)]
        case Quotient(top, bottom):
            _apart_from_zero(ring, bottom)
            return _of_node(ring, top)
        case Power(base, Number(power, 1)) if power > 0:
            return _of_node(ring, base)
        case Call("sqrt", (Power(base, Number(power, 1)),)) if power > 0 and power % 2 == 0:
            return _of_node(ring, base)
        case Call("ln", (inner,)):
            needed(ring, ">", value(ring, inner), inner)
            return zeros_of(ring, inner, Number(1))
        case Call(function, (inner,)) if function in _ZERO_AT_ZERO:
            return _of_node(ring, inner)
        case Sum((*first, Negative(last))) if first[-1] != _NOTHING:
            return zeros_of(ring, sum_of(first), last)
    return [value(ring, node).top]


def _apart_from_zero(ring: Ring, node: Node) -> None:
    match node:
        case Negative(operand):
            _apart_from_zero(ring, operand)
        case Product(parts):
            for part in parts:
                _apart_from_zero(ring, part)
        case Power(base, Number(power, 1)) if power > 0:
            _apart_from_zero(ring, base)
        case _:
            needed(ring, "≠", value(ring, node), node)
