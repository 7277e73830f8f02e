"""What changes its sign where an expression may change its law, by the functions in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, islice
from typing import Any

from quizengine.maths.evaluate import rational_exponent
from quizengine.maths.function_row import FunctionRow
from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.tree import Call, Negative, Node, Number, Power, Quotient, Sum, functions, variables, walk


def borders(node: Node) -> Iterator[Node]:
    """Yield what changes its sign where `node` may change its law; those without variables are left out."""
    for part in walk(node):
        for border in _of(part):
            if variables(border):
                yield border


def _of(node: Node) -> Iterator[Node]:
    if isinstance(node, Quotient):
        yield node.denominator
    elif isinstance(node, Power):
        exponent = rational_exponent(node.exponent)
        if exponent is None or exponent.denominator > 1 or exponent < 0:
            yield node.base
    elif isinstance(node, Call):
        of_call = _OF_CALLS.get(node.function)
        yield from of_call(node.arguments) if of_call else _of_row(FUNCTIONS[node.function], node.arguments[0])


def _pairs(arguments: tuple[Node, ...]) -> Iterator[Node]:
    for left, right in combinations(arguments, 2):
        yield Sum((left, Negative(right)))


def _of_row(row: FunctionRow, u: Node) -> Iterator[Node]:
    """The ends of the domain, and where else the function is not analytic, or has no value."""
    ends = row.domain
    if ends.high is not None:
        yield Sum((Number(ends.high), Negative(u)))
    for x in (*(row.breaks or ()), *(() if ends.low is None else (ends.low,))):
        yield u if x == 0 else Sum((u, Negative(Number(x)))) if x > 0 else Sum((Number(-x), u))
    if row.excluded in FUNCTIONS:
        yield Call(row.excluded, (u,))


def all_told(node: Node) -> bool:
    """Return whether the borders of all functions in `node` are known."""
    return all(called in _OF_CALLS or _is_told(FUNCTIONS[called]) for called in functions(node))


def _is_told(row: FunctionRow) -> bool:
    return row.domain.told and row.breaks is not None and bool(row.breaks or not row.jumps)


_OF_CALLS: dict[str, Callable[[tuple[Node, ...]], Any]] = {
    **dict.fromkeys(("max", "min"), _pairs),
    "root": lambda arguments: iter(arguments[1:]),
    "log": iter,
    "norm": lambda arguments: islice((part for part in arguments if variables(part)), 1),  # 0 where the first is
}
