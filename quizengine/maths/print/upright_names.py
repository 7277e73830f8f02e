"""The upright names of functions and operators, with how they are spoken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quizengine.maths.functions import FUNCTIONS


@dataclass(frozen=True, slots=True)
class KnownWord:
    """How a name is spoken, whether LaTeX has a command for it, and whether its subscript stands below it."""

    spoken: str
    in_latex: bool = True
    limits: bool = False


_OTHERS: Mapping[str, KnownWord] = {
    "det": KnownWord("determinant"),
    "dim": KnownWord("dimension"),
    "arg": KnownWord("argument"),
    "deg": KnownWord("degree"),
    "lim": KnownWord("limit", limits=True),
    "sup": KnownWord("supremum", limits=True),
    "inf": KnownWord("infimum", limits=True),
    "argmax": KnownWord("arg max", in_latex=False, limits=True),
    "argmin": KnownWord("arg min", in_latex=False, limits=True),
    "relu": KnownWord("rectified linear unit", in_latex=False),
    "softmax": KnownWord("soft max", in_latex=False),
    "sgn": KnownWord("sign", in_latex=False),
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
KNOWN_WORDS: Mapping[str, KnownWord] = {
    **_OTHERS,
    **{row.print_name: KnownWord(row.spoken, row.in_latex, row.limits) for row in FUNCTIONS.values() if row.print_name},
}
