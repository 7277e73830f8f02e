"""One number: exact, or as exact as the item asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from quizengine.answers.setting import Expression, PointModel, formula
from quizengine.answers.single import SingleKey
from quizengine.maths.tree import variables

if TYPE_CHECKING:
    from quizengine.maths.workspace import Workspace


class NumberModel(PointModel):
    """number = '2*a*x0'"""

    number: Expression

    def draw(self, workspace: Workspace) -> NumberKey:
        value, place = formula(workspace, self.number), self.place(workspace)
        return NumberKey(value, self.setting(workspace, value, *place.nodes), place)


@dataclass(frozen=True, slots=True)
class NumberKey(SingleKey):
    """A number, which may be any tree without variables."""

    kind: ClassVar[str] = "number"
    wants: ClassVar = "number"

    def unsound(self) -> Iterator[str]:
        """Nor does a number hold variables."""
        if free := variables(self.value):
            yield f"number = … still holds {', '.join(sorted(free))}; put in values, or write expression = …"
        yield from SingleKey.unsound(self)

    def asks(self) -> str:
        accuracy = self.setting.accuracy
        return "a number, exact, such as 3, −1/2 or sqrt(2)/2" if accuracy.exact else f"a number{accuracy.asks()}"
