"""How far a long job is: one line on standard error where that is a terminal, nothing anywhere else."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from quizengine.cli.terminal import Terminal

Thing = TypeVar("Thing")

PATIENCE = 1.0  # seconds without a word that nobody minds


def counted(things: Iterable[Thing], of: int, doing: str, terminal: Terminal) -> Iterator[Thing]:
    """Each of `things`, of which there are `of`; meanwhile "doing 12 of 30" stands on the screen."""
    begun, shown = time.monotonic(), ""
    try:
        for number, thing in enumerate(things, 1):
            if terminal.err.isatty() and time.monotonic() - begun >= PATIENCE:
                shown = f"{doing} {number} of {of}"
                _over(terminal, shown)
            yield thing
    finally:
        if shown:
            _over(terminal, " " * len(shown) + "\r")


def _over(terminal: Terminal, text: str) -> None:
    """Writes over the line, without escape codes."""
    terminal.err.write(f"\r{text}")
    terminal.err.flush()
