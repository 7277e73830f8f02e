"""Keys that are right up to the sign of the whole, such as a unit normal or an eigenvector."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, Protocol

from quizengine.answers.verdict import ROUNDING, Verdict
from quizengine.answers.wording import line
from quizengine.maths.normalise import normalise
from quizengine.maths.tree import Negative, Node, Vector

if TYPE_CHECKING:
    from quizengine.answers.constraints import EvaluationPoint
    from quizengine.answers.key import Diagnosis

UpTo = Literal["sign", "constant"]
ACCEPTS = "or with the opposite sign"
ASKS = ", with either sign"


class Judging(Protocol):
    """A key, as far as it is asked about readings here."""

    def judge(self, reading: Any) -> Verdict: ...

    def is_right(self, reading: Any) -> bool: ...

    def diagnosis(self, reading: Any) -> Diagnosis | None: ...


@dataclass(frozen=True, slots=True)
class EitherSign:
    """A key and the one with the opposite sign: an answer is judged by that by which it earns more."""

    ours: Judging
    opposite: Judging

    def judge(self, reading: Any) -> Verdict:
        """Return one verdict by one sign for all components; undecided where one of the two is, and none is right."""
        first, other = self.ours.judge(reading), self.opposite.judge(reading)
        found = next((one for one in (first, other) if one.outcome == "correct"), None)
        if found is not None:
            return found
        found = next((one for one in (first, other) if one.outcome == "undecided"), None)
        found = found or max(first, other, key=lambda one: (one.credit, one.reason in ROUNDING))
        if found.reason == "differs":
            return replace(found, message=line(f"{found.message.rstrip('.')}; the sign of the whole is free"))
        return found

    def is_right(self, reading: Any) -> bool:
        """Return whether it is right by either."""
        return self.ours.is_right(reading) or self.opposite.is_right(reading)

    def diagnosis(self, reading: Any) -> Diagnosis | None:
        """Return what either proves."""
        return self.ours.diagnosis(reading) or self.opposite.diagnosis(reading)


def negative(node: Node) -> Node:
    """Return minus a number, a formula, a vector or a matrix."""
    if isinstance(node, Vector):
        return Vector(tuple(negative(item) for item in node.items), node.brackets)
    return normalise(Negative(node))


def turned(place: EvaluationPoint) -> EvaluationPoint:
    """Return where minus a key was evaluated."""
    return place if place.general is None else replace(place, general=negative(place.general))
