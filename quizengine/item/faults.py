"""An author's slip as data: which file, which line, what is wrong and the cure."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

Where = tuple[str | int, ...]  # keys and positions that lead to a value: ("mistakes", 1, "says")
Finding = tuple[int, str]  # line (from 1) and message


@dataclass(frozen=True, slots=True)
class Fault:
    """One slip in a bank: `line` counts from 1, 0 means the whole file; `message` is one line with the cure."""

    path: Path
    line: int
    message: str

    @property
    def place(self) -> str:
        """ "line 5: ", or nothing for the whole file."""
        return f"line {self.line}: " if self.line else ""

    def __str__(self) -> str:
        line = f":{self.line}" if self.line else ""
        return f"{self.path}{line}: {self.message}".replace("\n", "\\n")  # one line, whatever a file is called


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return up to three of `known` that look like `name`, nearest first."""
    return tuple(difflib.get_close_matches(name.lower(), list(known), n=3, cutoff=0.6))


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """'; did you mean …?' or, if nothing looks like `name`, a list of the first few known names."""
    names = sorted(set(known))
    near = nearest(name, names)
    if near:
        return f"; did you mean '{near[0]}'?"
    return f"; known are {', '.join(names[:14])}{', …' if len(names) > 14 else ''}" if names else ""
