"""The value of an author's expression; words that steer their arguments themselves stand in special_forms.py."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import TypeVar

from quizengine.maths.language.arithmetic import add, call, divide, multiply, negate, power, require_values
from quizengine.maths.language.builtins.calculus import CALCULUS_WORDS
from quizengine.maths.language.builtins.lists import LIST_WORDS
from quizengine.maths.language.builtins.numbers import NUMBER_WORDS
from quizengine.maths.language.builtins.rounding import ROUNDING_WORDS
from quizengine.maths.language.builtins.table import BUILTINS
from quizengine.maths.language.builtins.vectors import VECTOR_WORDS
from quizengine.maths.language.comparing import compare_values
from quizengine.maths.language.habits_elsewhere import WORDS_ELSEWHERE, cure_of_word
from quizengine.maths.language.scope import Scope
from quizengine.maths.language.special_forms import FORMS
from quizengine.maths.language.text_values import closed, text_of
from quizengine.maths.language.values import (
    Value,
    bounded,
    canonical,
    describe,
    fail,
    is_variable,
    items,
    listed,
    matrix,
    nodes_of,
    parts,
    refuse,
    truth,
    whole,
)
from quizengine.maths.normalise import normalise, normalise_node
from quizengine.maths.parse.author.nodes import AuthorNode, Compare, Index, Logic, Text, Word
from quizengine.maths.tree import (
    Call,
    Constant,
    Name,
    Negative,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Vector,
    size,
    substitute,
)

T = TypeVar("T")

PLAIN_WORDS: Mapping[str, Callable[..., Value]] = {
    **CALCULUS_WORDS,
    **VECTOR_WORDS,
    **LIST_WORDS,
    **NUMBER_WORDS,
    **ROUNDING_WORDS,
}
DIFFERENTIATING = ("diff", "grad", "hessian", "jacobian")
TRUTHS: Mapping[str, bool] = {"true": True, "false": False}


def evaluate(node: AuthorNode, scope: Scope) -> Value:
    """Return the value of `node`; raises CannotCompute, with an empty expression, where it has none."""
    scope.budget.spend(1)
    rule = _RULES.get(type(node))
    if rule is None:
        fail("this cannot be computed")
    return rule(node, scope)


def evaluate_all(nodes: tuple[AuthorNode, ...], scope: Scope) -> tuple[Value, ...]:
    """Return the values of `nodes`."""
    return tuple(evaluate(node, scope) for node in nodes)


def _name(node: Name, scope: Scope) -> Value:
    value = scope.find(node.name)
    if value is not None:
        return closed(value, scope)
    if node.name in TRUTHS:
        return TRUTHS[node.name]
    if not is_variable(node.name):
        known = ", ".join(sorted(scope.values)) or "none yet"
        cure = cure_of_word(node.name) or _as_product(node.name, scope)
        refuse(f"{node.name} is not known here{cure}; the names with a value are: {known}")
    return Name(canonical(node.name))


def _as_product(name: str, scope: Scope) -> str:
    """The cure for names glued together, such as ab where a and b have values."""
    known = [scope.find(letter) is not None for letter in name]
    glued = (
        name.isalpha() and 1 < len(set(name)) < 4 and any(known) and (known[0] or name[0] != "d")
    )  # df is no product
    return f"; for a product write {'*'.join(name)}" if glued else ""


def _index(node: Index, scope: Scope) -> Value:
    """An item of a list; of a list that was drawn, only the texts that it comes to are worked out."""
    return closed(_item(node, scope), scope)


def _item(node: Index, scope: Scope) -> Value:
    match node.value:
        case Index() as inner:
            value = _item(inner, scope)
        case Name(name) if (found := scope.find(name)) is not None:
            value = found
        case other:
            value = evaluate(other, scope)
    label = node.value.name if isinstance(node.value, Name) else "the list"
    places = [whole(evaluate(place, scope), f"the place in {label}[…]") for place in node.positions]
    if len(places) == 2 and isinstance(value, tuple):
        value, places = _at(value, places[0], f"{label}[{places[0]}, …]", f"{label} has {parts(value)}"), places[1:]
        label = f"the row of {label}"
    if len(places) == 2:
        rows = matrix(value, label)
        row = Vector(_at(rows, places[0], f"{label}[{places[0]}, …]", f"{label} has {parts(value)}"))
        return _at(row.items, places[1], f"{label}[{places[0]}, {places[1]}]", f"a row of {label} has {parts(row)}")
    if len(places) != 1:
        fail(f"{label} takes one place, or two for a matrix")
    first = f"; the first is {label}[1]" if places[0] == 0 else ""
    return _at(items(value, label), places[0], f"{label}[{places[0]}]", f"{label} has {parts(value)}", first)


def _at(values: Sequence[T], place: int, asked: str, told: str, cure: str = "") -> T:
    """The value at a place that is counted from 1; fails with what is `told` where there is none."""
    if not 1 <= place <= len(values):
        fail(f"{told}, {asked} does not exist{cure}")
    return values[place - 1]


def _compare(node: Compare | Relation, scope: Scope) -> Value:
    sides = evaluate_all(node.sides, scope)
    return all(
        compare_values(left, sign, right) for left, sign, right in zip(sides, node.signs, sides[1:], strict=False)
    )


def _logic(node: Logic, scope: Scope) -> Value:
    role = f'what stands beside "{node.operator}"'
    if node.operator == "not":
        return not truth(evaluate(node.operands[0], scope), role)
    results = (truth(evaluate(operand, scope), role) for operand in node.operands)
    return all(results) if node.operator == "and" else any(results)


def _word(node: Word, scope: Scope) -> Value:
    meaning = BUILTINS.get(node.name)
    if meaning is None:
        refuse(f"there is no word {node.name}(…){_bound_hint(node.name, scope)}")
    count = len(node.arguments) + len(node.named)
    if not meaning.least <= count <= meaning.most:
        refuse(f"{node.name} takes {_counted(meaning.least, meaning.most)}, not {count}: for example {meaning.example}")
    if node.name in FORMS and not (node.name in PLAIN_WORDS and count == 1):
        return _weighed(FORMS[node.name](node, scope), scope)
    if node.named:
        refuse(f"{node.name} takes no named values such as {node.named[0][0]} = …")
    values = _free_of_values(node, scope)
    result = PLAIN_WORDS[node.name](*evaluate_all(node.arguments, scope.without(values)))
    if values and isinstance(result, Node):
        result = require_values(normalise(substitute(result, values)))
    return _weighed(result, scope)


def _free_of_values(node: Word, scope: Scope) -> dict[str, Node]:
    """The bound names by which a word differentiates, as in each(diff(f, x), x, v): they get values after it."""
    if node.name not in DIFFERENTIATING:
        return {}
    names = {canonical(each.name) for each in node.arguments[1:] if isinstance(each, Name)} & scope.bound.keys()
    values = {name: scope.bound[name] for name in names}
    return {
        name: value
        for name, value in values.items()
        if isinstance(value, Node) and not isinstance(value, Vector | Name)
    }


def _weighed(value: Value, scope: Scope) -> Value:
    """The result of a word, if it has not grown too large; it has cost as many steps as it has nodes."""
    bounded(value)
    if not isinstance(value, bool | str):
        scope.budget.spend(sum(map(size, nodes_of(value))))
    return value


def _bound_hint(name: str, scope: Scope) -> str:
    value = scope.find(name)
    if value is None and name in WORDS_ELSEWHERE:
        return cure_of_word(name)
    if value is None and is_variable(name):
        return f"; for a product write {name}*(…)"
    if value is None:
        near = get_close_matches(name.lower(), BUILTINS, n=1)
        return f"; did you mean {near[0]}(…)?" if near else "; question_bank/README.md lists the words"
    return f"; {name} is {describe(value)}: write at({name}, x = …) for a value of it, {name}*(…) for a product"


def _counted(least: int, most: int) -> str:
    if least == most:
        return f"{least} argument{'s' * (least != 1)}"
    return f"{least} to {most} arguments" if most < 50 else f"at least {least} arguments"


def _list(node: Vector, scope: Scope) -> Value:
    """A list; rows that are named, as in [row1, row2], stand in the brackets of a matrix."""
    values = evaluate_all(node.items, scope)
    if node.brackets == "[]":
        values = tuple(
            replace(value, brackets="[]") if isinstance(value, Vector) and not isinstance(item, Vector) else value
            for item, value in zip(node.items, values, strict=True)
        )
    return listed(values, node.brackets)


def _exponent(node: Power, scope: Scope) -> Value:
    return power(evaluate(node.base, scope), evaluate(node.exponent, scope))


_RULES: Mapping[type, Callable[..., Value]] = {
    Number: lambda node, scope: normalise_node(node),
    Constant: lambda node, scope: node,
    Name: _name,
    Text: lambda node, scope: text_of(node.text, scope),
    Sum: lambda node, scope: add(evaluate_all(node.terms, scope)),
    Negative: lambda node, scope: negate(evaluate(node.operand, scope)),
    Product: lambda node, scope: multiply(evaluate_all(node.factors, scope)),
    Quotient: lambda node, scope: divide(evaluate(node.numerator, scope), evaluate(node.denominator, scope)),
    Power: _exponent,
    Call: lambda node, scope: call(node.function, evaluate_all(node.arguments, scope)),
    Vector: _list,
    Relation: _compare,
    Compare: _compare,
    Logic: _logic,
    Index: _index,
    Word: _word,
}
