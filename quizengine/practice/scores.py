"""The scores, folded from the journal: what `quizengine progress` tells, as one value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from quizengine.item.names import topic_of
from quizengine.journal import History, SessionPlan, Timestamp
from quizengine.practice.part_history import PartHistory, current_position, open_session, part_histories
from quizengine.practice.skill_ratings import Estimate, Learner, Skills

DAYS = 7


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over some parts: how many were tried, right at the first try, right in the end; minutes spent;

    the marks earned, and those that the answered parts are worth.
    """

    parts: int
    first: int
    solved: int
    minutes: float
    earned: float = 0.0
    marks: int = 0

    @classmethod
    def of(cls, done: Iterable[PartHistory]) -> Tally:
        """Return the sums over all parts that were tried or shown."""
        tried = [part_history for part_history in done if part_history.first is not None]
        first, solved = (
            sum(part_history.at_once for part_history in tried),
            sum(part_history.solved for part_history in tried),
        )
        minutes, earned = (
            sum(part_history.seconds for part_history in tried) / 60,
            sum(part_history.share * part_history.marks for part_history in tried),
        )
        return cls(
            len(tried),
            first,
            solved,
            round(minutes, 1),
            round(earned, 2),
            sum(part_history.marks for part_history in tried),
        )

    def to_json(self) -> dict[str, Any]:
        counts = {"parts": self.parts, "first_try": self.first, "solved": self.solved, "minutes": self.minutes}
        return {**counts, "earned": self.earned, "marks": self.marks}


@dataclass(frozen=True, slots=True)
class Progress:
    """All scores. answers: judged ones; topics: by the names of their folders; skills: with their tally; days: the last
    seven, `today` first.
    """

    answers: int
    right: int
    unreadable: int
    undecided: int
    total: Tally
    skills: tuple[tuple[Estimate, Tally], ...]
    mistakes: tuple[tuple[str, int], ...]
    days: tuple[tuple[date, Tally], ...]
    streak: int
    due: int
    open: tuple[SessionPlan, int] | None
    topics: tuple[tuple[str, Tally], ...] = ()

    @property
    def today(self) -> date:
        """The learner's day for which the scores are told."""
        return self.days[0][0]

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values; shares from 0 to 1, days and times as ISO text."""
        return {
            "attempts": self.answers,
            "right": self.right,
            "share_right": round(self.right / self.answers, 4) if self.answers else None,
            "unreadable": self.unreadable,
            "undecided": self.undecided,
            **self.total.to_json(),
            "topics": [{"topic": name, **tally.to_json()} for name, tally in self.topics],
            "skills": [_skill_json(estimate, tally) for estimate, tally in self.skills],
            "mistakes": [{"mistake": name, "times": times} for name, times in self.mistakes],
            "days": [{"day": str(day), **tally.to_json()} for day, tally in self.days],
            "streak_days": self.streak,
            "due_skills": self.due,
            "open_session": None if self.open is None else _open_json(*self.open),
        }


def _skill_json(estimate: Estimate, tally: Tally) -> dict[str, Any]:
    chances = {name: round(getattr(estimate, name), 3) for name in ("chance", "low", "high")}
    due = None if estimate.due is None else estimate.due.isoformat()
    return {"skill": estimate.skill, "level": estimate.level, **chances, "due": due, **tally.to_json()}


def _open_json(session: SessionPlan, done: int) -> dict[str, Any]:
    return {"id": session.id, "topics": list(session.topics), "done": done, "items": len(session.planned)}


def progress(history: History, skills: Skills, now: Timestamp) -> Progress:
    """Return the scores at `now`, newest day first, weakest skill first, most frequent mistake first."""
    done = part_histories(history)
    judged = [attempt for attempt in history.attempts if attempt.verdict.costs_try]
    outcomes = Counter(attempt.verdict.outcome for attempt in history.attempts)
    known = Learner.of(done, skills, mixed_sessions(history, skills)).known
    return Progress(
        answers=len(judged),
        right=outcomes["correct"],
        unreadable=outcomes["unreadable"],
        undecided=outcomes["undecided"],
        total=Tally.of(done),
        topics=_by_topic(done),
        skills=tuple(sorted(_by_skill(done, skills, known), key=lambda pair: (pair[0].chance, pair[0].skill))),
        mistakes=_mistakes(attempt.verdict.mistake for attempt in judged),
        days=_days(done, now.day()),
        streak=streak(done, now.day()),
        due=due(known, now),
        open=_open(history),
    )


def due(known: Mapping[str, Estimate], now: Timestamp) -> int:
    """Return how many skills should be asked again on the day of `now`."""
    return sum(estimate.due is not None and estimate.due <= now.day() for estimate in known.values())


def streak(done: Iterable[PartHistory], today: date) -> int:
    """Days in a row with at least one try, up to today, or up to yesterday while today has none."""
    active = {part_history.begun.day() for part_history in done if part_history.first is not None}
    day = today if today in active else today - timedelta(days=1)
    length = 0
    while day in active:
        length += 1
        day -= timedelta(days=1)
    return length


def mixed_sessions(history: History, skills: Skills) -> dict[str, bool]:
    """For each session, whether it asked for two different first skills or more."""
    return {
        session.id: len({next(iter(skills.shares(planned.item)), "") for planned in session.planned}) > 1
        for session in history.sessions
    }


def _by_skill(
    done: Sequence[PartHistory], skills: Skills, known: Mapping[str, Estimate]
) -> Iterable[tuple[Estimate, Tally]]:
    for name, estimate in known.items():
        yield (
            estimate,
            Tally.of(part_history for part_history in done if name in skills.of_part(part_history.asked)),
        )


def _by_topic(done: Sequence[PartHistory]) -> tuple[tuple[str, Tally], ...]:
    """Topics of which a part was tried, by name."""
    of_topic: dict[str, list[PartHistory]] = {}
    for part_history in done:
        of_topic.setdefault(topic_of(part_history.asked.question.item), []).append(part_history)
    tallies = ((name, Tally.of(of_topic[name])) for name in sorted(of_topic))
    return tuple((name, tally) for name, tally in tallies if tally.parts)


def _mistakes(names: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    counted = Counter(name for name in names if name)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _days(done: Sequence[PartHistory], today: date) -> tuple[tuple[date, Tally], ...]:
    days = [today - timedelta(days=n) for n in range(DAYS)]
    return tuple(
        (day, Tally.of(part_history for part_history in done if part_history.begun.day() == day)) for day in days
    )


def _open(history: History) -> tuple[SessionPlan, int] | None:
    session = open_session(history)
    return None if session is None else (session, current_position(session, history))
