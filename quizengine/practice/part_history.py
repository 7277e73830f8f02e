"""What a learner did on each part: the rows of the journal brought together, and the session that is still open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from quizengine.journal import Action, Attempt, History, PartRef, SessionPlan, Timestamp
from quizengine.practice.marks import TRIES, share_of, tries_of

LONGEST = 900.0  # seconds that count for one answer


@dataclass(frozen=True, slots=True)
class PartHistory:
    """All that was done on one part of one question of one session, in order.

    left_out: it could not be asked or judged, of which its learner knows nothing.
    """

    asked: PartRef
    begun: Timestamp
    attempts: tuple[Attempt, ...] = ()
    hints: int = 0
    shown: bool = False
    skipped: bool = False
    left_out: bool = False

    @property
    def judged(self) -> tuple[Attempt, ...]:
        """The attempts that cost a try."""
        return tuple(attempt for attempt in self.attempts if attempt.verdict.costs_try)

    @property
    def solved(self) -> bool:
        return any(attempt.verdict.outcome == "correct" for attempt in self.attempts)

    @property
    def at_once(self) -> bool:
        """Right at the first try, with hints or without."""
        return bool(self.judged) and self.judged[0].verdict.outcome == "correct"

    @property
    def over(self) -> bool:
        """Nothing more can be earned here."""
        tries = tries_of(self.attempts[0].guess_probability) if self.attempts else TRIES
        return self.solved or self.shown or self.skipped or len(self.judged) >= tries

    @property
    def share(self) -> float:
        """The share of the marks earned, 0 to 1: the best try, the second for three quarters."""
        shares = (share_of(n) * attempt.verdict.credit for n, attempt in enumerate(self.judged, 1))
        return max(shares, default=0.0)

    @property
    def marks(self) -> int:
        """What the part is worth; 0 where nothing was judged."""
        return self.judged[0].marks if self.judged else 0

    @property
    def first(self) -> float | None:
        """How the first try went, 0 to 1, half of it with a hint; None when nothing was tried or shown.

        This, and not the marks, tells what the learner can do alone.
        """
        if self.judged:
            attempt = self.judged[0]
            return attempt.verdict.credit * (0.5 if attempt.hints else 1.0)
        return 0.0 if self.shown else None

    @property
    def seconds(self) -> float:
        """Spent on the answers; who leaves a question open over lunch has not worked on it for so long."""
        return sum(min(attempt.seconds, LONGEST) for attempt in self.attempts)


def part_histories(history: History) -> tuple[PartHistory, ...]:
    """Return a PartHistory for each part that has a row, in the order in which they were begun."""
    found: dict[PartRef, PartHistory] = {}
    for attempt in history.attempts:
        part_history = found.get(attempt.asked, PartHistory(attempt.asked, attempt.moment))
        found[attempt.asked] = replace(part_history, attempts=(*part_history.attempts, attempt))
    for action in history.actions:
        if action.kind not in ("close", "undo"):
            found[action.asked] = _after_action(
                found.get(action.asked, PartHistory(action.asked, action.moment)), action
            )
    return tuple(sorted(found.values(), key=lambda part_history: part_history.begun.utc))


def _after_action(part_history: PartHistory, action: Action) -> PartHistory:
    match action.kind:
        case "hint":
            return replace(part_history, hints=part_history.hints + 1)
        case "show":
            return replace(part_history, shown=True)
        case _:
            return replace(part_history, skipped=True, left_out=bool(action.detail))  # with its reason


def open_session(history: History) -> SessionPlan | None:
    """Return the newest session that was not closed; a session is closed by a row when its last question is over."""
    closed = {action.asked.session for action in history.actions if action.kind == "close"}
    return next((session for session in reversed(history.sessions) if session.id not in closed), None)


def current_position(session: SessionPlan, history: History) -> int:
    """Return the position (from 0) of the first question of `session` that is not over: how many are done."""
    done = part_histories(history.of(session))
    over = Counter(
        (part_history.asked.position, part_history.asked.question) for part_history in done if part_history.over
    )
    parts = {part_history.asked.position: part_history.asked for part_history in done}
    position = 0
    while position in parts and over[position, parts[position].question] >= parts[position].of:
        position += 1
    return position
