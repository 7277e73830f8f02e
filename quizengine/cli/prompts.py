"""The two ways to ask for a line: `PlainPrompt` reads lines, `live.Live` edits one with what is read shown below it."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TextIO

from quizengine.cli.terminal import Terminal

LONGEST = 1_000_000  # characters of a line

#: Words a learner can type, and what they do; on a live screen the keys do the same.
WORDS: Mapping[str, str] = {
    ":hint": "a hint",
    ":skip": "the next question, without an answer to this one",
    ":show": "the answer and the worked steps; this part earns nothing more",
    ":again": "the question once more",
    ":steps": "the worked steps of what you answered last",
    ":undo": "take back a wrong answer, once a question: it costs no try",
    ":quit": "pause; everything is saved",
    ":help": "these words",
}
#: Other ways to say the same.
OTHERS: Mapping[str, str] = {
    **{":h": ":hint", ":?": ":help", ":q": ":quit", ":exit": ":quit", ":pause": ":quit"},
    **{":question": ":again", ":repeat": ":again", ":next": ":skip", ":answer": ":show", ":solution": ":show"},
}
KEYS: Mapping[str, str] = {"f1": ":help", "f2": ":hint", "f3": ":skip", "f4": ":show", "f5": ":again"}

Echo = Callable[[str], str]
Idle = Callable[[], None]


def meant(typed: str) -> str | None:
    """The word that `typed` stands for, with its colon or without; None when it is none of them.

    meant("Quit")       ":quit"
    meant(":h")         ":hint"
    """
    word = ":" + typed.strip().lower().removeprefix(":")
    return word if word in WORDS else OTHERS.get(word)


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
        """The line as typed, without its end; raises Paused."""


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
