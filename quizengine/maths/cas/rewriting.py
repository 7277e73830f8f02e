"""The same value in another form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quizengine.errors import CannotCompute
from quizengine.maths.cas.call_limit import within_reason
from quizengine.maths.cas.from_sympy import from_sympy
from quizengine.maths.cas.polynomials import multiplied_out, written
from quizengine.maths.cas.to_sympy import to_sympy
from quizengine.maths.held_back import ask_for_sympy
from quizengine.maths.normalise import exact, normalise
from quizengine.maths.tree import Node, Power, Relation, Vector, children, rebuild, walk

MAX_EXPANDED = 12  # the exponent of a power that is multiplied out


def simplify(node: Node) -> Node:
    """Return `node` in the shortest form that SymPy finds; of a vector or equation, part by part."""
    ask_for_sympy()
    import sympy

    return _rewrite(node, sympy.simplify)


def expand(node: Node) -> Node:
    """Return `node` multiplied out, like terms collected; of a vector or equation, part by part."""
    if isinstance(node, Vector | Relation):
        return rebuild(node, tuple(expand(part) for part in children(node)))
    plain = multiplied_out(normalise(node))
    if plain is not None:
        return written(plain)
    if any(isinstance(part, Power) and _exceeds(part.exponent) for part in walk(node)):
        raise CannotCompute("", f"only powers up to {MAX_EXPANDED} are multiplied out")
    ask_for_sympy()
    import sympy

    return _rewrite(node, sympy.expand)


def factor(node: Node) -> Node:
    """Return `node` as a product of factors with rational coefficients; of a vector or equation, part by part."""
    ask_for_sympy()
    import sympy

    return _rewrite(node, sympy.factor)


def _exceeds(exponent: Node) -> bool:
    value = exact(exponent)
    return value is not None and abs(value) > MAX_EXPANDED


def _rewrite(node: Node, way: Callable[[Any], Any]) -> Node:
    if isinstance(node, Vector | Relation):
        return rebuild(node, tuple(_rewrite(part, way) for part in children(node)))
    return within_reason(lambda: from_sympy(way(to_sympy(node)), node))  # to write it down can take the longest
