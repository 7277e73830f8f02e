"""Equations."""

from __future__ import annotations

from typing import Any

from quizengine.errors import CannotCompute
from quizengine.maths.calculus.from_sympy import from_sympy, term_order
from quizengine.maths.calculus.to_sympy import symbol, to_sympy
from quizengine.maths.tree import Negative, Node, Relation, Sum, Vector


def solve(node: Node, *variables: str) -> tuple[Node, ...]:
    """The real solutions of node = 0, of an equation, or of a Vector of such; ascending where they are numbers.

    With one variable each solution is its value, with several it is a Vector of their values.
    Raises CannotCompute when SymPy finds no method, or a solution cannot be written as a formula.
    """
    import sympy

    equations = [to_sympy(_difference(part)) for part in (node.items if isinstance(node, Vector) else (node,))]
    unknowns = [symbol(name) for name in variables]
    try:
        found = sympy.solve(equations, unknowns, dict=True)
    except NotImplementedError:
        raise CannotCompute("", "no method is known for solving this equation") from None
    if any(set(unknowns) - set(one) for one in found):
        raise CannotCompute("", "the equation does not fix the unknowns: there are infinitely many solutions")
    rows = [[one[unknown] for unknown in unknowns] for one in found]
    real = [row for row in rows if all(value.is_real is not False for value in row)]
    return tuple(_solution(row, node) for row in sorted(real, key=_order))


def _difference(equation: Node) -> Node:
    if not isinstance(equation, Relation):
        return equation
    if equation.signs != ("=",):
        raise CannotCompute("", "only equations with one = can be solved")
    return Sum((equation.sides[0], Negative(equation.sides[1])))


def _solution(row: list[Any], like: Node) -> Node:
    values = tuple(from_sympy(value, like) for value in row)
    return values[0] if len(values) == 1 else Vector(values)


def _order(row: list[Any]) -> list[tuple[bool, float, Any]]:
    return [(not value.is_number, float(value) if value.is_number else 0.0, term_order(value)) for value in row]
