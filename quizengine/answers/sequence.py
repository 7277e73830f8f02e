"""The first iterates of a procedure, in order: credit for each; an iterate may be a number or a vector."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from quizengine.answers import components, scalar
from quizengine.answers.base import Slip
from quizengine.answers.formula import FormulaKey
from quizengine.answers.setting import PLAIN, Expressions, FormulaModel, Setting, formulas
from quizengine.answers.verdict import Verdict
from quizengine.maths.read import Reading
from quizengine.maths.tree import Node, Vector

if TYPE_CHECKING:
    from quizengine.maths.workspace import Workspace


class SequenceModel(FormulaModel):
    """sequence = ['x1', 'x2', 'x3']; names = ['x₁', 'x₂', 'x₃'] for speaking of them."""

    sequence: Expressions
    names: tuple[str, ...] = ()

    def draw(self, workspace: Workspace) -> SequenceKey:
        items = formulas(workspace, self.sequence)
        return SequenceKey(items, self.setting(workspace, *items), self.names)


@dataclass(frozen=True, slots=True)
class SequenceKey(FormulaKey):
    """The iterates `items`, all numbers or all vectors of one size."""

    kind: ClassVar[str] = "sequence"
    wants: ClassVar = "sequence"
    items: tuple[Node, ...]
    setting: Setting = PLAIN
    names: tuple[str, ...] = ()

    def node(self) -> Vector:
        return Vector(self.items)

    def judge(self, reading: Reading) -> Verdict:
        answers = self._iterates(reading.tree)
        many = len(self.items)
        if len(answers) != many:
            return scalar.refused("wrong-length", f"{many} iterates are asked, and yours are {len(answers)}")
        if any(_size(item) != _size(answer) for item, answer in zip(self.items, answers, strict=True)):
            return scalar.refused("wrong-dimension", f"Each iterate has {_size(self.items[0])} component(s)")
        if _size(self.items[0]) == 1:
            return components.judge(self.items, answers, self._names(), self.setting)
        return self._of_vectors(answers)

    def _of_vectors(self, answers: tuple[Node, ...]) -> Verdict:
        names = [f"component {place + 1} of {name}" for name in self._names() for place in range(_size(self.items[0]))]
        flat = tuple(part for item in self.items for part in _items(item))
        theirs = tuple(part for item in answers for part in _items(item))
        return components.judge(flat, theirs, names, self.setting)

    def _iterates(self, tree: Node) -> tuple[Node, ...]:
        """The iterates of an answer; one vector is one iterate where the key has only one."""
        alone = len(self.items) == 1 and isinstance(self.items[0], Vector) and isinstance(tree, Vector)
        if alone and not any(isinstance(item, Vector) for item in _items(tree)):
            return (tree,)
        return _items(tree)

    def _names(self) -> tuple[str, ...]:
        return self.names or tuple(f"iterate {place + 1}" for place in range(len(self.items)))

    def slip(self, reading: Reading) -> Slip | None:
        from quizengine.answers.slips import of_sequence

        return of_sequence(self.items, _items(reading.tree), self.setting)

    def asks(self) -> str:
        each = "numbers" if _size(self.items[0]) == 1 else "vectors"
        return f"{len(self.items)} {each} in order, with commas between them{self.setting.accuracy.asks()}"


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Vector) else (node,)


def _size(node: Node) -> int:
    return len(_items(node))
