"""A session without a terminal: a value that takes answers, hints and time, and gives rows to keep and steps to show.

    session = resume(plan, history)                    a new one, or one that goes on: a fold over its journal rows
    taken = take(session, Draw(question), stamp)       the question of `session.wanted`
    taken = take(session, Typed("2x"), stamp)         or Request.HINT, and what else a learner can ask for
    for row in taken.rows: …                           kept first: what is told has happened
    for step in taken.steps: …                         shown in order
    session = taken.session

In the order in which to read the files:

    inputs          what goes in; a Stamp brings the moment, the seconds and an id, which nothing here makes
    steps           what comes out
    session         the value itself, and the rows that it is made from
    carried         which of the learner's own answers later parts go on with, and what is kept back meanwhile
    next_question   which question and which part comes next, and when they are over
    answering       what an answer costs, and what follows it
    ladder          the worked steps that may be shown before the answer
    requests        hints, shown answers, worked steps, skipping, taking back
    dispatch        one input, whichever it is: `take`
"""

from quizengine.quiz.carried import read_as
from quizengine.quiz.dispatch import take
from quizengine.quiz.inputs import Draw, Finish, Input, LeaveOut, LeaveRest, Request, Stamp, Typed
from quizengine.quiz.session import Session, Taken, resume

__all__ = [
    "Draw",
    "Finish",
    "Input",
    "LeaveOut",
    "LeaveRest",
    "Request",
    "Session",
    "Stamp",
    "Taken",
    "Typed",
    "read_as",
    "resume",
    "take",
]
