"""A formula in the item's variables: right in any equal form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from quizengine.answers.constraints import Expression, PointModel, formula
from quizengine.answers.scalar_key import ScalarKey, named
from quizengine.answers.units.options import UnitOptions
from quizengine.answers.wording import listed

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.maths.language import Workspace


class ExpressionModel(UnitOptions, PointModel):
    """expression = 'diff(f, x)'; called = '∂f/∂x' lets the labels of other derivatives be told."""

    expression: Expression
    called: str = ""

    def draw(self, workspace: Workspace) -> Key[Any]:
        value, place = formula(workspace, self.expression), self.place(workspace)
        constraints = self.constraints(workspace, value, *place.nodes)
        return self.with_unit(ExpressionKey(value, constraints, place, named(workspace, self.called)), workspace)


@dataclass(frozen=True, slots=True)
class ExpressionKey(ScalarKey):
    """A function of the variables of `constraints`."""

    kind: ClassVar[str] = "expression"
    wants: ClassVar = "expression"

    def asks(self) -> str:
        names = self.constraints.variables
        if not names:
            return "a formula"
        shown = self.unlike(f"2{names[0]} + 1", f"4{names[0]} − 3")
        return f"a formula in {listed(names)}, such as {shown}"
