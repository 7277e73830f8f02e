"""What the journal keeps, as frozen values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from quizengine.answers.verdict import Verdict

#: What a learner does besides answering: "undo" takes back the attempt named in `detail`, "close" ends a session.
ActionKind = Literal["hint", "show", "skip", "undo", "close"]

DAY_STARTS = timedelta(hours=4)  # who practises at 1 a.m. still practises "today"


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A point in time as text in UTC ("2025-03-01T09:30:12.000000Z"), and the minutes the learner's clock was ahead."""

    utc: str
    offset: int = 0

    @classmethod
    def of(cls, when: datetime) -> Timestamp:
        """Return the moment of an aware datetime."""
        ahead = when.utcoffset() or timedelta()
        return cls(when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"), int(ahead.total_seconds() // 60))

    def time(self) -> datetime:
        """Return the moment as an aware datetime in UTC."""
        return datetime.fromisoformat(self.utc)

    def day(self) -> date:
        """Return the learner's own day: it begins at 4 a.m. on their clock."""
        return (self.time() + timedelta(minutes=self.offset) - DAY_STARTS).date()


@dataclass(frozen=True, slots=True)
class QuestionRef:
    """One place of a session: the item, its version when the session was planned, and the seed of its numbers."""

    item: str
    version: str
    seed: int


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """A session as planned: `topics` is what the learner asked for, () for everything."""

    id: str
    topics: tuple[str, ...]
    planned: tuple[QuestionRef, ...]
    moment: Timestamp


@dataclass(frozen=True, slots=True)
class PartRef:
    """What stood before the learner: the question at `position` (from 0) of a session, and one of its `of` parts.

    part is the label, "" where there is one part only.
    """

    session: str
    position: int
    question: QuestionRef
    part: str = ""
    of: int = 1


@dataclass(frozen=True, slots=True)
class Attempt:
    """An answer with its verdict.

    turn: how many answers to this part came before it, unreadable ones too; marks: what the part is worth;
    guess_probability: of being right by guessing; hints: hints seen before it; seconds: spent on this answer;
    replaces: the id of the attempt that this one judges again, "" for an answer.
    """

    id: str
    asked: PartRef
    turn: int
    answer: str
    verdict: Verdict
    marks: int
    guess_probability: float
    hints: int
    seconds: float
    moment: Timestamp
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """Something else that the learner did. Of a "close" only the session of `asked` has a meaning."""

    id: str
    kind: ActionKind
    asked: PartRef
    moment: Timestamp
    detail: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """All that a journal holds, each in the order in which it was written; corrections are applied."""

    sessions: tuple[SessionPlan, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    actions: tuple[Action, ...] = ()

    def of(self, session: SessionPlan) -> History:
        """Return the rows of one session."""
        attempts = tuple(row for row in self.attempts if row.asked.session == session.id)
        return History((session,), attempts, tuple(row for row in self.actions if row.asked.session == session.id))


def counting_attempts(attempts: Iterable[Attempt], actions: Iterable[Action]) -> tuple[Attempt, ...]:
    """Return the attempts that count: undone ones are left out, and one judged again has its newest verdict."""
    undone = {action.detail for action in actions if action.kind == "undo"}
    answers: dict[str, Attempt] = {}
    for attempt in attempts:
        if not attempt.replaces:
            answers[attempt.id] = attempt
        elif attempt.replaces in answers:
            answers[attempt.replaces] = replace(answers[attempt.replaces], verdict=attempt.verdict)
    return tuple(attempt for attempt in answers.values() if attempt.id not in undone)
