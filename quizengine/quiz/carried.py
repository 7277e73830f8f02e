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
    for index in range(session.now.index):
        found |= _own_answer(session, index)
    return found


def _own_answer(session: Session, index: int) -> dict[str, Value]:
    """The last answer to a part by the name that it carries; {} where it carries none, or has the right one shown."""
    question, part_history = session.now.question, session.part_history(index)
    name = question.item.parts[index].carries
    if not name or not part_history.judged or part_history.shown:
        return {}
    own = _stands_for(question.parts[index], part_history.judged[-1].answer, question.workspace.values[name])
    return {} if own is None else {name: own}


def _stands_for(part: Part, typed: str, ours: Value) -> Value | None:
    try:
        return part.key.stands_for(part.key.read(typed), ours)
    except Unreadable:
        return None


def carried_on(session: Session, last: int) -> tuple[int, ...]:
    """Return the parts up to `last` whose own wrong answers later parts go on with; () once nothing more is asked.

    What is worked out from them is shown together with them, since worked steps begin with earlier answers.
    """
    question = session.now.question
    if last + 1 == len(question.parts):
        return ()
    carrying = (index for index, part in enumerate(question.item.parts[: last + 1]) if part.carries)
    return tuple(
        index for index in carrying if _counts_on(session.part_history(index)) and _leads_on(session, index, last)
    )


def _leads_on(session: Session, index: int, last: int) -> bool:
    """Whether a part after `last` that is still to be answered comes out otherwise with the learner's own answer to the
    part at `index`.
    """
    from quizengine.grade import carry  # not needed before an answer is wrong

    question, own = session.now.question, _own_answer(session, index)
    later = (place for place in range(last + 1, len(question.parts)) if not session.part_history(place).over)
    return bool(own) and any(carry(question, place, own) is not question.parts[place] for place in later)


def _counts_on(part_history: PartHistory) -> bool:
    """Is the last answer one's own, and not right by itself?"""
    return bool(part_history.judged) and not part_history.shown and not right_by_itself(part_history)


def right_by_itself(part_history: PartHistory) -> bool:
    """Return whether the last answer is right, and not only for the learner's own earlier one."""
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
