"""The store: append-only, whole or not at all, and never anything but a sentence when a file is no store."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from quizengine.answers.verdict import Verdict, Witness
from quizengine.errors import StoreUnusable
from quizengine.journal import Action, Attempt, History, Journal, PartRef, QuestionRef, SessionPlan, Timestamp, store

PLACE = QuestionRef("gradient/polynomial", "a1b2c3", 42)
NOON = Timestamp("2025-03-01T12:00:00.000000Z", 60)
WITNESS = Witness((("x", "1"), ("y", "-1/2")), "3", "5")
TOLD = ("differs", "∂f/∂y differs", "sign-lost")
WRONG = Verdict("incorrect", 0.5, (1.0, 0.0), "proven", WITNESS, *TOLD, echo="(2·x, y)")


def session(id: str = "s1") -> SessionPlan:
    return SessionPlan(id, ("gradient",), (PLACE, QuestionRef("step/one", "ff", 7)), NOON)


def attempt(id: str = "a1", turn: int = 0, answer: str = "(2x, y)", replaces: str = "") -> Attempt:
    return Attempt(id, PartRef("s1", 0, PLACE, "a", 3), turn, answer, WRONG, 2, 0.25, 1, 12.5, NOON, replaces)


def run(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "new folder" / "answers.db")


def test_what_was_written_is_read_back(journal: Journal) -> None:
    action = Action("h1", "hint", PartRef("s1", 0, PLACE, "a", 3), NOON)
    journal.begin(session())
    journal.action(action)
    journal.attempt(attempt())
    history = Journal(journal.path).history()
    assert history == History((session(),), (attempt(),), (action,))
    assert history.attempts[0].verdict.read_as == WRONG.read_as == "(2·x, y)"


def test_rows_of_a_verdict_that_is_given_no_more_are_read_back(journal: Journal) -> None:
    kept = replace(attempt(), verdict=replace(WRONG, reason="ambiguous-quotient", mistake=None))
    journal.begin(session())
    journal.attempt(kept)
    assert Journal(journal.path).history().attempts == (kept,)


def test_reading_a_store_that_is_not_there_makes_none(journal: Journal) -> None:
    assert journal.history() == History()
    assert not journal.path.parent.exists()


@pytest.mark.parametrize("answer", ["", "x\x00y", "\x1b[31m", "∇f = ½", "\ud800", "x" * 5000, "'; drop table acts; --"])
def test_any_text_is_kept(journal: Journal, answer: str) -> None:
    journal.begin(session())
    journal.attempt(attempt(answer=answer))
    (kept,) = journal.history().attempts
    assert kept.answer == answer.encode("utf-8", "backslashreplace").decode()


def test_an_undone_attempt_does_not_count_but_stays(journal: Journal) -> None:
    journal.begin(session())
    journal.attempt(attempt())
    journal.action(Action("u1", "undo", PartRef("s1", 0, PLACE, "a", 3), NOON, "a1"))
    assert journal.history().attempts == ()
    assert run(journal.path, "select count(*) from attempts") == [(1,)]


def test_an_attempt_judged_again_has_its_newest_verdict(journal: Journal) -> None:
    journal.begin(session())
    journal.attempt(attempt())
    again = Attempt("r1", PartRef("s1", 0, PLACE, "a", 3), 0, "", Verdict("correct", 1.0), 2, 0.0, 1, 0.0, NOON, "a1")
    journal.attempt(again)
    (kept,) = journal.history().attempts
    assert (kept.id, kept.answer, kept.verdict) == ("a1", "(2x, y)", Verdict("correct", 1.0))


@pytest.mark.parametrize("change", ["update attempts set answer = 'x'", "delete from attempts", "delete from sessions"])
def test_rows_cannot_be_changed(journal: Journal, change: str) -> None:
    journal.begin(session())
    journal.attempt(attempt())
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        run(journal.path, change)


def test_two_windows_cannot_answer_the_same_turn(journal: Journal) -> None:
    journal.begin(session())
    journal.attempt(attempt())
    with pytest.raises(StoreUnusable, match="another window; nothing was changed; run quizengine again"):
        Journal(journal.path).attempt(attempt(id="a2"))
    assert len(journal.history().attempts) == 1


def test_a_store_that_another_program_holds_is_told(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.ready()
    monkeypatch.setattr(store, "PATIENCE", 0.01)
    with closing(sqlite3.connect(journal.path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(StoreUnusable, match="another program has held this store"):
            journal.begin(session())
    journal.begin(session())
    assert journal.history().sessions == (session(),)


def no_store(folder: Path, kind: str) -> Path:
    path = folder / kind
    if kind == "foreign database":
        run(path, "create table mine (a)")
    elif kind == "folder":
        path.mkdir()
    else:
        path.write_bytes({"empty file": b"", "text": b"hello\n" * 50, "short": b"SQLite format 3\x00"}[kind])
    return path


@pytest.mark.parametrize("kind", ["foreign database", "folder", "empty file", "text", "short"])
def test_what_is_no_store_is_told_and_left_as_it_was(tmp_path: Path, kind: str) -> None:
    path = no_store(tmp_path, kind)
    before = path.read_bytes() if path.is_file() else None
    for use in (Journal(path).history, Journal(path).ready, lambda: Journal(path).begin(session())):
        with pytest.raises(StoreUnusable) as caught:
            use()
        assert str(path) in str(caught.value)
        assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [child.name for child in tmp_path.iterdir()] == [kind]


def test_a_damaged_store_is_told(journal: Journal) -> None:
    journal.begin(session())
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StoreUnusable, match="damaged"):
        journal.history()


@pytest.mark.parametrize(
    "row",
    [
        "'s2', '[]', '[]', 'yesterday', 0",
        "'s2', '[]', '[]', '2025-03-01T12:00:00Z', 'noon'",
        "'s2', '[]', '[[1]]', '2025-03-01T12:00:00Z', 0",
        "'s2', 'gradient', '[]', '2025-03-01T12:00:00Z', 0",
    ],
)
def test_a_row_that_means_nothing_is_told(journal: Journal, row: str) -> None:
    journal.ready()
    with closing(sqlite3.connect(journal.path)) as connection, connection:
        connection.execute(f"insert into sessions values ({row})")
    with pytest.raises(StoreUnusable, match="a row of this store is damaged"):
        journal.history()


def test_a_store_of_a_newer_program_is_told(journal: Journal) -> None:
    journal.ready()
    run(journal.path, "pragma user_version = 99")
    with pytest.raises(StoreUnusable, match="upgrade quizengine"):
        journal.history()


@pytest.mark.skipif(os.name == "nt", reason="folders on Windows have other rights")
def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreUnusable, match=r"no store can be made here|cannot be read"):
        Journal(tmp_path / "file" / "answers.db").ready()


def test_an_answer_is_on_the_disk_when_the_call_returns(tmp_path: Path) -> None:
    """A process that says what it wrote, killed in the middle, has lost none of it."""
    path = tmp_path / "answers.db"
    script = (
        "import sys; from pathlib import Path\n"
        "from quizengine.answers.verdict import Verdict\n"
        "from quizengine.journal import *\n"
        "place, now = QuestionRef('a/b', 'v', 1), Timestamp('2025-03-01T12:00:00.000000Z')\n"
        "journal = Journal(Path(sys.argv[1])); journal.begin(SessionPlan('s', (), (place,), now))\n"
        "part = PartRef('s', 0, place)\n"
        "for n in range(10_000):\n"
        "    journal.attempt(Attempt(str(n), part, n, 'x', Verdict('incorrect'), 1, 0, 0, 1.0, now))\n"
        "    print(n, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.3)
        process.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
        said = 1 + len([line for line in process.stdout if line.endswith("\n")])
    kept = Journal(path).history().attempts
    assert len(kept) >= said > 1
    assert [attempt.turn for attempt in kept] == list(range(len(kept)))


@pytest.mark.parametrize(
    ("when", "day"),
    [
        (datetime(2025, 3, 1, 12, tzinfo=UTC), "2025-03-01"),
        (datetime(2025, 3, 1, 3, 59, tzinfo=UTC), "2025-02-28"),
        (datetime(2025, 3, 1, 4, 0, tzinfo=UTC), "2025-03-01"),
        (datetime(2025, 3, 1, 1, tzinfo=timezone(timedelta(hours=-7))), "2025-02-28"),
        (datetime(2025, 3, 1, 23, tzinfo=timezone(timedelta(hours=9))), "2025-03-01"),
    ],
)
def test_a_day_begins_at_four_on_the_learners_clock(when: datetime, day: str) -> None:
    moment = Timestamp.of(when)
    assert str(moment.day()) == day
    assert moment.time() == when
