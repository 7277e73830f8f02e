"""The journal's file: SQLite with a rollback journal, every row on the disk before the call returns.

Not write-ahead logging: versions of SQLite before 3.51.3 can lose committed rows with it, and a copy of the
file without its log loses the newest rows.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from quizengine.answers.verdict import Verdict
from quizengine.errors import StoreUnusable
from quizengine.journal import schema
from quizengine.journal.records import (
    Action,
    Attempt,
    History,
    PartRef,
    QuestionRef,
    SessionPlan,
    Timestamp,
    counting_attempts,
)

PATIENCE = 5.0  # seconds to wait for another process that is writing

_BEGIN = "insert into sessions values (?, ?, ?, ?, ?)"
_ATTEMPT = "insert into attempts values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ACT = "insert into acts values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class Journal:
    """The store at `path`. It is made with the first row; reading one that is not there gives an empty History.

    Every method raises StoreUnusable when the file is no store, is damaged, or cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def begin(self, session: SessionPlan) -> None:
        """Write a session's plan."""
        planned = [[place.item, place.version, place.seed] for place in session.planned]
        self._append(_BEGIN, (session.id, _json(session.topics), _json(planned), *_at(session.moment)))

    def attempt(self, attempt: Attempt) -> None:
        """Write an answer with its verdict, or, with `replaces`, a new verdict on an earlier one."""
        row = (
            attempt.turn,
            _text(attempt.answer),
            _json(attempt.verdict.to_json()),
            attempt.marks,
            attempt.guess_probability,
        )
        end = (attempt.hints, round(attempt.seconds, 3), *_at(attempt.moment), attempt.replaces)
        self._append(_ATTEMPT, (attempt.id, *_asked(attempt.asked), *row, *end))

    def action(self, action: Action) -> None:
        """Write what else the learner did."""
        self._append(_ACT, (action.id, action.kind, *_asked(action.asked), _text(action.detail), *_at(action.moment)))

    def history(self) -> History:
        """Return all rows, in the order in which they were written, with corrections applied."""
        if not schema.check(self.path):
            return History()
        with self._open() as connection:
            connection.execute("begin")  # one snapshot of the three tables
            sessions = tuple(map(_to_session, connection.execute("select * from sessions order by rowid")))
            attempts = tuple(map(_to_attempt, connection.execute("select * from attempts order by rowid")))
            actions = tuple(map(_to_act, connection.execute("select * from acts order by rowid")))
            connection.execute("commit")
        return History(sessions, counting_attempts(attempts, actions), actions)

    def ready(self) -> None:
        """Make sure that rows can be written, so that a fault is told before the first question and not after it."""
        if not schema.check(self.path):
            schema.create(self.path)
        with self._open() as connection:
            connection.execute("begin immediate")
            connection.execute("insert into meta values ('try', 'out')")
            connection.execute("rollback")

    def _append(self, insert: str, row: Sequence[Any]) -> None:
        if not schema.check(self.path):
            schema.create(self.path)
        with self._open() as connection:
            connection.execute("begin immediate")
            connection.execute(insert, row)
            connection.execute("commit")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """A connection for one transaction; SQLite's errors become StoreUnusable."""
        try:
            address = f"{self.path.absolute().as_uri()}?mode=rw"
            with closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=PATIENCE)) as connection:
                connection.execute("pragma synchronous = full")
                connection.execute("pragma foreign_keys = on")
                schema.upgrade(connection)
                yield connection
        except sqlite3.Error as error:
            raise StoreUnusable(self.path, *_why(error)) from None
        except (ValueError, KeyError, TypeError, OverflowError) as error:
            raise StoreUnusable(self.path, f"a row of this store is damaged ({error})") from None


def _why(error: sqlite3.Error) -> tuple[str, str]:
    """What happened and what to do."""
    name, other = getattr(error, "sqlite_errorname", ""), "choose another file with --store"
    if name.startswith("SQLITE_CONSTRAINT_UNIQUE"):
        return "this session was carried on in another window", "run quizengine again to go on from there"
    if name.startswith("SQLITE_BUSY"):
        return "another program has held this store for some time", "close it and run quizengine again"
    if name.startswith("SQLITE_FULL"):
        return "the disk is full", f"make room and run quizengine again, or {other}"
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR")):
        return f"the store cannot be read and written ({error})", other
    return f"the store is damaged ({error})", f"bring back a copy of it, or {other}"


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _text(typed: str) -> str:
    """UTF-8 has no lone surrogates; they are kept as escapes."""
    return typed.encode("utf-8", "backslashreplace").decode("utf-8")


def _at(moment: Timestamp) -> tuple[str, int]:
    return moment.utc, moment.offset


def _asked(asked: PartRef) -> tuple[str, int, str, str, int, str, int]:
    place = asked.question
    return asked.session, asked.position, place.item, place.version, place.seed, asked.part, asked.of


def _to_moment(utc: str, offset: int) -> Timestamp:
    """A moment that is one: scores ask for its day much later, when nobody knows any more which row it was."""
    moment = Timestamp(utc, offset)
    moment.day()
    return moment


def _to_session(row: tuple[Any, ...]) -> SessionPlan:
    id, topics, planned, utc, offset = row
    places = tuple(QuestionRef(str(item), str(version), int(seed)) for item, version, seed in json.loads(planned))
    return SessionPlan(id, tuple(json.loads(topics)), places, _to_moment(utc, offset))


def _to_asked(row: tuple[Any, ...]) -> PartRef:
    session, position, item, version, seed, part, of = row
    return PartRef(session, position, QuestionRef(item, version, seed), part, of)


def _to_attempt(row: tuple[Any, ...]) -> Attempt:
    turn, answer, verdict, marks, chance, hints, seconds, utc, offset, replaces = row[8:]
    judged = Verdict.from_json(json.loads(verdict))
    at = _to_moment(utc, offset)
    return Attempt(row[0], _to_asked(row[1:8]), turn, answer, judged, marks, chance, hints, seconds, at, replaces)


def _to_act(row: tuple[Any, ...]) -> Action:
    detail, utc, offset = row[9:]
    return Action(row[0], row[1], _to_asked(row[2:9]), _to_moment(utc, offset), detail)
