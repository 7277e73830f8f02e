"""A set of points or numbers, in any order: credit for each right one, less one for each that does not belong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Any, ClassVar

from quizengine.answers.answer import Reader
from quizengine.answers.carried_value import in_place_of, set_in_place_of
from quizengine.answers.comparison import components, decimals, scalar
from quizengine.answers.comparison.scalar import ScalarFinding
from quizengine.answers.constraints import EXACT, PLAIN, Constraints, Expressions, FormulaModel, as_written, formulas
from quizengine.answers.formula_key import NONE_WORD, FormulaKey
from quizengine.answers.key import Diagnosis
from quizengine.answers.kinds.vector import examples
from quizengine.answers.none_key import NoneKey, is_none, not_none
from quizengine.answers.payment import EVENLY, Payment, PaysInPart
from quizengine.answers.readers.formula import FormulaReader
from quizengine.answers.readers.points import PointsReader, members_of
from quizengine.answers.units.options import UnitOptions
from quizengine.answers.verdict import CORRECT, ROUNDING, Verdict, marked, refused, undecided
from quizengine.answers.wording import counted
from quizengine.errors import CannotCompute
from quizengine.maths.parse import NONE, Conventions, Reading
from quizengine.maths.parse.notation import DOCUMENTED
from quizengine.maths.tree import Node, Number, Vector

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.maths.language import Value, Workspace

MOST = 40  # points of an answer that are looked at


class PointsModel(UnitOptions, PaysInPart, FormulaModel):
    """points = [['a', 'y0'], ['-a', 'y0']], or numbers: ['-a', 'a'], or one expression that gives a list.

    points = 'none' where there are none; with two variables or more it is points that are asked, else numbers.
    """

    points: tuple[Expressions, ...] | str

    def draw(self, workspace: Workspace) -> Key[Any]:
        return self.with_unit(self._key(workspace), workspace)

    def _key(self, workspace: Workspace) -> PointsKey | NoneKey:
        if self.points == NONE_WORD:
            return no_points(self.constraints(workspace))
        if isinstance(self.points, str):
            found = formulas(workspace, self.points)
        else:
            found = tuple(_point(workspace, point) for point in self.points)
        if len({_size(member) for member in found}) != 1:
            raise CannotCompute(as_written(self.points), "a set has one point or more, all with as many coordinates")
        return PointsKey(found, self.constraints(workspace, *found), self.credit)


def _point(workspace: Workspace, written: Expressions) -> Node:
    if isinstance(written, str):
        return formulas(workspace, (written,))[0]
    return Vector(formulas(workspace, written))


@dataclass(frozen=True, slots=True)
class PointsKey(FormulaKey):
    """The set of `members`, each a Vector or each a number."""

    kind: ClassVar[str] = "points"
    wants: ClassVar = "points"
    key_wants: ClassVar = "points"
    members: tuple[Node, ...]
    constraints: Constraints = PLAIN
    payment: Payment = EVENLY

    def node(self) -> Vector:
        return Vector(self.members, "{}")

    @classmethod
    def from_tree(cls, tree: Node, constraints: Constraints) -> FormulaKey | None:
        """1, -1 and {1, -1} are two numbers, while (1, -1) is one point, and {} is none."""
        if tree == NONE:
            return no_points(constraints)
        match tree:
            case Vector((Vector(items, "" | "{}"),)) | Vector(items):
                return cls(items, constraints)
        return None

    def shape(self) -> tuple[int, ...]:
        return (_size(self.members[0]),)

    def reader(self, conventions: Conventions = DOCUMENTED) -> Reader[Reading]:
        return PointsReader(FormulaReader(self.notation(), conventions), self._points)

    @property
    def _points(self) -> bool:
        """Are the members points, and not numbers?"""
        return any(isinstance(member, Vector) for member in self.members)

    def _members(self, tree: Node) -> tuple[Node, ...]:
        return members_of(tree, self._points)

    def judge(self, reading: Reading) -> Verdict:
        """Members are matched in any order; a wrong one in the place of a right one costs no more than its place."""
        if is_none(reading):
            return not_none("at least one")
        answers = self._members(reading.tree)[:MOST]
        if answers == self.members:
            return CORRECT
        if not any(_size(answer) == _size(self.members[0]) for answer in answers):
            member = components.of_tree(self.members[0])
            shape = f"{counted(len(member), 'coordinate')}: write points as in {self._example()}"
            return refused("wrong-dimension", f"Each point has {shape}")
        left = list(self.members)
        extra: list[Node] = []
        found: list[ScalarFinding] = []
        for number, answer in enumerate(answers):
            place, one = self._match(answer, left)
            found.append(one)
            if place is not None:
                left.pop(place)
            elif one.right is False and not self._again(answer, answers[:number]):
                extra.append(answer)
        return self._verdict(found, left, extra)

    def _verdict(self, found: list[ScalarFinding], left: list[Node], extra: list[Node]) -> Verdict:
        if not left and not extra:
            return Verdict("correct", 1.0, evidence=scalar.weakest(found))
        if any(one.right is None for one in found):
            return undecided("all points are right")
        total, missing = len(self.members), len(left)
        credit = self.payment.credit((max(0, total - max(missing, len(extra))) / total,))
        reason = "point-missing" if not extra else "point-extra" if not missing else "points-differ"
        right = total - missing
        told = f"{right} of {total} {'is' if right == 1 else 'are'} right"
        if extra:
            rounded = self._rounded(extra[0], left)
            reason = rounded.reason if rounded else reason
            told += f"; {rounded.message if rounded else f'{self._shown(extra[0])} does not belong'}"
        elif missing:
            told += f"; {missing} {'is' if missing == 1 else 'are'} missing"
        return marked(credit, reason, told)

    def _rounded(self, answer: Node, left: list[Node]) -> ScalarFinding | None:
        """What is to be said where an answer is one of those left but for rounding."""
        found = (_equal(member, answer, self.constraints) for member in left)
        return next((one for one in found if one.reason in ROUNDING), None)

    def stands_for(self, reading: Reading, ours: Value) -> Value | None:
        """A list in place of the list of ours, or the one point in place of ours."""
        if is_none(reading) or not isinstance(ours, Node):
            return None
        members = self._members(reading.tree)[:MOST]
        if len(members) != len(self.members):
            return None
        if len(members) == 1 and (alone := in_place_of(ours, members[0])) is not None:
            return alone
        return set_in_place_of(ours, members, lambda mine, other: bool(_equal(mine, other, self.constraints).right))

    def unsound(self) -> Iterator[str]:
        """No point stands twice."""
        if len(set(self.members)) < len(self.members):
            yield "a point stands twice among the points"
        elif any(self._overlap(one, other) for one, other in combinations(self.members, 2)):
            what = "points" if self._points else "values"
            yield f"two {what} lie no farther apart than twice the tolerance: one answer may be either; lower it"
        yield from FormulaKey.unsound(self)

    def _overlap(self, one: Node, other: Node) -> bool:
        """May one answer be within the tolerance of both?"""
        both = zip(components.of_tree(one), components.of_tree(other), strict=True)
        return not self.constraints.accuracy.exact and all(
            decimals.may_meet(*pair, self.constraints.accuracy) for pair in both
        )

    def diagnosis(self, reading: Reading) -> Diagnosis | None:
        """Of one point alone, what is mistaken in a vector; several are told by how many are right."""
        from quizengine.answers.generic_mistakes import Target, of_vector

        answers = self._members(reading.tree)
        if len(self.members) != 1 or len(answers) != 1:
            return None
        target = Target(components.of_tree(self.members[0]), self.constraints, noun="coordinate", one_vector=False)
        return of_vector(target, Vector(components.of_tree(answers[0])))

    def _match(self, answer: Node, left: list[Node]) -> tuple[int | None, ScalarFinding]:
        """The first of `left` that equals the answer, and what was found; an undecided finding if there is no other."""
        unsure = None
        for place, member in enumerate(left):
            one = _equal(member, answer, self.constraints)
            if one.right:
                return place, one
            if one.right is None:
                unsure = one
        return None, unsure or ScalarFinding(False, "proven", "differs")

    def _again(self, answer: Node, earlier: tuple[Node, ...]) -> bool:
        """Is it a point of the key that was named before? Two that were read off are two, however near they lie."""
        if self.slack():
            return any(_equal(one, answer, replace(self.constraints, accuracy=EXACT)).right for one in earlier)
        return self._match(answer, list(self.members))[0] is not None

    def echo(self, reading: Reading) -> str:
        if is_none(reading):
            return NONE_WORD
        members = Vector(self._members(reading.tree)[:MOST], "{}")
        return FormulaKey.echo(self, replace(reading, tree=members)) if reading.labels else self._shown(members)

    def _shown(self, node: Node) -> str:
        from quizengine.maths.print import show

        return show(node, "text")

    def asks(self) -> str:
        what, each = ("points", "coordinate") if self._points else ("values", "")
        return f"all {what}, in any order, such as {self._example()}{self.constraints.accuracy.asks(each)}"

    def _example(self) -> str:
        first = self.members[0]
        shown = examples(first.items) if isinstance(first, Vector) else ("−1", "2", "−3", "4", "5", "−6")
        return ", ".join([one for one in shown if self.earns_nothing(one)][:2])


def no_points(constraints: Constraints) -> NoneKey:
    """Return the key where there are no points, or where less than two variables are known, no numbers."""
    far = Number(1000)  # no example of how to type an answer
    member = Vector((far,) * len(constraints.variables)) if len(constraints.variables) > 1 else far
    return NoneKey(PointsKey((member,), constraints), constraints)


def _size(node: Node) -> int:
    return len(components.of_tree(node))


def _equal(member: Node, answer: Node, constraints: Constraints) -> ScalarFinding:
    if not isinstance(member, Vector):
        return scalar.compare_scalars(member, answer, constraints)
    if not isinstance(answer, Vector) or len(answer.items) != len(member.items):
        return ScalarFinding(False, "proven", "wrong-dimension")
    found = [scalar.compare_scalars(a, b, constraints) for a, b in zip(member.items, answer.items, strict=True)]
    wrong = next((one for one in found if one.right is False), None)
    undecided = next((one for one in found if one.right is None), None)
    return wrong or undecided or ScalarFinding(True, scalar.weakest(found))
