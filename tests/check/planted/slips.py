"""Slips planted into copies of shipped items, as data: each file of this folder holds some, a list `slips`.

item      the id of the shipped item, and `swaps` or `drop`, what is changed in its text
swaps     pairs of texts: the first stands in the item exactly once, the second takes its place
drop      tables or keys whose lines are emptied: the heading `[verify]`, each `[[tests]]`, or how a line begins
at        beginnings of lines where the slip may be told as well; always the line where the first new text begins to
          differ, or its key; with `drop` alone the first line that is emptied
word      stands in the message that tells it, "" while nothing does
told      whether the checker tells it; reader, in place of that: why only a human can see it
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from quizengine.resources import shipped

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Slip:
    """One slip, and what should be told of it."""

    kind: str
    what: str
    item: str
    swaps: tuple[tuple[str, str], ...] = ()
    drop: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    word: str = ""
    told: bool = False
    reader: str = ""

    @property
    def path(self) -> Path:
        """The file of the shipped item."""
        return shipped("question_bank") / f"{self.item}.toml"

    def planted(self) -> tuple[str, frozenset[int]]:
        """Return the text with the slip, and the numbers of the lines where it should be told."""
        text, lines = self.path.read_text(encoding="utf-8"), set()
        for beginning in self.drop:
            text, emptied = _emptied(text, beginning)
            if not self.swaps:
                lines.add(emptied)
        for number, (old, new) in enumerate(self.swaps):
            assert text.count(old) == 1, f"{self.item}: {text.count(old)} times: {old}"
            begin = text.index(old)
            text = text.replace(old, new)
            if number == 0:
                lines |= _lines_at(text, begin + _alike(old, new))
        for beginning in self.at:
            found = [number for number, line in enumerate(text.split("\n"), 1) if line.lstrip().startswith(beginning)]
            assert found, f"{self.item}: no line begins with {beginning}"
            lines |= set(found)
        return text, frozenset(lines)


def _alike(old: str, new: str) -> int:
    """How many characters two texts begin with alike."""
    return next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )


def _lines_at(text: str, place: int) -> set[int]:
    """The line of a place, and where it stands inside a long text the line on which that begins."""
    before = text[:place]
    long = [match.start() for match in re.finditer("'''", before)]
    return {before.count("\n") + 1} | ({before.count("\n", 0, long[-1]) + 1} if len(long) % 2 else set())


def _emptied(text: str, beginning: str) -> tuple[str, int]:
    """The text with the lines of a table, or of a key and its value, emptied; and the number of the first."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith(beginning)]
    assert starts, f"no line begins with {beginning}"
    ends = re.compile(r"\[" if beginning.startswith("[") else r"['\"\w\[#]|$")
    for start in starts:
        end = next((n for n in range(start + 1, len(lines)) if ends.match(lines[n])), len(lines))
        lines[start:end] = [""] * (end - start)
    return "\n".join(lines), starts[0] + 1


@cache
def all_slips() -> tuple[Slip, ...]:
    """Return the slips of all files, in their order."""
    return tuple(slip for path in sorted(FOLDER.glob("*.toml")) for slip in _read(path))


def _read(path: Path) -> list[Slip]:
    return [Slip(**_frozen(row)) for row in tomllib.loads(path.read_text(encoding="utf-8"))["slips"]]


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    lists = {key: tuple(row.get(key, ())) for key in ("swaps", "drop", "at")}
    return row | lists | {"swaps": tuple((old, new) for old, new in lists["swaps"])}
