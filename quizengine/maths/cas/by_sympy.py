"""What our own rules for polynomials give, worked out by SymPy: a path that did not make it."""

from __future__ import annotations

from quizengine.errors import CannotCompute
from quizengine.maths.cas.call_limit import within_reason
from quizengine.maths.cas.polynomials import multiplied_out, simple
from quizengine.maths.cas.to_sympy import symbol, to_sympy
from quizengine.maths.normalise import normalise
from quizengine.maths.tree import Node


def derived_by_rules(function: Node) -> bool:
    """Return whether our own rules differentiate `function`, and not SymPy."""
    return simple(normalise(function)) is not None


def expanded_by_rules(node: Node) -> bool:
    """Return whether our own rules multiply `node` out, and not SymPy."""
    return multiplied_out(normalise(node)) is not None


def sympy_agrees(function: Node, by: tuple[str, ...], result: Node) -> bool | None:
    """Return whether SymPy differentiates `function` by `by`, one after the other, to `result`; with () whether the two
    are the same when multiplied out. None where SymPy cannot tell.
    """
    try:
        return bool(within_reason(_agrees, function, by, result))
    except CannotCompute:
        return None


def _agrees(function: Node, by: tuple[str, ...], result: Node) -> bool:
    import sympy

    derived = to_sympy(function)
    for name in by:
        derived = sympy.diff(derived, symbol(name))
    return bool(sympy.expand(derived - to_sympy(result)) == 0)
