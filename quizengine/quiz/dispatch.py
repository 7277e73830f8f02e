"""A session takes an input; a session, rows to keep and steps to show come of it."""

from __future__ import annotations

from dataclasses import replace

from quizengine.quiz.answering import answer
from quizengine.quiz.inputs import Draw, Finish, Input, LeaveOut, Request, Stamp, Typed
from quizengine.quiz.next_question import begin, finish, leave_out
from quizengine.quiz.requests import REQUESTS
from quizengine.quiz.session import Session, Taken


def take(session: Session, given: Input, stamp: Stamp) -> Taken:
    """Return the session after an input, with the rows to keep and the steps to show, in this order.

    Raises ValueError where the input does not fit: a question comes when one is wanted, all that a learner does
    while one is asked, and the end when no place is left.
    """
    if session.asking is not None:
        session = replace(session, asking=session.asking.later(stamp.seconds))
    match given:
        case Typed():
            return answer(session, given, stamp)
        case Request():
            return REQUESTS[given](session, stamp)
        case Draw():
            return begin(session, given)
        case LeaveOut():
            return leave_out(session, given, stamp)
        case Finish():
            return finish(session, stamp)
