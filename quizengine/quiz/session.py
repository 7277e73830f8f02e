"""A session as a value: its plan, the rows that it has in the journal, and the question that is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizengine import journal
from quizengine.journal import Action, Attempt, History, PartRef, QuestionRef
from quizengine.practice import PartHistory, current_position, part_histories
from quizengine.quiz.steps import Step

if TYPE_CHECKING:
    from quizengine.draw import Part, Question

Row = Attempt | Action


@dataclass(frozen=True, slots=True)
class Asking:
    """The question that is asked, at its part `index`.

    asked: all its parts, as the journal names them; kept_back: the parts whose right answer waits until the question is
    over; since: seconds since the question was shown; thought: seconds since that, or since the last answer to the
    part.
    """

    question: Question
    asked: tuple[PartRef, ...]
    index: int = 0
    kept_back: tuple[int, ...] = ()
    since: float = 0.0
    thought: float = 0.0

    @property
    def part(self) -> Part:
        """The part that is asked."""
        return self.question.parts[self.index]

    def later(self, seconds: float) -> Asking:
        """Return the same after some seconds."""
        return replace(self, since=self.since + seconds, thought=self.thought + seconds)

    def at(self, index: int) -> Asking:
        """Return the same at part `index`, whose time runs since the question was shown."""
        return replace(self, index=index, thought=self.since)


@dataclass(frozen=True, slots=True)
class Session:
    """A run of questions.

    plan: as the journal has it; rows: of this session, those that count; position: of the question that is asked,
    or else of the next one; asking: None between two questions; before: the question before, if this run asked one.
    """

    plan: journal.SessionPlan
    rows: History
    position: int
    asking: Asking | None = None
    before: Question | None = None

    @property
    def wanted(self) -> QuestionRef | None:
        """The place whose question is to be drawn; None while one is asked, and when no place is left."""
        left = self.asking is None and self.position < len(self.plan.planned)
        return self.plan.planned[self.position] if left else None

    @property
    def over(self) -> bool:
        """Whether the session has ended."""
        return any(action.kind == "close" for action in self.rows.actions)

    def part_history(self, index: int | None = None) -> PartHistory:
        """Return what was done on a part of the question that is asked: at `index`, or without one the part asked."""
        asking = self.now
        asked = asking.asked[asking.index if index is None else index]
        return next(
            (part_history for part_history in part_histories(self.rows) if part_history.asked == asked),
            PartHistory(asked, self.plan.moment),
        )

    @property
    def now(self) -> Asking:
        """The question that is asked; raises ValueError between two questions."""
        if self.asking is None:
            raise ValueError("no question is asked")
        return self.asking

    def undone(self) -> int:
        """Return how many answers to the part that is asked were taken back."""
        asked = self.now.asked[self.now.index]
        return sum(action.kind == "undo" and action.asked == asked for action in self.rows.actions)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of an input: the session after it, the rows to keep before anything is shown, the steps to show."""

    session: Session
    rows: tuple[Row, ...] = ()
    steps: tuple[Step, ...] = ()

    def keep(self, *rows: Row) -> Taken:
        """Return the same with more rows, which the session has from now on."""
        kept = self.session.rows
        for row in rows:
            kept = with_row(kept, row)
        return replace(self, session=replace(self.session, rows=kept), rows=(*self.rows, *rows))

    def tell(self, *steps: Step) -> Taken:
        """Return the same with more steps."""
        return replace(self, steps=(*self.steps, *steps))

    def asking(self, asking: Asking | None) -> Taken:
        """Return the same with `asking` in the place of the question that is asked."""
        return replace(self, session=replace(self.session, asking=asking))


def resume(plan: journal.SessionPlan, history: History) -> Session:
    """Return the session that the rows of `history` tell: a new one where they tell nothing of it.

    It wants a question first, also where one is half done: what there is to tell of that comes when it is drawn.
    """
    rows = history.of(plan)
    return Session(plan, rows, current_position(plan, rows))


def with_row(rows: History, row: Row) -> History:
    """Return `rows` and one more; an answer that it takes back counts no more."""
    if isinstance(row, Attempt):
        return replace(rows, attempts=(*rows.attempts, row))
    left = tuple(one for one in rows.attempts if row.kind != "undo" or one.id != row.detail)
    return replace(rows, attempts=left, actions=(*rows.actions, row))
