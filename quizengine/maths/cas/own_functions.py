"""Functions that SymPy lacks, or differentiates into something that no textbook prints."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any


@lru_cache(maxsize=1)
def own_functions() -> Mapping[str, Any]:
    """SymPy classes for sigmoid, relu, softplus, step, sign, abs, max, min, log: they stay whole and derive readably.

    Derivatives: sigmoid(u)·(1 - sigmoid(u)); relu gives step, softplus gives sigmoid, abs gives sign; step and sign
    give 0 (right except at their jump); max(a, b) gives step(a - b) times the derivative of a, and so on.
    """
    import sympy

    zero, one = sympy.Integer(0), sympy.Integer(1)

    def always_real(name: str, derive: Any, arguments: Any = 1) -> Any:
        body = {"nargs": arguments, "is_real": True, "fdiff": derive, "__module__": __name__}
        return type(sympy.Function)(name, (sympy.Function,), body)

    sigmoid = always_real("sigmoid", lambda self, index=1: self * (one - self))
    step = always_real("step", lambda self, index=1: zero)
    sign = always_real("sign_", lambda self, index=1: zero)

    def winner(direction: int) -> Any:
        def derive(self: Any, index: int = 1) -> Any:
            mine = self.args[index - 1]
            rest = [other for place, other in enumerate(self.args, 1) if place != index]
            return sympy.Mul(*(step(direction * (mine - other)) for other in rest))

        return derive

    def log_slope(self: Any, index: int = 1) -> Any:
        base, inside = self.args
        return -sympy.log(inside) / (base * sympy.log(base) ** 2) if index == 1 else 1 / (inside * sympy.log(base))

    several = tuple(range(1, 21))
    return {
        "sigmoid": sigmoid,
        "step": step,
        "sign": sign,
        "relu": always_real("relu", lambda self, index=1: step(self.args[0])),
        "softplus": always_real("softplus", lambda self, index=1: sigmoid(self.args[0])),
        "abs": always_real("abs_", lambda self, index=1: sign(self.args[0])),
        "max": always_real("max_", winner(1), several),
        "min": always_real("min_", winner(-1), several),
        "log": always_real("log_base", log_slope, 2),
    }


@lru_cache(maxsize=1)
def names_of_own() -> Mapping[Any, str]:
    """The tree's name of each class of own_functions, and of SymPy's functions with another name than ours."""
    import sympy

    own = {kind: name for name, kind in own_functions().items()}
    return own | {sympy.log: "ln", sympy.Abs: "abs", sympy.sign: "sign", sympy.Max: "max", sympy.Min: "min"}
