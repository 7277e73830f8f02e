"""Words that evaluate their arguments themselves: only the branch that is wanted, or once for each item of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from quizengine.maths import cas
from quizengine.maths.language.arithmetic import add, require_values
from quizengine.maths.language.builtins.lists import product
from quizengine.maths.language.scope import Scope
from quizengine.maths.language.values import (
    MAX_ITEMS,
    Value,
    bounded,
    canonical,
    describe,
    fail,
    items,
    listed,
    refuse,
    scalar,
    truth,
    variable,
    whole,
)
from quizengine.maths.normalise import node_of_fraction, normalise
from quizengine.maths.parse.author.nodes import AuthorNode, Compare, Word
from quizengine.maths.tree import Name, Node, Relation, Vector, substitute


def _if(word: Word, scope: Scope) -> Value:
    arguments = word.arguments
    if len(arguments) % 2 == 0:
        fail("if takes condition, value, condition, value, … and a last value for all other cases")
    for condition, value in zip(arguments[:-1:2], arguments[1::2], strict=True):
        if truth(scope.evaluate(condition), "what if decides by"):
            return scope.evaluate(value)
    return scope.evaluate(arguments[-1])


def _choose(word: Word, scope: Scope) -> Value:
    counted, *values = word.arguments
    return scope.evaluate(values[whole(scope.evaluate(counted), "what choose counts by", 1, len(values)) - 1])


def _at(word: Word, scope: Scope) -> Value:
    """at(f, x = 1, y = 2), also at(f, (x, y) = P); all values are put in at once."""
    values: dict[str, Node] = {}
    for name, expression in word.named:
        values[_free(name, scope)] = scalar(scope.evaluate(expression), f"the value of {name}")
    for argument in word.arguments[1:]:
        if not isinstance(argument, Compare) or argument.signs != ("=",):
            fail("at takes an expression and then values such as x = 1")
        values.update(_placed(argument, scope))
    function = scope.evaluate(word.arguments[0]) if word.arguments else fail("at wants an expression first")
    if not isinstance(function, Node):
        fail(f"at puts values into an expression, not into {describe(function)}")
    placed = substitute(function, values)
    bounded(placed)
    return require_values(normalise(placed))


def _placed(equality: Compare, scope: Scope) -> dict[str, Node]:
    left, right = equality.sides
    names = left.items if isinstance(left, Vector) else (left,)
    value = scope.evaluate(right)
    given = items(value, "the point") if isinstance(left, Vector) else (value,)
    if len(names) != len(given):
        fail(f"at got {len(names)} variables and {len(given)} values for them")
    free = [
        _free(name.name, scope) if isinstance(name, Name) else fail("at wants variables before =") for name in names
    ]
    return {name: scalar(one, f"the value of {name}") for name, one in zip(free, given, strict=True)}


def _free(name: str, scope: Scope) -> str:
    """The variable that a name before = stands for: itself, or the variable that is its value."""
    value = scope.find(name)
    if value is None:
        return canonical(name)
    if isinstance(value, Name | str):
        return variable(value, f"{name} in at(…)")
    fail(f"{name} is {describe(value)} already, so there is no variable {name} left to put a value in")


def _solve(word: Word, scope: Scope) -> Value:
    equation = word.arguments[0]
    if isinstance(equation, Compare) and equation.signs == ("=",):
        sides = tuple(scalar(side, "a side of the equation") for side in map(scope.evaluate, equation.sides))
        value: Value = Relation(sides, ("=",))
    else:
        value = scope.evaluate(equation)
    if not isinstance(value, Node):
        fail(f"solve wants an equation or an expression, but it got {describe(value)}")
    given = map(scope.evaluate, word.arguments[1:])
    names = [name for part in given for name in (part.items if isinstance(part, Vector) else (part,))]
    unknowns = tuple(variable(name, "what solve solves for") for name in names)
    return cas.note("solve", value, unknowns, Vector(cas.solve(value, *unknowns)))


def _bound_name(node: AuthorNode, word: str) -> str:
    if not isinstance(node, Name):
        fail(f"{word} wants a name for its items, such as t in each(t^2, t, v)")
    return canonical(node.name)


def _scopes(word: Word, scope: Scope) -> Iterator[tuple[tuple[Value, ...], Scope]]:
    """For word(expression, t, v, u, w, …): the items side by side, with the scope in which they have their names."""
    pairs = list(zip(word.arguments[1::2], word.arguments[2::2], strict=False))
    if len(word.arguments) % 2 == 0:
        fail(f"{word.name} takes an expression and then a name and a list, or several of them")
    names = [_bound_name(name, word.name) for name, _ in pairs]
    lists = [_items_of(scope.evaluate(values), word.name) for _, values in pairs]
    if len({len(values) for values in lists}) > 1:
        fail(f"{word.name} wants lists of one length, not {', '.join(str(len(values)) for values in lists)}")
    for row in zip(*lists, strict=True):
        inner = scope
        for name, value in zip(names, row, strict=True):
            inner = inner.bind(name, value)
        yield row, inner


def _items_of(value: Value, word: str) -> tuple[Value, ...]:
    if not isinstance(value, tuple | Vector):
        cure = f"each name before its list: {word}(…, t, v), {word}(…, t, v, s, w) for two lists side by side"
        refuse(f"{word} goes through a list, and {describe(value)} is none; {cure}")
    return items(value, word)


def _each(word: Word, scope: Scope) -> Value:
    return listed(tuple(inner.evaluate(word.arguments[0]) for _, inner in _scopes(word, scope)))


def _all(word: Word, scope: Scope) -> Value:
    return all(truth(inner.evaluate(word.arguments[0]), "what all decides by") for _, inner in _scopes(word, scope))


def _any(word: Word, scope: Scope) -> Value:
    return any(truth(inner.evaluate(word.arguments[0]), "what any decides by") for _, inner in _scopes(word, scope))


def _keep(word: Word, scope: Scope) -> Value:
    rows = _scopes(word, scope)
    kept = [row[0] for row, inner in rows if truth(inner.evaluate(word.arguments[0]), "what keep decides by")]
    return listed(tuple(kept))


def _counted(word: Word, scope: Scope) -> Iterator[tuple[Value, Scope]]:
    """For word(expression, i, from, to): each whole number, with the scope in which i is that number."""
    if len(word.arguments) != 4:
        fail(f"{word.name} takes an expression, a name, and the first and last whole number")
    name = _bound_name(word.arguments[1], word.name)
    low = whole(scope.evaluate(word.arguments[2]), f"where {word.name} starts")
    high = whole(scope.evaluate(word.arguments[3]), f"where {word.name} ends", low - 1, low + MAX_ITEMS)
    for count in range(low, high + 1):
        value = node_of_fraction(Fraction(count))
        yield value, scope.bind(name, value)


def _sum(word: Word, scope: Scope) -> Value:
    return add(tuple(inner.evaluate(word.arguments[0]) for _, inner in _counted(word, scope)))


def _product(word: Word, scope: Scope) -> Value:
    return product(tuple(inner.evaluate(word.arguments[0]) for _, inner in _counted(word, scope)))


def _first(word: Word, scope: Scope) -> Value:
    for value, inner in _counted(word, scope):
        if truth(inner.evaluate(word.arguments[0]), "what first decides by"):
            return value
    fail("first finds no number for which the condition holds")


def _iterate(word: Word, scope: Scope) -> Value:
    """The results of n steps, without the start."""
    step, name, start, count = word.arguments
    variable_name = _bound_name(name, "iterate")
    value = scope.evaluate(start)
    results = []
    for _ in range(whole(scope.evaluate(count), "how often iterate steps", 1, MAX_ITEMS)):
        value = bounded(scope.bind(variable_name, value).evaluate(step))
        results.append(value)
    return listed(tuple(results))


FORMS: Mapping[str, Callable[[Word, Scope], Value]] = {
    "if": _if,
    "choose": _choose,
    "at": _at,
    "solve": _solve,
    "each": _each,
    "all": _all,
    "any": _any,
    "keep": _keep,
    "sum": _sum,
    "product": _product,
    "first": _first,
    "iterate": _iterate,
}
