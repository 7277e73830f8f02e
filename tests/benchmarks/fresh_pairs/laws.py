"""The material beside this file, read; and the laws in it: equal ways to write one thing."""

from __future__ import annotations

from pathlib import Path

from .expr import Expr, read

Law = tuple[Expr, Expr]


def sections(*files: str) -> dict[str, list[str]]:
    """The rows under each [title] of files in material/; # begins a remark."""
    found: dict[str, list[str]] = {}
    texts = [(Path(__file__).parent / "material" / file).read_text(encoding="utf-8") for file in files]
    for line in "\n".join(texts).splitlines():
        if line.startswith("["):
            rows = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            rows.append(line)
    return found


def law(row: str) -> Law:
    left, right = row.split(" = ")
    return read(left), read(right)


_ROWS = sections("rewritings.txt", "natural.txt", "identities.txt")
REWRITINGS = [law(row) for row in _ROWS["rewritings"]]
NATURAL = [law(row) for row in _ROWS["natural"]]
WRAPPINGS = [read(row) for row in _ROWS["anything"]]
NUMBERS = [law(row) for row in _ROWS["of numbers"]]
RANGED: dict[str, list[Law]] = {}
for _row in _ROWS["on a range"]:
    _range, _law = _row.split(": ")
    RANGED.setdefault(_range, []).append(law(_law))
