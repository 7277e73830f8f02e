"""What a decision says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quizengine.maths.equality.domain import Coordinates
from quizengine.maths.equality.numbers import tell
from quizengine.maths.tree import Node, variables

Evidence = Literal["identical", "proven", "probable", "symbolic", "numerical"]
Reason = Literal["", "differs", "undefined", "undecided"]


@dataclass(frozen=True, slots=True)
class WitnessPoint:
    """A point at which the two differ, with all variables of the question; their values are told when asked for."""

    whole: Coordinates
    answer: Node
    key: Node

    @property
    def point(self) -> Coordinates:
        """The point, as far as its names occur in the answer or the key."""
        names = {*variables(self.answer), *variables(self.key)}
        return tuple((name, x) for name, x in self.whole if name in names)

    def told(self) -> tuple[str, str]:
        """Return the answer's and the key's value as short text that differs; "undefined" for no value."""
        ours, theirs = tell(self.key, self.answer, self.whole)
        return theirs, ours


@dataclass(frozen=True, slots=True)
class Decision:
    """Is the answer right? equal: True, False, or None for not decided; `bound` tells how sure a "yes" is.

    evidence: for a "no" always "proven"; its witness is left out where none is found that shows it.
    reason: "differs"; "undefined" where the answer has no value on an open set on which the key has one; "undecided";
    "" for a "yes".
    """

    equal: bool | None
    evidence: Evidence | None
    reason: Reason = ""
    witness: WitnessPoint | None = None
    bound: str = ""
