"""What goes into a session: what the learner does, and the questions that are drawn for it.

Nothing here reads the clock or makes an id: a `Stamp` brings both.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quizengine.draw import Question
    from quizengine.journal import Timestamp


class Stamp(NamedTuple):
    """What comes from outside with each input.

    id: a text that no other row of any journal has, of which the ids of the rows are made; moment: when it happened;
    seconds: since the steps of the input before were shown.
    """

    id: str
    moment: Timestamp
    seconds: float = 0.0

    def row(self, number: int) -> str:
        """Return the id of the row at `number` (from 0) of those that one input gives."""
        return f"{self.id}-{number}" if number else self.id


class Typed(NamedTuple):
    """A text as typed, for the part that is asked."""

    text: str


class Request(Enum):
    """What a learner can ask for besides answering."""

    HINT = "the next hint to the part that is asked"
    SHOW = "the right answer to the part that is asked, which then earns nothing more"
    SKIP = "to leave the rest of the question out"
    STEPS = "the worked steps of the part before the one that is asked"
    UNDO = "to take the last wrong answer to the part that is asked back"


class Draw(NamedTuple):
    """The question of the place that is wanted, drawn."""

    question: Question


class LeaveOut(NamedTuple):
    """There is no question for the place that is wanted, and why.

    version: of the item in the bank now, None when the item is gone.
    """

    why: str
    version: str | None = None


class LeaveRest(NamedTuple):
    """The question that is asked cannot be gone on with, and why."""

    why: str


class Finish(NamedTuple):
    """No place is left: the session ends."""


Input = Typed | Request | Draw | LeaveOut | LeaveRest | Finish
