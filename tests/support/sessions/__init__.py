"""Sessions without a terminal: a small bank, and a learner who does one thing after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from quizengine import journal
from quizengine.bank import load
from quizengine.draw import DrawFailure, Question, try_draw
from quizengine.journal import History, QuestionRef, Timestamp
from quizengine.journal.records import counting_attempts
from quizengine.quiz import Draw, Finish, Input, LeaveOut, Session, Stamp, resume, take
from quizengine.quiz.session import Row
from quizengine.quiz.steps import Step

FOLDER = Path(__file__).parent / "bank"
BANK = load([FOLDER])
BEGUN = datetime(2025, 3, 10, 12, tzinfo=UTC)


@cache
def drawn(item: str, seed: int) -> Question | DrawFailure:
    """One question of the small bank."""
    return try_draw(BANK.item(f"short/{item}"), seed, BANK.mistakes)


def planned(*items: str, seed: int = 4) -> journal.SessionPlan:
    """A session on these items of the small bank, as the journal has it."""
    places = (QuestionRef(f"short/{item}", BANK.item(f"short/{item}").version, seed) for item in items)
    return journal.SessionPlan("the session", (), tuple(places), Timestamp.of(BEGUN))


@dataclass
class Learner:
    """Goes through a session: what is wanted is drawn, inputs come three seconds after what was shown.

    rows, steps: all so far; last: the steps of the last input, with those of the questions drawn after it.
    """

    session: Session
    rows: list[Row] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    last: list[Step] = field(default_factory=list)
    inputs: int = 0

    @classmethod
    def begins(cls, *items: str, seed: int = 4) -> Learner:
        plan = planned(*items, seed=seed)
        learner = cls(resume(plan, History((plan,))))
        learner._bring()
        return learner

    def comes_back(self) -> Learner:
        """Who left and begins again where the rows of the journal tell: with a history read from them."""
        other = Learner(resume(self.session.plan, self.history), list(self.rows), inputs=self.inputs)
        other._bring()
        return other

    def does(self, *inputs: Input) -> Learner:
        """Each input; those that come after the end are left out."""
        for given in inputs:
            if self.session.over:
                break
            self.last = []
            self._take(given)
            self._bring()
        return self

    @property
    def history(self) -> History:
        """The rows as the journal gives them back."""
        attempts = [row for row in self.rows if isinstance(row, journal.Attempt)]
        actions = [row for row in self.rows if isinstance(row, journal.Action)]
        return History((self.session.plan,), counting_attempts(attempts, actions), tuple(actions))

    def _bring(self) -> None:
        """The question that is wanted, or the end."""
        while (wanted := self.session.wanted) is not None:
            question = drawn(wanted.item.removeprefix("short/"), wanted.seed)
            self._take(LeaveOut(question.why) if isinstance(question, DrawFailure) else Draw(question))
        if self.session.asking is None and not self.session.over:
            self._take(Finish())

    def _take(self, given: Input) -> None:
        self.inputs += 1
        moment = Timestamp.of(BEGUN + timedelta(seconds=3 * self.inputs))
        taken = take(self.session, given, Stamp(f"row {self.inputs}", moment, 3.0))
        self.session = taken.session
        self.rows += taken.rows
        self.steps += taken.steps
        self.last += taken.steps


def timeless(rows: Iterable[Row]) -> list[Row]:
    """Rows without the seconds of answers, which begin anew after a pause."""
    return [replace(row, seconds=0.0) if isinstance(row, journal.Attempt) else row for row in rows]
