"""The same value in another form, and the last word on equality."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quizengine.errors import CannotCompute
from quizengine.maths.cas.call_limit import within_reason
from quizengine.maths.cas.from_sympy import from_sympy
from quizengine.maths.cas.polynomials import multiplied_out, written
from quizengine.maths.cas.to_sympy import Dialect, symbol, to_sympy
from quizengine.maths.normalise import exact, normalise
from quizengine.maths.tree import Node, Power, Relation, Vector, children, rebuild, walk

MAX_EXPANDED = 12  # the exponent of a power that is multiplied out


def simplify(node: Node) -> Node:
    """`node` in the shortest form that SymPy finds; of a vector or equation, part by part."""
    import sympy

    return _rewrite(node, sympy.simplify)


def expand(node: Node) -> Node:
    """`node` multiplied out, like terms collected; of a vector or equation, part by part."""
    if isinstance(node, Vector | Relation):
        return rebuild(node, tuple(expand(part) for part in children(node)))
    plain = multiplied_out(normalise(node))
    if plain is not None:
        return written(plain)
    if any(isinstance(part, Power) and _exceeds(part.exponent) for part in walk(node)):
        raise CannotCompute("", f"only powers up to {MAX_EXPANDED} are multiplied out")
    import sympy

    return _rewrite(node, sympy.expand)


def factor(node: Node) -> Node:
    """`node` as a product of factors with rational coefficients; of a vector or equation, part by part."""
    import sympy

    return _rewrite(node, sympy.factor)


def symbolic_zero(node: Node, variables: tuple[str, ...], positive: bool) -> bool | None:
    """Whether `node` is 0 for all real (or all positive) values of the variables; None when SymPy cannot tell.

    False is said only of a number that is not 0. May take long: run it in a worker with a deadline.
    """
    import sympy

    dialect = Dialect(whole=False, positive=positive)
    expression = to_sympy(node, dialect)
    ways: tuple[Callable[[Any], Any], ...] = (
        sympy.expand,
        sympy.simplify,
        lambda part: sympy.simplify(part.rewrite(sympy.exp)),
        lambda part: sympy.radsimp(sympy.together(part)),
    )
    free = {symbol(name, dialect) for name in variables} & expression.free_symbols
    for way in ways:
        rewritten = way(expression)
        if rewritten == 0:
            return True
        if rewritten.is_number and not free and rewritten.is_zero is False:
            return False
    return None


def _exceeds(exponent: Node) -> bool:
    value = exact(exponent)
    return value is not None and abs(value) > MAX_EXPANDED


def _rewrite(node: Node, way: Callable[[Any], Any]) -> Node:
    if isinstance(node, Vector | Relation):
        return rebuild(node, tuple(_rewrite(part, way) for part in children(node)))
    return from_sympy(within_reason(way, to_sympy(node)), node)
