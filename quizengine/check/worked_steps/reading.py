"""A side of a formula to its value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from quizengine.check.worked_steps.known import Known
from quizengine.check.worked_steps.notation import worked_out
from quizengine.check.worked_steps.symbols import NO_FUNCTIONS, spelled
from quizengine.errors import CannotCompute, Unreadable
from quizengine.maths.language import arithmetic
from quizengine.maths.language.builtins.vectors import VECTOR_WORDS
from quizengine.maths.parse import Notation, parse
from quizengine.maths.tree import (
    Call,
    Name,
    Negative,
    Node,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Vector,
    children,
    rebuild,
)


@dataclass(frozen=True, slots=True)
class Side:
    """What a side says: `read` as it stands, `value` with all that is known put in, both None if it cannot be read.

    notation: whether it has a derivative, or a value, of a known function.
    """

    text: str
    read: Node | None
    value: Node | None
    notation: bool


def read_side(text: str, known: Known, symbols: dict[str, str]) -> Side:
    """Return what a side of a formula says; never raises."""

    def value_at(argument: str) -> Node | None:
        return read_side(argument, known, symbols).value

    try:
        written, notation = worked_out(text, known, value_at)
        tree = parse(spelled(written, symbols, factors_in(known)), Notation((), "any")).tree
    except (Unreadable, CannotCompute):
        return Side(text, None, None, False)
    try:
        return Side(text, tree, put_in(tree, known), notation)
    except CannotCompute:
        return Side(text, tree, None, notation)


@lru_cache(maxsize=1024)
def read_alone(text: str) -> Side:
    """Return what a side says by itself, where nothing is known."""
    return read_side(text, Known(), {})


def factors_in(known: Known) -> frozenset[str]:
    """Return the names that are a factor where brackets follow them."""
    return NO_FUNCTIONS | known.variables | known.values.keys()


def put_in(node: Node, known: Known) -> Node:
    """Return `node` worked out with what is known; raises CannotCompute where that has no value."""
    match node:
        case Name(name):
            function = known.functions.get(name)
            return known.values.get(name, function.body if function else node)
        case Sum(terms):
            return arithmetic.add(_all(terms, known))
        case Negative(operand):
            return arithmetic.negate(put_in(operand, known))
        case Product(factors):
            return _product(_all(factors, known))
        case Quotient(numerator, denominator):
            return arithmetic.divide(put_in(numerator, known), put_in(denominator, known))
        case Power(base, exponent):
            return arithmetic.power(put_in(base, known), put_in(exponent, known))
        case Call(function, arguments):
            return arithmetic.call(function, _all(arguments, known))
        case Relation():
            return node
    below = children(node)
    return rebuild(node, _all(below, known)) if below else node


def _all(nodes: tuple[Node, ...], known: Known) -> tuple[Node, ...]:
    return tuple(put_in(node, known) for node in nodes)


def _product(factors: tuple[Node, ...]) -> Node:
    """A product of numbers and at most one vector, or of two: q · n is their scalar product, A · v a vector."""
    lists = [factor for factor in factors if isinstance(factor, Vector)]
    if len(lists) != 2:
        return arithmetic.multiply(factors)
    inner = any(isinstance(item, Vector) for factor in lists for item in factor.items)
    both = VECTOR_WORDS["times" if inner else "dot"](*lists)
    rest = tuple(factor for factor in factors if not isinstance(factor, Vector))
    return arithmetic.multiply((*rest, both)) if rest and isinstance(both, Vector) else _scaled(rest, both)


def _scaled(rest: tuple[Node, ...], value: object) -> Node:
    if not isinstance(value, Node):
        raise CannotCompute("", "no value")
    return arithmetic.multiply((*rest, value)) if rest else value
