"""Whole sessions line by line, kept as files: what was on the screen, and what is in the journal afterwards.

The scripts were made at random, by a learner who knows the right answers and those that follow from wrong ones, and
chosen for what they reach: words, right, wrong and repeated answers, what cannot be read, own wrong answers that are
carried, pauses, and a bank that is changed meanwhile. A run is its arguments, its lines with the seconds before each,
and the changes of the bank before it. QUIZENGINE_UPDATE_GOLDEN=1 writes the transcripts anew. Where other numbers are
drawn, the typed answers no longer fit them, and the scripts are to be made anew too.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from quizengine.cli import options
from quizengine.cli.app import run

HERE = Path(__file__).parent / "transcripts"
SUPPORT = Path(__file__).parent.parent / "support"
SCRIPTS = [json.loads(line) for line in (HERE / "scripts.jsonl").read_text(encoding="utf-8").splitlines()]

ATTEMPTS = "select id, at, position, item, part, turn, answer, verdict, marks, chance, hints, seconds from attempts"
ACTS = "select at, kind, position, item, part, detail from acts"


class Clock:
    """Stands still but for the seconds before each line, and a moment for each row."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.rows = 0

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        self.rows += 1
        return datetime(2025, 3, 10, 9, tzinfo=UTC) + timedelta(seconds=self.seconds, microseconds=self.rows)


class Typed(io.TextIOBase):
    """A standard input on which each line takes its time."""

    encoding = "utf-8"

    def __init__(self, clock: Clock, lines: Iterator[tuple[float, str]]) -> None:
        self.clock = clock
        self.lines = lines

    def readline(self, _: int | None = -1) -> str:  # type: ignore[override]
        seconds, line = next(self.lines, (1.0, ""))
        self.clock.seconds += seconds
        return line


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """The small bank of sessions, and the questions of several parts."""
    folder = tmp_path / "bank"
    shutil.copytree(SUPPORT / "sessions" / "bank", folder)
    shutil.copytree(SUPPORT / "multipart", folder / "multi", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script["name"])
def test_a_session_goes_as_it_went(
    script: dict[str, Any],
    bank: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    clock, store, told = Clock(), tmp_path / "answers.db", []
    for name in ("LC_ALL", "LANG", "PYTHONIOENCODING", "QUIZENGINE_BANK", "QUIZENGINE_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QUIZENGINE_STORE", str(store))
    monkeypatch.setattr(time, "monotonic", clock.monotonic)
    monkeypatch.setattr(options, "datetime", clock)
    for arguments, lines, changes in script["runs"]:
        told += [change(bank, *changed) for changed in changes]
        monkeypatch.setattr(sys, "stdin", Typed(clock, ((seconds, f"{line}\n") for seconds, line in lines)))
        code = run([*arguments, "--plain", "--bank", str(bank)])
        screen = capsys.readouterr()
        assert screen.err == ""
        told.append(f"$ quizengine {' '.join(arguments)}\n{screen.out}[{code}]\n")
    transcript = "\n".join([*told, *rows(store), ""]).replace(str(tmp_path), "FOLDER")
    path = HERE / f"{script['name']}.txt"
    if os.environ.get("QUIZENGINE_UPDATE_GOLDEN"):
        path.write_text(transcript, encoding="utf-8")
    assert transcript == path.read_text(encoding="utf-8")


def change(bank: Path, name: str, old: str = "", new: str = "") -> str:
    """Remove a file of the bank, or put `new` for the text `old` in it; return a line that tells so."""
    path = bank / name
    if not old:
        path.unlink()
        return f"# {name} is removed\n"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return f"# in {name}: {old} -> {new}\n"


def rows(store: Path) -> list[str]:
    """The rows of the journal in the order of time, without ids and moments."""
    told: list[tuple[str, str]] = []
    turns: dict[str, int] = {}
    with closing(sqlite3.connect(store)) as connection:
        for id, at, position, item, part, turn, answer, verdict, *numbers in connection.execute(ATTEMPTS):
            turns[id] = turn
            judged = json.loads(verdict)
            said = " ".join(str(judged[name]) for name in ("verdict", "credit", "reason"))
            told.append((at, f"{position} {item} {part} answer {turn}: {answer} | {said} | {numbers}"))
        for at, kind, position, item, part, detail in connection.execute(ACTS):
            of = f"of answer {turns[detail]}" if kind == "undo" else detail
            told.append((at, f"{position} {item} {part} {kind} {of}".rstrip()))
    return [text for _, text in sorted(told, key=lambda row: row[0])]
