"""Runs the program in this process, or in one of its own where signals and streams count."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Ran:
    """What one run of the program gave."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of this test's own, named by QUIZENGINE_STORE."""
    path = tmp_path / "answers.db"
    monkeypatch.setenv("QUIZENGINE_STORE", str(path))
    return path


@pytest.fixture
def run(store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """run("bank", "list", typed="…") gives exit code, standard output and standard error."""
    from quizengine.cli.app import run as program

    for name in ("LC_ALL", "LANG", "PYTHONIOENCODING", "QUIZENGINE_BANK", "QUIZENGINE_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def go(*arguments: str, typed: str | bytes = "") -> Ran:
        raw = typed.encode() if isinstance(typed, str) else typed
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8", errors="replace"))
        code = program(arguments)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return go


@pytest.fixture
def start(store: Path) -> Run:
    """start("practice", typed="…", LC_ALL="C") runs the program in a process of its own."""

    def go(*arguments: str, typed: str = "", **environ: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "quizengine", *arguments],
            input=typed.encode(),
            capture_output=True,
            timeout=120,
            env={**os.environ, "QUIZENGINE_STORE": str(store), "PYTHONHASHSEED": "0", **environ},
        )
        return Ran(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    return go
