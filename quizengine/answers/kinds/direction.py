"""A direction: any vector that points the right way, as the item says how freely."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal, Self

from pydantic import model_validator

from quizengine.answers.comparison import components, scalar
from quizengine.answers.comparison.angle import WithinAngle
from quizengine.answers.comparison.parallel import along, crossed, rounded, unit, way
from quizengine.answers.constraints import (
    NO_POINT,
    PLAIN,
    Constraints,
    EvaluationPoint,
    Expression,
    Expressions,
    PointModel,
    Tolerance,
    formula,
    formulas,
)
from quizengine.answers.formula_key import FormulaKey
from quizengine.answers.key import Diagnosis
from quizengine.answers.kinds.vector import component_names, components_of, examples
from quizengine.answers.payment import EVENLY, Payment, PaysByWeight
from quizengine.answers.verdict import CORRECT, ROUNDING, Verdict, refused, undecided
from quizengine.answers.wording import counted
from quizengine.errors import CannotCompute
from quizengine.maths.evaluate import rational
from quizengine.maths.parse import Reading
from quizengine.maths.tree import Node, Vector, variables

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace

RIGHT_ANGLE = 90
Multiple = Literal["positive", "nonzero", "unit"]
NOT_UNIT = "The direction is right, but the length is not 1: divide by the length"


class DirectionModel(PaysByWeight, PointModel):
    """direction = 'grad(f, x, y)'; multiple = 'positive' (the default), 'nonzero' (a normal, a line) or 'unit'.

    within = 15, in degrees, is for a direction that is read off: as far it may be off.
    """

    direction: Expressions
    multiple: Multiple = "positive"
    within: Expression | None = None

    @model_validator(mode="after")
    def _in_parts(self) -> Self:
        if self.credit != EVENLY and self.multiple != "unit":
            raise ValueError("credit goes with multiple = 'unit'; another direction pays as a whole already")
        return self

    @model_validator(mode="after")
    def _read_off(self) -> Self:
        if self.within is not None and self.multiple == "unit":
            raise ValueError("within goes with multiple = 'positive' or 'nonzero'; a unit vector takes a tolerance")
        if self.within is not None and (self.digits or self.tolerance != Tolerance()):
            raise ValueError("within says in degrees what a tolerance or digits say in numbers; keep within alone")
        return self

    def draw(self, workspace: Workspace) -> DirectionKey:
        items = formulas(workspace, self.direction)
        place = self.place(workspace)
        constraints, payment = (
            self.constraints(workspace, *items, *place.nodes),
            self.credit.of(len(items), "component"),
        )
        return DirectionKey(items, self.multiple, constraints, place, payment, self._near(workspace))

    def _near(self, workspace: Workspace) -> WithinAngle | None:
        if self.within is None:
            return None
        degrees = rational(formula(workspace, self.within))
        if degrees is None or not 0 < degrees < RIGHT_ANGLE:
            raise CannotCompute(self.within, "within is a number of degrees above 0 and below 90, such as 15")
        return WithinAngle(degrees, both_ways=self.multiple == "nonzero")


@dataclass(frozen=True, slots=True)
class DirectionKey(FormulaKey):
    """The direction of the vector `items`, which need not have length 1; within: the degrees it may be off, if any."""

    kind: ClassVar[str] = "direction"
    wants: ClassVar = "vector"
    key_wants: ClassVar = "vector"
    items: tuple[Node, ...]
    multiple: Multiple = "positive"
    constraints: Constraints = PLAIN
    place: EvaluationPoint = NO_POINT
    payment: Payment = EVENLY
    within: WithinAngle | None = None

    def node(self) -> Vector:
        return Vector(unit(self.items) if self.multiple == "unit" else self.items)

    @classmethod
    def from_tree(cls, tree: Node, constraints: Constraints) -> Self | None:
        items = components_of(tree)
        return cls(items, constraints=constraints) if items else None

    def shape(self) -> tuple[int, ...]:
        return (len(self.items),)

    def judge(self, reading: Reading) -> Verdict:
        """A unit vector is judged component by component; of all others only where they point counts, as a whole."""
        tree = reading.tree
        told = components.misshapen(tree, len(self.items), self._example)
        if told is not None:
            return told
        answers = components.of_tree(tree)
        if answers == self.items and self.multiple != "unit":
            return CORRECT
        if all(scalar.is_zero(answer, self.constraints) for answer in answers):
            return refused("zero-vector", "The zero vector has no direction")
        if self.within is not None:
            return self.within.judge(self.items, answers)
        return self._of_length_one(answers) if self.multiple == "unit" else self._parallel(answers)

    def _of_length_one(self, answers: tuple[Node, ...]) -> Verdict:
        verdict = components.judge_components(
            unit(self.items), answers, self._names(), self.constraints, payment=self.payment
        )
        if verdict.outcome in ("correct", "undecided") or not self._points_right(answers):
            return verdict
        if verdict.reason in ROUNDING:
            return verdict
        return refused("not-normalised", NOT_UNIT)

    def _points_right(self, answers: tuple[Node, ...]) -> bool:
        return along(self.items, answers, self.constraints) == 1

    def _parallel(self, answers: tuple[Node, ...]) -> Verdict:
        found = crossed(self.items, answers, self.constraints)
        if self.constraints.accuracy.digits and any(one.right is False for one in found):
            found = rounded(self.items, answers, self.constraints) or found
        if any(one.right is False for one in found):
            short = next((one for one in found if one.reason in ROUNDING), None)
            if short is not None:
                return refused(short.reason, short.message)
            return refused("not-parallel", "Your vector does not point along the right line")
        if any(one.right is None for one in found):
            return undecided("these are parallel")
        if self.multiple == "positive" and (told := way(self.items, answers, self.constraints)) != 1:
            if told == 0:
                return refused("turns-round", "Your vector points the right way at some points only")
            return refused("opposite-sign", "Your vector points exactly the opposite way")
        evidence = scalar.weakest(found) or "proven"
        return Verdict("correct", 1.0, evidence="proven" if evidence == "identical" else evidence)

    def unsound(self) -> Iterator[str]:
        """The zero vector points nowhere."""
        if all(rational(item) == 0 for item in self.items):
            yield "the zero vector has no direction; require that it does not come"
        elif self.within is not None and (left := sorted({name for item in self.items for name in variables(item)})):
            yield f"within goes with a direction of numbers, and this one holds {', '.join(left)}; put in values"
        yield from FormulaKey.unsound(self)

    def diagnosis(self, reading: Reading) -> Diagnosis | None:
        """The length does not count, except that a unit vector is looked at with and without it."""
        from quizengine.answers.generic_mistakes import Target, of_direction, of_vector

        tree = reading.tree
        target = Target(self.items, self.constraints, self._names(), self.place)
        if self.multiple == "unit":
            if not isinstance(tree, Vector):
                told = of_vector(replace(target, items=unit(self.items)), tree)
                return told or of_direction(target, tree, one_way=True)
            if len(tree.items) == len(self.items) and self._points_right(tree.items):
                return Diagnosis("not-normalised", NOT_UNIT)
        one_way = self.multiple != "nonzero"
        if self.within is None:
            return of_direction(target, tree, one_way)
        told = of_direction(target, tree, one_way, partial(self.within.way_beside, self.items))
        answers = components.of_tree(tree)
        if told is None or len(answers) != len(self.items):
            return told
        return replace(told, message=f"{told.message}: {self.within.off(self.items, answers)}")

    def paid_alone(self) -> tuple[tuple[str, Node], ...]:
        if self.multiple != "unit":
            return ()
        names = [components.name(place, self._names()) for place in range(len(self.items))]
        return self.payment.alone(names, unit(self.items))

    def _example(self) -> str:
        return self.unlike(*examples(self.items, self.constraints))

    def _names(self) -> tuple[str, ...]:
        return component_names(self.constraints.variables, len(self.items))

    def _decimal(self) -> Node | None:
        """Only a unit vector is rounded by itself: of the others any multiple counts, and the exact one is shortest."""
        return FormulaKey._decimal(self) if self.multiple == "unit" else None

    def accepts(self) -> str:
        if self.multiple == "unit":
            return FormulaKey.accepts(self)
        free = "or any positive multiple" if self.multiple == "positive" else "or any multiple but zero"
        return "; ".join(filter(None, (free, self.slack())))

    def slack(self) -> str:
        return FormulaKey.slack(self) if self.within is None else self.within.told()

    def margins(self) -> tuple[tuple[float, float], ...]:
        return ((math.nan, float(self.within.degrees) if self.within else 0.0),)

    def form(self) -> str:
        return FormulaKey.form(self) if self.within is None else self.slack()

    def asks(self) -> str:
        how = {"positive": "any positive multiple counts", "nonzero": "any multiple counts", "unit": "of length 1"}
        size = counted(len(self.items), "component")
        near = self.constraints.accuracy.asks() if self.within is None else f", {self.slack()}"
        return f"a vector with {size}, {how[self.multiple]}{near}"
