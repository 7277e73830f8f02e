"""Words that take vectors and matrices."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizengine.maths.language.arithmetic import add, call, divide, multiply, negate, pairs
from quizengine.maths.language.comparing import order_of
from quizengine.maths.language.values import MAX_ITEMS, Value, fail, is_matrix, matrix, refuse, scalar, vector, whole
from quizengine.maths.normalise import normalise_node
from quizengine.maths.tree import Node, Number, Vector

MAX_PRODUCTS = 10_000
Rows = tuple[tuple[Node, ...], ...]


def _dot(left: Value, right: Value) -> Node:
    return add(tuple(multiply(pair) for pair in pairs(left, right, "dot")))


def _cross(left: Value, right: Value) -> Node:
    both = pairs(left, right, "cross")
    if len(both) != 3:
        fail(f"cross wants vectors with 3 components, not {len(both)}")
    (a, d), (b, e), (c, f) = both
    minors = ((b, f, c, e), (c, d, a, f), (a, e, b, d))
    return Vector(tuple(add((multiply((p, q)), negate(multiply((r, s))))) for p, q, r, s in minors))


def _unit(value: Value) -> Node:
    length = call("norm", (vector(value, "what unit is taken of"),))
    if length == Number(0):
        fail("the zero vector has no direction: require that it is not (0, 0)")
    return divide(value, length)


def _hadamard(left: Value, right: Value) -> Node:
    """Of two vectors, or of two matrices of one shape."""
    products = tuple(
        _hadamard(one, other) if isinstance(one, Vector) and isinstance(other, Vector) else multiply((one, other))
        for one, other in pairs(left, right, "hadamard")
    )
    return Vector(products, vector(left, "").brackets)


def _outer(left: Value, right: Value) -> Node:
    """The matrix with left[i]*right[j]; both are vectors of numbers or expressions."""
    down = [scalar(item, "a component for outer") for item in vector(left, "the first argument of outer").items]
    across = [scalar(item, "a component for outer") for item in vector(right, "the second argument of outer").items]
    if not down or not across:
        fail("outer wants two vectors that are not empty")
    if len(down) * len(across) > MAX_PRODUCTS:
        refuse(f"outer multiplies at most {MAX_PRODUCTS:,} pairs of components")
    return _matrix(tuple(tuple(multiply((one, other)) for other in across) for one in down))


def _clip(value: Value, low: Value, high: Value) -> Node:
    if order_of(scalar(low, "the low end of clip"), scalar(high, "the high end of clip")) > 0:
        fail("clip wants the low end before the high end")
    return call("max", (low, call("min", (high, value))))


def _times(left: Value, right: Value) -> Node:
    """Matrix · vector, vector · matrix (as a row), matrix · matrix."""
    if not is_matrix(left) and not is_matrix(right):
        fail("times wants a matrix; for two vectors say dot(v, w) or hadamard(v, w)")
    if not is_matrix(left):
        return _times(_transpose(right), left)
    rows = matrix(left, "the first argument of times")
    inner = vector(right, "the second argument of times").items
    across, down = len(rows[0]), len(inner)
    if across != down:
        fail(f"times wants as many columns on the left as there are rows on the right, not {across} and {down}")
    if not is_matrix(right):
        return Vector(tuple(_dot(Vector(row), right) for row in rows))
    other = [Vector(column) for column in zip(*matrix(right, "the second argument of times"), strict=True)]
    if len(rows) * len(rows[0]) * len(other) > MAX_PRODUCTS:
        refuse(f"times multiplies at most {MAX_PRODUCTS:,} pairs of entries")
    return _matrix(tuple(tuple(_dot(Vector(row), column) for column in other) for row in rows))


def _transpose(value: Value) -> Node:
    return _matrix(tuple(zip(*matrix(value, "what transpose is taken of"), strict=True)))


def _matrix(rows: Rows) -> Vector:
    return Vector(tuple(Vector(row, "[]") for row in rows), "[]")


def _square(value: Value, word: str) -> Rows:
    rows = matrix(value, f"what {word} is taken of")
    if len(rows) != len(rows[0]) or len(rows) > 6:
        fail(f"{word} wants a square matrix of at most 6 rows, not {len(rows)} by {len(rows[0])}")
    return rows


def _det(value: Value) -> Node:
    return _determinant(_square(value, "det"))


def _determinant(rows: Rows) -> Node:
    """Expansion along the first row."""
    if len(rows) == 1:
        return rows[0][0]
    terms = []
    for place, entry in enumerate(rows[0]):
        minor = tuple(row[:place] + row[place + 1 :] for row in rows[1:])
        term = multiply((entry, _determinant(minor)))
        terms.append(negate(term) if place % 2 else term)
    return add(tuple(terms))


def _trace(value: Value) -> Node:
    return add(tuple(row[place] for place, row in enumerate(_square(value, "trace"))))


def _onehot(place: Value, length: Value) -> Node:
    size = whole(length, "the length of onehot", 1, MAX_ITEMS)
    one = whole(place, "the place of onehot", 1, size)
    return Vector(tuple(normalise_node(Number(int(index == one))) for index in range(1, size + 1)))


def _column(value: Value, place: Value) -> Node:
    rows = matrix(value, "what column is taken of")
    index = whole(place, "the number of the column", 1, len(rows[0]))
    return Vector(tuple(row[index - 1] for row in rows))


VECTOR_WORDS: Mapping[str, Callable[..., Value]] = {
    "dot": _dot,
    "cross": _cross,
    "unit": _unit,
    "hadamard": _hadamard,
    "outer": _outer,
    "clip": _clip,
    "times": _times,
    "transpose": _transpose,
    "det": _det,
    "trace": _trace,
    "onehot": _onehot,
    "column": _column,
}
