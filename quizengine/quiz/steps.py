"""What comes out of a session, in the order in which a learner is to see it; whoever shows it finds the words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizengine.answers.verdict import Verdict
    from quizengine.draw import Part, Question
    from quizengine.maths.print import Prose


class Refused(Enum):
    """Nothing changed, and why."""

    GIVEN_BEFORE = "the same answer was given before"
    NO_HINTS = "the part has no hints"
    NO_MORE_HINTS = "all hints were seen"
    NOTHING_BEFORE = "no part was asked before this one"
    NOTHING_TO_UNDO = "no answer to the part costs a try"
    UNDONE_BEFORE = "an answer to the part was taken back before"


class Passed(Enum):
    """How far the session has come."""

    SKIPPED = "the rest of the question is skipped"
    QUESTION = "all parts of the question are over"
    SESSION = "the session has ended, and its journal says so"


@dataclass(frozen=True, slots=True)
class Tries:
    """How many tries at a part were used, and how many it has."""

    used: int
    of: int


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """A question begins, or goes on after a pause; its parts follow."""

    question: Question


@dataclass(frozen=True, slots=True)
class PartRecalled:
    """A part that is over already, before one that is not.

    own: the learner's answer, on which the parts after it go on; None where these go on with the right one.
    """

    part: Part
    own: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """An answer that was judged before a pause, and what was said of it; followed: as in `Judged`."""

    answer: str
    verdict: Verdict
    followed: bool


@dataclass(frozen=True, slots=True)
class PartAsked:
    """A part is asked, one of `of`. hints, said: what was seen and said of it before a pause."""

    part: Part
    of: int
    tries: Tries
    hints: tuple[Prose, ...] = ()
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """An answer that could not be read, or not in one way only. It costs no try."""

    part: Part
    typed: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on an answer.

    share: of its marks that a right answer earns at this try; followed: whether the verdict holds for the learner's
    own earlier answer; over: whether nothing more can be earned; seconds: spent on the part.
    """

    verdict: Verdict
    tries: Tries
    share: float
    followed: bool
    over: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """The right answer to a part, and its worked steps."""

    part: Part


@dataclass(frozen=True, slots=True)
class AnswerKeptBack:
    """The right answer to a part waits until the question is over: later parts go on with the learner's own."""

    part: Part


@dataclass(frozen=True, slots=True)
class StepsShown:
    """The worked steps of the part that was just solved, after which nothing is asked any more."""

    part: Part


@dataclass(frozen=True, slots=True)
class StepsOffered:
    """The part that was just solved has worked steps, which can be asked for."""

    part: Part


@dataclass(frozen=True, slots=True)
class StepsRecalled:
    """The worked steps of an earlier part, as asked for; answer: together with its right answer."""

    question: Question
    part: Part
    answer: bool


@dataclass(frozen=True, slots=True)
class HintShown:
    """The hint at `number` (from 1) of all `of` a part."""

    hint: Prose
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An answer counts no more. tries: as they stand without it."""

    answer: str
    tries: Tries


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The place at `position` (from 0) has no question."""

    position: int
    why: str


Step = (
    QuestionAsked
    | PartRecalled
    | PartAsked
    | Unread
    | Judged
    | AnswerShown
    | AnswerKeptBack
    | StepsShown
    | StepsOffered
    | StepsRecalled
    | HintShown
    | TakenBack
    | Refused
    | LeftOut
    | Passed
)
