"""How far a long job is."""

from __future__ import annotations

import io

import pytest

from quizengine.cli import progress_line
from quizengine.cli.progress_line import counted
from quizengine.cli.terminal import Terminal


class Window(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


HALF = "█" * 10 + "░" * 10
BARS = ((1, "░" * 20), (2, HALF), (2, HALF))


@pytest.mark.parametrize(
    ("err", "patience", "shown"),
    [
        (Window(), 0.0, "".join(f"\rSheet {n} of 2 {bar}\r{' ' * 33}\r" for n, bar in BARS)),
        (Window(), 1e9, ""),
        (io.StringIO(), 0.0, ""),
    ],
    ids=["long", "short", "piped"],
)
def test_a_long_job_is_told_on_a_terminal_only(
    err: io.StringIO, patience: float, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress_line, "PATIENCE", patience)
    assert list(counted("ab", 2, "Sheet", Terminal(io.StringIO(), err))) == ["a", "b"]
    assert err.getvalue() == shown
