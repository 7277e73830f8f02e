"""The tables of a store, how a new one is made, and how a file is told to be one before SQLite touches it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from quizengine.errors import StoreUnusable

APPLICATION_ID = 0x515A456E  # "QZEn", at byte 68 of the file
MAGIC = b"SQLite format 3\x00"
HEADER = 100

FORMAT_1 = """
create table meta (name text primary key, value text not null);
create table sessions (
    id text primary key, topics text not null, planned text not null, at text not null, offset integer not null);
create table attempts (
    id text primary key, session text not null references sessions (id), position integer not null,
    item text not null, version text not null, seed integer not null, part text not null, of_parts integer not null,
    turn integer not null, answer text not null, verdict text not null, marks integer not null, chance real not null,
    hints integer not null, seconds real not null, at text not null, offset integer not null, replaces text not null);
create unique index one_answer_a_turn on attempts (session, position, item, version, seed, part, turn)
    where replaces = '';
create table acts (
    id text primary key, kind text not null, session text not null references sessions (id), position integer not null,
    item text not null, version text not null, seed integer not null, part text not null, of_parts integer not null,
    detail text not null, at text not null, offset integer not null);
create trigger sessions_stay before update on sessions begin select raise(abort, 'append-only'); end;
create trigger attempts_stay before update on attempts begin select raise(abort, 'append-only'); end;
create trigger acts_stay before update on acts begin select raise(abort, 'append-only'); end;
create trigger sessions_are_kept before delete on sessions begin select raise(abort, 'append-only'); end;
create trigger attempts_are_kept before delete on attempts begin select raise(abort, 'append-only'); end;
create trigger acts_are_kept before delete on acts begin select raise(abort, 'append-only'); end;
insert into meta values ('program', 'quizengine');
"""

#: MIGRATIONS[n] brings a store of format n to format n + 1, in one transaction.
MIGRATIONS = (FORMAT_1,)
FORMAT = len(MIGRATIONS)  # SQLite's user_version, at byte 60


def check(path: Path) -> bool:
    """True when `path` is a store, False when there is nothing yet.

    Reads the file's first bytes only, so a foreign file is never opened by SQLite, which might repair it.
    Raises StoreUnusable for anything else.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEADER)
    except FileNotFoundError:
        return False
    except IsADirectoryError:
        raise StoreUnusable(path, "this is a folder, not a store") from None
    except OSError as error:
        raise StoreUnusable(path, f"the store cannot be read ({error.strerror})") from None
    if not head:
        cure = "delete it if it never was one, or choose another file with --store"
        raise StoreUnusable(path, "the file is empty, so it is no store of quizengine", cure)
    if len(head) < HEADER or not head.startswith(MAGIC) or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise StoreUnusable(path, "this is no store of quizengine")
    if int.from_bytes(head[60:64], "big") > FORMAT:
        cure = "upgrade quizengine, or choose another file with --store"
        raise StoreUnusable(path, "a newer quizengine wrote this store", cure)
    return True


def create(path: Path) -> None:
    """Make an empty store at `path`, whole or not at all; a store that another process made meanwhile is kept.

    Raises StoreUnusable when the folder cannot be made or written.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        connection = sqlite3.connect(draft, isolation_level=None)
        try:
            connection.execute("pragma synchronous = full")
            connection.execute(f"pragma application_id = {APPLICATION_ID}")
            upgrade(connection)
        finally:
            connection.close()
        with contextlib.suppress(FileExistsError):
            _place(draft, path)
    except OSError as error:
        raise StoreUnusable(path, f"no store can be made here ({error.strerror})") from None
    except sqlite3.Error as error:
        raise StoreUnusable(path, f"no store can be made here ({error})") from None
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def _place(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)  # unlike a rename, this never replaces a file
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError(path) from None
        draft.rename(path)


def upgrade(connection: sqlite3.Connection) -> None:
    """Bring the open store to the newest FORMAT, one transaction a step."""
    (found,) = connection.execute("pragma user_version").fetchone()
    for step in range(found, FORMAT):
        connection.executescript(f"begin immediate; {MIGRATIONS[step]} pragma user_version = {step + 1}; commit;")
