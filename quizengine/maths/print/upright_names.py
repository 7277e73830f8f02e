"""The upright names of functions and operators, with how they are spoken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownWord:
    """How a name is spoken, whether LaTeX has a command for it, and whether its subscript stands below it."""

    spoken: str
    in_latex: bool = True
    limits: bool = False


KNOWN_WORDS: Mapping[str, KnownWord] = {
    "sin": KnownWord("sine"),
    "cos": KnownWord("cosine"),
    "tan": KnownWord("tangent"),
    "sec": KnownWord("secant"),
    "csc": KnownWord("cosecant"),
    "cot": KnownWord("cotangent"),
    "arcsin": KnownWord("arc sine"),
    "arccos": KnownWord("arc cosine"),
    "arctan": KnownWord("arc tangent"),
    "sinh": KnownWord("hyperbolic sine"),
    "cosh": KnownWord("hyperbolic cosine"),
    "tanh": KnownWord("hyperbolic tangent"),
    "coth": KnownWord("hyperbolic cotangent"),
    "sech": KnownWord("hyperbolic secant", in_latex=False),
    "csch": KnownWord("hyperbolic cosecant", in_latex=False),
    "arsinh": KnownWord("inverse hyperbolic sine", in_latex=False),
    "arcosh": KnownWord("inverse hyperbolic cosine", in_latex=False),
    "artanh": KnownWord("inverse hyperbolic tangent", in_latex=False),
    "exp": KnownWord("exponential"),
    "ln": KnownWord("natural logarithm"),
    "log": KnownWord("logarithm"),
    "det": KnownWord("determinant"),
    "dim": KnownWord("dimension"),
    "arg": KnownWord("argument"),
    "deg": KnownWord("degree"),
    "lim": KnownWord("limit", limits=True),
    "max": KnownWord("maximum", limits=True),
    "min": KnownWord("minimum", limits=True),
    "sup": KnownWord("supremum", limits=True),
    "inf": KnownWord("infimum", limits=True),
    "argmax": KnownWord("arg max", in_latex=False, limits=True),
    "argmin": KnownWord("arg min", in_latex=False, limits=True),
    "ReLU": KnownWord("rectified linear unit", in_latex=False),
    "relu": KnownWord("rectified linear unit", in_latex=False),
    "softmax": KnownWord("soft max", in_latex=False),
    "softplus": KnownWord("soft plus", in_latex=False),
    "sign": KnownWord("sign", in_latex=False),
    "sgn": KnownWord("sign", in_latex=False),
    "step": KnownWord("unit step", in_latex=False),
    "grad": KnownWord("gradient", in_latex=False),
    "div": KnownWord("divergence", in_latex=False),
    "curl": KnownWord("curl", in_latex=False),
    "tr": KnownWord("trace", in_latex=False),
    "rank": KnownWord("rank", in_latex=False),
    "diag": KnownWord("diagonal matrix", in_latex=False),
    "span": KnownWord("span", in_latex=False),
    "Var": KnownWord("variance", in_latex=False),
    "erf": KnownWord("error function", in_latex=False),
}
