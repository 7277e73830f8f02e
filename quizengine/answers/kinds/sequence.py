"""The first iterates of a procedure, in order: credit for each; an iterate may be a number or a vector."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar, Self

from quizengine.answers.comparison import components
from quizengine.answers.constraints import PLAIN, Constraints, Expressions, FormulaModel, formulas
from quizengine.answers.formula_key import FormulaKey
from quizengine.answers.key import Diagnosis, Key
from quizengine.answers.payment import EVENLY, Payment, PaysByWeight
from quizengine.answers.units.options import UnitOptions
from quizengine.answers.verdict import Verdict, marked, refused
from quizengine.answers.wording import counted
from quizengine.errors import CannotCompute
from quizengine.maths.parse import Reading
from quizengine.maths.tree import Node, Vector

if TYPE_CHECKING:
    from quizengine.maths.language import Value, Workspace


class SequenceModel(UnitOptions, PaysByWeight, FormulaModel):
    """sequence = ['x1', 'x2', 'x3']; names = ['x₁', 'x₂', 'x₃'] for speaking of them."""

    sequence: Expressions
    names: tuple[str, ...] = ()

    def draw(self, workspace: Workspace) -> Key[Any]:
        items = formulas(workspace, self.sequence)
        if len({len(_items(item)) for item in items}) != 1:
            raise CannotCompute(str(self.sequence), "a sequence has one iterate or more, all of one size")
        payment = self.credit.of(len(items), "iterate").repeated(len(_items(items[0])))
        key = SequenceKey(items, self.constraints(workspace, *items), self.names, payment)
        return self.with_unit(key, workspace)


@dataclass(frozen=True, slots=True)
class SequenceKey(FormulaKey):
    """The iterates `items`, all numbers or all vectors of one size."""

    kind: ClassVar[str] = "sequence"
    wants: ClassVar = "sequence"
    key_wants: ClassVar = "sequence"
    items: tuple[Node, ...]
    constraints: Constraints = PLAIN
    names: tuple[str, ...] = ()
    payment: Payment = EVENLY  # of the numbers, one by one

    def node(self) -> Vector:
        return Vector(self.items)

    @classmethod
    def from_tree(cls, tree: Node, constraints: Constraints) -> Self | None:
        return cls(tree.items, constraints) if isinstance(tree, Vector) else None

    def shape(self) -> tuple[int, ...]:
        return (len(self.items),)

    def called(self) -> tuple[str, ...]:
        return self.names

    def judge(self, reading: Reading) -> Verdict:
        """Credit for each right iterate, or component of one; those that a shorter list leaves out count as wrong."""
        answers = self._iterates(reading.tree)
        wanted, size = f"{counted(len(self.items), 'iterate')} {_are(len(self.items))} asked", self._size()
        if any(len(_items(answer)) != size for answer in answers):
            each = "each " if len(self.items) > 1 else ""
            return refused("wrong-dimension", f"{wanted}, {each}with {counted(size, 'component')}")
        if len(answers) == len(self.items):
            return components.judge_components(
                _flat(self.items), _flat(answers), self._names(), self.constraints, self._noun(), self.payment
            )
        missing = len(self.items) - len(answers)
        told = f"{wanted}, and yours {_are(len(answers))} {len(answers)}"
        if missing < 0:
            return refused("wrong-length", told)
        begun = components.judge_components(
            _flat(self.items[: len(answers)]), _flat(answers), self._names(), self.constraints
        )
        parts = (*begun.parts, *(0.0 for _ in range(missing * size)))
        return marked(self.payment.credit(parts), "wrong-length", told, parts)

    def stands_for(self, reading: Reading, ours: Value) -> Value | None:
        return FormulaKey.stands_for(self, replace(reading, tree=Vector(self._iterates(reading.tree))), ours)

    def unsound(self) -> Iterator[str]:
        """There is a name for each iterate."""
        if self.names and len(self.names) != len(self.items):
            yield f"names lists {len(self.names)} for {len(self.items)} components"
        yield from FormulaKey.unsound(self)

    def diagnosis(self, reading: Reading) -> Diagnosis | None:
        """A list can be moved by one or stand back to front; besides, what is mistaken in a vector can be so here."""
        from quizengine.answers.generic_mistakes import Target, of_sequence

        target = Target(_flat(self.items), self.constraints, self._names(), noun=self._noun(), one_vector=False)
        answers = [_items(answer) for answer in self._iterates(reading.tree)]
        return of_sequence(target, [_items(item) for item in self.items], answers)

    def _iterates(self, tree: Node) -> tuple[Node, ...]:
        """The iterates of an answer; where each is a vector, one vector alone is one iterate."""
        parts = _items(tree)
        alone = self._size() == len(parts) > 1 and not any(isinstance(part, Vector) for part in parts)
        return (tree,) if alone else parts

    def _names(self) -> tuple[str, ...]:
        """What the numbers are called, one by one."""
        names = self.names or tuple(f"iterate {place + 1}" for place in range(len(self.items)))
        if self._size() == 1:
            return names
        return tuple(f"component {place + 1} of {name}" for name in names for place in range(self._size()))

    def _noun(self) -> str:
        return "iterate" if self._size() == 1 else "component"

    def _size(self) -> int:
        return len(_items(self.items[0]))

    def paid_alone(self) -> tuple[tuple[str, Node], ...]:
        return self.payment.alone(self._names(), _flat(self.items))

    def asks(self) -> str:
        how_many = counted(len(self.items), "number" if self._size() == 1 else "vector")
        order = "" if len(self.items) == 1 else " in order, with commas between them"
        return f"{how_many}{order}{self.constraints.accuracy.asks()}"


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Vector) else (node,)


def _flat(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(part for node in nodes for part in _items(node))


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
