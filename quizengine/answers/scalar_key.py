"""What the keys of one scalar, a number or a formula, have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizengine.answers.comparison import scalar
from quizengine.answers.constraints import NO_POINT, PLAIN, Constraints, EvaluationPoint
from quizengine.answers.either_sign import ACCEPTS, EitherSign, UpTo, negative, turned
from quizengine.answers.formula_key import FormulaKey
from quizengine.answers.key import Diagnosis
from quizengine.answers.verdict import Verdict
from quizengine.maths.language.fill_in import prose_of, words_of
from quizengine.maths.parse import Reading
from quizengine.maths.tree import Node, Relation, Vector

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace


@dataclass(frozen=True, slots=True)
class ScalarKey(FormulaKey):
    """The scalar `value`, over the variables of `constraints`; `names`: what it is called, if it is."""

    value: Node
    constraints: Constraints = PLAIN
    place: EvaluationPoint = NO_POINT
    names: tuple[str, ...] = ()
    up_to: UpTo | None = None

    def node(self) -> Node:
        return self.value

    @classmethod
    def from_tree(cls, tree: Node, constraints: Constraints) -> FormulaKey | None:
        return None if isinstance(tree, Vector | Relation) else cls(tree, constraints)

    def judge(self, reading: Reading) -> Verdict:
        """All or nothing: a scalar has no parts."""
        if self.up_to == "sign":
            return self._either_sign().judge(reading)
        return scalar.single(scalar.compare_scalars(self.value, reading.tree, self.constraints))

    def is_right(self, reading: Reading) -> bool:
        """As `judge`, without words."""
        if self.up_to == "sign":
            return self._either_sign().is_right(reading)
        return scalar.right(self.value, reading.tree, self.constraints)

    def accepts(self) -> str:
        free = ACCEPTS if self.up_to == "sign" else ""
        return "; ".join(filter(None, (free, FormulaKey.accepts(self))))

    def unsound(self) -> Iterator[str]:
        """A scalar is no list and no equation."""
        if isinstance(self.value, Vector | Relation):
            other = "vector" if isinstance(self.value, Vector) else "equation"
            yield f"{self.kind} = … gives {'a' if other == 'vector' else 'an'} {other}; write {other} = …"
        yield from FormulaKey.unsound(self)

    def diagnosis(self, reading: Reading) -> Diagnosis | None:
        """A sign, a factor, an inner derivative, a point; of a number, only what a number can prove."""
        from quizengine.answers.generic_mistakes import Target, of_scalar

        if self.up_to == "sign":
            return self._either_sign().diagnosis(reading)
        return of_scalar(Target((self.value,), self.constraints, (), self.place), reading.tree)

    def _either_sign(self) -> EitherSign:
        opposite = replace(self, value=negative(self.value), place=turned(self.place), up_to=None)
        return EitherSign(replace(self, up_to=None), opposite)


def named(workspace: Workspace, called: str) -> tuple[str, ...]:
    """Return the name of a value that its author calls so, with fill-ins done; () where it has none."""
    return (words_of(prose_of(workspace, called)) if "<<" in called else called,) if called else ()
