"""A vector, such as a gradient or a new point: credit by component."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from quizengine.answers import components, scalar
from quizengine.answers.base import Slip
from quizengine.answers.formula import FormulaKey
from quizengine.answers.setting import NOWHERE, PLAIN, Expressions, Place, PointModel, Setting, formulas
from quizengine.answers.verdict import Verdict
from quizengine.maths.read import Reading
from quizengine.maths.tree import Node, Vector, variables

if TYPE_CHECKING:
    from quizengine.maths.workspace import Workspace


class VectorModel(PointModel):
    """vector = 'grad(f, x, y)' or ['2*a*x', 'b'].

    gradient_of = 'f' names the components ∂f/∂x, ∂f/∂y; `names` gives other names.
    """

    vector: Expressions
    names: tuple[str, ...] = ()
    gradient_of: str = ""

    def draw(self, workspace: Workspace) -> VectorKey:
        items = formulas(workspace, self.vector)
        place = self.place(workspace)
        setting = self.setting(workspace, *items, *place.nodes)
        names = self.names or component_names(setting.variables, len(items), self.gradient_of)
        return VectorKey(items, setting, names, place)


def component_names(known: tuple[str, ...], size: int, gradient_of: str = "") -> tuple[str, ...]:
    """What the components of a vector are called; () where they do not belong to the variables one by one."""
    if len(known) != size:
        return ()
    if gradient_of:
        return tuple(f"∂{gradient_of}/∂{name}" for name in known)
    return tuple(f"the {name}-component" for name in known)


@dataclass(frozen=True, slots=True)
class VectorKey(FormulaKey):
    """The vector of `items`; `names` are what its components are called."""

    kind: ClassVar[str] = "vector"
    wants: ClassVar = "vector"
    items: tuple[Node, ...]
    setting: Setting = PLAIN
    names: tuple[str, ...] = ()
    place: Place = NOWHERE

    def node(self) -> Vector:
        return Vector(self.items)

    def judge(self, reading: Reading) -> Verdict:
        tree = reading.tree
        if not isinstance(tree, Vector):
            if len(self.items) == 1:
                return components.judge(self.items, (tree,), self.names, self.setting)
            return scalar.refused(
                "scalar-for-vector", f"{self._wanted()}, such as {self._example()}; this is one value"
            )
        if len(tree.items) != len(self.items):
            return scalar.refused("wrong-dimension", f"{self._wanted()}, and yours has {len(tree.items)}")
        return components.judge(self.items, tree.items, self.names, self.setting)

    def slip(self, reading: Reading) -> Slip | None:
        from quizengine.answers.slips import Target, of_vector

        return of_vector(Target(self.items, self.setting, self.names, self.place), reading.tree)

    def asks(self) -> str:
        return f"a vector with {self._many()}, such as {self._example()}{self.setting.accuracy.asks()}"

    def _wanted(self) -> str:
        return f"A vector with {self._many()} is asked"

    def _many(self) -> str:
        return "1 component" if len(self.items) == 1 else f"{len(self.items)} components"

    def _example(self) -> str:
        names = [name for name in self.setting.variables if any(name in variables(item) for item in self.items)]
        shown = [f"{place + 2}{name}" for place, name in enumerate(names)] or ["1", "−2", "0", "1/2"]
        return "(" + ", ".join(shown[place % len(shown)] for place in range(len(self.items))) + ")"
