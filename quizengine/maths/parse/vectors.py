"""Arithmetic that a vector answer may hold: 2*(x, y), (1, 2) - 0.1*(3, 4), (x, y)/3, and 2x i + 2y j - k."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import is_
from typing import Any

from quizengine.maths.tree import (
    Call,
    Negative,
    Node,
    Number,
    Product,
    Quotient,
    Sum,
    Vector,
    children,
    product_of,
    rebuild,
    sum_of,
)

#: The unit vectors while reading; they never leave this package.
AXES = (Vector((), "i"), Vector((), "j"), Vector((), "k"), *(Vector((), f"e{axis}") for axis in range(4, 21)))
_AXIS = {vector.brackets: axis for axis, vector in enumerate(AXES)}

Parts = dict[int, Node]  # the coefficient of each axis


class Misplaced(Exception):
    """A vector stands where none can; `reason` and `message` are those of the fault."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message


def settle(tree: Node, dimension: int, alone: bool = False) -> Node:
    """Return `tree` with the arithmetic on vectors carried out: a Vector of scalars, of Vectors, or a scalar.

    dimension: the least number of components of a vector written with axes. alone: whether one vector is asked, so
    that 2i, 3j is none. Raises Misplaced.
    """
    parts = _by_axes(tree)
    if alone and isinstance(tree, Vector) and any(_by_axes(item) is not None for item in tree.items):
        raise Misplaced("axis-misplaced", "a sum makes a vector of i, j and k: write 2i + 3j, not 2i, 3j")
    if parts is not None:
        size = max(dimension, 2, *(axis + 1 for axis in parts))
        return Vector(tuple(_scalar(parts.get(axis, Number(0))) for axis in range(size)), "")
    return _settled(tree)


def _scalar(part: Node) -> Node:
    """The coefficient of an axis, in which no other axis may stand."""
    tree = _settled(part)
    if isinstance(tree, Vector):
        raise Misplaced("axis-misplaced", "a number stands before each of i, j and k: 2x i + 3y j")
    return tree


def _settled(tree: Node) -> Node:
    if isinstance(tree, Vector):
        if tree.brackets in _AXIS:
            raise Misplaced("axis-misplaced", "i, j and k belong in a sum such as 2x i + 3y j")
        return Vector(tuple(settle(item, 2) for item in tree.items), tree.brackets)
    below = children(tree)
    if not below:
        return tree
    parts = tuple(map(_settled, below))
    if all(map(is_, parts, below)):
        return tree
    if not any(isinstance(part, Vector) for part in parts):
        return rebuild(tree, parts)
    return _on_vectors(tree, parts)


def _on_vectors(tree: Node, parts: tuple[Node, ...]) -> Node:
    """The operation of `tree` on `parts`, some of them vectors."""
    vectors = [part for part in parts if isinstance(part, Vector)]
    if isinstance(tree, Negative):
        return _each(vectors[0], Negative)
    if isinstance(tree, Sum):
        return _sum(parts, vectors)
    if isinstance(tree, Product) and len(vectors) == 1:
        at = next(place for place, part in enumerate(parts) if isinstance(part, Vector))
        return _each(vectors[0], lambda item: Product((*parts[:at], item, *parts[at + 1 :])))
    if isinstance(tree, Quotient) and isinstance(parts[0], Vector) and len(vectors) == 1:
        return _each(parts[0], lambda item: Quotient(item, parts[1]))
    if isinstance(tree, Call) and tree.function in ("norm", "abs") and len(parts) == 1:
        return Call("norm", vectors[0].items)
    if isinstance(tree, Product):
        cure = "write a comma between points, and work a product out"
        raise Misplaced("vector-misplaced", f"two lists stand side by side; {cure}")
    raise Misplaced("vector-misplaced", "a vector stands here where a number should; write it out by components")


def _each(vector: Vector, change: Callable[[Node], Node]) -> Vector:
    """`vector` with each component changed; a vector of vectors row by row."""
    items = (_each(item, change) if isinstance(item, Vector) else change(item) for item in vector.items)
    return Vector(tuple(items), vector.brackets)


def _sum(parts: Sequence[Node], vectors: Sequence[Vector]) -> Vector:
    """The sum of vectors of one length, component by component."""
    if len(vectors) < len(parts):
        raise Misplaced("vector-plus-number", "a vector and a number cannot be added; write the vector by components")
    if len({len(vector.items) for vector in vectors}) > 1:
        raise Misplaced("vectors-unlike", "only vectors with equally many components can be added")
    if any(isinstance(item, Vector) for vector in vectors for item in vector.items):
        return Vector(
            tuple(
                _sum(rows, [row for row in rows if isinstance(row, Vector)])
                for rows in zip(*(v.items for v in vectors), strict=True)
            ),
            vectors[0].brackets,
        )
    return Vector(tuple(Sum(items) for items in zip(*(v.items for v in vectors), strict=True)), vectors[0].brackets)


def _by_axes(tree: Node) -> Parts | None:
    """The coefficients of the axes in a sum of multiples of i, j, k; None where `tree` has no axis outside brackets."""
    rule = _AXES_OF.get(type(tree))
    return None if rule is None else rule(tree)


def _axis(tree: Vector) -> Parts | None:
    return {_AXIS[tree.brackets]: Number(1)} if tree.brackets in _AXIS else None


def _opposite(tree: Negative) -> Parts | None:
    parts = _by_axes(tree.operand)
    return None if parts is None else {axis: Negative(part) for axis, part in parts.items()}


def _divided(tree: Quotient) -> Parts | None:
    parts = _by_axes(tree.numerator)
    return None if parts is None else {axis: Quotient(part, tree.denominator) for axis, part in parts.items()}


def _summed(tree: Sum) -> Parts | None:
    found = [_by_axes(term) for term in tree.terms]
    if all(parts is None for parts in found):
        return None
    together: dict[int, list[Node]] = {}
    for term, parts in zip(tree.terms, found, strict=True):
        if parts is None:
            if term == Number(0):
                continue
            raise Misplaced("vector-plus-number", "one term has no i, j or k; write the axis of each term")
        for axis, part in parts.items():
            together.setdefault(axis, []).append(part)
    return {axis: sum_of(terms) for axis, terms in together.items()}


def _multiplied(tree: Product) -> Parts | None:
    found = [_by_axes(factor) for factor in tree.factors]
    places = [place for place, parts in enumerate(found) if parts is not None]
    if not places:
        return None
    if len(places) > 1:
        raise Misplaced("axis-misplaced", "i, j and k cannot be multiplied with each other")
    rest = tree.factors[: places[0]] + tree.factors[places[0] + 1 :]
    parts = found[places[0]] or {}
    return {axis: _scaled(rest, part) for axis, part in parts.items()}


def _scaled(factors: tuple[Node, ...], part: Node) -> Node:
    if part == Number(1):
        return product_of(factors)
    return Product((*factors, part))


_AXES_OF: Mapping[type, Callable[[Any], Parts | None]] = {
    Vector: _axis,
    Negative: _opposite,
    Sum: _summed,
    Product: _multiplied,
    Quotient: _divided,
}
