"""One number: exact, or as exact as the item asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from quizengine.answers.constraints import Constraints, Expression, PointModel, formula
from quizengine.answers.either_sign import ASKS
from quizengine.answers.formula_key import NONE_WORD, FormulaKey
from quizengine.answers.none_key import NoneKey, is_none, not_none
from quizengine.answers.scalar_key import ScalarKey, named
from quizengine.answers.units.options import UnitOptions
from quizengine.answers.verdict import Verdict
from quizengine.maths.parse import NONE, Reading
from quizengine.maths.tree import Node, Number, variables

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.maths.language import Workspace


class NumberModel(UnitOptions, PointModel):
    """number = '2*a*x0', or 'none' where there is no such number; called = 'D_u f' says which labels are read.

    up_to = 'sign' makes its negative right as well.
    """

    number: Expression
    called: str = ""
    up_to: Literal["sign"] | None = None

    def draw(self, workspace: Workspace) -> Key[Any]:
        return self.with_unit(self._key(workspace), workspace)

    def _key(self, workspace: Workspace) -> NumberKey | NoneKey:
        if self.number == NONE_WORD:
            return no_number(self.constraints(workspace), named(workspace, self.called))
        value, place = formula(workspace, self.number), self.place(workspace)
        constraints = self.constraints(workspace, value, *place.nodes)
        return NumberKey(value, constraints, place, named(workspace, self.called), self.up_to)


@dataclass(frozen=True, slots=True)
class NumberKey(ScalarKey):
    """A number, which may be any tree without variables."""

    kind: ClassVar[str] = "number"
    wants: ClassVar = "number"

    @classmethod
    def from_tree(cls, tree: Node, constraints: Constraints) -> FormulaKey | None:
        return no_number(constraints) if tree == NONE else super(NumberKey, cls).from_tree(tree, constraints)

    def judge(self, reading: Reading) -> Verdict:
        return not_none("a number") if is_none(reading) else ScalarKey.judge(self, reading)

    def unsound(self) -> Iterator[str]:
        """Nor does a number hold variables."""
        if free := variables(self.value):
            yield f"number = … still holds {', '.join(sorted(free))}; put in values, or write expression = …"
        yield from ScalarKey.unsound(self)

    def asks(self) -> str:
        accuracy = self.constraints.accuracy
        sign = ASKS if self.up_to == "sign" else ""
        examples = "3, −0.5 or 1/3" if self.constraints.decimals else "3, −1/2 or sqrt(2)/2"
        exact = f"a number, exact{sign}, such as {examples}"
        return exact if accuracy.exact else f"a number{accuracy.asks()}{sign}"


def no_number(constraints: Constraints, names: tuple[str, ...] = ()) -> NoneKey:
    """Return the key where no number is right."""
    return NoneKey(NumberKey(Number(0), constraints, names=names), constraints)
