"""Which question and which part comes next, and what a learner is told when one begins or ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizengine.journal import Action, PartRef, QuestionRef
from quizengine.practice import tries_of
from quizengine.quiz.carried import carried_on
from quizengine.quiz.inputs import Draw, LeaveOut, LeaveRest, Stamp
from quizengine.quiz.session import Asking, Session, Taken
from quizengine.quiz.steps import (
    AnswerShown,
    LeftOut,
    PartAsked,
    PartRecalled,
    Passed,
    QuestionAsked,
    Tries,
)

if TYPE_CHECKING:
    from quizengine.draw import Part
    from quizengine.journal import Attempt
    from quizengine.practice import PartHistory

LONGEST_REASON = 200  # characters of it that go into the journal


def begin(session: Session, drawn: Draw) -> Taken:
    """Ask the question of the place that is wanted, at its first part that is not over."""
    planned, question = _wanted(session), drawn.question
    of = len(question.parts)
    place = replace(planned, version=question.item.version)  # the item may have changed since it was planned
    asked = tuple(PartRef(session.plan.id, session.position, place, part.label, of) for part in question.parts)
    taken = Taken(session).asking(Asking(question, asked)).tell(QuestionAsked(question))
    return ask(taken, 0)


def leave_out(session: Session, given: LeaveOut, stamp: Stamp) -> Taken:
    """Go on without the place that is wanted; the journal keeps that and the reason."""
    planned = _wanted(session)
    asked = PartRef(session.plan.id, session.position, replace(planned, version=given.version or planned.version))
    return _left_out(session, (asked,), given.why, stamp)


def leave_rest(session: Session, given: LeaveRest, stamp: Stamp, answered: tuple[Attempt, ...] = ()) -> Taken:
    """Go on without the rest of the question that is asked; the journal keeps that and the reason.

    answered: what was answered and could not be judged, which is kept too. Raises ValueError between two questions.
    """
    left = session.now.asked[session.now.index :]
    return _left_out(replace(session, asking=None), left, given.why, stamp, answered)


def _left_out(
    session: Session, left: tuple[PartRef, ...], why: str, stamp: Stamp, answered: tuple[Attempt, ...] = ()
) -> Taken:
    rows = (
        Action(stamp.row(number), "skip", asked, stamp.moment, why[:LONGEST_REASON])
        for number, asked in enumerate(left, len(answered))
    )
    taken = Taken(replace(session, position=session.position + 1))
    return taken.keep(*answered, *rows).tell(LeftOut(session.position, why))


def finish(session: Session, stamp: Stamp) -> Taken:
    """End the session; raises ValueError while a place is left or when it has ended."""
    if session.asking is not None or session.wanted is not None or session.over:
        raise ValueError("the session cannot end now")
    planned = session.plan.planned
    end = PartRef(session.plan.id, len(planned), planned[-1])
    return Taken(session).keep(Action(stamp.row(0), "close", end, stamp.moment, "finished")).tell(Passed.SESSION)


def ask(taken: Taken, index: int) -> Taken:
    """Ask the first part from `index` on that is not over, and tell of those that are; after the last the question is.

    A part that is over was answered before a pause, or skipped: what comes next builds on it.
    """
    for number in range(index, len(taken.session.now.question.parts)):
        taken = taken.asking(taken.session.now.at(number))
        part_history = taken.session.part_history()
        if not part_history.over:
            return taken.tell(_asked(taken.session.now, part_history))
        taken = _recall(taken, part_history)
    return _question_over(taken)


def tries(part: Part, part_history: PartHistory) -> Tries:
    """Return how many tries were used, and how many there are."""
    return Tries(len(part_history.judged), tries_of(part.key.guess_probability))


def _wanted(session: Session) -> QuestionRef:
    if session.wanted is None:
        raise ValueError("no question is wanted")
    return session.wanted


def _asked(asking: Asking, part_history: PartHistory) -> PartAsked:
    part = asking.part
    hints = part.hints[: part_history.hints]
    steps = part.steps[: max(0, part_history.hints - len(part.hints))]
    return PartAsked(part, len(asking.question.parts), tries(part, part_history), hints, part_history.judged, steps)


def _recall(taken: Taken, part_history: PartHistory) -> Taken:
    """Tell of a part that is over, with the answer on which the learner goes on: the right one, or their own."""
    asking = taken.session.now
    if part_history.judged and carried_on(taken.session, asking.index):
        taken = taken.asking(replace(asking, kept_back=(*asking.kept_back, asking.index)))
        return taken.tell(PartRecalled(asking.part, part_history.judged[-1].answer))
    return taken.tell(PartRecalled(asking.part, None))


def _question_over(taken: Taken) -> Taken:
    """Tell the right answers that were kept back, and want the next question."""
    session, asking = taken.session, taken.session.now
    taken = taken.tell(*(AnswerShown(asking.question.parts[index]) for index in asking.kept_back))
    after = replace(session, position=session.position + 1, asking=None, before=asking.question)
    return replace(taken, session=after).tell(Passed.QUESTION)
