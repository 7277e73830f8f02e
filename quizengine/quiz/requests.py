"""What a learner can ask for besides answering: a hint, the answer, the steps, to skip, to take an answer back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from quizengine.journal import Action, ActionKind
from quizengine.quiz.answering import close
from quizengine.quiz.carried import carried_on
from quizengine.quiz.inputs import Request, Stamp
from quizengine.quiz.ladder import rungs
from quizengine.quiz.next_question import ask, tries
from quizengine.quiz.session import Session, Taken
from quizengine.quiz.steps import HintShown, Passed, Refused, StepsRecalled, TakenBack, WorkedStepShown


def hint(session: Session, stamp: Stamp) -> Taken:
    """Show the next hint, and after the last one the next worked step, if there is one more."""
    hints, seen = session.now.part.hints, session.part_history().hints
    if seen >= len(hints):
        return _worked_step(session, seen - len(hints), stamp)
    row = _actions(session, "hint", (session.now.index,), stamp)
    ladder = seen + 1 == len(hints) and _why_no_step(session, 0) is None
    return Taken(session).keep(*row).tell(HintShown(hints[seen], seen + 1, len(hints), ladder))


def _worked_step(session: Session, place: int, stamp: Stamp) -> Taken:
    """Show the step at `place`, which counts as a hint; told is when the next one would tell the answer."""
    refused = _why_no_step(session, place)
    if refused is not None:
        return Taken(session).tell(refused)
    part = session.now.part
    (row,) = _actions(session, "hint", (session.now.index,), stamp)
    step = WorkedStepShown(part.steps[place], place + 1, len(part.steps), place + 1 == len(rungs(part)))
    return Taken(session).keep(replace(row, detail=f"step {place + 1}")).tell(step)


def _why_no_step(session: Session, place: int) -> Refused | None:
    """Why the step at `place` is not shown; None where it can be."""
    part = session.now.part
    ladder = rungs(part)
    if not ladder:
        return Refused.NO_MORE_HINTS if part.hints else Refused.NO_HINTS
    if carried_on(session, session.now.index - 1):
        return Refused.STEPS_FROM_RIGHT
    return Refused.ANSWER_NEXT if place >= len(ladder) else None


def skip(session: Session, stamp: Stamp) -> Taken:
    """Leave the rest of the question out."""
    index, of = session.now.index, len(session.now.question.parts)
    taken = Taken(session).keep(*_actions(session, "skip", range(index, of), stamp)).tell(Passed.SKIPPED)
    return ask(taken, index + 1)


def show(session: Session, stamp: Stamp) -> Taken:
    """Show the right answer, which ends the part; with it are shown the earlier ones that it is worked out from."""
    index = session.now.index
    others = (other for other in carried_on(session, index) if other != index)
    return close(Taken(session).keep(*_actions(session, "show", (index, *others), stamp)))


def steps(session: Session, stamp: Stamp) -> Taken:
    """Show the worked steps of the part before, with its answer where that was kept back: it is no more."""
    asking, last = session.now, session.now.index - 1
    if last < 0:
        return _steps_of_question_before(session)
    if not asking.question.parts[last].steps and last not in asking.kept_back:
        return Taken(session).tell(Refused.NO_STEPS)
    shown = _actions(session, "show", carried_on(session, last), stamp)
    left = replace(asking, kept_back=tuple(index for index in asking.kept_back if index != last))
    step = StepsRecalled(asking.question, asking.question.parts[last], last in asking.kept_back)
    return Taken(session).asking(left).keep(*shown).tell(step)


def undo(session: Session, stamp: Stamp) -> Taken:
    """Take the last answer back: one slip of the finger is forgiven a part. Its row stays, and counts no more."""
    judged = session.part_history().judged
    if not judged:
        return Taken(session).tell(Refused.NOTHING_TO_UNDO)
    if session.undone():
        return Taken(session).tell(Refused.UNDONE_BEFORE)
    (action,) = _actions(session, "undo", (session.now.index,), stamp)
    taken = Taken(session).keep(replace(action, detail=judged[-1].id))
    return taken.tell(TakenBack(judged[-1].answer, tries(session.now.part, taken.session.part_history())))


def _steps_of_question_before(session: Session) -> Taken:
    """Its last part has no answer that is kept back: nothing is asked that could go on with it."""
    if session.before is None:
        return Taken(session).tell(Refused.NOTHING_BEFORE)
    if not session.before.parts[-1].steps:
        return Taken(session).tell(Refused.NO_STEPS)
    return Taken(session).tell(StepsRecalled(session.before, session.before.parts[-1], False))


def _actions(session: Session, kind: ActionKind, indices: Iterable[int], stamp: Stamp) -> tuple[Action, ...]:
    """One row for each of the parts at `indices`."""
    asked = session.now.asked
    return tuple(Action(stamp.row(n), kind, asked[index], stamp.moment) for n, index in enumerate(indices))


REQUESTS: Mapping[Request, Callable[[Session, Stamp], Taken]] = {
    Request.HINT: hint,
    Request.SHOW: show,
    Request.SKIP: skip,
    Request.STEPS: steps,
    Request.UNDO: undo,
}
