"""An equation of a line, a plane or a curve: right in any equal form.

Two equations are equal forms when they have the same real solutions in the domain of the question; a point at which a
side has no value is no solution. So z = 2x + 3y - 1 and 4x + 6y - 2z = 2 are one plane, y = 1/x and xy = 1 one curve,
y = ln x and x = e^y another. But y/x = 2 is not the line y = 2x: it loses the point (0, 0), and x·y = 2x² has more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Self

from quizengine.answers.answer import Answer
from quizengine.answers.carried_value import worked_out, written_like
from quizengine.answers.comparison import scalar
from quizengine.answers.comparison.equations import Sides, decide, difference, rounding, total
from quizengine.answers.constraints import PLAIN, Constraints, Expression, FormulaModel, formula
from quizengine.answers.formula_key import FormulaKey
from quizengine.answers.verdict import CORRECT, Verdict, refused, undecided
from quizengine.errors import CannotCompute, Unreadable
from quizengine.maths.parse import Reading
from quizengine.maths.tree import Name, Node, Number, Relation, Vector, variables

if TYPE_CHECKING:
    from quizengine.answers.comparison.separating_points import Found
    from quizengine.maths.language import Value, Workspace


class EquationModel(FormulaModel):
    """equation = 'z = f0 + p*(x - x0)', a value made by equation(z, h), or what is zero: 'a*x + b*y - c'."""

    equation: Expression

    def draw(self, workspace: Workspace) -> EquationKey:
        found = self._stated(workspace)
        if not isinstance(found, Relation):
            return EquationKey(found, Number(0), self.constraints(workspace, found))
        if found.signs != ("=",):
            raise CannotCompute(self.equation, "an equation has one =")
        left, right = found.sides
        return EquationKey(left, right, self.constraints(workspace, left, right))

    def _stated(self, workspace: Workspace) -> Node:
        """An equation, written out or by its name, or what is zero."""
        found = workspace.relation(self.equation) if "=" in self.equation else formula(workspace, self.equation)
        if isinstance(found, Vector):
            raise CannotCompute(self.equation, "an equation is wanted, such as 'z = 2*x', and this is a list")
        return found


@dataclass(frozen=True, slots=True)
class EquationKey(FormulaKey):
    """The equation left = right."""

    kind: ClassVar[str] = "equation"
    wants: ClassVar = "equation"
    left: Node
    right: Node
    constraints: Constraints = PLAIN

    def node(self) -> Relation:
        return Relation((self.left, self.right), ("=",))

    @classmethod
    def from_tree(cls, tree: Node, constraints: Constraints) -> Self | None:
        if not isinstance(tree, Relation) or tree.signs != ("=",):
            return None
        return cls(tree.sides[0], tree.sides[1], constraints)

    def read(self, typed: Answer | str) -> Reading:
        """An equation; `L(x, y) = …` stands for the one variable of the key that is worked out."""
        reading = FormulaKey.read(self, typed)
        tree = reading.tree
        if reading.labels and isinstance(self.left, Name) and not isinstance(tree, Relation | Vector):
            tree = Relation((self.left, tree), ("=",))
            return replace(reading, tree=tree)
        if not isinstance(tree, Relation):
            raise Unreadable("equation-wanted", 0, f"an equation is asked: write it with =, such as {self._example()}")
        if tree.signs != ("=",):
            raise Unreadable("equation-wanted", 0, "one equation is asked: write one = and no <, > or ≠")
        return reading

    def judge(self, reading: Reading) -> Verdict:
        """Right only with a proof that the solutions are the same, wrong only with a point that solves one equation."""
        tree = reading.tree
        if tree == self.node():
            return CORRECT
        if not isinstance(tree, Relation) or tree.signs != ("=",):
            return refused("equation-wanted", "An equation is asked")
        strange = [name for name in variables(tree) if name not in self.constraints.variables]
        if strange:  # of an equation that was not typed here, but to an earlier part
            return refused("variables-left", f"It still contains {strange[0]}")
        return self._compared((tree.sides[0], tree.sides[1]))

    def is_right(self, reading: Reading) -> bool:
        """As `judge`, mostly without a search for the point that is told: right is only what is proven the same, or
        the same but for rounding or a factor.
        """
        from quizengine.maths.solution_sets import compared

        tree = reading.tree
        if tree == self.node() or not isinstance(tree, Relation) or tree.signs != ("=",):
            return tree == self.node()
        ours, theirs = (self.left, self.right), (tree.sides[0], tree.sides[1])
        if not set(variables(tree)) <= set(self.constraints.variables):
            return False
        if compared(ours, theirs, self.constraints.domain).same:
            return True
        may_be = rounding(ours, theirs, self.constraints) or decide(ours, theirs, self.constraints)[0]
        return bool(may_be) and self.judge(reading).credit == 1

    def _compared(self, theirs: Sides) -> Verdict:
        from quizengine.answers.comparison.separating_points import apart, besides
        from quizengine.maths.solution_sets import compared

        ours = (self.left, self.right)
        proof = compared(ours, theirs, self.constraints.domain)
        if proof.same:
            return Verdict("correct", 1.0, evidence="proven")
        if proof.everywhere or (not proof.theirs and scalar.is_zero(difference(theirs), self.constraints)):
            return refused("differs", "This holds everywhere: it says nothing about the points asked for")
        rounded = rounding(ours, theirs, self.constraints)
        if rounded is not None:
            return scalar.single(rounded)
        if found := apart(ours, theirs, proof, self.constraints):
            return refused("differs", _lost(found))
        if found := besides(ours, theirs, proof, self.constraints):
            says = f"This is another equation: {found.place} solves yours but not the right one"
            return refused("differs", says)
        if proof.defined or (total(ours) and total(theirs)):
            equal, evidence = decide(ours, theirs, self.constraints)
            if equal:
                return Verdict("correct", 1.0, evidence=evidence)
        return undecided("these have the same solutions")

    def stands_for(self, reading: Reading, ours: Value) -> Value | None:
        """The equation, for z where ours is z = …; what it gives for z, in place of an h where ours is z = h."""
        tree = reading.tree
        if not isinstance(ours, Node) or isinstance(ours, Vector) or not isinstance(tree, Relation):
            return None
        if isinstance(ours, Relation):
            return written_like(ours, tree, self.constraints)
        for name in self.constraints.variables:
            mine = None if name in variables(ours) else worked_out((self.left, self.right), name, self.constraints)
            if mine is not None and scalar.right(ours, mine, self.constraints):
                return worked_out((tree.sides[0], tree.sides[1]), name, self.constraints)
        return None

    def unsound(self) -> Iterator[str]:
        """An equation says something about its variables."""
        if not variables(self.node()) or scalar.is_zero(difference((self.left, self.right)), self.constraints):
            yield "the equation holds everywhere, or nowhere"
        yield from FormulaKey.unsound(self)

    def accepts(self) -> str:
        return "in any equal form"

    def asks(self) -> str:
        return f"an equation in any form, such as {self._example()}{self.constraints.accuracy.asks()}"

    def _example(self) -> str:
        names = self.constraints.variables or ("x", "y")
        first, last = names[0], names[-1]
        if first == last:
            return self.unlike(f"2{first} = 1", f"5{first} = 4")
        return self.unlike(f"{last} = 2{first} + 1", f"{last} = 5{first} − 4")


def _lost(found: Found) -> str:
    """The words for a point that an answer does not have."""
    if found.lost:
        return f"This loses the points with {found.lost}, such as {found.place}"
    if found.undefined:
        return f"This loses a point: it has no value at {found.place}, which solves the right one"
    return f"This is another equation: {found.place} solves the right one but not yours"
