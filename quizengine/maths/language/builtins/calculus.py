"""Words that differentiate, rewrite and solve; SymPy is imported only by those that need it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizengine.maths import cas
from quizengine.maths.language.arithmetic import require_values
from quizengine.maths.language.values import Value, describe, fail, scalar, variable, vector, whole
from quizengine.maths.tree import Node, Number, Relation, Vector


def _node(value: Value, word: str) -> Node:
    if not isinstance(value, Node):
        fail(f"{word} wants an expression, but it got {describe(value)}")
    return value


def _variables(values: tuple[Value, ...], word: str) -> tuple[str, ...]:
    given = values[0].items if len(values) == 1 and isinstance(values[0], Vector) else values
    return tuple(variable(value, f"what {word} differentiates by") for value in given)


def _diff(function: Value, *order: Value) -> Node:
    """diff(f, x, 2, y): a number repeats the variable before it."""
    given = _node(function, "diff")
    result, last, by = given, "", list[str]()
    for step in order:
        if isinstance(step, Number) and last:
            times = whole(step, "how often diff differentiates", 1, 20) - 1
        else:
            last, times = variable(step, "what diff differentiates by"), 1
        result = cas.differentiate(result, last, times) if times else result
        by += [last] * times
    return require_values(cas.note("diff", given, tuple(by), result))


def _grad(function: Value, *names: Value) -> Node:
    given, by = scalar(function, "what grad is taken of"), _variables(names, "grad")
    return cas.note("grad", given, by, cas.gradient(given, by))


def _hessian(function: Value, *names: Value) -> Node:
    given, by = scalar(function, "what hessian is taken of"), _variables(names, "hessian")
    return cas.note("hessian", given, by, cas.hessian(given, by))


def _jacobian(function: Value, *names: Value) -> Node:
    given, by = vector(function, "what jacobian is taken of"), _variables(names, "jacobian")
    return cas.note("jacobian", given, by, cas.jacobian(given, by))


def _rewriting(rule: Callable[[Node], Node], word: str) -> Callable[[Value], Node]:
    def rewritten(value: Value) -> Node:
        given = _node(value, word)
        return require_values(cas.note(word, given, (), rule(given)))

    return rewritten


def _equation(left: Value, right: Value) -> Node:
    return Relation((_node(left, "equation"), _node(right, "equation")), ("=",))


CALCULUS_WORDS: Mapping[str, Callable[..., Value]] = {
    "diff": _diff,
    "grad": _grad,
    "hessian": _hessian,
    "jacobian": _jacobian,
    "expand": _rewriting(cas.expand, "expand"),
    "factor": _rewriting(cas.factor, "factor"),
    "simplify": _rewriting(cas.simplify, "simplify"),
    "equation": _equation,
}
