"""A formula in the item's variables: right in any equal form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from quizengine.answers import scalar
from quizengine.answers.base import Slip
from quizengine.answers.formula import FormulaKey
from quizengine.answers.setting import NOWHERE, PLAIN, Expression, Place, PointModel, Setting, formula
from quizengine.answers.verdict import Verdict
from quizengine.maths.read import Reading
from quizengine.maths.tree import Node

if TYPE_CHECKING:
    from quizengine.maths.workspace import Workspace


class ExpressionModel(PointModel):
    """expression = 'diff(f, x)'"""

    expression: Expression

    def draw(self, workspace: Workspace) -> ExpressionKey:
        value = formula(workspace, self.expression)
        place = self.place(workspace)
        return ExpressionKey(value, self.setting(workspace, value, *place.nodes), place)


@dataclass(frozen=True, slots=True)
class ExpressionKey(FormulaKey):
    """The function `value` of the variables of `setting`."""

    kind: ClassVar[str] = "expression"
    wants: ClassVar = "expression"
    value: Node
    setting: Setting = PLAIN
    place: Place = NOWHERE

    def node(self) -> Node:
        return self.value

    def judge(self, reading: Reading) -> Verdict:
        return scalar.single(scalar.compare(self.value, reading.tree, self.setting))

    def slip(self, reading: Reading) -> Slip | None:
        from quizengine.answers.slips import Target, of_scalar

        return of_scalar(Target((self.value,), self.setting, (), self.place), reading.tree)

    def asks(self) -> str:
        names = self.setting.variables
        return f"a formula in {' and '.join(names)}, such as 2{names[0]} + 1" if names else "a formula"
