"""Equations."""

from __future__ import annotations

from typing import Any

from quizengine.errors import CannotCompute
from quizengine.maths.cas.call_limit import within_reason
from quizengine.maths.cas.from_sympy import from_sympy, term_order
from quizengine.maths.cas.quadratic import real_roots
from quizengine.maths.cas.to_sympy import symbol, to_sympy
from quizengine.maths.held_back import ask_for_sympy
from quizengine.maths.tree import Negative, Node, Relation, Sum, Vector


def solve(node: Node, *variables: str) -> tuple[Node, ...]:
    """Return the real solutions of node = 0, of an equation, or of a Vector of such; ascending where they are numbers.

    With one variable each solution is its value, with several it is a Vector of their values.
    Raises CannotCompute when SymPy finds no method, or a solution cannot be written as a formula.
    """
    ask_for_sympy()
    import sympy

    posed = [_difference(part) for part in (node.items if isinstance(node, Vector) else (node,))]
    if len(posed) == len(variables) == 1 and (roots := real_roots(posed[0], variables[0])) is not None:
        return tuple(from_sympy(root, node) for root in roots)
    equations = [to_sympy(equation) for equation in posed]
    unknowns = [symbol(name) for name in variables]
    try:
        if len(equations) == len(unknowns) == 1:
            rows = [[value] for value in within_reason(sympy.solve, equations[0], unknowns[0])]
        else:
            rows = within_reason(_system, equations, unknowns)
    except NotImplementedError:
        raise CannotCompute("", "no method is known for solving this equation") from None
    return within_reason(_real, rows, node)  # whether a root is real can take longer than to find it


def _real(rows: list[list[Any]], like: Node) -> tuple[Node, ...]:
    """The real solutions, ascending."""
    real = [row for row in rows if all(value.is_real is not False for value in row)]
    try:
        ascending = sorted(real, key=_order)
    except TypeError:  # the roots of many cubics: real, and written with roots of numbers that are not
        raise CannotCompute(
            "", "these solutions cannot be written with real roots; draw them first, and make the equation of them"
        ) from None
    return tuple(_solution(row, like) for row in ascending)


def _system(equations: list[Any], unknowns: list[Any]) -> list[list[Any]]:
    """The solutions of several equations, imaginary ones included: for real symbols SymPy loses some silently."""
    import sympy

    polynomial = all(equation.is_polynomial(*unknowns) for equation in equations)
    asked = [sympy.Dummy(unknown.name) for unknown in unknowns] if polynomial else unknowns
    posed = [equation.subs(dict(zip(unknowns, asked, strict=True))) for equation in equations]
    found = sympy.solve(posed, asked, dict=True)
    if any(set(asked) - set(solution) for solution in found):
        raise CannotCompute("", "the equation does not fix the unknowns: there are infinitely many solutions")
    if not found and polynomial and sympy.groebner(posed, *asked).exprs != [1]:
        raise CannotCompute("", "the equations have solutions that cannot be written as a formula")
    return [[solution[unknown] for unknown in asked] for solution in found]


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
