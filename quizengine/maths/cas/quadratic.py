"""Linear and quadratic equations with rational coefficients, by their formula: SymPy searches a tenth of a second."""

from __future__ import annotations

from typing import Any

from quizengine.maths.cas.polynomials import multiplied_out
from quizengine.maths.normalise import normalise
from quizengine.maths.tree import Node, variables


def real_roots(node: Node, variable: str) -> list[Any] | None:
    """Return the real solutions of node = 0 as SymPy's numbers, ascending; None where it is no polynomial of degree 1
    or 2 in `variable` alone.
    """
    if variables(node) != (variable,):
        return None
    found = multiplied_out(normalise(node), (variable,))
    if found is None or found.total_degree() not in (1, 2):
        return None
    import sympy

    coefficients = {int(powers[0]): sympy.Rational(int(size.p), int(size.q)) for powers, size in found.terms()}
    c, b, a = (coefficients.get(power, sympy.Integer(0)) for power in range(3))
    if a == 0:
        return [-c / b]
    inside = b**2 - 4 * a * c
    if inside < 0:
        return []
    middle, apart = -b / (2 * a), sympy.sqrt(inside) / (2 * abs(a))
    return [middle - apart, middle + apart] if inside else [middle]
