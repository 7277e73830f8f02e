"""A session takes an input; a session, rows to keep and steps to show come of it."""

from __future__ import annotations

from dataclasses import replace

from quizengine.errors import CannotDraw
from quizengine.journal import QuestionRef
from quizengine.one_question import one_question
from quizengine.quiz.answering import answer, unjudged
from quizengine.quiz.inputs import Draw, Finish, Input, LeaveOut, LeaveRest, Request, Stamp, Typed
from quizengine.quiz.next_question import begin, finish, leave_out, leave_rest
from quizengine.quiz.requests import REQUESTS
from quizengine.quiz.session import Session, Taken


def take(session: Session, given: Input, stamp: Stamp) -> Taken:
    """Return the session after an input, with the rows to keep and the steps to show, in this order.

    Whatever goes wrong with a question leaves that question out; an answer to it is kept, and costs no try.
    Raises ValueError where the input does not fit: a question comes when one is wanted, all that a learner does
    while one is asked, and the end when no place is left.
    """
    if session.asking is not None:
        session = replace(session, asking=session.asking.later(stamp.seconds))
    if (place := _question_of(session, given)) is None:
        return _taken(session, given, stamp)
    try:
        with one_question(place.item, place.seed, "judged" if isinstance(given, Typed) else "shown"):
            return _taken(session, given, stamp)
    except CannotDraw as failure:
        why = str(failure)
        if isinstance(given, Draw):
            return leave_out(session, LeaveOut(why, given.question.item.version), stamp)
        return leave_rest(session, LeaveRest(why), stamp, unjudged(session, given, stamp))


def _question_of(session: Session, given: Input) -> QuestionRef | None:
    """The question that an input is about, and that is left out if it fails; None where it does not fit."""
    if isinstance(given, Draw):
        return session.wanted
    if isinstance(given, Typed | Request) and session.asking is not None:
        return session.asking.asked[session.asking.index].question
    return None


def _taken(session: Session, given: Input, stamp: Stamp) -> Taken:
    match given:
        case Typed():
            return answer(session, given, stamp)
        case Request():
            return REQUESTS[given](session, stamp)
        case Draw():
            return begin(session, given)
        case LeaveOut():
            return leave_out(session, given, stamp)
        case LeaveRest():
            return leave_rest(session, given, stamp)
        case Finish():
            return finish(session, stamp)
