"""A function and its arguments, once read, as a node: how many it takes, which logarithm, which root."""

from __future__ import annotations

from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.tree import Call, Constant, Node, Number, Quotient, Vector, variables

E = Constant("e")
#: Inverse functions that the tree does not have, by those of 1/x.
OF_RECIPROCAL = {"asec": "acos", "acsc": "asin", "asech": "acosh", "acsch": "asinh", "acoth": "atanh"}
#: Functions of one number that need no second look.
PLAIN = frozenset(name for name, row in FUNCTIONS.items() if row.unary and name != "abs")


def build(cursor: Cursor, name: str, arguments: tuple[Node, ...], base: Node | None, start: int) -> Node:
    """Return the function `name`, typed at token `start`, of its arguments; raises Unreadable for too many.

    base: that of a logarithm or a root where it was typed beside the name, else None.
    """
    first = arguments[0]
    if name in PLAIN and len(arguments) == 1 and base is None:
        return Call(name, arguments)
    if name in ("norm", "abs", "vector", "max", "min") and any(isinstance(item, Vector) for item in arguments):
        return _of_vector(cursor, name, arguments, start)
    if name == "vector":
        cursor.lists.append(start)
        return Vector(arguments, "()")
    if name == "root" and base is None and len(arguments) == 1:
        name = "sqrt"
    if name == "root" and base is None:
        base, arguments = _root_arguments(cursor, arguments, start)
        first = arguments[0]
        if base in (Number(2), Number(3)):
            name, base = ("sqrt" if base == Number(2) else "cbrt"), None
    row = FUNCTIONS.get(name) if name not in ("log", "root") else None
    least, most = (row.least, row.most) if row is not None else (1, 1)
    if not least <= len(arguments) <= most:
        wanted = _counted(least, most)
        raise cursor.fault("argument-count", f"{name} takes {wanted}, not {len(arguments)}{_cure(name)}", start)
    if name == "log" and base is None:
        cursor.tell("log", start)
        return Call("ln", arguments) if cursor.conventions.log == "natural" else Call("log", (Number(10), first))
    if name == "lg":
        return Call("log", (Number(10), first))
    if base is not None:
        return Call("ln", arguments) if base == E else Call(name, (base, first))
    if name in OF_RECIPROCAL:
        return Call(OF_RECIPROCAL[name], (Quotient(Number(1), first),))
    if name == "acot":
        raise cursor.fault("inverse-unclear", "acot is defined in two ways; write atan(1/x) or pi/2 - atan(x)", start)
    return Call(name, arguments)


def _counted(least: int, most: int) -> str:
    if most == 1:
        return "one argument"
    return f"{least} arguments" if least == most else f"{least} to {most} arguments"


def _of_vector(cursor: Cursor, name: str, arguments: tuple[Node, ...], start: int) -> Node:
    """A function of a vector's components."""
    if len(arguments) > 1 or not isinstance(arguments[0], Vector) or not arguments[0].items:
        raise cursor.fault("vector-in-function", f"{name} takes one vector, or numbers", start)
    if name == "vector":
        return arguments[0]
    return Call("norm" if name == "abs" else name, arguments[0].items)


def _root_arguments(cursor: Cursor, arguments: tuple[Node, ...], start: int) -> tuple[Node, tuple[Node, ...]]:
    """root(3, x) and root(x, 3) are the cube root; with two numbers nobody knows which is which."""
    if len(arguments) != 2:
        raise cursor.fault(
            "argument-count", "root takes two arguments; write sqrt(x), or sqrt[3](x) for a cube root", start
        )
    for degree, radicand in (arguments, arguments[::-1]):
        if isinstance(degree, Number) and degree.denominator == 1 and degree.numerator > 1 and variables(radicand):
            return degree, (radicand,)
    raise cursor.fault("root-unclear", "which is the degree of this root? write 8^(1/3), or sqrt[3](8)", start)


def _cure(name: str) -> str:
    return "; write log_2(x) for a base" if name == "log" else ""
