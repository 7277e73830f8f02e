"""The names that have values while an author's expression is worked out, and the effort that it may still cost."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from quizengine.maths.language.filled_text import mapped
from quizengine.maths.language.values import Value, canonical, refuse, shortened
from quizengine.maths.normalise import normalise
from quizengine.maths.parse.author.nodes import AuthorNode
from quizengine.maths.tree import Itself, Node, size, substitute, variables

MAX_STEPS = 20_000  # of one expression, half a second or so


@dataclass(slots=True)
class EvaluationBudget:
    """The steps that are left for one expression; lives only while it is worked out."""

    left: int = MAX_STEPS

    def spend(self, steps: int) -> None:
        """Raises NeverComputes when no steps are left."""
        self.left -= steps
        if self.left < 0:
            refuse(f"this takes more than {MAX_STEPS:,} steps; repeat less often")


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that have values: those of the workspace, and over them those bound by a word such as each.

    A bound name also stands for its value inside the workspace's expressions: each(f, x, v) gives f at each item.
    rule: how an expression is evaluated in a scope; it comes from outside, since the rules for words ask for it again.
    within: the texts, one inside the other, whose fill-ins are being worked out.
    """

    values: Mapping[str, Value]
    rule: Callable[[AuthorNode, Scope], Value]
    bound: Mapping[str, Value] = field(default_factory=dict)
    budget: EvaluationBudget = field(default_factory=EvaluationBudget)
    within: tuple[str, ...] = ()

    def evaluate(self, node: AuthorNode) -> Value:
        """Return the value of an expression; raises CannotCompute where it has none."""
        return self.rule(node, self)

    def bind(self, name: str, value: Value) -> Scope:
        """This scope with one more bound name."""
        return Scope(self.values, self.rule, {**self.bound, name: value}, self.budget, self.within)

    def inside(self, text: str) -> Scope:
        """This scope for the fill-ins of a text; raises NeverComputes where the text fills in itself."""
        if text in self.within:
            refuse(f'the text "{shortened(text)}" fills in itself')
        return replace(self, within=(*self.within, text))

    def without(self, names: Collection[str]) -> Scope:
        """This scope in which the bound `names` are variables again."""
        if not names:
            return self
        return replace(self, bound={name: value for name, value in self.bound.items() if name not in names})

    def find(self, name: str) -> Value | None:
        """Return the value of a name, None when it has none."""
        key = canonical(name)
        if key in self.bound:
            return self.bound[key]
        value = self.values.get(key)
        if value is None or not self.bound:
            return value
        nodes = {key: node for key, node in self.bound.items() if isinstance(node, Node)}
        return mapped(value, lambda node: self._with(node, nodes)) if nodes else value

    def _with(self, node: Node, nodes: Mapping[str, Node]) -> Node:
        many, alone = _weighed(Itself(node))
        self.budget.spend(many)
        return alone if nodes.keys().isdisjoint(variables(node)) else normalise(substitute(node, nodes))


@lru_cache(maxsize=2_048)
def _weighed(itself: Itself) -> tuple[int, Node]:
    """How many nodes a value has, and the value normalised: most values are asked for once for each item of a list."""
    return size(itself.node), normalise(itself.node)
