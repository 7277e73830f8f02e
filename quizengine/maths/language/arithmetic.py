"""+ - · / ^ and the functions of the tree on values: exact, tidy, and component by component on vectors."""

from __future__ import annotations

from collections.abc import Callable

from quizengine.maths.language.comparing import greatest, sign_of
from quizengine.maths.language.values import Value, describe, fail, is_matrix, scalar, vector
from quizengine.maths.normalise import normalise_node, number_of
from quizengine.maths.tree import (
    Call,
    Negative,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Vector,
    variables,
    walk,
)

#: Functions that are decided, not written, when their argument is a constant such as pi - 3.
JUMPS = ("abs", "sign", "step", "relu", "max", "min")


def add(parts: tuple[Value, ...]) -> Node:
    """Return the sum of numbers and expressions, or of vectors of one length; 0 if there is none."""
    lists = [part for part in parts if isinstance(part, Vector)]
    if not lists:
        return settled(Sum(tuple(scalar(part, "a term of a sum") for part in parts)))
    if len(lists) < len(parts):
        other = next(part for part in parts if not isinstance(part, Vector))
        cure = (
            "; each(t + 1, t, v) adds to every component" if isinstance(other, Node) and not is_matrix(lists[0]) else ""
        )
        fail(f"cannot add {describe(lists[0])} and {describe(other)}{cure}")
    odd = [part for part in lists if len(part.items) != len(lists[0].items)]
    if odd:
        fail(f"cannot add {describe(lists[0])} and {describe(odd[0])}")
    return Vector(tuple(add(row) for row in zip(*(part.items for part in lists), strict=True)), lists[0].brackets)


def negate(value: Value) -> Node:
    """Return -value."""
    if isinstance(value, Vector):
        return _each(value, negate)
    return settled(Negative(scalar(value, "what stands after a minus")))


def multiply(parts: tuple[Value, ...]) -> Node:
    """Return the product of numbers and expressions with at most one vector or matrix."""
    lists = [part for part in parts if isinstance(part, Vector)]
    scalars = tuple(scalar(part, "a factor") for part in parts if not isinstance(part, Vector))
    if len(lists) > 1:
        fail("vectors are not multiplied with *: say dot(v, w), cross(v, w), hadamard(v, w) or times(A, v)")
    if not lists:
        return settled(Product(scalars))
    return _scaled(lists[0], scalars)


def _scaled(value: Node, scalars: tuple[Node, ...]) -> Node:
    if isinstance(value, Vector):
        return _each(value, lambda item: _scaled(item, scalars))
    return settled(Product((*scalars, value))) if scalars else value


def divide(top: Value, bottom: Value) -> Node:
    """top/bottom; a vector is divided component by component."""
    if isinstance(bottom, Vector):
        fail("nothing is divided by a vector")
    if isinstance(top, Vector):
        return _each(top, lambda item: divide(item, bottom))
    return settled(Quotient(scalar(top, "a numerator"), scalar(bottom, "a denominator")))


def power(base: Value, exponent: Value) -> Node:
    """base^exponent, no vectors."""
    if isinstance(base, Vector):
        fail("a vector has no powers: say dot(v, v), hadamard(v, v) or each(t^2, t, v)")
    return settled(Power(scalar(base, "a base"), scalar(exponent, "an exponent")))


def call(function: str, arguments: tuple[Value, ...]) -> Node:
    """Return a function of the tree; on vectors component by component, except norm, max(v), min(v)."""
    lists = [part for part in arguments if isinstance(part, Vector)]
    if not lists:
        return _decided(
            settled(Call(function, tuple(scalar(part, f"what {function} is taken of") for part in arguments)))
        )
    if function == "abs":
        fail(
            "|v| of a vector is unclear: say norm(v) for its length, or each(|t|, t, v) for the sizes of its components"
        )
    if function in ("norm", "max", "min") and len(arguments) == 1:
        return call(function, lists[0].items)
    length = len(lists[0].items)
    if function == "norm" or any(len(part.items) != length for part in lists):
        fail(f"{function} wants numbers, or vectors of one length")
    columns = [part.items if isinstance(part, Vector) else (part,) * length for part in arguments]
    return Vector(tuple(call(function, row) for row in zip(*columns, strict=True)), lists[0].brackets)


def settled(node: Node) -> Node:
    """Return `node` normalised at its top; raises CannotCompute where it plainly has no value."""
    result = normalise_node(node)
    _require_value(result)
    return result


def require_values(node: Node) -> Node:
    """Return `node`, after making sure that nothing in it plainly lacks a value."""
    for part in walk(node):
        _require_value(part)
    return node


def _require_value(node: Node) -> None:
    match node:
        case Quotient(_, Number(0)):
            fail("division by zero")
        case Power(Number(0), exponent):
            size = number_of(exponent)
            if size is not None and size.factor <= 0:
                fail("0 to the power of 0 or of a negative number has no value")
        case Call("sqrt" | "ln" as function, (argument,)):
            size = number_of(argument)
            if size is not None and (size.factor < 0 or (function == "ln" and size.factor == 0)):
                fail(f"{function} of {'0' if size.factor == 0 else 'a negative number'} has no value")


def _decided(node: Node) -> Node:
    """max(pi, 3) → pi and the like, with balls."""
    if not isinstance(node, Call) or node.function not in JUMPS or variables(node):
        return node
    first = node.arguments[0]
    match node.function:
        case "max":
            return greatest(node.arguments)
        case "min":
            return negate(greatest(tuple(negate(part) for part in node.arguments)))
        case "sign":
            return normalise_node(Number(sign_of(first)))
        case "abs":
            return first if sign_of(first) >= 0 else negate(first)
        case "relu":
            return first if sign_of(first) > 0 else Number(0)
    sign = sign_of(first)
    return node if sign == 0 else Number(1 if sign > 0 else 0)


def _each(value: Vector, rule: Callable[[Node], Node]) -> Vector:
    return Vector(tuple(rule(item) for item in value.items), value.brackets)


def pairs(left: Value, right: Value, word: str) -> list[tuple[Node, Node]]:
    """Return the components of two vectors of one length, side by side."""
    first, second = vector(left, f"what {word} is taken of").items, vector(right, f"what {word} is taken of").items
    if len(first) != len(second):
        fail(f"{word} wants two vectors of one length, not {len(first)} and {len(second)} components")
    return list(zip(first, second, strict=True))
