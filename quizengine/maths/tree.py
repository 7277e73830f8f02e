"""The expression tree: the one language that reading, judging, showing and drawing share.

A tree is faithful to what was written (`1/2*x` and `x/2` are different trees with the same value), frozen,
hashable, and bounded: whoever builds one from outside text keeps to the LIMITS below.

    Number(1, 3)                      1/3 as one exact number; Number(1, 2, "0.5") was typed as a decimal
    Constant("pi")                    pi, e, infinity
    Name("x")                         a variable
    Sum((a, Negative(b)))             a - b
    Product((a, b)), Quotient(a, b)   a·b, a/b
    Power(a, b)                       a^b
    Call("sin", (a,))                 a function of functions.FUNCTIONS applied to its arguments
    Vector((a, b), "()")              a list in brackets; a matrix is a Vector of rows
    Relation((a, b), ("=",))          a = b, or 0 < a ≤ b as Relation((0, a, b), ("<", "≤"))
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any

MAX_LENGTH = 2_000  # characters of a text
MAX_BRACKETS = 60  # nesting of brackets
MAX_DEPTH = 120  # nesting of nodes
MAX_NODES = 1_200  # nodes of one tree
MAX_DIGITS = 40  # digits of one number
MAX_DECIMAL_EXPONENT = 308  # of a number such as 1e-300

CONSTANTS = ("pi", "e", "infinity")


@dataclass(frozen=True, slots=True)
class Number:
    """The exact rational numerator/denominator (denominator > 0, lowest terms), typed as the decimal `typed` if any.

    Text never gives a negative Number (it gives a Negative); computed trees may hold one.
    """

    numerator: int
    denominator: int = 1
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Constant:
    """One of CONSTANTS."""

    name: str


@dataclass(frozen=True, slots=True)
class Name:
    """A variable; subscripts are part of its name after an underscore: x_1, w_12."""

    name: str


@dataclass(frozen=True, slots=True)
class Sum:
    """terms[0] + terms[1] + …, at least two; a subtracted term is a Negative."""

    terms: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Negative:
    """-operand."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Product:
    """factors[0]·factors[1]·…, at least two."""

    factors: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Quotient:
    """numerator/denominator."""

    numerator: Node
    denominator: Node


@dataclass(frozen=True, slots=True)
class Power:
    """base^exponent. A rational exponent p/q in lowest terms with odd q takes the real root of a negative base."""

    base: Node
    exponent: Node


@dataclass(frozen=True, slots=True)
class Call:
    """function(arguments); function is a key of functions.FUNCTIONS."""

    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Vector:
    """items between brackets: "()", "[]", "<>", "{}", "" (a bare list), or mixed as in "[)" for an interval."""

    items: tuple[Node, ...]
    brackets: str = "()"


@dataclass(frozen=True, slots=True)
class Relation:
    """sides[0] signs[0] sides[1] signs[1] …; each sign is one of = ≠ < > ≤ ≥."""

    sides: tuple[Node, ...]
    signs: tuple[str, ...]


Node = Number | Constant | Name | Sum | Negative | Product | Quotient | Power | Call | Vector | Relation


_BELOW: dict[type, Callable[[Any], tuple[Node, ...]]] = {
    Number: lambda node: (),
    Constant: lambda node: (),
    Name: lambda node: (),
    Sum: attrgetter("terms"),
    Product: attrgetter("factors"),
    Vector: attrgetter("items"),
    Call: attrgetter("arguments"),
    Relation: attrgetter("sides"),
    Negative: lambda node: (node.operand,),
    Quotient: attrgetter("numerator", "denominator"),
    Power: attrgetter("base", "exponent"),
}


def children(node: Node) -> tuple[Node, ...]:
    """Return the nodes directly below `node`, left to right."""
    return _BELOW[type(node)](node)


def rebuild(node: Node, parts: tuple[Node, ...]) -> Node:
    """Return `node` with its children replaced by `parts`, as many as it had."""
    match node:
        case Sum():
            return Sum(parts)
        case Product():
            return Product(parts)
        case Vector():
            return Vector(parts, node.brackets)
        case Call():
            return Call(node.function, parts)
        case Relation():
            return Relation(parts, node.signs)
        case Negative():
            return Negative(parts[0])
        case Quotient():
            return Quotient(parts[0], parts[1])
        case Power():
            return Power(parts[0], parts[1])
        case _:
            return node


def walk(node: Node) -> Iterator[Node]:
    """Yield `node` and all nodes below it, each before its children."""
    stack = [node]
    while stack:
        top = stack.pop()
        yield top
        stack.extend(reversed(_BELOW[type(top)](top)))


def variables(node: Node) -> tuple[str, ...]:
    """Return the names in `node`, each once, in order of first appearance."""
    return _named(Itself(node))[0]


def functions(node: Node) -> tuple[str, ...]:
    """Return the names of the functions that are called in `node`, each once, in order of first appearance."""
    return _named(Itself(node))[1]


def has_real_power(node: Node) -> bool:
    """Return whether there is a power in `node` whose exponent is no whole number and whose base is no constant, as in
    √x or x^y.
    """
    return _named(Itself(node))[2]


@lru_cache(maxsize=2_048)
def _named(itself: Itself) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Names, functions, and whether there is such a power, in one pass, and kept: they are asked many times."""
    names, called, real_power = dict[str, None](), dict[str, None](), False
    stack = [itself.node]
    while stack:  # not by way of `walk`: this is asked of every answer
        top = stack.pop()
        if type(top) is Name:
            names[top.name] = None
            continue
        if type(top) is Call:
            called[top.function] = None
        elif type(top) is Power and type(top.base) is not Constant and getattr(top.exponent, "denominator", 0) != 1:
            real_power = True
        stack.extend(reversed(_BELOW[type(top)](top)))
    return tuple(names), tuple(called), real_power


def size(node: Node) -> int:
    """Return how many nodes `node` has, itself included."""
    return sum(1 for _ in walk(node))


def substitute(node: Node, values: Mapping[str, Node]) -> Node:
    """Return `node` with each Name that is a key of `values` replaced by its value; nothing is simplified."""
    if isinstance(node, Name):
        return values.get(node.name, node)
    below = children(node)
    return rebuild(node, tuple(substitute(part, values) for part in below)) if below else node


def sum_of(terms: Sequence[Node]) -> Node:
    """Return the sum of `terms`: the only one itself, 0 if there is none."""
    return Sum(tuple(terms)) if len(terms) > 1 else terms[0] if terms else Number(0)


def product_of(factors: Sequence[Node]) -> Node:
    """Return the product of `factors`: the only one itself, 1 if there is none."""
    return Product(tuple(factors)) if len(factors) > 1 else factors[0] if factors else Number(1)


class Itself:
    """A tree, or another value, that equals only itself: quick to look up. A cache that has it keeps the tree alive."""

    __slots__ = ("node",)

    def __init__(self, node: Any) -> None:
        self.node = node

    def __hash__(self) -> int:
        return id(self.node)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and self.node is other.node
