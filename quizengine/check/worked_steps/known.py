"""What a question calls its functions and values, as its prompt and its steps say: f(x, y) = x²y, η = 0.1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from quizengine.maths.tree import Node


@dataclass(frozen=True, slots=True)
class Function:
    """A function by its formula; `arguments` are () where it was written without them, as in u = 3x + y."""

    arguments: tuple[str, ...]
    body: Node


@dataclass(frozen=True, slots=True)
class Known:
    """Functions and values by name, as our reader spells it.

    The names of [let] are none of them: a text may use a letter for something else.
    """

    functions: Mapping[str, Function] = field(default_factory=dict)
    values: Mapping[str, Node] = field(default_factory=dict)

    def with_function(self, name: str, function: Function) -> Known:
        """Return this with one more function."""
        return replace(self, functions={**self.functions, name: function})

    def with_value(self, name: str, value: Node) -> Known:
        """Return this with one more value, unless functions have an argument of that name."""
        if name in self.variables:
            return self
        return replace(self, values={**self.values, name: value})

    @property
    def variables(self) -> frozenset[str]:
        """The arguments of all functions."""
        return frozenset(name for function in self.functions.values() for name in function.arguments)
