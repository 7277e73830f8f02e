"""Thousands of typed answers, by key: every notation of a right one, near misses, and texts that must be refused.

A row of typed/*.jsonl has a key, its variables, perhaps a domain or tolerances, and texts of one verdict: `right`,
`wrong` (read, and judged wrong), `asked` (in another reading it is right), `refused` (unreadable) or `not_right`
(anything but right).
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from quizengine.answers import judge, key_from_text
from quizengine.answers.constraints import Accuracy
from quizengine.maths.equality import POSITIVE, REAL

HERE = Path(__file__).parent / "typed"
FITS = {
    "right": {"correct"},
    "wrong": {"incorrect", "partial"},
    "refused": {"unreadable"},
    "asked": {"unreadable"},
    "not_right": {"incorrect", "partial", "unreadable", "undecided"},
}


def rows() -> list[Any]:
    return [
        pytest.param(json.loads(line), id=f"{table.stem}-{number}")
        for table in sorted(HERE.glob("*.jsonl"))
        for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1)
    ]


@pytest.mark.parametrize("row", rows())
def test_typed(row: dict[str, Any]) -> None:
    accuracy = Accuracy(0, Fraction(row.get("relative", 0)), Fraction(row.get("absolute", 0)))
    domain = POSITIVE if row.get("domain") == "positive" else REAL
    key = key_from_text(None, row["key"], tuple(row["variables"]) or None, domain, accuracy)
    found = {text: judge(key, text) for text in row["typed"]}
    fits = FITS[row["verdict"]]
    assert not {text: verdict for text, verdict in found.items() if verdict.outcome not in fits}
    if row["verdict"] == "asked":
        assert {verdict.reason for verdict in found.values()} == {"ambiguous"}
