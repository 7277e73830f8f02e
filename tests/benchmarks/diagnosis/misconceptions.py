"""The misconceptions that simulated learners hold, and how each makes an answer wrong.

names: what the program may call it, in the catalogue of mistakes or by the answer kinds themselves; topics: where who
has it practises; words: what it makes of the author's language (see wrong_words.py); givens: of the numbers of a
question; typed: of the right answer, where the skill of the part is one of `skills`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import isqrt
from typing import Any

from benchmarks.diagnosis import wrong_words as wrong

from quizengine.draw import Question
from quizengine.draw.givens import given_points
from quizengine.maths.normalise import normalise
from quizengine.maths.tree import Negative, Number, Sum, Vector

Change = Callable[[Question], Mapping[str, Any]]
RATE = re.compile(r"(?:\\eta|learning rate|rate)[^<\n]{0,30}= *(?:\\)?<< *(\w+) *>>")


@dataclass(frozen=True)
class Misconception:
    """One wrong idea; see the top of the file."""

    title: str
    names: frozenset[str]
    topics: tuple[str, ...]
    words: wrong.Words = field(default_factory=dict)
    forms: Callable[[], wrong.Words] = dict
    givens: Change | None = None
    typed: Callable[[Question, str], str | None] | None = None
    skills: frozenset[str] = frozenset()


def components(text: str) -> list[str] | None:
    """The components of a vector as typed, (a, b); None for anything else."""
    if not (text.startswith("(") and text.endswith(")")):
        return None
    depth, found = 0, [""]
    for sign in text[1:-1]:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            found.append("")
        else:
            found[-1] += sign
        if depth < 0:
            return None
    return found if len(found) > 1 else None


def reversed_components(_: Question, text: str) -> str | None:
    found = components(text)
    return None if found is None else f"({', '.join(reversed(found))})"


def summed(_: Question, text: str) -> str | None:
    found = components(text)
    return None if found is None else " + ".join(f"({one})" for one in found)


def opposite(_: Question, text: str) -> str | None:
    found = components(text)
    if found is not None:
        return f"({', '.join(f'-({one})' for one in found)})"
    return f"-({text})"


def upside_down(_: Question, text: str) -> str | None:
    try:
        return str(1 / Fraction(text))
    except (ValueError, ZeroDivisionError):
        return None


def other_way_round(_: Question, text: str) -> str | None:
    """A matrix with its rows as columns."""
    if not text.startswith("[["):
        return None
    rows = [row.split(",") for row in text[2:-2].split("], [")]
    return "[[" + "], [".join(", ".join(column) for column in zip(*rows, strict=True)) + "]]"


def as_long_as_given(question: Question, text: str) -> str | None:
    """A rate in the direction of a vector whose length is not divided by."""
    for given in reversed(given_points(question)):
        if isinstance(given, Vector) and all(isinstance(one, Number) for one in given.items):
            squared = sum(Fraction(one.numerator, one.denominator) ** 2 for one in given.items)
            length = Fraction(isqrt(squared.numerator), isqrt(squared.denominator))
            if length**2 == squared and length not in (0, 1):
                return f"({text})*{length}" if components(text) is None else None
    return None


def rates(question: Question) -> list[str]:
    """The parameters that the prompt shows as the learning rate."""
    texts = (question.item.body.prompt, *(part.prompt for part in question.item.body.parts))
    return [name for text in texts for name in RATE.findall(text) if name in question.item.body.parameters]


def uphill(question: Question) -> Mapping[str, Any]:
    return {name: normalise(Negative(question.workspace.values[name])) for name in rates(question)}


def no_rate(question: Question) -> Mapping[str, Any]:
    return {name: Number(1) for name in rates(question)}


def sum_of(*arguments: Any) -> Any:
    values = arguments[0].items if isinstance(arguments[0], Vector) else arguments[0]
    return normalise(Sum(tuple(values)))


def untouched(value: Any) -> Any:
    return value


def names(*all_names: str) -> frozenset[str]:
    return frozenset(all_names)


GRADIENT = names("gradient", "gradient-at-point", "partial-derivative", "directional-derivative", "steepest-direction")
CALCULUS = ("slope", "partial", "gradient")

MISCONCEPTIONS = [
    Misconception(
        "the partial derivatives change places",
        names("swapped-partials", "components-swapped", "components-permuted"),
        ("gradient", "direction", "partial"),
        words={"grad": wrong.swapped_gradient},
        typed=reversed_components,
        skills=GRADIENT,
    ),
    Misconception(
        "the exponent does not come in front",
        names("coefficient-lost", "factor-two-lost"),
        CALCULUS,
        words=wrong.WithoutExponent().words,
    ),
    Misconception("the exponent is not reduced", names("power-not-reduced"), CALCULUS, words=wrong.NotReduced().words),
    Misconception(
        "the other variables are 0", names("other-variable-zero"), ("partial", "gradient"), wrong.OthersZero().words
    ),
    Misconception(
        "the value is taken for the slope",
        names("value-for-slope"),
        ("slope", "everyday", "gradient"),
        wrong.Undifferentiated().words,
    ),
    Misconception(
        "the inner derivative is left out",
        names("inner-derivative", "inner-derivative-lost", "inner-partly"),
        ("chain", "partial", "loss"),
        wrong.WithoutInner().words,
    ),
    Misconception(
        "a product factor by factor",
        names("product-of-derivatives", "product-of-gradients"),
        CALCULUS,
        wrong.FactorByFactor().words,
    ),
    Misconception(
        "the coordinates change places",
        names("point-swapped", "wrong-point"),
        ("gradient", "direction", "partial"),
        forms=lambda: {"at": wrong.swapped_place},
    ),
    Misconception(
        "the gradient is one number",
        names("gradient-is-scalar", "sum-of-components"),
        ("gradient", "direction"),
        typed=summed,
        skills=GRADIENT,
    ),
    Misconception(
        "a direction need not have length 1",
        names("no-unit-vector", "not-normalised"),
        ("direction",),
        words={"unit": untouched},
        typed=as_long_as_given,
        skills=names("directional-derivative"),
    ),
    Misconception(
        "no mixed derivatives",
        names("mixed-is-zero", "diagonal-only", "mixed-ignored"),
        ("critical", "partial"),
        words={"hessian": wrong.no_mixed},
    ),
    Misconception(
        "differences backwards",
        names("backwards", "opposite-sign"),
        ("numerical", "everyday"),
        typed=opposite,
        skills=names("finite-difference", "everyday-rate"),
    ),
    Misconception(
        "quotients upside down",
        names("inverted-rate", "threshold-inverted"),
        ("slope", "everyday", "level"),
        typed=upside_down,
        skills=names("slope", "everyday-rate", "implicit", "reading"),
    ),
    Misconception(
        "descent goes uphill",
        names("ascent-for-descent"),
        ("descent", "rate", "optimiser"),
        givens=uphill,
    ),
    Misconception(
        "the learning rate is left out",
        names("learning-rate-forgotten"),
        ("descent", "optimiser"),
        givens=no_rate,
    ),
    Misconception(
        "one gradient for all steps",
        names("gradient-frozen"),
        ("descent", "rate", "optimiser", "schedule"),
        forms=wrong.frozen,
    ),
    Misconception(
        "the sum for the mean",
        names("sum-for-mean", "scalar-multiple"),
        ("loss", "stochastic", "attention"),
        words={"mean": sum_of},
    ),
    Misconception(
        "label minus prediction",
        names("residual-sign", "opposite-sign"),
        ("loss",),
        typed=opposite,
        skills=names("loss-gradient"),
    ),
    Misconception(
        "matrices are not transposed",
        names("transpose-forgotten", "transposed"),
        ("matrix", "backprop"),
        words={"transpose": untouched},
        typed=other_way_round,
        skills=names("matrix-gradient", "second-order", "backpropagation"),
    ),
]
