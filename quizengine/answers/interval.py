"""An interval: half of the credit for each end, and half of that for an end that is open where it should be closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from quizengine.answers import scalar
from quizengine.answers.formula import FormulaKey
from quizengine.answers.scalar import IDENTICAL, Finding
from quizengine.answers.setting import PLAIN, Expression, FormulaModel, Setting, formula
from quizengine.answers.verdict import Verdict, line
from quizengine.errors import Unreadable
from quizengine.maths.read import Reading
from quizengine.maths.tree import Constant, Name, Negative, Node, Relation, Vector

if TYPE_CHECKING:
    from quizengine.maths.workspace import Workspace

Ends = Literal["()", "[]", "(]", "[)", "any"]
INFINITY = Constant("infinity")
_FLIPPED = {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}


class IntervalModel(FormulaModel):
    """interval = ['0', '1/a']; ends = '()' (the default), '[]', '(]', '[)', or 'any' where they do not matter."""

    interval: tuple[Expression, Expression]
    ends: Ends = "()"

    def draw(self, workspace: Workspace) -> IntervalKey:
        low, high = (formula(workspace, text) for text in self.interval)
        return IntervalKey(low, high, self.ends, self.setting(workspace, low, high))


@dataclass(frozen=True, slots=True)
class Typed:
    """An interval as typed: its ends, and which of them belong to it."""

    low: Node
    high: Node
    brackets: str


@dataclass(frozen=True, slots=True)
class IntervalKey(FormulaKey):
    """The interval from `low` to `high`, either of which may be infinite."""

    kind: ClassVar[str] = "interval"
    wants: ClassVar = "interval"
    known_only: ClassVar = False
    low: Node
    high: Node
    ends: Ends = "()"
    setting: Setting = PLAIN

    def node(self) -> Vector:
        return Vector((self.low, self.high), "()" if self.ends == "any" else self.ends)

    def read(self, text: str) -> Reading:
        reading = FormulaKey.read(self, text)
        if typed(reading.tree) is None:
            raise Unreadable("interval-wanted", 0, "an interval is asked: write (0, 2), [0, 2) or 0 < x ≤ 2")
        return reading

    def judge(self, reading: Reading) -> Verdict:
        theirs = typed(reading.tree)
        if theirs is None:
            return scalar.refused("interval-wanted", "An interval is asked, such as (0, 2) or 0 < x ≤ 2")
        low, high = self._end(self.low, theirs.low), self._end(self.high, theirs.high)
        if None in (low.right, high.right):
            return Verdict(
                "undecided", reason="undecided", message="It could not be decided whether the ends are right"
            )
        parts = (self._credit(low, 0, theirs), self._credit(high, 1, theirs))
        credit = sum(parts) / 2
        if not credit and self._end(self.low, theirs.high).right and self._end(self.high, theirs.low).right:
            return scalar.refused("ends-swapped", "The ends are swapped: the smaller one stands first")
        if credit == 1:
            return Verdict("correct", 1.0, parts, evidence=scalar.weakest((low, high)))
        worst = next((one for one in (low, high) if one.right is False), None)
        reason = "wrong-ends" if worst is None else worst.reason
        message = line(_sentence(low, high, parts))
        return Verdict("partial" if credit else "incorrect", credit, parts, "", "proven", None, reason, message)

    def _end(self, ours: Node, theirs: Node) -> Finding:
        if _infinite(ours) or _infinite(theirs):
            return IDENTICAL if _infinite(ours) == _infinite(theirs) else Finding(False, "proven", "differs")
        return scalar.compare(ours, theirs, self.setting)

    def _credit(self, found: Finding, side: int, theirs: Typed) -> float:
        if not found.right:
            return 0.0
        end = (self.low, self.high)[side]
        if self.ends == "any" or _infinite(end) or theirs.brackets[side] == self.ends[side]:
            return 1.0
        return 0.5

    def asks(self) -> str:
        return "an interval, such as (0, 2), [0, 2) or 0 < x ≤ 2"


def typed(tree: Node) -> Typed | None:
    """The interval that a list of two in round or square brackets, or a chain of < and ≤, says; None for all else."""
    if isinstance(tree, Vector):
        if len(tree.items) != 2 or len(tree.brackets) != 2 or not set(tree.brackets) <= set("()[]"):
            return None
        return Typed(*tree.items, tree.brackets)
    return _of_chain(tree) if isinstance(tree, Relation) else None


def _of_chain(tree: Relation) -> Typed | None:
    sides, signs = tree.sides, tree.signs
    if all(sign in ">≥" for sign in signs):
        sides, signs = sides[::-1], tuple(_FLIPPED[sign] for sign in reversed(signs))
    if not all(sign in "<≤" for sign in signs):
        return None
    marks = ["(" if sign == "<" else "[" for sign in signs]
    if len(sides) == 3 and isinstance(sides[1], Name):
        return Typed(sides[0], sides[2], marks[0] + (")" if marks[1] == "(" else "]"))
    if len(sides) == 2 and isinstance(sides[0], Name):
        return Typed(Negative(INFINITY), sides[1], "(" + (")" if marks[0] == "(" else "]"))
    if len(sides) == 2 and isinstance(sides[1], Name):
        return Typed(sides[0], INFINITY, marks[0] + ")")
    return None


def _infinite(node: Node) -> int:
    """1 for infinity, -1 for minus infinity, 0 for a number."""
    if node == INFINITY:
        return 1
    return -1 if isinstance(node, Negative) and node.operand == INFINITY else 0


def _sentence(low: Finding, high: Finding, parts: tuple[float, float]) -> str:
    if parts == (0.5, 0.5):
        return "Both values are right, but do the ends belong to the interval?"
    told = []
    for name, found, part in (("lower", low, parts[0]), ("upper", high, parts[1])):
        if part == 1:
            told.append(f"the {name} end is right")
        elif found.right:
            told.append(f"the {name} end has the right value, but does it belong to the interval?")
        else:
            told.append(f"the {name} end differs" + (f": {found.says}" if found.says else ""))
    return scalar.capital("; ".join(told))
