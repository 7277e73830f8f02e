"""What an author's expression can be: a tree, a text, a truth value, or a list that holds texts.

A list of numbers and expressions is a Vector; one that holds a text, or a list with one, is a tuple.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NoReturn, TypeAlias

from quizengine.errors import CannotCompute, NeverComputes
from quizengine.maths.normalise import exact
from quizengine.maths.parse.lexer.words import GREEK_NAMES
from quizengine.maths.tree import MAX_DEPTH, Name, Node, Number, Relation, Vector, children

Value: TypeAlias = "Node | str | bool | tuple[Value, ...]"

MAX_ITEMS = 1_000  # of any list, and steps of any repetition
MAX_TOLD = 80  # characters of a text in a message
MAX_SIZE = 5_000  # nodes of any value
MAX_BITS = 13_000  # of any number: some four thousand digits, which is as many as Python prints
VARIABLE = re.compile(rf"([^\W\d_]|{'|'.join(sorted(GREEK_NAMES))})(\d+|_\w+)?'*")


def fail(why: str) -> NoReturn:
    """Stop the computation; the workspace adds the author's text to `why`."""
    raise CannotCompute("", why)


def refuse(why: str) -> NoReturn:
    """Stop as `fail` does, where other numbers would not help."""
    raise NeverComputes("", why)


@lru_cache(maxsize=4096)
def canonical(name: str) -> str:
    """One spelling for each name: w1 and w_1 are the same."""
    return re.sub(r"^([^\W\d_]+)(\d+)$", r"\1_\2", name)


def is_variable(name: str) -> bool:
    """Return whether a name without a value may stay in an expression: one letter, perhaps with an index, or a Greek
    name.
    """
    return VARIABLE.fullmatch(name) is not None


def shortened(text: str) -> str:
    """Return a text on one line, cut where it is long, for messages."""
    line = " ".join(text.split())
    return line if len(line) <= MAX_TOLD else line[: MAX_TOLD - 1] + "…"


def describe(value: Value) -> str:
    """Return a value in words, for messages."""
    if isinstance(value, bool):
        return "a truth value"
    if isinstance(value, str):
        return f'the text "{shortened(value)}"'
    if isinstance(value, tuple):
        return f"a list of {parts(value)}"
    if isinstance(value, Vector):
        return f"a {'matrix' if is_matrix(value) else 'vector'} with {parts(value)}"
    if isinstance(value, Relation):
        return "an equation"
    if isinstance(value, Number):
        return f"the number {value.typed or Fraction(value.numerator, value.denominator)}"
    return f"the variable {value.name}" if isinstance(value, Name) else "an expression"


def parts(value: Value) -> str:
    """Return how many parts a list has, in words: 2 components, 1 row, 3 texts."""
    many = len(items(value, "a list"))
    noun = "row" if is_matrix(value) else "component"
    if isinstance(value, tuple):
        noun = "text" if all(isinstance(item, str) for item in value) else "item"
    return f"{many} {noun}{'s' * (many != 1)}"


def is_matrix(value: Value) -> bool:
    """Return whether a value is a list of lists."""
    return isinstance(value, Vector) and bool(value.items) and all(isinstance(row, Vector) for row in value.items)


def bounded(value: Value) -> Value:
    """Return `value`, after making sure that it has not grown beyond what can be shown and compared."""
    count, level = 0, list(nodes_of(value))
    for _ in range(MAX_DEPTH):
        count += len(level)
        below: list[Node] = []
        for node in level:
            if type(node) is Number:
                _require_short(node)
            elif type(node) is not Name:
                below += children(node)
        level = [] if count > MAX_SIZE else below
        if not level:
            break
    if level or count > MAX_SIZE:
        refuse("the value becomes too large to write down")
    return value


def nodes_of(value: Value) -> Iterator[Node]:
    """Yield the numbers, expressions and vectors of which a value consists; raises NeverComputes for too many items."""
    left = MAX_SIZE
    waiting = [value]
    while waiting:
        value = waiting.pop()
        left -= 1
        if left < 0:
            refuse("the value becomes too large to write down")
        if isinstance(value, tuple):
            waiting.extend(reversed(value))
        elif isinstance(value, Node):
            yield value


def _require_short(number: Number) -> None:
    if number.numerator.bit_length() > MAX_BITS or number.denominator.bit_length() > MAX_BITS:
        refuse("a number in the value becomes too long to write down")


def scalar(value: Value, role: str) -> Node:
    """Return `value` as a number or expression."""
    if type(value) is Number or type(value) is Name:  # as most are
        return value
    if not isinstance(value, Node) or isinstance(value, Vector | Relation):
        fail(f"{role} must be a number or an expression, but it is {describe(value)}")
    return value


def vector(value: Value, role: str) -> Vector:
    """Return `value` as a vector, matrix or list."""
    if not isinstance(value, Vector):
        fail(f"{role} must be a vector, but it is {describe(value)}")
    return value


def matrix(value: Value, role: str) -> tuple[tuple[Node, ...], ...]:
    """Return the rows of a matrix; all rows are equally long."""
    rows = value.items if isinstance(value, Vector) else ()
    entries = tuple(row.items for row in rows if isinstance(row, Vector))
    if not entries or len(entries) != len(rows) or len({len(row) for row in entries}) != 1:
        fail(f"{role} must be a matrix such as [[a, b], [c, d]], but it is {describe(value)}")
    return entries


def number(value: Value, role: str) -> Fraction:
    """Return `value` as an exact rational."""
    found = exact(scalar(value, role))
    if found is None:
        fail(f"{role} must be a rational number, but it is {describe(value)}")
    return found


def whole(value: Value, role: str, least: int = -(10**6), most: int = 10**6) -> int:
    """Return `value` as a whole number from least to most."""
    found = number(value, role)
    if found.denominator != 1:
        fail(f"{role} must be a whole number, but it is {found}")
    if not least <= found <= most:
        fail(f"{role} must lie between {least} and {most}, but it is {found}")
    return int(found)


def truth(value: Value, role: str) -> bool:
    """Return `value` as a condition."""
    if not isinstance(value, bool):
        fail(f"{role} must be a condition such as a > 0, but it is {describe(value)}")
    return value


def variable(value: Value, role: str) -> str:
    """Return `value` as the name of a variable; a text that is a name counts too."""
    if isinstance(value, Name):
        return value.name
    if isinstance(value, str) and is_variable(value):
        return canonical(value)
    fail(f"{role} must be a variable such as x, but it is {describe(value)}")


def items(value: Value, role: str) -> tuple[Value, ...]:
    """Return the items of a vector or of a list that holds texts."""
    return value if isinstance(value, tuple) else vector(value, role).items


def listed(values: tuple[Value, ...], brackets: str = "()") -> Value:
    """Return a list of values as one value: a Vector, or a tuple where one is a text or such a tuple."""
    if any(isinstance(value, bool) for value in values):
        fail("a list holds numbers, expressions and texts, not truth values")
    nodes = tuple(value for value in values if isinstance(value, Node))
    return Vector(nodes, brackets) if len(nodes) == len(values) else values
