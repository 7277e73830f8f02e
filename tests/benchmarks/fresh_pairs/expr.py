"""The benchmark's own trees: read from Python-like text, written as a learner types, matched, changed.

Nothing here knows the engine: its reader must not stand behind both sides of a comparison.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

CONSTANTS = ("pi", "e")
BINARY = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "^"}
LEVEL = {"+": 1, "-": 1, "neg": 1, "*": 2, "/": 2, "^": 3}


@dataclass(frozen=True)
class Expr:
    """An operator or function with its arguments; ("number", Fraction) and ("name", text) are the leaves."""

    op: str
    args: tuple[Any, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.op, self.args)))

    def __hash__(self) -> int:
        return self._hash  # type: ignore[attr-defined,no-any-return]

    def __str__(self) -> str:
        return text(self)

    def __add__(self, other: Expr) -> Expr:
        return Expr("+", (self, other))

    def __sub__(self, other: Expr) -> Expr:
        return Expr("-", (self, other))

    def __mul__(self, other: Expr) -> Expr:
        return Expr("*", (self, other))

    def __truediv__(self, other: Expr) -> Expr:
        return Expr("/", (self, other))

    def __pow__(self, other: Expr) -> Expr:
        return Expr("^", (self, other))


def number(value: Fraction | int) -> Expr:
    return Expr("number", (Fraction(value),))


def name(letter: str) -> Expr:
    return Expr("name", (letter,))


def children(tree: Expr) -> tuple[Expr, ...]:
    return () if tree.op in ("number", "name") else tree.args


def walk(tree: Expr) -> Iterator[Expr]:
    yield tree
    for child in children(tree):
        yield from walk(child)


def size(tree: Expr) -> int:
    return 1 + sum(map(size, children(tree)))


def names_of(tree: Expr) -> set[str]:
    return {part.args[0] for part in walk(tree) if part.op == "name"} - set(CONSTANTS)


@cache
def read(written: str) -> Expr:
    """The tree of `2*x^2 - ln(y)`: Python's own grammar with ^ for powers."""
    return _convert(ast.parse(written.replace("^", "**"), mode="eval").body)


def components(written: str) -> tuple[Expr, ...]:
    """The trees of `(2*x, y)`, or the one of `2*x`."""
    body = ast.parse(written.replace("^", "**"), mode="eval").body
    return tuple(map(_convert, body.elts if isinstance(body, ast.Tuple) else [body]))


def _convert(node: ast.expr) -> Expr:
    match node:
        case ast.BinOp(left, op, right):
            return Expr(BINARY[type(op)], (_convert(left), _convert(right)))
        case ast.UnaryOp(ast.USub(), operand):
            return Expr("neg", (_convert(operand),))
        case ast.Constant(int(value)):
            return number(value)
        case ast.Name(letter):
            return name(letter)
        case ast.Call(ast.Name(head), args):
            return Expr(head, tuple(map(_convert, args)))
    raise ValueError(ast.dump(node))


def text(tree: Expr) -> str:
    """What a learner types: signs and brackets so plain that every reader reads the same."""
    match tree.op:
        case "name":
            return str(tree.args[0])
        case "number":
            (value,) = tree.args
            return str(value) if value.denominator == 1 and value >= 0 else f"({value})"
        case "+":
            return f"{_in(tree.args[0], 1)} + {_in(tree.args[1], 2)}"
        case "-":
            return f"{_in(tree.args[0], 1)} - {_in(tree.args[1], 2)}"
        case "neg":
            return f"-{_in(tree.args[0], 2)}"
        case "*":
            return f"{_in(tree.args[0], 2, '/')}*{_in(tree.args[1], 3)}"
        case "/":
            return f"{_in(tree.args[0], 2, '/')}/{_in(tree.args[1], 3)}"
        case "^":
            base, exponent = tree.args
            bare = exponent.op in ("name", "number")
            return f"{_in(base, 4)}^{text(exponent) if bare else f'({text(exponent)})'}"
    return f"{tree.op}({', '.join(map(text, tree.args))})"


def _in(tree: Expr, least: int, bracketed: str = "") -> str:
    written = text(tree)
    if tree.op == "number":
        return written
    return f"({written})" if LEVEL.get(tree.op, 9) < least or tree.op == bracketed else written


def put(tree: Expr, places: dict[str, Expr]) -> Expr:
    """The tree with each name that `places` knows replaced."""
    if tree.op == "name":
        return places.get(tree.args[0], tree)
    return tree if tree.op == "number" else Expr(tree.op, tuple(put(child, places) for child in tree.args))


def fill(written: str, **places: Expr) -> Expr:
    """`fill("u + abs(u)", u=tree)`."""
    return put(read(written), places)


def match(pattern: Expr, tree: Expr, found: dict[str, Expr]) -> bool:
    """Whether the tree has the pattern's shape; the pattern's names a, b, c, n (a number) stand for anything."""
    if pattern.op == "name" and pattern.args[0] in "abcn":
        letter = pattern.args[0]
        if letter == "n" and tree.op != "number":
            return False
        return found.setdefault(letter, tree) == tree
    if pattern.op != tree.op or len(pattern.args) != len(tree.args):
        return False
    if pattern.op in ("number", "name"):
        return pattern.args == tree.args
    return all(match(p, t, found) for p, t in zip(pattern.args, tree.args, strict=True))


def places(tree: Expr, path: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Expr]]:
    """Every part with the way to it."""
    yield path, tree
    for index, child in enumerate(children(tree)):
        yield from places(child, (*path, index))


def replace(tree: Expr, path: tuple[int, ...], new: Expr) -> Expr:
    if not path:
        return new
    index, *rest = path
    args = list(tree.args)
    args[index] = replace(args[index], tuple(rest), new)
    return Expr(tree.op, tuple(args))


def literal(tree: Expr) -> Fraction | None:
    """The value of a tree of numbers alone, such as -1/2."""
    if tree.op == "number":
        return tree.args[0]  # type: ignore[no-any-return]
    if tree.op not in ("+", "-", "*", "/", "neg"):
        return None
    values = [literal(child) for child in tree.args]
    if None in values or (tree.op == "/" and values[1] == 0):
        return None
    first = values[0]
    if tree.op == "neg":
        return -first
    return {"+": lambda s: first + s, "-": lambda s: first - s, "*": lambda s: first * s, "/": lambda s: first / s}[
        tree.op
    ](values[1])
