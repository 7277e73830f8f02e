"""The learner's own answers to the earlier parts of a question: which of them count on, and until when.

While later parts can still go on with an own wrong answer, the right one is kept back. Who has it shown all the same
(:show, :steps) goes on with the right one: the journal keeps the showing, so that holds after a pause too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizengine.errors import Unreadable

if TYPE_CHECKING:
    from quizengine.cli.part_loop import PartLoop
    from quizengine.draw import Part
    from quizengine.maths.tree import Node
    from quizengine.practice import PartHistory

FOLLOWED = "follow-through"  # as in quizengine.grade, which is brought in when an answer is judged


def own_answers(turn: PartLoop) -> dict[str, Node]:
    """The last answers to the parts before that of `turn`, by the names that later parts use them under."""
    found: dict[str, Node] = {}
    written = turn.question.item.parts
    for index in range(turn.index):
        work, name = _work(turn, index), written[index].carries
        if name and work.judged and not work.shown:
            tree = tree_of(turn.question.parts[index], work.judged[-1].answer)
            if tree is not None:
                found[name] = tree
    return found


def kept_back(turn: PartLoop) -> bool:
    """Whether the right answer to the part of `turn` has to wait: later parts may go on with the learner's own."""
    return bool(_open(turn))


def reveal(turn: PartLoop) -> None:
    """Keeps in the journal that right answers up to the part of `turn` are shown, if anything still depends on that."""
    for index in _open(turn):
        turn.sitting.acted("show", turn.all_asked[index])


def _open(turn: PartLoop) -> list[int]:
    """The parts up to that of `turn` whose own wrong answers are carried on; none once nothing more is asked.

    What is worked out from them is shown together with them, since worked steps begin with earlier answers.
    """
    if turn.index + 1 == len(turn.question.parts):
        return []
    carrying = [index for index, part in enumerate(turn.question.item.parts[: turn.index + 1]) if part.carries]
    works = ((index, _work(turn, index)) for index in carrying)
    return [index for index, work in works if work.judged and not work.shown and not _right(work)]


def _right(work: PartHistory) -> bool:
    """Is the last answer right by itself?"""
    verdict = work.judged[-1].verdict
    return verdict.outcome == "correct" and verdict.reason != FOLLOWED


def _work(turn: PartLoop, index: int) -> PartHistory:
    return turn.sitting.work(turn.all_asked[index])


def tree_of(part: Part, typed: str) -> Node | None:
    """A typed answer as mathematics; None where it is none."""
    from quizengine.maths.parse import Reading

    try:
        reading = part.key.read(typed)
    except Unreadable:
        return None
    return reading.tree if isinstance(reading, Reading) else None
