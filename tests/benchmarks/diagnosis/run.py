"""Whether the program finds out which misconception a learner holds.

    python tests/benchmarks/diagnosis/run.py [--runs N] [--seed S] [--questions Q]

Each run is a learner with one misconception who practises the topics where it belongs, with 10 % random slips on top.
The questions are those that the program chooses, in sessions of six, each chosen by what was seen before. A part that
was answered wrong is left. After Q questions (12) the learner's scores name mistakes, most frequent first; the run has
found the misconception if one of its names is among the first three. The wrong answers are worked out from the question
by code that never reads what mistakes an item lists; see wrong_words.py.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import repeat
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.diagnosis.learner import answer_of, misworked
from benchmarks.diagnosis.misconceptions import MISCONCEPTIONS, Misconception

from quizengine.bank import Bank, load_bank, select
from quizengine.cli.commands.progress import skills_of
from quizengine.draw import draw_question
from quizengine.journal import Action, Attempt, History, SessionPlan, Timestamp
from quizengine.practice import Learner, SelectionRequest, part_histories, progress, select_questions
from quizengine.practice.scores import mixed_sessions
from quizengine.quiz import Draw, Finish, Request, Stamp, Typed, resume, take

BEGUN = datetime(2025, 3, 10, 12, tzinfo=UTC)
SESSION = 6  # questions
NAMED = 3  # mistakes that the program is held to


@dataclass(frozen=True)
class Run:
    """A learner after all questions.

    title, names: of the misconception; shown: on how many parts it made a difference; named: what the program names.
    """

    title: str
    names: frozenset[str]
    shown: int
    named: tuple[tuple[str, int], ...]

    @property
    def found(self) -> bool:
        return any(name in self.names for name, _ in self.named[:NAMED])

    @property
    def times_named(self) -> int:
        return sum(times for name, times in self.named if name in self.names)


@cache
def bank() -> Bank:
    return load_bank()


def run(number: int, seed: int, questions: int) -> Run:
    """Return what becomes of learner `number`; the misconceptions take turns."""
    held = MISCONCEPTIONS[number % len(MISCONCEPTIONS)]
    chance = Random(f"{seed} {number}")
    history, shown = History(), 0
    for first in range(0, questions, SESSION):
        moment = BEGUN + timedelta(days=first // SESSION)
        history, more = practise(history, held, min(SESSION, questions - first), moment, chance)
        shown += more
    scores = progress(history, skills_of(bank()), Timestamp.of(BEGUN + timedelta(days=9)))
    return Run(held.title, held.names, shown, scores.mistakes)


def practise(history: History, held: Misconception, size: int, begun: datetime, chance: Random) -> tuple[History, int]:
    """Return the history after one session, and on how many parts the misconception made a difference."""
    skills, before = skills_of(bank()), part_histories(history)
    known = Learner.of(before, skills, mixed_sessions(history, skills)).known
    items = select(bank(), held.topics)
    request = SelectionRequest(size, chance.randrange(2**31), skills, known, before, Timestamp.of(begun))
    planned = SessionPlan(f"session {begun:%d}", held.topics, select_questions(items, request), Timestamp.of(begun))
    session = resume(planned, History((planned,)))
    rows: list[Attempt | Action] = []
    shown = 0
    stamps = (Stamp(f"{planned.id} {n}", Timestamp.of(begun + timedelta(seconds=20 * n)), 20.0) for n in range(9999))
    while not session.over:
        wanted = session.wanted
        if wanted is not None:
            drawn = draw_question(bank().item(wanted.item), wanted.seed, bank().mistakes)
            given: Draw | Finish | Typed | Request = Draw(drawn)
        elif session.asking is None:
            given = Finish()
        elif session.part_history().attempts:  # also one that could not be read, which costs no try
            given = Request.SHOW
        else:
            wrong = misworked(session.now.question, session.now.index, held)
            shown += wrong is not None
            given = Typed(answer_of(session.now.part, wrong, chance))
        taken = take(session, given, next(stamps))
        session = taken.session
        rows += taken.rows
    attempts = tuple(row for row in rows if isinstance(row, Attempt))
    actions = tuple(row for row in rows if isinstance(row, Action))
    after = History((*history.sessions, planned), (*history.attempts, *attempts), (*history.actions, *actions))
    return after, shown


def table(runs: list[Run]) -> Iterator[str]:
    """One line for each misconception, and one for all."""
    by_title: dict[str, list[Run]] = defaultdict(list)
    for one in runs:
        by_title[one.title].append(one)
    yield f"{'misconception':<42}{'runs':>6}{'shown':>8}{'named':>8}{'found':>9}"
    for title, those in by_title.items():
        shown = sum(one.shown for one in those) / len(those)
        named = sum(one.times_named for one in those) / len(those)
        found = sum(one.found for one in those)
        yield f"{title:<42}{len(those):>6}{shown:>8.1f}{named:>8.1f}{100 * found / len(those):>7.0f} %"
    found = sum(one.found for one in runs)
    yield f"{len(runs)} learners, {len(by_title)} misconceptions: found {100 * found / len(runs):.0f} %"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--questions", type=int, default=12)
    given = parser.parse_args()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        runs = list(pool.map(run, range(given.runs), repeat(given.seed), repeat(given.questions), chunksize=4))
    print(*table(runs), sep="\n")


if __name__ == "__main__":
    main()
