"""A formula in the item's variables: right in any equal form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from quizengine.answers.comparison import scalar
from quizengine.answers.constraints import Expression, PointModel, formula
from quizengine.answers.either_sign import ASKS
from quizengine.answers.readers.added_constant import AddedConstantReader
from quizengine.answers.readers.formula import FormulaReader
from quizengine.answers.scalar_key import ScalarKey, named
from quizengine.answers.units.options import UnitOptions
from quizengine.answers.wording import listed
from quizengine.maths.parse import Conventions, Reading
from quizengine.maths.parse.notation import DOCUMENTED
from quizengine.maths.tree import Number, substitute, variables

if TYPE_CHECKING:
    from quizengine.answers.answer import Reader
    from quizengine.answers.key import Diagnosis, Key
    from quizengine.answers.verdict import Verdict
    from quizengine.maths.language import Value, Workspace


class ExpressionModel(UnitOptions, PointModel):
    """expression = 'diff(f, x)'; called = '∂f/∂x' lets the labels of other derivatives be told.

    up_to = 'constant' makes it right with any constant added, up_to = 'sign' with the opposite sign.
    """

    expression: Expression
    called: str = ""
    up_to: Literal["constant", "sign"] | None = None

    def draw(self, workspace: Workspace) -> Key[Any]:
        value, place = formula(workspace, self.expression), self.place(workspace)
        constraints = self.constraints(workspace, value, *place.nodes)
        key = ExpressionKey(value, constraints, place, named(workspace, self.called), self.up_to)
        return self.with_unit(key, workspace)


@dataclass(frozen=True, slots=True)
class ExpressionKey(ScalarKey):
    """A function of the variables of `constraints`."""

    kind: ClassVar[str] = "expression"
    wants: ClassVar = "expression"

    def reader(self, conventions: Conventions = DOCUMENTED) -> Reader[Reading]:
        if self.up_to != "constant":
            return ScalarKey.reader(self, conventions)
        return AddedConstantReader(FormulaReader(self.notation(), conventions))

    def judge(self, reading: Reading) -> Verdict:
        if self.up_to != "constant":
            return ScalarKey.judge(self, reading)
        from quizengine.answers.comparison.added_constant import compare_up_to_constant

        return scalar.single(scalar.worded(compare_up_to_constant(self.value, reading.tree, self.constraints)))

    def is_right(self, reading: Reading) -> bool:
        if self.up_to != "constant":
            return ScalarKey.is_right(self, reading)
        from quizengine.answers.comparison.added_constant import compare_up_to_constant

        return compare_up_to_constant(self.value, reading.tree, self.constraints).right is True

    def diagnosis(self, reading: Reading) -> Diagnosis | None:
        if self.up_to != "constant":
            return ScalarKey.diagnosis(self, reading)
        return ScalarKey.diagnosis(self, self._without_own(reading))

    def stands_for(self, reading: Reading, ours: Value) -> Value | None:
        return ScalarKey.stands_for(self, self._without_own(reading), ours)

    def unsound(self) -> Iterator[str]:
        """With a constant added, a constant says nothing."""
        if self.up_to == "constant" and not variables(self.value):
            yield "up to a constant, every number is this answer; leave up_to out, or draw a formula"
        yield from ScalarKey.unsound(self)

    def _without_own(self, reading: Reading) -> Reading:
        """An answer with the learner's own constants taken for 0."""
        own = [name for name in variables(reading.tree) if name not in self.constraints.variables]
        return replace(reading, tree=substitute(reading.tree, dict.fromkeys(own, Number(0)))) if own else reading

    def accepts(self) -> str:
        free = "or with any constant added" if self.up_to == "constant" else ""
        return "; ".join(filter(None, (free, ScalarKey.accepts(self))))

    def asks(self) -> str:
        names = self.constraints.variables
        free = {"sign": ASKS, "constant": ", with any constant added", None: ""}[self.up_to]
        if not names:
            return f"a formula{free}"
        shown = self.unlike(f"2{names[0]} + 1", f"4{names[0]} − 3")
        return f"a formula in {listed(names)}{free}, such as {shown}"
