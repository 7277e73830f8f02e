"""The functions of the tree as SymPy's; those that it lacks, or derives into what no textbook prints, as our own.

A row of the table whose derivative is told becomes a SymPy class of ours, which stays whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from quizengine.errors import CannotCompute
from quizengine.maths.function_row import FunctionRow
from quizengine.maths.functions import FUNCTIONS


@lru_cache(maxsize=1)
def own_functions() -> Mapping[str, Any]:
    """SymPy classes for sigmoid, relu, softplus, step, sign, abs, max, min, log: they stay whole and derive readably.

    Derivatives: sigmoid(u)·(1 - sigmoid(u)); relu gives step, softplus gives sigmoid, abs gives sign; step and sign
    give 0 (right except at their jump); max(a, b) gives step(a - b) times the derivative of a, and so on.
    """
    made = {name: _always_real(_class_name(row), _slope(row)) for name, row in FUNCTIONS.items() if row.derivative}
    several = tuple(range(1, 21))
    return {
        **made,
        "max": _always_real("max_", _winner(1), several),
        "min": _always_real("min_", _winner(-1), several),
        "log": _always_real("log_base", _log_slope, 2),
    }


def _class_name(row: FunctionRow) -> str:
    return f"{row.name}_" if row.sympy_name else row.name


def _always_real(name: str, derive: Any, arguments: Any = 1) -> Any:
    import sympy

    body = {"nargs": arguments, "is_real": True, "fdiff": derive, "__module__": __name__}
    return type(sympy.Function)(name, (sympy.Function,), body)


def _slope(row: FunctionRow) -> Callable[..., Any]:
    """The derivative of a row, as SymPy asks it of a class."""
    import sympy

    def derive(self: Any, index: int = 1) -> Any:
        assert row.derivative is not None
        return sympy.Integer(0) + row.derivative(called, self.args[0])

    return derive


def _winner(direction: int) -> Callable[..., Any]:
    """The derivative of the maximum for the direction 1, of the minimum for -1."""
    import sympy

    def derive(self: Any, index: int = 1) -> Any:
        mine = self.args[index - 1]
        rest = [other for place, other in enumerate(self.args, 1) if place != index]
        return sympy.Mul(*(called("step")(direction * (mine - other)) for other in rest))

    return derive


def _log_slope(self: Any, index: int = 1) -> Any:
    import sympy

    base, inside = self.args
    return -sympy.log(inside) / (base * sympy.log(base) ** 2) if index == 1 else 1 / (inside * sympy.log(base))


def called(name: str) -> Any:
    """Return what makes an expression of the function `name` from its arguments; CannotCompute if there is none."""
    import sympy

    own = own_functions().get(name)
    if own is not None:
        return own
    if not FUNCTIONS[name].sympy_name:
        raise CannotCompute("", f"calculus has no {name}")
    return getattr(sympy, FUNCTIONS[name].sympy_name)


@lru_cache(maxsize=1)
def names_in_sympy() -> Mapping[Any, str]:
    """Return the tree's names of SymPy's functions and of our own classes."""
    import sympy

    own = {kind: name for name, kind in own_functions().items()}
    theirs = {getattr(sympy, row.sympy_name): name for name, row in FUNCTIONS.items() if row.sympy_name}
    return {**theirs, **own, sympy.Heaviside: "step"}
