"""Keys and values so many times as large, for another unit."""

from __future__ import annotations

from dataclasses import fields, replace
from fractions import Fraction
from typing import Any

from quizengine.answers.comparison.values_at_points import value_at
from quizengine.answers.constraints import INFINITY, Constraints, EvaluationPoint
from quizengine.answers.formula_key import FormulaKey
from quizengine.errors import CannotCompute
from quizengine.maths.evaluate import rational
from quizengine.maths.language.arithmetic import multiply
from quizengine.maths.tree import Name, Node, Product, Relation, Vector


def scaled(key: FormulaKey, factor: Node) -> FormulaKey:
    """Return the key with all its values `factor` times as large, and with as much accuracy."""
    changed = {one.name: _scaled(getattr(key, one.name), factor) for one in fields(key)}  # type: ignore[arg-type]
    return replace(key, **changed)  # type: ignore[type-var]


def _scaled(value: Any, factor: Node) -> Any:
    """A field of a key: values are multiplied, and lists of them; names and whatever else stays."""
    if isinstance(value, Node):
        return times(value, factor)
    if isinstance(value, FormulaKey):
        return scaled(value, factor)
    if isinstance(value, EvaluationPoint):
        return replace(value, general=None if value.general is None else times(value.general, factor))
    if isinstance(value, Constraints):
        accuracy = value.accuracy
        return replace(value, accuracy=replace(accuracy, absolute=accuracy.absolute * _fraction(factor)))
    return tuple(_scaled(one, factor) for one in value) if isinstance(value, tuple) else value


def times(value: Node, factor: Node) -> Node:
    """Return `value`, or each value of a list or an interval, `factor` times as large."""
    if isinstance(value, Vector):
        return replace(value, items=tuple(times(item, factor) for item in value.items))
    if isinstance(value, Relation):
        return replace(
            value, sides=tuple(side if isinstance(side, Name) else times(side, factor) for side in value.sides)
        )
    if INFINITY in (value, getattr(value, "operand", None)):
        return value
    try:
        return multiply((factor, value))
    except CannotCompute:  # what a learner typed need not have a value
        return Product((factor, value))


def _fraction(factor: Node) -> Fraction:
    exact = rational(factor)
    found = None if exact is not None else value_at(factor)
    return exact if exact is not None else Fraction(float(found)) if found is not None else Fraction(1)
