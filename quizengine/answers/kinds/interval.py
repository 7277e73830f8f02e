"""An interval: credit for each end, and half of that for an end that is open where it should be closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, cast

from pydantic import BeforeValidator

from quizengine.answers.answer import Answer, Reader
from quizengine.answers.carried_value import in_place_of
from quizengine.answers.comparison import scalar
from quizengine.answers.comparison.components import said_of
from quizengine.answers.comparison.scalar import IDENTICAL, ScalarFinding
from quizengine.answers.constraints import INFINITY, PLAIN, Constraints, Expression, FormulaModel, formula
from quizengine.answers.formula_key import NONE_WORD, FormulaKey
from quizengine.answers.none_key import NoneKey, is_none, not_none
from quizengine.answers.payment import EVENLY, Payment, PaysByWeight
from quizengine.answers.readers.interval import IntervalReader, Typed, typed
from quizengine.answers.units.options import UnitOptions
from quizengine.answers.verdict import Verdict, marked, refused, undecided
from quizengine.answers.wording import capital
from quizengine.answers.written_forms import ENDS_OR_NONE
from quizengine.errors import Unreadable
from quizengine.maths.evaluate import rational
from quizengine.maths.parse import NONE, Conventions, Reading
from quizengine.maths.parse.notation import DOCUMENTED
from quizengine.maths.tree import Negative, Node, Number, Vector, variables

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.maths.language import Value, Workspace

_MARKS = "()[]{}<>≤≥=∈\\"  # without one of them no interval was begun
Ends = Literal["()", "[]", "(]", "[)", "any"]


def _none(written: Any) -> Any:
    """TOML has no null, so that nothing else becomes it."""
    return None if written == NONE_WORD else written


class IntervalModel(UnitOptions, PaysByWeight, FormulaModel):
    """interval = ['0', '1/a']; ends = '()' (the default), '[]', '(]', '[)', or 'any' where they do not matter.

    interval = 'none' where there is no such interval.
    """

    interval: Annotated[tuple[Expression, Expression] | None, BeforeValidator(_none), ENDS_OR_NONE]
    ends: Ends = "()"

    def draw(self, workspace: Workspace) -> Key[Any]:
        return self.with_unit(self._key(workspace), workspace)

    def _key(self, workspace: Workspace) -> IntervalKey | NoneKey:
        if self.interval is None:
            return no_interval(self.constraints(workspace))
        low, high = (formula(workspace, text) for text in self.interval)
        return IntervalKey(low, high, self.ends, self.constraints(workspace, low, high), self.credit.of(2, "end"))


@dataclass(frozen=True, slots=True)
class IntervalKey(FormulaKey):
    """The interval from `low` to `high`, either of which may be infinite."""

    kind: ClassVar[str] = "interval"
    wants: ClassVar = "interval"
    key_wants: ClassVar = "interval"
    may_be_infinite: ClassVar = True
    low: Node
    high: Node
    ends: Ends = "()"
    constraints: Constraints = PLAIN
    payment: Payment = EVENLY

    def node(self) -> Vector:
        return Vector((self.low, self.high), "()" if self.ends == "any" else self.ends)

    @classmethod
    def from_tree(cls, tree: Node, constraints: Constraints) -> FormulaKey | None:
        if tree == NONE:
            return no_interval(constraints)
        found = typed(tree)
        return None if found is None else cls(found.low, found.high, cast(Ends, found.brackets), constraints)

    def unsound(self) -> Iterator[str]:
        """The lower end stands first."""
        low, high = rational(self.low), rational(self.high)
        if low is not None and high is not None and low >= high:
            yield "the ends of the interval do not ascend"
        yield from FormulaKey.unsound(self)

    def reader(self, conventions: Conventions = DOCUMENTED) -> Reader[Reading]:
        return IntervalReader(self.notation(), conventions)

    def read_by(self, answer: Answer, conventions: Conventions) -> Reading:
        """In brackets or with < and ≤, about any name; its ends hold no names but the item's."""
        try:
            return self._read_by(answer, conventions)
        except Unreadable as fault:
            if fault.reason not in ("name-unknown", "interval-wanted"):
                if any(mark in answer.text for mark in _MARKS):
                    raise
                raise Unreadable("interval-wanted", 0, f"an interval is asked: write {self._example()}") from None
            from quizengine.answers.units.not_asked import unit_not_asked  # most texts have none

            raise unit_not_asked(answer.text, self.constraints.variables, self.read) or fault from None

    def _read_by(self, answer: Answer, conventions: Conventions) -> Reading:
        reading = FormulaKey.read_by(self, answer, conventions)
        if is_none(reading):
            return reading
        found = typed(reading.tree)
        if found is None:
            raise Unreadable("interval-wanted", 0, f"an interval is asked: write {self._example()}")
        strange = [
            name for name in (*variables(found.low), *variables(found.high)) if name not in self.constraints.variables
        ]
        if strange:
            raise Unreadable("name-unknown", 0, f"'{strange[0]}' cannot stand in an end; write {self._example()}")
        return reading

    def echo(self, reading: Reading) -> str:
        told = FormulaKey.echo(self, replace(reading, labels=()))
        return f"{reading.labels[0]} ∈ {told}" if reading.labels else told

    def judge(self, reading: Reading) -> Verdict:
        """Each end is half of the credit, or its weight; whether it belongs to the interval is half of that."""
        if is_none(reading):
            return not_none("such an interval")
        theirs = typed(reading.tree)
        if theirs is None:
            return refused("interval-wanted", f"An interval is asked: write {self._example()}")
        low, high = self._end(self.low, theirs.low), self._end(self.high, theirs.high)
        if None in (low.right, high.right):
            return undecided("the ends are right")
        parts = (self._credit(low, 0, theirs), self._credit(high, 1, theirs))
        credit = self.payment.credit(parts)
        if not any(parts) and self._end(self.low, theirs.high).right and self._end(self.high, theirs.low).right:
            return refused("ends-swapped", "The ends are swapped: the smaller one stands first")
        if credit == 1:
            return Verdict("correct", 1.0, parts, evidence=scalar.weakest((low, high)))
        worst = next((one for one in (low, high) if one.right is False), None)
        reason = "wrong-ends" if worst is None else worst.reason
        message = _sentence(low, high, parts)
        return marked(credit, reason, message, parts)

    def stands_for(self, reading: Reading, ours: Value) -> Value | None:
        """Both ends in place of a list of two, or one end in place of the number that is one."""
        theirs = typed(reading.tree)
        if theirs is None or not isinstance(ours, Node):
            return None
        if isinstance(ours, Vector):
            return in_place_of(ours, Vector((theirs.low, theirs.high)))
        ends = ((self.low, theirs.low), (self.high, theirs.high))
        found = [their for mine, their in ends if scalar.right(mine, ours, self.constraints)]
        return in_place_of(ours, found[0]) if len(found) == 1 and not _infinite(found[0]) else None

    def _end(self, ours: Node, theirs: Node) -> ScalarFinding:
        if _infinite(ours) or _infinite(theirs):
            return (
                IDENTICAL
                if _infinite(ours) == _infinite(theirs)
                else ScalarFinding(False, "proven", "differs", _not(theirs))
            )
        return scalar.compare_scalars(ours, theirs, self.constraints)

    def _credit(self, found: ScalarFinding, side: int, theirs: Typed) -> float:
        if not found.right:
            return 0.0
        end = (self.low, self.high)[side]
        if self.ends == "any" or _infinite(end) or theirs.brackets[side] == self.ends[side]:
            return 1.0
        return 0.5

    def _example(self) -> str:
        low, high = self.unlike("(0, 2)", "(−1, 5)", "(3, 7)").strip("()").split(", ")
        return f"({low}, {high}), [{low}, {high}) or {low} < x ≤ {high}"

    def paid_alone(self) -> tuple[tuple[str, Node], ...]:
        return self.payment.alone(("the lower end", "the upper end"), (self.low, self.high))

    def asks(self) -> str:
        return f"an interval, such as {self._example()}{self.constraints.accuracy.asks()}"


def no_interval(constraints: Constraints) -> NoneKey:
    """Return the key where there is no interval."""
    return NoneKey(IntervalKey(Number(-1000), Number(1000), "()", constraints), constraints)


def _infinite(node: Node) -> int:
    """1 for infinity, -1 for minus infinity, 0 for a number."""
    if node == INFINITY:
        return 1
    return -1 if isinstance(node, Negative) and node.operand == INFINITY else 0


def _not(end: Node) -> str:
    from quizengine.maths.print import show

    return f"it is not {show(end, 'text')}"


def _sentence(low: ScalarFinding, high: ScalarFinding, parts: tuple[float, float]) -> str:
    if parts == (0.5, 0.5):
        return "Both values are right, but do the ends belong to the interval?"
    told = []
    for name, found, part in sorted(
        (("the lower end", low, parts[0]), ("the upper end", high, parts[1])), key=_right_first
    ):
        if part == 1:
            told.append(f"{name} is right")
        elif found.right:
            told.append(f"{name} has the right value, but does it belong to the interval?")
        else:
            told.append(f"{name}{said_of(found)}")
    return capital("; ".join(told))


def _right_first(end: tuple[str, ScalarFinding, float]) -> tuple[bool, bool]:
    """What is right is told first, and a question last."""
    return end[2] < 1, end[2] == 0.5
