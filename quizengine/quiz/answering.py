"""An answer to the part that is asked: what costs a try, and what is told when nothing more can be earned."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizengine.answers.answer import Answer
from quizengine.errors import CannotDraw
from quizengine.journal import Attempt
from quizengine.one_question import one_question
from quizengine.practice import share_of
from quizengine.quiz.carried import carried_on, own_answers, read_as, right_by_itself, tree_of
from quizengine.quiz.inputs import Input, Stamp, Typed
from quizengine.quiz.next_question import ask, tries
from quizengine.quiz.session import Asking, Session, Taken
from quizengine.quiz.steps import AnswerKeptBack, AnswerShown, Judged, Refused, Step, StepsOffered, StepsShown, Unread

if TYPE_CHECKING:
    from quizengine.answers.verdict import Verdict
    from quizengine.maths.print import Prose

KEPT = 4_000  # characters of an answer that go into the journal; the reader takes 2,000


def answer(session: Session, given: Typed, stamp: Stamp) -> Taken:
    """Judge a typed text, unless the same was answered before: that costs no try, and nothing is kept of it."""
    typed = Answer(given.text)  # read once, for all that is asked of it
    if _was_given(session, typed):
        return Taken(session).tell(Refused.GIVEN_BEFORE)
    verdict = _judge(session, typed)
    verdict = replace(verdict, echo=verdict.read_as)  # worked out here, where a fault leaves the question out
    row = _attempt(session, given.text, verdict, stamp)
    # the time of the next answer begins with this one
    taken = Taken(session).asking(replace(session.now, thought=0.0)).keep(row)
    if verdict.outcome == "unreadable":
        return taken.tell(Unread(session.now.part, given.text, verdict))
    taken = taken.tell(_judged(taken.session, verdict, typed))
    return close(taken) if taken.session.part_history().over else taken


def unjudged(session: Session, given: Input, stamp: Stamp) -> tuple[Attempt, ...]:
    """Return the row of an answer whose judging failed: it is not lost, and costs no try; () for all other inputs."""
    from quizengine.answers.verdict import Verdict

    if not isinstance(given, Typed):
        return ()
    verdict = Verdict("undecided", reason="not-judged", message="This answer could not be judged.")
    return (_attempt(session, given.text, verdict, stamp),)


def close(taken: Taken) -> Taken:
    """End the part that is asked, and ask the next one.

    What the answer was and how to get there is told if the learner needs it and goes on with it.
    """
    session, asking = taken.session, taken.session.now
    if carried_on(session, asking.index):
        taken = taken.asking(replace(asking, kept_back=(*asking.kept_back, asking.index)))
        taken = taken.tell(AnswerKeptBack(asking.part))
    else:
        taken = _tell_kept_back(taken)
        told = (AnswerShown(asking.part),) if _needs_answer(session) else _steps_of_solved(session)
        taken = taken.tell(*told)
    return ask(taken, asking.index + 1)


def _tell_kept_back(taken: Taken) -> Taken:
    """The right answers with which the learner goes on, now that no part goes on with their own.

    Those that were asked to be shown, and all after the last part, wait for the end of the question.
    """
    session, asking = taken.session, taken.session.now
    if _is_last(asking):
        return taken
    told = tuple(index for index in asking.kept_back if not session.part_history(index).shown)
    left = tuple(index for index in asking.kept_back if index not in told)
    shown = (AnswerShown(asking.question.parts[index]) for index in told)
    return taken.asking(replace(asking, kept_back=left)).tell(*shown)


def _needs_answer(session: Session) -> bool:
    """Whether the learner does not know the right answer: who is right for an own earlier one goes on without it."""
    part_history = session.part_history()
    return not part_history.solved or not (_is_last(session.now) or right_by_itself(part_history))


def _is_last(asking: Asking) -> bool:
    return asking.index + 1 == len(asking.question.parts)


def _was_given(session: Session, typed: Answer) -> bool:
    """Whether the same was answered before; a label in front makes no other answer of it."""
    part = session.now.part
    reading, tree = read_as(part, typed), tree_of(part, typed)
    return bool(reading) and any(
        reading == attempt.verdict.read_as or (tree is not None and tree == tree_of(part, attempt.answer))
        for attempt in session.part_history().judged
    )


def _judge(session: Session, typed: Answer) -> Verdict:
    from quizengine.draw import MOST_EFFORT  # not needed before the first answer
    from quizengine.grade import follow
    from quizengine.maths.effort import effort

    with effort(MOST_EFFORT):
        return follow(session.now.question, session.now.index, typed, own_answers(session))


def _attempt(session: Session, text: str, verdict: Verdict, stamp: Stamp) -> Attempt:
    asking, before = session.now, session.part_history()
    return Attempt(
        id=stamp.row(0),
        asked=asking.asked[asking.index],
        turn=len(before.attempts) + session.undone(),
        answer=text[:KEPT],
        verdict=verdict,
        marks=asking.part.marks,
        guess_probability=asking.part.key.guess_probability,
        hints=before.hints,
        seconds=asking.thought,
        moment=stamp.moment,
    )


def _judged(session: Session, verdict: Verdict, typed: Answer) -> Judged:
    part_history = session.part_history()
    used = tries(session.now.part, part_history)
    told = _feedback(session.now, typed) if verdict.outcome in ("incorrect", "partial") else ()
    return Judged(verdict, used, share_of(used.used), part_history.over, part_history.seconds, told)


def _feedback(asking: Asking, typed: Answer) -> Prose:
    """What the author tells of a wrong answer; a fault there costs nobody a verdict."""
    if asking.question.item.parts[asking.index].help.feedback is None:
        return ()
    from quizengine.draw import MOST_EFFORT
    from quizengine.grade import feedback
    from quizengine.maths.effort import effort

    question = asking.question
    try:
        with one_question(question.item.id, question.seed, "judged"), effort(MOST_EFFORT):
            return feedback(question, asking.index, typed)
    except CannotDraw:
        return ()


def _steps_of_solved(session: Session) -> tuple[Step, ...]:
    """The worked steps where nothing is asked any more at which they could be asked for, else the offer."""
    asking, places = session.now, len(session.plan.planned)
    if _is_last(asking) and session.position + 1 == places:
        return (StepsShown(asking.part),)
    return (StepsOffered(asking.part),) if asking.part.steps else ()
