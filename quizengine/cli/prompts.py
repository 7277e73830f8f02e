"""The two ways to ask for a line: `PlainPrompt` reads lines; `LivePrompt` (live_prompt) shows how one is read."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TextIO

from quizengine.cli.terminal import Terminal

LONGEST = 1_000_000  # characters of a line

Echo = Callable[[str], str]
Idle = Callable[[], None]


def prompt_of(label: str) -> str:
    """Return what stands before the line in which the part with this label is answered."""
    return f"answer ({label})> " if label else "answer> "


class Paused(Exception):
    """The learner left: Ctrl-C, Ctrl-D, :quit, or the end of a script."""


def nothing() -> None:
    """There is nothing to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is asked for: `prompt` stands before the line; `echo` tells how a text would be read, "" if it cannot be.

    `idle` begins what may be done while the learner thinks; it returns at once and may be called again.
    """

    prompt: str
    echo: Echo
    idle: Idle = nothing


class Prompt(Protocol):
    """Asks for one line."""

    def ask(self, line: Line) -> str:
        """Return the line as typed, without its end; raises Paused."""


class PlainPrompt:
    """One line from standard input, no escape codes, nothing redrawn: for scripts, pipes and screen readers."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal

    def ask(self, line: Line) -> str:
        out = self.terminal.out
        try:
            out.write(line.prompt)
            out.flush()
            if sys.stdin.isatty() and os.name == "posix":
                _await(sys.stdin)
            typed = rest = sys.stdin.readline(LONGEST)
            while len(rest) == LONGEST and not rest.endswith("\n"):
                rest = sys.stdin.readline(LONGEST)  # one line is one answer, however long
        except KeyboardInterrupt:
            raise Paused from None
        if not sys.stdin.isatty():
            out.write(self.terminal.fit(typed.rstrip("\r\n")[:2_000]) + "\n")  # so that the transcript can be read
        if not typed:
            raise Paused
        return typed.rstrip("\r\n")


def _await(terminal: TextIO) -> None:
    """Returns when a line can be read. A Ctrl-C just before a read begins would wait for the end of the line."""
    woken, wakes = os.pipe()
    os.set_blocking(wakes, False)
    before = signal.set_wakeup_fd(wakes)
    try:
        while terminal.fileno() not in select.select([terminal.fileno(), woken], [], [])[0]:
            os.read(woken, 1)  # a signal that stops nothing; Ctrl-C raises KeyboardInterrupt
    finally:
        signal.set_wakeup_fd(before)
        os.close(woken)
        os.close(wakes)
