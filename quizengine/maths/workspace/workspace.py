"""A workspace: names with values, in which an author's texts are computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from quizengine.errors import CannotCompute
from quizengine.maths.read import read_author
from quizengine.maths.read.author import AuthorNode, Compare
from quizengine.maths.tidy import tidy
from quizengine.maths.tree import CONSTANTS, Relation
from quizengine.maths.workspace.evaluating import Scope, evaluate
from quizengine.maths.workspace.values import Value, bounded, canonical, describe, fail, scalar


@dataclass(frozen=True, slots=True)
class Workspace:
    """Values by name. `define` and `bind` give a new workspace; this one never changes."""

    values: Mapping[str, Value] = field(default_factory=dict)

    def evaluate(self, text: str) -> Value:
        """The value of an author's text. Raises Unreadable, or CannotCompute with the text and the reason."""
        try:
            return bounded(evaluate(_parsed(text), self._scope()))
        except CannotCompute as problem:
            raise CannotCompute(text, problem.why) from None

    def relation(self, text: str) -> Relation:
        """The equation or inequality that `text` states, such as 'z = f + 2*x': its sides computed, not compared.

        Raises as evaluate does.
        """
        try:
            return _relation(_parsed(text), self._scope())
        except CannotCompute as problem:
            raise CannotCompute(text, problem.why) from None

    def define(self, name: str, text: str) -> Workspace:
        """This workspace with one more name, whose value is that of `text`. Raises as evaluate does."""
        return self.bind(name, self.evaluate(text))

    def bind(self, name: str, value: Value) -> Workspace:
        """This workspace with one more name and its value; raises CannotCompute for the name of a constant."""
        if name in CONSTANTS:
            raise CannotCompute(name, f"{name} stands for a number already; choose another name")
        kept = value if isinstance(value, bool | str | tuple) else tidy(value)
        return Workspace({**self.values, name: kept})

    def _scope(self) -> Scope:
        return Scope({canonical(name): value for name, value in self.values.items()})


def _relation(node: AuthorNode, scope: Scope) -> Relation:
    if isinstance(node, Compare | Relation):
        sides = tuple(scalar(evaluate(side, scope), "a side of an equation") for side in node.sides)
        return Relation(sides, node.signs)
    value = evaluate(node, scope)
    if not isinstance(value, Relation):
        fail(f"an equation such as z = x + 2*y is wanted here, but this is {describe(value)}")
    return value


@lru_cache(maxsize=4096)
def _parsed(text: str) -> AuthorNode:
    """The same texts are computed for every seed; they are read once."""
    return read_author(text)
