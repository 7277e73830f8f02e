"""The values of [parameters] for one attempt at drawing a question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from quizengine.draw.failures import at
from quizengine.errors import CannotCompute
from quizengine.item.parameters import Choices, Integers, Texts
from quizengine.maths.language import Workspace
from quizengine.maths.tree import Negative, Number, Vector
from quizengine.seeded import Chance

if TYPE_CHECKING:
    from quizengine.item.parameters import Parameter
    from quizengine.maths.language import Value
    from quizengine.maths.tree import Node


def draw_parameters(parameters: Mapping[str, Parameter], chance: Chance) -> Workspace:
    """A workspace with a value for each parameter; raises ItemError for a bad choice."""
    workspace = Workspace()
    for name, parameter in parameters.items():
        with at("parameters", name):
            workspace = workspace.bind(name, _draw(parameter, chance.below("parameter", name)))
    return workspace


def _draw(parameter: Parameter, chance: Chance) -> Value:
    if parameter.count is None:
        return _one(parameter, chance)
    drawn: list[Value] = []
    attempt = 0
    while len(drawn) < parameter.count:  # ends: the model has made sure that there are enough different values
        value = _one(parameter, chance.below(len(drawn), attempt))
        attempt += 1
        if not parameter.distinct or value not in drawn:
            drawn.append(value)
    return _list(drawn)


def _one(parameter: Parameter, chance: Chance) -> Value:
    match parameter:
        case Integers():
            low, high = parameter.integers
            excluded = sorted({number for number in parameter.excluded if low <= number <= high})
            number = low + chance.integer(parameter.size())
            for hole in excluded:  # counts past the holes, so each value left is equally likely
                number += number >= hole
            return integer(number)
        case Choices():
            return _exact(chance.choose(parameter.choices))
        case Texts():
            return chance.choose(parameter.texts)


def _exact(choice: Any) -> Value:
    if isinstance(choice, int):
        return integer(choice)
    if isinstance(choice, str):
        return Workspace().evaluate(choice)
    return _list([_exact(part) for part in choice])


def _list(values: list[Value]) -> Value:
    texts = tuple(value for value in values if isinstance(value, str))
    if len(texts) == len(values):
        return texts
    nodes = tuple(value for value in values if not isinstance(value, str | bool | tuple))
    if len(nodes) < len(values):
        raise CannotCompute(str(values), "a list holds numbers and expressions, or texts, not both")
    return Vector(nodes)


def integer(number: int) -> Node:
    """The tree of an integer, with its sign in front as a typed one has."""
    return Negative(Number(-number)) if number < 0 else Number(number)
