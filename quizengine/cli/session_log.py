"""One session as its rows: what was answered and done, read from the journal and added to it."""

from __future__ import annotations

from dataclasses import replace

from quizengine.cli.options import fresh_id, now
from quizengine.journal import Action, ActionKind, Attempt, History, Journal, PartRef, Session
from quizengine.practice import PartHistory, part_histories


class SessionLog:
    """One session being worked through. All state is the journal's rows; `rows` is a copy of those of this session."""

    def __init__(self, session: Session, journal: Journal, history: History) -> None:
        self.session = session
        self.journal = journal
        self.rows = history.of(session)

    def work(self, asked: PartRef) -> PartHistory:
        """What was done so far on one part."""
        return next((work for work in part_histories(self.rows) if work.asked == asked), PartHistory(asked, now()))

    def answered(self, attempt: Attempt) -> None:
        """Keep an answer: in the journal first."""
        self.journal.attempt(attempt)
        self.rows = replace(self.rows, attempts=(*self.rows.attempts, attempt))

    def undo(self, attempt: Attempt) -> None:
        """Take an answer back: it stays in the journal and counts no more."""
        self.acted("undo", attempt.asked, attempt.id)
        left = tuple(row for row in self.rows.attempts if row.id != attempt.id)
        self.rows = replace(self.rows, attempts=left)

    def undone(self, asked: PartRef) -> int:
        """How many answers to one part were taken back."""
        return sum(act.kind == "undo" and act.asked == asked for act in self.rows.acts)

    def acted(self, kind: ActionKind, asked: PartRef, detail: str = "") -> None:
        """Keep what else was done."""
        act = Action(fresh_id(), kind, asked, now(), detail)
        self.journal.act(act)
        self.rows = replace(self.rows, acts=(*self.rows.acts, act))
