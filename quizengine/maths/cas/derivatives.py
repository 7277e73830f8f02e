"""Derivatives of trees."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from quizengine.maths.cas.call_limit import within_reason
from quizengine.maths.cas.from_sympy import from_sympy
from quizengine.maths.cas.own_functions import own_functions
from quizengine.maths.cas.polynomials import derived, simple, written
from quizengine.maths.cas.to_sympy import symbol, to_sympy
from quizengine.maths.held_back import ask_for_sympy
from quizengine.maths.normalise import normalise
from quizengine.maths.tree import Node, Relation, Vector, children, rebuild, size

MAX_UNWATCHED = 60  # nodes: below, SymPy is quick, and watching it would take longer


@lru_cache(maxsize=1024)
def differentiate(node: Node, variable: str, times: int = 1) -> Node:
    """Return the derivative of `node` in `variable`, taken `times` times; of a vector or equation, part by part.

    Raises CannotCompute where the derivative cannot be written as a formula.
    """
    if isinstance(node, Vector | Relation):
        return rebuild(node, tuple(differentiate(part, variable, times) for part in children(node)))
    plain = simple(normalise(node))
    if plain is not None:
        for _ in range(times):
            plain = derived(plain, variable)
        return written(plain)
    ask_for_sympy()
    watched = times > 2 or size(node) > MAX_UNWATCHED
    arguments = (to_sympy(node), symbol(variable), times)
    return from_sympy(within_reason(_derivative, *arguments) if watched else _derivative(*arguments), node)


def _derivative(expression: Any, variable: Any, times: int) -> Any:
    for _ in range(times):
        expression = _cancel_signs(expression.diff(variable))
    return _one_fraction(expression)


def gradient(node: Node, variables: tuple[str, ...]) -> Vector:
    """Return the vector of the partial derivatives of `node`, in the order of `variables`."""
    return Vector(tuple(differentiate(node, variable) for variable in variables))


def jacobian(node: Vector, variables: tuple[str, ...]) -> Vector:
    """Return the matrix with one row for each component of `node` and one column for each variable."""
    return Vector(tuple(Vector(gradient(item, variables).items, "[]") for item in node.items), "[]")


def hessian(node: Node, variables: tuple[str, ...]) -> Vector:
    """Return the matrix of second derivatives of `node`."""
    return jacobian(gradient(node, variables), variables)


def _cancel_signs(expression: Any) -> Any:
    """sign(u)/|u| as 1/u, so that ln|x| has the derivative 1/x."""
    sign, size = own_functions()["sign"], own_functions()["abs"]
    if not expression.has(sign):
        return expression

    def cancelled(product: Any) -> Any:
        for factor in product.args:
            if isinstance(factor, sign) and 1 / size(*factor.args) in product.args:
                return product * size(*factor.args) / factor / factor.args[0]
        return product

    return expression.replace(lambda part: part.is_Mul, cancelled)


def _one_fraction(expression: Any) -> Any:
    """Fractions over one denominator, where that is shorter: (1 - x²)/(x² + 1)² from the quotient rule."""
    import sympy

    if expression.is_Symbol or expression.is_number or not _has_denominator(expression):
        return expression
    top, bottom = sympy.fraction(sympy.together(expression))
    joined = sympy.expand(top) / bottom
    return joined if joined.count_ops() < expression.count_ops() else expression


def _has_denominator(expression: Any) -> bool:
    """Whether several fractions, or a fraction inside a fraction, stand in a sum or product."""
    import sympy

    powers = [power for power in expression.atoms(sympy.Pow) if power.exp.is_negative and power.free_symbols]
    return (expression.is_Add and bool(powers)) or len(powers) > 1
