"""What solve gave, put back into the equations; and whether a polynomial has no other real root."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from flint import fmpz_poly

from quizengine.maths.cas import Call
from quizengine.maths.cas.polynomials import multiplied_out
from quizengine.maths.equality import same
from quizengine.maths.normalise import normalise
from quizengine.maths.tree import Negative, Node, Number, Relation, Sum, Vector, substitute, variables


def solutions_agree(call: Call) -> bool | None:
    """Return whether every solution solves all equations; None where that cannot be told."""
    open_ = False
    for solution in _solutions(call):
        values = dict(zip(call.by, solution, strict=True))
        for difference in _differences(call.given):
            decided = same(Number(0), substitute(difference, values), ())
            if decided.equal is False:
                return False
            open_ |= decided.equal is not True
    return None if open_ else True


def all_solutions_found(call: Call) -> bool | None:
    """Return whether there are as many as a polynomial in one variable has real roots, by isolating them; None for
    other equations, of which that cannot be told.
    """
    differences = tuple(_differences(call.given))
    if len(differences) != 1 or len(call.by) != 1 or set(variables(differences[0])) - set(call.by):
        return None
    polynomial = multiplied_out(normalise(differences[0]), call.by)
    if polynomial is None or not polynomial:
        return None
    degree = max(int(powers[0]) for powers in polynomial.monoms())
    coefficients = [Fraction(0)] * (degree + 1)
    for powers, coefficient in polynomial.terms():
        coefficients[int(powers[0])] = Fraction(int(coefficient.p), int(coefficient.q))
    scale = 1
    for each in coefficients:
        scale *= each.denominator
    roots: Any = fmpz_poly([int(each * scale) for each in coefficients]).complex_roots()
    return sum(bool(root.imag == 0) for root, _ in roots) == len(tuple(_solutions(call)))


def _solutions(call: Call) -> Iterator[tuple[Node, ...]]:
    for row in call.gave.items if isinstance(call.gave, Vector) else ():
        yield row.items if isinstance(row, Vector) and len(call.by) > 1 else (row,)


def _differences(given: Node) -> Iterator[Node]:
    for equation in given.items if isinstance(given, Vector) else (given,):
        yield Sum((equation.sides[0], Negative(equation.sides[1]))) if isinstance(equation, Relation) else equation
