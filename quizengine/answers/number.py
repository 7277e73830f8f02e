"""One number: exact, or as exact as the item asks."""

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


class NumberModel(PointModel):
    """number = '2*a*x0'"""

    number: Expression

    def draw(self, workspace: Workspace) -> NumberKey:
        value = formula(workspace, self.number)
        place = self.place(workspace)
        return NumberKey(value, self.setting(workspace, value, *place.nodes), place)


@dataclass(frozen=True, slots=True)
class NumberKey(FormulaKey):
    """The number `value`, which may be any tree without variables."""

    kind: ClassVar[str] = "number"
    wants: ClassVar = "number"
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
        accuracy = self.setting.accuracy
        return "a number, exact, such as 3, −1/2 or sqrt(2)/2" if accuracy.exact else f"a number{accuracy.asks()}"
