"""A workspace: names with values, in which an author's texts are computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizengine.maths.language.values import Value
    from quizengine.maths.print.picture import Picture
    from quizengine.maths.tree import Node, Relation

# What computes is loaded when there is something to compute: a question of words alone has an empty workspace.


@dataclass(frozen=True, slots=True)
class Workspace:
    """Values by name. `define` and `bind` give a new workspace; this one never changes.

    decimals: whether values are shown with decimals, 0.1 for 1/10; they are kept and compared as they are; pictures:
    figures by name, which stand in texts and are never computed with.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    decimals: bool = False
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    def evaluate(self, text: str) -> Value:
        """Return the value of an author's text. Raises CannotCompute with the text and the reason; NeverComputes, which
        is one, where other values would not help, as for a text that cannot be read.
        """
        from quizengine.maths.language.texts import value_of

        return value_of(text, self.values)

    def relation(self, text: str) -> Relation:
        """Return the equation or inequality that `text` states, such as 'z = f + 2*x': its sides computed, not
        compared.

        Raises as evaluate does.
        """
        from quizengine.maths.language.texts import relation_of

        return relation_of(text, self.values)

    def define(self, name: str, text: str) -> Workspace:
        """This workspace with one more name, whose value is that of `text`. Raises as evaluate does."""
        return self.bind(name, self.evaluate(text))

    def bind(self, name: str, value: Value) -> Workspace:
        """This workspace with one more name and its value; raises CannotCompute for the name of a constant."""
        from quizengine.maths.language.texts import kept

        return Workspace({**self.values, name: kept(name, value)}, self.decimals, self.pictures)

    def shown(self, node: Node) -> Node:
        """Return a value as it is printed: with decimals where this workspace shows them, else as it is."""
        if not self.decimals:
            return node
        from quizengine.maths.print.decimals import as_decimals

        return as_decimals(node)
