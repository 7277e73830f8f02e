"""An equation of a line, a plane or a curve: right in any equal form.

Two equations F = 0 and G = 0 count as equal when G = c·F for a constant c that is not zero, also after both were
freed of their denominators. So z = 2x + 3y - 1 and 4x + 6y - 2z = 2 are one plane, and y = 1/x and xy = 1 one curve.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from quizengine.answers import scalar
from quizengine.answers.formula import FormulaKey
from quizengine.answers.setting import PLAIN, Expression, FormulaModel, Setting, formula
from quizengine.answers.verdict import Verdict
from quizengine.answers.zeros import decide, miss
from quizengine.errors import CannotCompute, Unreadable
from quizengine.maths.read import Reading
from quizengine.maths.tree import Node, Number, Relation

if TYPE_CHECKING:
    from quizengine.maths.workspace import Workspace

_EQUALS = re.compile(r"(?<![!<>=])=(?!=)")


class EquationModel(FormulaModel):
    """equation = 'z = f0 + p*(x - x0) + q*(y - y0)', or one expression that is zero: 'a*x + b*y - c'."""

    equation: Expression

    def draw(self, workspace: Workspace) -> EquationKey:
        sides = tuple(formula(workspace, side) for side in _EQUALS.split(self.equation))
        if len(sides) > 2:
            raise CannotCompute(self.equation, "an equation has one =")
        left, right = (*sides, Number(0))[:2]
        return EquationKey(left, right, self.setting(workspace, left, right))


@dataclass(frozen=True, slots=True)
class EquationKey(FormulaKey):
    """The equation left = right."""

    kind: ClassVar[str] = "equation"
    wants: ClassVar = "equation"
    left: Node
    right: Node
    setting: Setting = PLAIN

    def node(self) -> Relation:
        return Relation((self.left, self.right), ("=",))

    def read(self, text: str) -> Reading:
        reading = FormulaKey.read(self, text)
        tree = reading.tree
        if not isinstance(tree, Relation):
            raise Unreadable("equation-wanted", 0, f"an equation is asked: write it with =, such as {self._example()}")
        if tree.signs != ("=",):
            raise Unreadable("equation-wanted", 0, "one equation is asked: write one = and no <, > or ≠")
        return reading

    def judge(self, reading: Reading) -> Verdict:
        tree = reading.tree
        if tree == self.node():
            return scalar.CORRECT
        if not isinstance(tree, Relation) or tree.signs != ("=",):
            return scalar.refused("equation-wanted", "An equation is asked")
        equal, evidence = decide((self.left, self.right), (tree.sides[0], tree.sides[1]), self.setting)
        if equal:
            return Verdict("correct", 1.0, evidence=evidence)
        if equal is None:
            return Verdict("undecided", reason="undecided", message="It could not be decided whether these are equal")
        place = miss((self.left, self.right), (tree.sides[0], tree.sides[1]), self.setting)
        told = f": {place} solves the right one but not yours" if place else ""
        return scalar.refused("differs", f"This is another equation{told}")

    def accepts(self) -> str:
        return "in any equal form"

    def asks(self) -> str:
        return f"an equation in any form, such as {self._example()}"

    def _example(self) -> str:
        names = self.setting.variables or ("x", "y")
        return f"{names[-1]} = 2{names[0]} + 1" if len(names) > 1 else f"2{names[0]} = 1"
