"""What was told of the pairs, as a table by family and as rows of disagreements."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .oracle import Point
from .truth import differ

COLUMNS = (
    "pairs", "right", "false right", "false wrong", "undecided", "share", "other",
    "no witness", "false witness", "median", "p95", "max", "wait",
)  # fmt: skip


@dataclass(frozen=True)
class Told:
    """A pair with what the judge said of it, and the seconds it took."""

    row: dict[str, Any]
    outcome: str
    evidence: str | None
    witness: Point | None
    message: str
    seconds: float
    wall: float

    @property
    def fault(self) -> str | None:
        """How it disagrees with the oracle, or why it said nothing."""
        right = self.row["verdict"]
        if self.outcome == "correct":
            return None if right else "false right"
        if self.outcome in ("incorrect", "partial"):
            return "false wrong" if right else None
        return self.outcome

    @property
    def untrue(self) -> bool:
        """Whether the point that is shown with a "no" shows nothing, by the oracle."""
        return self.witness is not None and differ(self.row["key"], self.row["answer"], self.witness) is False


def line(rows: list[Told]) -> list[str]:
    """One line of the table; times in ms."""
    faults = Counter(one.fault for one in rows)
    times = sorted(1e3 * one.seconds for one in rows)
    silent = sum(one.outcome in ("incorrect", "partial") and one.witness is None for one in rows)
    untrue = sum(one.untrue for one in rows)
    undecided = faults["undecided"]
    other = sum(faults.values()) - faults[None] - undecided - faults["false right"] - faults["false wrong"]
    numbers = (
        len(rows),
        sum(one.row["verdict"] for one in rows),
        faults["false right"],
        faults["false wrong"],
        undecided,
    )
    spread = (statistics.median(times), times[int(len(times) * 0.95)], times[-1])
    return [
        *map(str, numbers),
        f"{undecided / len(rows):.2%}",
        str(other),
        str(silent),
        str(untrue),
        *(f"{ms:.2f}" for ms in spread),
        f"{max(1e3 * one.wall for one in rows):.0f}",
    ]


def report(rows: list[Told]) -> str:
    """The table by family; then what the yes rest on, and what was neither told nor undecided."""
    families: dict[str, list[Told]] = {}
    for one in sorted(rows, key=lambda one: str(one.row["family"])):
        families.setdefault(one.row["family"], []).append(one)
    table = [["family", *COLUMNS], *([name, *line(ones)] for name, ones in families.items()), ["all", *line(rows)]]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = [
        "  ".join([row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))])
        for row in table
    ]
    evidence = Counter(one.evidence for one in rows if one.outcome == "correct")
    others = Counter(one.outcome for one in rows if one.outcome not in ("correct", "partial", "incorrect", "undecided"))
    lines += ["", "evidence of yes: " + _counts(evidence), "other: " + (_counts(others) or "none")]
    return "\n".join(lines)


def _counts(found: Counter[Any]) -> str:
    return ", ".join(f"{name} {number}" for name, number in found.most_common())


def faults(rows: Iterable[Told]) -> list[dict[str, Any]]:
    """The pairs that were judged falsely, or not at all, with what was said of them."""
    return [
        {
            **one.row,
            "fault": one.fault,
            "evidence": one.evidence,
            "message": one.message,
            "ms": round(1e3 * one.seconds, 2),
        }
        for one in rows
        if one.fault is not None
    ]
