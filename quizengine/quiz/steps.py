"""What comes out of a session, in the order in which a learner is to see it; whoever shows it finds the words.

Named tuples, and no dataclasses: they come in before the first question, and take a tenth of the time to make.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quizengine.answers.verdict import Verdict
    from quizengine.draw import Part, Question, WorkedStep
    from quizengine.journal import Attempt
    from quizengine.maths.print import Prose


class Refused(Enum):
    """Nothing changed, and why."""

    GIVEN_BEFORE = "the same answer was given before"
    NO_HINTS = "the part has no hints"
    NO_MORE_HINTS = "all hints were seen"
    ANSWER_NEXT = "the next worked step tells the answer"
    STEPS_FROM_RIGHT = "worked steps begin with the right answer to a part, and the learner goes on from another"
    NO_STEPS = "what was answered last has no worked steps"
    NOTHING_BEFORE = "no part was asked before this one"
    NOTHING_TO_UNDO = "no answer to the part costs a try"
    UNDONE_BEFORE = "an answer to the part was taken back before"


class Passed(Enum):
    """How far the session has come."""

    SKIPPED = "the rest of the question is skipped"
    QUESTION = "all parts of the question are over"
    SESSION = "the session has ended, and its journal says so"


class Tries(NamedTuple):
    """How many tries at a part were used, and how many it has."""

    used: int
    of: int


class QuestionAsked(NamedTuple):
    """A question begins, or goes on after a pause; its parts follow."""

    question: Question


class PartRecalled(NamedTuple):
    """A part that is over already, before one that is not.

    own: the learner's answer, on which the parts after it go on; None where these go on with the right one.
    """

    part: Part
    own: str | None


class PartAsked(NamedTuple):
    """A part is asked, one of `of`. hints, answers, steps: what was seen, and what used up a try, before a pause."""

    part: Part
    of: int
    tries: Tries
    hints: tuple[Prose, ...] = ()
    answers: tuple[Attempt, ...] = ()
    steps: tuple[WorkedStep, ...] = ()


class Unread(NamedTuple):
    """An answer that could not be read, or not in one way only. It costs no try."""

    part: Part
    typed: str
    verdict: Verdict


class Judged(NamedTuple):
    """The verdict on an answer.

    share: of its marks that a right answer earns at this try; over: whether nothing more can be earned; seconds: spent
    on the part; feedback: what the author tells of an answer that is not all right, () for nothing.
    """

    verdict: Verdict
    tries: Tries
    share: float
    over: bool
    seconds: float
    feedback: Prose = ()


class AnswerShown(NamedTuple):
    """The right answer to a part, and its worked steps."""

    part: Part


class AnswerKeptBack(NamedTuple):
    """The right answer to a part waits until the question is over: later parts go on with the learner's own."""

    part: Part


class StepsShown(NamedTuple):
    """The worked steps of the part that was just solved, after which nothing is asked any more."""

    part: Part


class StepsOffered(NamedTuple):
    """The part that was just solved has worked steps, which can be asked for."""

    part: Part


class StepsRecalled(NamedTuple):
    """The worked steps of an earlier part, as asked for; answer: together with its right answer."""

    question: Question
    part: Part
    answer: bool


class HintShown(NamedTuple):
    """The hint at `number` (from 1) of all `of` a part. ladder: whether worked steps follow when more is asked for."""

    hint: Prose
    number: int
    of: int
    ladder: bool = False


class WorkedStepShown(NamedTuple):
    """The worked step at `number` (from 1) of all `of` a part, after the hints. last: the next tells the answer."""

    step: WorkedStep
    number: int
    of: int
    last: bool


class TakenBack(NamedTuple):
    """An answer counts no more. tries: as they stand without it."""

    answer: str
    tries: Tries


class LeftOut(NamedTuple):
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
    | WorkedStepShown
    | TakenBack
    | Refused
    | LeftOut
    | Passed
)
