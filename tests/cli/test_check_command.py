"""`bank check`: faults, the table of what was seen, several processes."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quizengine.bank import load_bank
from quizengine.check.seen import Lost, Seen
from quizengine.cli.check_table import confirmed, print_table
from quizengine.cli.checking import Checked, Extent, check_items
from quizengine.cli.terminal import Terminal

Run = Callable[..., Any]
ITEMS = ("gradient/polynomial", "slope/cubic-at-point", "role/are-gradients-essential", "rate/rates-that-converge")


def test_the_table_of_one_item(run: Run) -> None:
    done = run("bank", "check", "gradient/polynomial", "--seeds", "10")
    assert done.code == 0, done.out
    header, row = [line for line in done.out.splitlines() if line.strip()]
    assert header.split() == ["item", "questions", "redrawn", "confirmed", "by", "steps", "true", "spread", "time"]
    assert row.split()[:8] == ["gradient/polynomial", ">200", "0", "%", "SymPy,", "differences,", "verify", "30"]
    assert done.err.splitlines()[-1] == "1 item, 10 seeds each: no faults, 0 to look at"


def test_json_has_all_that_was_seen(run: Run) -> None:
    done = run("bank", "check", *ITEMS[:3], "--seeds", "10", "--json")
    found = json.loads(done.out)
    assert found["faults"] == found["advice"] == []
    rows = {row["id"]: row for row in found["items"]}
    assert set(rows) == set(ITEMS[:3])
    polynomial, words = rows[ITEMS[0]], rows[ITEMS[2]]
    assert polynomial["confirmed"] == [["SymPy", "differences", "verify"]]
    assert polynomial["steps_true"] == 30
    assert polynomial["enough"] is True
    assert polynomial["redrawn"] == 0.0
    assert 1 <= polynomial["spread"] < 3
    assert words["confirmed"] == [[]]
    assert words["draws"] == 1


def test_several_processes_say_the_same_as_one() -> None:
    bank = load_bank()
    items = [bank.item(id) for id in ITEMS]
    one, two = (list(check_items(items, bank.mistakes, Extent(2, 1), jobs)) for jobs in (1, 2))
    assert [replace(each, seconds=0) for each in one] == [replace(each, seconds=0) for each in two]
    assert [each.id for each in one] == [item.id for item in items]


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ([("SymPy", "verify")], "SymPy, verify"),
        ([("SymPy",), ("SymPy",)], "SymPy"),
        ([()], "words"),
        ([("nothing",)], "nothing"),
        ([("SymPy",), ("verify",), ("SymPy",), ()], "a c: SymPy; b: verify; d: words"),
    ],
)
def test_what_confirms_the_parts(parts: list[tuple[str, ...]], told: str) -> None:
    assert confirmed(parts) == told


def test_what_is_lost_and_thrown_away_is_told_with_its_line() -> None:
    terminal = Terminal(io.StringIO(), io.StringIO())
    seen = Seen(
        distinct=150,
        draws=1000,
        redrawn=0.91,
        redrawn_by="12 the kind is as drawn",
        lost=(Lost("sign-lost", 30, 0.6), Lost("factor-lost", 36, 0.1)),
    )
    print_table(terminal, [Checked("t/i", (), (), seen, 1.25)], {"t/i": str(Path("t/i.toml"))})
    assert isinstance(terminal.out, io.StringIO)
    told = terminal.out.getvalue()
    assert "150 in 1000" in told
    assert "t/i.toml:30: sign-lost  60 %" in told
    assert "factor-lost" not in told
    assert "t/i.toml:12: the kind is as drawn  91 %" in told
