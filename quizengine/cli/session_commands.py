"""What a learner can type besides an answer: a word after a colon, and what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizengine.cli.earlier import reveal
from quizengine.cli.prompts import WORDS, Paused, meant
from quizengine.practice import tries_of

if TYPE_CHECKING:
    from quizengine.cli.part_loop import PartLoop


def obey(turn: PartLoop, typed: str) -> None:
    """Does what the word `typed` stands for, while the part of `turn` is asked; raises Paused."""
    match meant(typed):
        case ":hint":
            _hint(turn)
        case ":skip":
            for asked in turn.all_asked[turn.index :]:
                turn.sitting.acted("skip", asked)
            turn.page.line("  Skipped.", "dim")
        case ":show":
            turn.sitting.acted("show", turn.asked)
            reveal(turn)
            turn.close()
        case ":again":
            turn.question_again()
        case ":steps":
            _steps(turn)
        case ":undo":
            _undo(turn)
        case ":quit":
            raise Paused
        case ":help":
            turn.page.words(WORDS)
        case _:
            _unknown(turn, typed)


def _unknown(turn: PartLoop, typed: str) -> None:
    import difflib

    near = difflib.get_close_matches(typed, WORDS, 1)
    known = f"did you mean {near[0]}?" if near else f"the words are {' '.join(WORDS)}"
    turn.page.line(f"  There is no {typed[:40]}; {known}", "dim")


def _hint(turn: PartLoop) -> None:
    hints, seen = turn.part.hints, turn.work.hints
    if seen >= len(hints):
        none = "There are no more hints." if hints else "There are no hints here."
        turn.page.line(f"  {none} :show gives the answer and the worked steps.", "dim")
        return
    turn.sitting.acted("hint", turn.asked)
    turn.page.note(f"Hint {seen + 1} of {len(hints)}:", hints[seen])


def _steps(turn: PartLoop) -> None:
    if turn.desk.last is None:
        turn.page.line("  Nothing is answered yet; :show gives the answer to this one.", "dim")
        return
    last = turn.desk.last
    turn.page.line(f"  Worked steps of: {last.title}", "dim")
    reveal(last)
    if last.owing:
        last.answer()
    else:
        last.page.steps(last.part)


def _undo(turn: PartLoop) -> None:
    """One slip of the finger is forgiven a part; the row stays in the journal and counts no more."""
    judged = turn.work.judged
    if not judged:
        turn.page.line("  There is no answer to this question that could be taken back.", "dim")
    elif turn.sitting.undone(turn.asked):
        turn.page.line("  One answer can be taken back, not two. Another one, or :hint :show :skip", "dim")
    else:
        turn.sitting.undo(judged[-1])
        left = f"try {len(turn.work.judged) + 1} of {tries_of(turn.chance)}"
        turn.page.line(f"  Taken back: {judged[-1].answer}", "dim")
        turn.page.line(f"  {left}, or :hint :show :skip", "dim")
