"""How good a learner is at each skill: Elo ratings from first tries, an interval around them, and a level.

The chance of a right first try is σ(θ + δ_skill + 0.4·δ_parent − b), where θ is the learner, δ what the learner's tries
on that skill have shown, and b = 0.35 · (difficulty − 3), all in logits: an author's label taken at face value predicts
worse than no label, taken at a third it predicts better. Steps shrink with the number of tries, as in Pelánek,
"Applications of the Elo rating system in adaptive educational systems" (2016). A choice has a floor for guessing. How
far a rating may be off is carried along, see `uncertainty`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from string import ascii_lowercase
from typing import Literal

from quizengine.journal import PartRef, Timestamp
from quizengine.practice.part_history import PartHistory
from quizengine.practice.rating_uncertainty import Covariance

Level = Literal["new", "learning", "proficient", "mastered"]

PARENT = 0.4
LABEL, MIDDLING = 0.35, 3  # logits for one step of difficulty, and the difficulty from which they are counted
STEP, SETTLES = 0.8, 0.06  # the first step, and how fast steps shrink
PRIOR = 1.5  # standard deviation of an unknown skill, in logits
BAND = 1.2816  # an interval of 80 %
FEW = 5  # below this many tries an interval is told and no number

PROFICIENT, ENOUGH = 0.85, 3  # chance of a right first try, and tries, for "proficient"
LATER = timedelta(hours=12)  # "mastered" needs a right first try at least this long after the one before
LADDER = (1, 3, 7, 21)  # days until a proficient skill is asked again


@dataclass(frozen=True, slots=True)
class Skills:
    """What the bank tells: the skills of each part and the difficulty of each item, and the parent of each skill."""

    of_item: Mapping[str, tuple[tuple[tuple[str, ...], ...], int]]
    parents: Mapping[str, str]

    def of_part(self, asked: PartRef) -> tuple[str, ...]:
        """Return the skills of a part that was asked.

        () when its item is no longer in the bank, or has another number of parts by now: then nobody knows which.
        """
        parts = self._parts(asked.question.item)
        place = ascii_lowercase.find(asked.part)  # 0 for the label of an only part, which is ""
        return parts[place] if len(parts) == asked.of and 0 <= place < len(parts) else ()

    def shares(self, item: str) -> Mapping[str, float]:
        """Return how much of an item each of its skills is: they sum to 1, and every part counts the same."""
        found: dict[str, float] = {}
        parts = self._parts(item)
        for names in parts:
            for name in names:
                found[name] = found.get(name, 0.0) + 1 / len(names) / len(parts)
        return found

    def level(self, item: str, logits: Mapping[str, float]) -> float:
        """Return the logit of a right first try on an item, from those of its skills on middling questions."""
        return sum(share * logits[name] for name, share in self.shares(item).items()) - self.harder(item)

    def harder(self, item: str) -> float:
        """By how many logits an item is harder than one of middling difficulty, as its author judges."""
        return LABEL * (self.of_item.get(item, ((), MIDDLING))[1] - MIDDLING)

    def _parts(self, item: str) -> tuple[tuple[str, ...], ...]:
        return self.of_item.get(item, ((), MIDDLING))[0]


@dataclass(frozen=True, slots=True)
class Estimate:
    """The chance of a right first try, between `low` and `high` in 80 % of cases.

    That of a skill is for a question of middling difficulty, that of an item for the item itself.
    due: the learner's day from which the skill should be asked again, None before "proficient".
    """

    skill: str
    chance: float
    low: float
    high: float
    tries: int
    level: Level
    due: date | None = None

    def words(self) -> str:
        """Return the estimate as it is told: an interval until there are five tries."""
        if not self.tries:
            return "new to you"
        tries = f"{self.tries} {'try' if self.tries == 1 else 'tries'}"
        between = f"{_round(self.low)}–{_round(self.high)} %"
        if self.tries < FEW:
            return f"you solve {between} of these, as far as {tries} can tell"
        return f"you solve these ~{round(100 * self.chance)} % ({between}, {tries})"


@dataclass(slots=True)
class _Rating:
    """A skill while its tries are folded: δ, the level, the rung of LADDER on which it stands, the last try."""

    delta: float = 0.0
    tries: int = 0
    level: Level = "new"
    rung: int = 0
    last: Timestamp | None = None


class Learner:
    """The ratings of one learner, changed try by try."""

    def __init__(self, skills: Skills) -> None:
        self.skills = skills
        self.ratings: dict[str, _Rating] = {}
        self.uncertainty = Covariance(PRIOR)
        self.theta = 0.0
        self.tries = 0

    @classmethod
    def of(cls, tried: Iterable[PartHistory], skills: Skills, mixed: Mapping[str, bool]) -> Learner:
        """Return the learner who did `tried`, in order of time.

        mixed: whether the session with that id mixed skills, which "mastered" asks for.
        """
        learner = cls(skills)
        for part_history in tried:
            if part_history.first is not None and skills.of_part(part_history.asked):
                learner.add(part_history, mixed.get(part_history.asked.session, False))
        return learner

    @property
    def known(self) -> dict[str, Estimate]:
        """The estimate of every skill with at least one first try."""
        return {name: self.estimate(name) for name, rating in self.ratings.items() if rating.tries}

    def on(self, item: str) -> Estimate:
        """Return what is told above a question: the chance on this item, with the tries of its least tried skill."""
        shares = self.skills.shares(item)
        if not shares:
            return fresh("")
        name = min(shares, key=lambda name: self.ratings.get(name, _Rating()).tries)
        tries = self.ratings.get(name, _Rating()).tries
        level = self.skills.level(item, {name: self.logit(name) for name in shares})
        return Estimate(name, *_interval(level, self.uncertainty.deviation(shares)), tries, "new")

    def logit(self, skill: str) -> float:
        """Return the logit of a right first try on a question of middling difficulty."""
        own = self.ratings.get(skill, _Rating()).delta
        parent = self.ratings.get(self.skills.parents.get(skill, ""), _Rating()).delta
        return self.theta + own + PARENT * parent

    def add(self, part_history: PartHistory, mixed: bool) -> None:
        """Move the ratings by one first try."""
        names, score = self.skills.of_part(part_history.asked), part_history.first or 0.0
        floor = part_history.attempts[0].guess_probability if part_history.attempts else 0.0
        harder = self.skills.harder(part_history.asked.question.item)
        alone = _sigma(sum(map(self.logit, names)) / len(names) - harder)
        right = floor + (1 - floor) * alone
        slope = (1 - floor) * alone * (1 - alone) / len(names)
        shared, surprise = _step(self.tries) / 2, score - right
        self.theta += shared * surprise
        self.tries += 1
        ratings = {name: self.ratings.setdefault(name, _Rating()) for name in names}
        steps = {name: shared + _step(rating.tries) for name, rating in ratings.items()}
        self.uncertainty.step(steps, slope, right * (1 - right))
        for name, rating in ratings.items():
            step = _step(rating.tries)
            rating.tries += 1
            rating.delta += step * surprise
            if parent := self.skills.parents.get(name, ""):
                self.ratings.setdefault(parent, _Rating()).delta += PARENT * step * surprise
            _climb(rating, _sigma(self.logit(name)), score, part_history.begun, mixed)

    def estimate(self, name: str) -> Estimate:
        """Return how this learner does at a skill that was tried."""
        rating, due = self.ratings[name], None
        if rating.level in ("proficient", "mastered") and rating.last is not None:
            due = _due(rating, rating.last)
        between = _interval(self.logit(name), self.uncertainty.deviation({name: 1.0}))
        return Estimate(name, *between, rating.tries, rating.level, due)


def _interval(logit: float, deviation: float) -> tuple[float, float, float]:
    """The chance, and between what it lies in 80 % of cases."""
    return _sigma(logit), _sigma(logit - BAND * deviation), _sigma(logit + BAND * deviation)


def _due(rating: _Rating, last: Timestamp) -> date:
    return last.day() + timedelta(days=LADDER[rating.rung])


def _climb(rating: _Rating, expected_score: float, score: float, now: Timestamp, mixed: bool) -> None:
    """The level and the rung of the ladder after one more try."""
    delayed = rating.last is not None and now.time() - rating.last.time() >= LATER
    settled = expected_score >= PROFICIENT and rating.tries >= ENOUGH
    if score == 1.0:
        if rating.level in ("proficient", "mastered") and rating.last and now.day() >= _due(rating, rating.last):
            rating.rung = min(rating.rung + 1, len(LADDER) - 1)
        if rating.level == "proficient" and delayed and mixed:
            rating.level = "mastered"
        elif rating.level in ("new", "learning"):
            rating.level = "proficient" if settled else "learning"
    else:
        rating.rung //= 2
        rating.level = "proficient" if settled else "learning"
    rating.last = now


def fresh(skill: str) -> Estimate:
    """Return the estimate of a skill that was never tried."""
    return Estimate(skill, *_interval(0.0, PRIOR), 0, "new")


def expected_score(item: str, skills: Skills, known: Mapping[str, Estimate]) -> float:
    """Return the expected chance of a right first try on `item`."""
    shares = skills.shares(item)
    logits = {name: _logit(known[name].chance) if name in known else 0.0 for name in shares}
    return _sigma(skills.level(item, logits)) if shares else 0.5


def _step(tries: int) -> float:
    return STEP / (1 + SETTLES * tries)


def _sigma(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def _logit(expected_score: float) -> float:
    held = min(max(expected_score, 0.01), 0.99)
    return math.log(held / (1 - held))


def _round(expected_score: float) -> int:
    return 5 * round(20 * expected_score)
