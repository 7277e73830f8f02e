"""A direction: any vector that points the right way, as the item says how freely."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, Literal

from quizengine.answers import components, scalar
from quizengine.answers.base import Slip
from quizengine.answers.formula import FormulaKey
from quizengine.answers.parallel import along, crossed, is_zero, way
from quizengine.answers.setting import NOWHERE, PLAIN, Expressions, Place, PointModel, Setting, formulas
from quizengine.answers.verdict import Verdict
from quizengine.maths.read import Reading
from quizengine.maths.tidy import tidy
from quizengine.maths.tree import Call, Node, Quotient, Vector

if TYPE_CHECKING:
    from quizengine.maths.workspace import Workspace

Multiple = Literal["positive", "nonzero", "unit"]
NOT_UNIT = "The direction is right, but the length is not 1: divide by the length"


class DirectionModel(PointModel):
    """direction = 'grad(f, x, y)'; multiple = 'positive' (the default), 'nonzero' (a normal, a line) or 'unit'."""

    direction: Expressions
    multiple: Multiple = "positive"

    def draw(self, workspace: Workspace) -> DirectionKey:
        items = formulas(workspace, self.direction)
        place = self.place(workspace)
        return DirectionKey(items, self.multiple, self.setting(workspace, *items, *place.nodes), place)


@lru_cache(maxsize=256)
def unit(items: tuple[Node, ...]) -> tuple[Node, ...]:
    """The components of a vector divided by its length; kept, since a key judges many answers."""
    length = Call("norm", items)
    return tuple(tidy(Quotient(item, length)) for item in items)


@dataclass(frozen=True, slots=True)
class DirectionKey(FormulaKey):
    """The direction of the vector `items`, which need not have length 1."""

    kind: ClassVar[str] = "direction"
    wants: ClassVar = "vector"
    items: tuple[Node, ...]
    multiple: Multiple = "positive"
    setting: Setting = PLAIN
    place: Place = NOWHERE

    def node(self) -> Vector:
        return Vector(unit(self.items) if self.multiple == "unit" else self.items)

    def judge(self, reading: Reading) -> Verdict:
        tree = reading.tree
        wanted = f"A vector with {len(self.items)} components is asked"
        if not isinstance(tree, Vector):
            return scalar.refused("scalar-for-vector", f"{wanted}, and this is one value")
        if len(tree.items) != len(self.items):
            return scalar.refused("wrong-dimension", f"{wanted}, and yours has {len(tree.items)}")
        if any(isinstance(item, Vector) for item in tree.items):
            return scalar.refused("matrix-for-vector", f"{wanted}, not a matrix")
        return self._of_length_one(tree.items) if self.multiple == "unit" else self._parallel(tree.items)

    def _of_length_one(self, answers: tuple[Node, ...]) -> Verdict:
        verdict = components.judge(unit(self.items), answers, (), self.setting)
        if verdict.outcome in ("correct", "undecided") or not self._points_right(answers):
            return verdict
        if verdict.reason in components.ROUNDED:
            return verdict
        return scalar.refused("not-normalised", NOT_UNIT)

    def _points_right(self, answers: tuple[Node, ...]) -> bool:
        return along(self.items, answers, self.setting) == 1

    def _parallel(self, answers: tuple[Node, ...]) -> Verdict:
        if answers == self.items:
            return scalar.CORRECT
        if all(is_zero(answer, self.setting) for answer in answers):
            return scalar.refused("zero-vector", "The zero vector has no direction")
        found = crossed(self.items, answers, self.setting)
        if any(one.right is False for one in found):
            rounded = next((one for one in found if one.reason in components.ROUNDED), None)
            if rounded is not None:
                return scalar.refused(rounded.reason, rounded.says)
            return scalar.refused("not-parallel", "Your vector does not point along the right line")
        if any(one.right is None for one in found):
            return Verdict(
                "undecided", reason="undecided", message="It could not be decided whether these are parallel"
            )
        if self.multiple == "positive" and (told := way(self.items, answers, self.setting)) != 1:
            if told == 0:
                return scalar.refused("turns-round", "Your vector points the right way at some points only")
            return scalar.refused("opposite-sign", "Your vector points exactly the opposite way")
        evidence = scalar.weakest(found) or "proven"
        return Verdict("correct", 1.0, evidence="proven" if evidence == "identical" else evidence)

    def slip(self, reading: Reading) -> Slip | None:
        from quizengine.answers.slips import Target, of_direction, of_vector

        tree = reading.tree
        if self.multiple == "unit":
            if not isinstance(tree, Vector):
                return of_vector(Target(unit(self.items), self.setting), tree)
            if len(tree.items) == len(self.items) and self._points_right(tree.items):
                return Slip("not-normalised", NOT_UNIT)
        return of_direction(Target(self.items, self.setting, (), self.place), tree, self.multiple != "nonzero")

    def accepts(self) -> str:
        if self.multiple == "unit":
            return FormulaKey.accepts(self)
        return "or any positive multiple" if self.multiple == "positive" else "or any multiple but zero"

    def asks(self) -> str:
        how = {"positive": "any positive multiple counts", "nonzero": "any multiple counts", "unit": "of length 1"}
        return f"a vector with {len(self.items)} components, {how[self.multiple]}{self.setting.accuracy.asks()}"
