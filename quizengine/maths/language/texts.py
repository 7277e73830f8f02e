"""What an author's text is worth where names have values."""

from __future__ import annotations

from collections.abc import Mapping

from quizengine.errors import CannotCompute
from quizengine.maths.effort import STEP, add_effort, spend_effort
from quizengine.maths.language.evaluating import evaluate
from quizengine.maths.language.filled_text import mapped
from quizengine.maths.language.parsed_text import parsed
from quizengine.maths.language.scope import MAX_STEPS, Scope
from quizengine.maths.language.values import Value, bounded, canonical, describe, fail, scalar
from quizengine.maths.normalise import normalise
from quizengine.maths.parse.author.nodes import AuthorNode, Compare
from quizengine.maths.tree import CONSTANTS, Relation


def value_of(text: str, values: Mapping[str, Value]) -> Value:
    """Return the value of `text`. Raises CannotCompute with the text and the reason, NeverComputes if it cannot be
    read.
    """
    scope = _scope(values)
    try:
        spend_effort()
        return bounded(evaluate(parsed(text), scope))
    except CannotCompute as problem:
        raise type(problem)(text, problem.why) from None
    finally:
        add_effort(STEP * (MAX_STEPS - scope.budget.left))


def relation_of(text: str, values: Mapping[str, Value]) -> Relation:
    """Return the equation or inequality that `text` states, its sides computed. Raises as value_of does."""
    try:
        return _relation(parsed(text), _scope(values))
    except CannotCompute as problem:
        raise type(problem)(text, problem.why) from None


def kept(name: str, value: Value) -> Value:
    """Return `value` as it is kept under `name`; raises CannotCompute for the name of a constant."""
    if name in CONSTANTS:
        raise CannotCompute(name, f"{name} stands for a number already; choose another name")
    return mapped(value, normalise)


def _scope(values: Mapping[str, Value]) -> Scope:
    return Scope({canonical(name): value for name, value in values.items()}, evaluate)


def _relation(node: AuthorNode, scope: Scope) -> Relation:
    if isinstance(node, Compare | Relation):
        sides = tuple(scalar(evaluate(side, scope), "a side of an equation") for side in node.sides)
        return Relation(sides, node.signs)
    value = evaluate(node, scope)
    if not isinstance(value, Relation):
        fail(f"an equation such as z = x + 2*y is wanted here, but this is {describe(value)}")
    return value
