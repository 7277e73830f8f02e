"""The fuzz target itself: its corpus holds, and it finds what breaks a promise."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import fuzz_reader


@pytest.mark.parametrize("file", sorted(fuzz_reader.CORPUS.iterdir()), ids=lambda file: file.name)
def test_the_corpus_holds(file: Path) -> None:
    fuzz_reader.check(file.read_text(encoding="utf-8"))


def test_a_slow_judge_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    judge, limit = fuzz_reader.judge, fuzz_reader.limit()

    def slow(*arguments: object) -> object:
        end = time.process_time() + limit
        while time.process_time() < end:
            pass
        return judge(*arguments)

    monkeypatch.setattr(fuzz_reader, "judge", slow)
    with pytest.raises(AssertionError, match="slow to judge"):
        fuzz_reader.check("2x")


def test_a_judge_that_is_slow_once_is_not_blamed(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = [fuzz_reader.limit()]
    judge = fuzz_reader.judge

    def slow_at_first(*arguments: object) -> object:
        end = time.process_time() + (waits.pop() if waits else 0)
        while time.process_time() < end:
            pass
        return judge(*arguments)

    monkeypatch.setattr(fuzz_reader, "judge", slow_at_first)
    fuzz_reader.check("2x")


def test_a_fault_without_words_is_found() -> None:
    with pytest.raises(AssertionError):
        fuzz_reader.sound(fuzz_reader.Unreadable("reason", 7, "beyond the end"), "2x")
