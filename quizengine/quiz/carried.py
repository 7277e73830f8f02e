"""The learner's own answers to the earlier parts of a question: which of them count on, and until when.

While later parts can still go on with an own wrong answer, the right one is kept back. Who has it shown all the same
goes on with the right one: the journal keeps the showing, so that holds after a pause too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizengine.errors import Unreadable
from quizengine.quiz.session import Session

if TYPE_CHECKING:
    from quizengine.answers.answer import Answer
    from quizengine.draw import Part
    from quizengine.maths.language import Value
    from quizengine.maths.tree import Node
    from quizengine.practice import PartHistory


def own_answers(session: Session) -> dict[str, Value]:
    """Return the last answers to the parts before the one that is asked, by the names that later parts use."""
    found: dict[str, Value] = {}
    question = session.now.question
    for index, written in enumerate(question.item.parts[: session.now.index]):
        part_history = session.part_history(index)
        if written.carries and part_history.judged and not part_history.shown:
            ours = question.workspace.values[written.carries]
            own = _stands_for(question.parts[index], part_history.judged[-1].answer, ours)
            if own is not None:
                found[written.carries] = own
    return found


def _stands_for(part: Part, typed: str, ours: Value) -> Value | None:
    try:
        return part.key.stands_for(part.key.read(typed), ours)
    except Unreadable:
        return None


def carried_on(session: Session, last: int) -> tuple[int, ...]:
    """Return the parts up to `last` whose own wrong answers later parts may go on with; () once nothing more is asked.

    What is worked out from them is shown together with them, since worked steps begin with earlier answers.
    """
    question = session.now.question
    if last + 1 == len(question.parts):
        return ()
    carrying = (index for index, part in enumerate(question.item.parts[: last + 1]) if part.carries)
    return tuple(index for index in carrying if _counts_on(session.part_history(index)))


def _counts_on(part_history: PartHistory) -> bool:
    """Is the last answer one's own, and not right by itself?"""
    return bool(part_history.judged) and not part_history.shown and not _right(part_history)


def _right(part_history: PartHistory) -> bool:
    verdict = part_history.judged[-1].verdict
    return verdict.outcome == "correct" and not verdict.followed


def read_as(part: Part, typed: Answer | str) -> str:
    """Return how `typed` is read as an answer to `part`, in a line of Unicode; "" where it cannot be."""
    try:
        return part.key.echo(part.key.read(typed))
    except Unreadable:
        return ""


def tree_of(part: Part, typed: Answer | str) -> Node | None:
    """Return a typed answer to `part` as mathematics; None where it is none."""
    from quizengine.maths.parse import Reading

    try:
        reading = part.key.read(typed)
    except Unreadable:
        return None
    return reading.tree if isinstance(reading, Reading) else None
