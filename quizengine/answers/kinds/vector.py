"""A vector, such as a gradient or a new point: credit by component."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from quizengine.answers.comparison import components
from quizengine.answers.constraints import (
    NO_POINT,
    PLAIN,
    Constraints,
    EvaluationPoint,
    Expressions,
    PointModel,
    formulas,
)
from quizengine.answers.either_sign import ACCEPTS, ASKS, EitherSign, UpTo, negative, turned
from quizengine.answers.formula_key import FormulaKey
from quizengine.answers.key import Diagnosis, Key
from quizengine.answers.payment import EVENLY, Payment, PaysByWeight
from quizengine.answers.units.options import UnitOptions
from quizengine.answers.verdict import Verdict
from quizengine.answers.wording import counted
from quizengine.maths.parse import Reading
from quizengine.maths.tree import Node, Vector, variables

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace


class VectorModel(UnitOptions, PaysByWeight, PointModel):
    """vector = 'grad(f, x, y)' or ['2*a*x', 'b'].

    gradient_of = 'f' names the components ∂f/∂x, ∂f/∂y; `names` gives other names. up_to = 'sign' makes the vector with
    the opposite sign right as well.
    """

    vector: Expressions
    names: tuple[str, ...] = ()
    gradient_of: str = ""
    up_to: Literal["sign"] | None = None

    def draw(self, workspace: Workspace) -> Key[Any]:
        items = formulas(workspace, self.vector)
        place = self.place(workspace)
        constraints = self.constraints(workspace, *items, *place.nodes)
        names = self.names or component_names(constraints.variables, len(items), self.gradient_of)
        payment = self.credit.of(len(items), "component")
        return self.with_unit(VectorKey(items, constraints, names, place, payment, self.up_to), workspace)


@lru_cache(maxsize=256)
def component_names(known: tuple[str, ...], size: int, gradient_of: str = "") -> tuple[str, ...]:
    """Return what the components of a vector are called; () where they do not belong to the variables one by one."""
    if len(known) != size:
        return ()
    if gradient_of:
        return tuple(f"∂{gradient_of}/∂{name}" for name in known)
    return tuple(f"the {name}-component" for name in known)


def components_of(tree: Node) -> tuple[Node, ...]:
    """Return the components of a vector; () for a matrix and for what is no list."""
    if not isinstance(tree, Vector) or any(isinstance(item, Vector) for item in tree.items):
        return ()
    return tree.items


@dataclass(frozen=True, slots=True)
class VectorKey(FormulaKey):
    """The vector of `items`; `names` are what its components are called."""

    kind: ClassVar[str] = "vector"
    wants: ClassVar = "vector"
    key_wants: ClassVar = "vector"
    items: tuple[Node, ...]
    constraints: Constraints = PLAIN
    names: tuple[str, ...] = ()
    place: EvaluationPoint = NO_POINT
    payment: Payment = EVENLY
    up_to: UpTo | None = None

    def node(self) -> Vector:
        return Vector(self.items)

    @classmethod
    def from_tree(cls, tree: Node, constraints: Constraints) -> Self | None:
        items = components_of(tree)
        return cls(items, constraints, component_names(constraints.variables, len(items))) if items else None

    def shape(self) -> tuple[int, ...]:
        return (len(self.items),)

    def called(self) -> tuple[str, ...]:
        """The names that an author gave; those made of the variables say no more than the variables."""
        return () if self.names == component_names(self.constraints.variables, len(self.items)) else self.names

    def judge(self, reading: Reading) -> Verdict:
        """Credit for each right component; a vector of another size earns none."""
        if self.up_to:
            return self._either_sign().judge(reading)
        told = components.misshapen(reading.tree, len(self.items), self._example)
        return told or components.judge_components(
            self.items, components.of_tree(reading.tree), self.names, self.constraints, payment=self.payment
        )

    def is_right(self, reading: Reading) -> bool:
        """Is every component right? Without words on the others."""
        if self.up_to:
            return self._either_sign().is_right(reading)
        answers = components.of_tree(reading.tree)
        return len(answers) == len(self.items) and components.right(self.items, answers, self.constraints)

    def unsound(self) -> Iterator[str]:
        """A vector is no matrix, and has a name for each component."""
        if any(isinstance(item, Vector) for item in self.items):
            yield "a component is a vector itself; write matrix = …, or one list"
        if self.names and len(self.names) != len(self.items):
            yield f"names lists {len(self.names)} for {len(self.items)} components"
        yield from FormulaKey.unsound(self)

    def diagnosis(self, reading: Reading) -> Diagnosis | None:
        """The richest of all: whatever a gradient is mistaken for."""
        from quizengine.answers.generic_mistakes import Target, of_vector

        if self.up_to:
            return self._either_sign().diagnosis(reading)
        return of_vector(Target(self.items, self.constraints, self.names, self.place), reading.tree)

    def paid_alone(self) -> tuple[tuple[str, Node], ...]:
        names = [components.name(place, self.names) for place in range(len(self.items))]
        return self.payment.alone(names, self.items)

    def asks(self) -> str:
        size = counted(len(self.items), "component")
        sign = ASKS if self.up_to else ""
        return f"a vector with {size}{sign}, such as {self._example()}{self.constraints.accuracy.asks('component')}"

    def accepts(self) -> str:
        return "; ".join(filter(None, (ACCEPTS if self.up_to else "", FormulaKey.accepts(self))))

    def _either_sign(self) -> EitherSign:
        opposite = replace(self, items=tuple(map(negative, self.items)), place=turned(self.place), up_to=None)
        return EitherSign(replace(self, up_to=None), opposite)

    def _example(self) -> str:
        return self.unlike(*examples(self.items, self.constraints))


def examples(items: tuple[Node, ...], constraints: Constraints = PLAIN) -> Iterator[str]:
    """Vectors of as many components in the same variables, to show how one is typed."""
    names = [name for name in constraints.variables if any(name in variables(item) for item in items)]
    for start in (1, 4, 6, 8):
        shown = [f"{place + start + 1}{name}" for place, name in enumerate(names)]
        shown = shown or [str(start), f"−{start + 1}", str(start - 1), f"{start}/{start + 1}"]
        yield "(" + ", ".join(shown[place % len(shown)] for place in range(len(items))) + ")"
