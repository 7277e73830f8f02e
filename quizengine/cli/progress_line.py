"""How far a long job is: one line on standard error where that is a terminal, nothing anywhere else; how many."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from itertools import count
from typing import TypeVar

from quizengine.cli.terminal import Terminal

Thing = TypeVar("Thing")

CELLS = 20  # of a bar
PATIENCE = 1.0  # seconds without a word that nobody minds


def counted(things: Iterable[Thing], of: int, doing: str, terminal: Terminal) -> Iterator[Thing]:
    """Each of `things`, of which there are `of`; "doing 12 of 30", and a bar, stand on the screen while the twelfth is
    made.
    """
    begun, source = time.monotonic(), iter(things)
    for number in count(1):
        late = terminal.err.isatty() and time.monotonic() - begun >= PATIENCE
        told = f"{doing} {min(number, of)} of {of} {_bar(min(number, of), of, terminal)}" if late else ""
        _over(terminal, told)
        try:
            thing = next(source)
        except StopIteration:
            return
        finally:
            _over(terminal, " " * len(told) + "\r" * bool(told))
        yield thing


def _bar(number: int, of: int, terminal: Terminal) -> str:
    """What is done, of CELLS."""
    done, left = ("█", "░") if terminal.unicode else ("#", ".")
    cells = (number - 1) * CELLS // max(of, 1)
    return done * cells + left * (CELLS - cells)


def _over(terminal: Terminal, text: str) -> None:
    """Writes over the line, without escape codes."""
    if text:
        terminal.err.write(f"\r{text}")
        terminal.err.flush()


def count_of(number: int, word: str) -> str:
    """Return "3 items", "1 item", "no items"."""
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"
