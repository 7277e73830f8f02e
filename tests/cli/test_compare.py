"""quizengine compare: the judge by itself; no line, whatever it holds, stops the lines after it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

FIELDS = ["id", "verdict", "credit", "parts", "read_as", "evidence", "witness", "reason", "message", "ms"]


def judged(run: Run, *rows: object) -> list[dict[str, Any]]:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    ran = run("compare", "--jsonl", "-", typed="".join(line + "\n" for line in lines))
    assert ran.code == 0
    out = [json.loads(line) for line in ran.out.splitlines()]
    assert len(out) == len(rows)
    assert all(list(row) == FIELDS for row in out)
    return out


def test_verdicts_come_in_order_with_all_fields(run: Run) -> None:
    right, half, wrong, unreadable = judged(
        run,
        {"id": 1, "key": "2*x*y", "answer": "y*x*2"},
        {"id": "b", "key": "(2*x, 2*y)", "answer": "(2x, 3y)"},
        {"id": None, "key": "1/3", "answer": "0.3333", "kind": "number"},
        {"id": [4], "key": "x", "answer": "(x"},
    )
    assert (right["id"], right["verdict"], right["credit"]) == (1, "correct", 1.0)
    assert right["evidence"] in ("identical", "proven")
    assert (half["id"], half["verdict"], half["parts"]) == ("b", "partial", [1.0, 0.0])
    assert half["witness"]["theirs"] != half["witness"]["ours"]
    assert wrong["verdict"] == "incorrect"
    assert (unreadable["id"], unreadable["verdict"]) == ([4], "unreadable")
    assert unreadable["reason"]
    assert "\n" not in unreadable["message"]


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"key": "sqrt(x^2)", "answer": "x"}, "incorrect"),
        ({"key": "sqrt(x^2)", "answer": "x", "domain": "positive"}, "correct"),
        ({"key": "pi", "answer": "3.14", "tolerance": {"relative": 0.01}}, "correct"),
        ({"key": "pi", "answer": "3.14", "tolerance": {"absolute": 0.001}}, "incorrect"),
        ({"key": "pi", "answer": "3.14"}, "incorrect"),
        ({"key": "pi", "answer": "3.142", "digits": 4}, "correct"),
        ({"key": "pi", "answer": "3.14", "digits": 4}, "incorrect"),
        ({"key": "sqrt(x^2)", "answer": "x", "domain": {"x": [0, None]}}, "correct"),
        ({"key": "sqrt(x^2)", "answer": "x", "domain": {"x": ["-1/2", 1]}}, "incorrect"),
        ({"key": "(2, 4)", "answer": "(1, 2)", "kind": "direction"}, "correct"),
        ({"key": "x", "answer": "x", "kind": None, "domain": None, "tolerance": None, "digits": None}, "correct"),
        ({"key": "2*x", "answer": "x + x + 0*y", "variables": ["x", "y"]}, "correct"),
        ({"key": "2*x", "answer": "x + x + 0*y"}, "unreadable"),
        ({"key": "x", "answer": "x", "kind": None, "domain": None, "variables": None, "tolerance": None}, "correct"),
    ],
)
def test_the_optional_fields_are_used(run: Run, fields: dict[str, Any], verdict: str) -> None:
    (row,) = judged(run, {"id": 1, **fields})
    assert row["verdict"] == verdict, row


BAD_LINES = [
    "",
    "   ",
    "{",
    "[1, 2]",
    '"text"',
    "null",
    "NaN",
    "[" * 100_000,
    '{"id": 1}',
    '{"id": 1, "key": "x"}',
    '{"id": 1, "key": "x", "answer": 5}',
    '{"id": 1, "key": "x", "answer": null}',
    '{"id": 1, "key": "(", "answer": "x"}',
    '{"id": 1, "key": "x", "answer": "x", "kind": "poem"}',
    '{"id": 1, "key": "x", "answer": "x", "kind": 7}',
    '{"id": 1, "key": "x", "answer": "x", "domain": "complex"}',
    '{"id": 1, "key": "x", "answer": "x", "domain": ["real"]}',
    '{"id": 1, "key": "x", "answer": "x", "domain": {"x": [2, 1]}}',
    '{"id": 1, "key": "x", "answer": "x", "domain": {"x": ["1e999999999", null]}}',
    '{"id": 1, "key": "x", "answer": "x", "domain": {"x": 1}}',
    '{"id": 1, "key": "x", "answer": "x", "digits": 1.5}',
    '{"id": 1, "key": "x", "answer": "x", "variables": "x"}',
    '{"id": 1, "key": "x", "answer": "x", "variables": [1]}',
    '{"id": 1, "key": "x", "answer": "x", "tolerance": 0.1}',
    '{"id": 1, "key": "x", "answer": "x", "tolerance": {"relative": -1}}',
    '{"id": 1, "key": "x", "answer": "x", "tolerance": {"relative": "a"}}',
    '{"id": 1, "key": "x", "answer": "x", "tolerance": {"share": 1}}',
    '{"id": 1, "key": "x", "answer": "x", "tolerance": {"relative": NaN}}',
    '{"id": 1, "key": "x", "answer": "\\ud800"}',
    '{"id": 1, "key": "x", "answer": ' + json.dumps("(" * 1_000_000) + "}",
    '{"id": 1e999, "key": "x", "answer": "x"}',
    '{"id": 1, "key": "(x, y)", "answer": "x", "kind": "number"}',
    '{"id": ' + "9" * 10_000 + ', "key": "x", "answer": "x"}',
]


def test_a_bad_line_is_told_and_the_next_one_is_judged(run: Run) -> None:
    rows = judged(run, *[line for bad in BAD_LINES for line in (bad, {"id": "ok", "key": "x", "answer": "x"})])
    for bad, (told, after) in zip(BAD_LINES, zip(rows[::2], rows[1::2], strict=True), strict=True):
        assert told["verdict"] == "unreadable", bad[:80]
        assert told["reason"], bad[:80]
        assert 0 < len(told["message"]) <= 200, bad[:80]
        assert (after["id"], after["verdict"]) == ("ok", "correct")


def test_bytes_that_are_no_text_and_a_byte_order_mark(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"id": 1, "key": "x", "answer": "x"}\r\n\xff\xfe\n{"id": 3, "key": "x", "answer": "y"}'
    )
    rows = [json.loads(line) for line in run("compare", "--jsonl", str(path)).out.splitlines()]
    assert [row["verdict"] for row in rows] == ["correct", "unreadable", "unreadable"]


def test_a_line_without_end_fills_no_memory(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from quizengine.cli import jsonl_rows

    monkeypatch.setattr(jsonl_rows, "LONGEST", 60)
    good = {"id": 1, "key": "x", "answer": "x"}
    first, long, last, end = judged(run, good, "x" * 200, good, json.dumps(good) + " " * 200)
    assert [row["verdict"] for row in (first, long, last, end)] == ["correct", "unreadable", "correct", "unreadable"]
    assert long["message"] == "this line has more than 60 bytes"


def test_options_that_a_file_would_not_obey_are_refused(run: Run) -> None:
    for option in (["--domain", "real"], ["--relative", "0"], ["x"], ["--kind", "number"]):
        ran = run("compare", "--jsonl", "-", *option)
        assert (ran.code, ran.out) == (2, "")


def test_fields_that_are_not_used_are_told(run: Run) -> None:
    ran = run("compare", "--jsonl", "-", typed='{"id": 1, "key": "x", "answer": "x", "note": 5}\n')
    assert json.loads(ran.out)["verdict"] == "correct"
    assert "note" in ran.err


def test_a_file_that_is_not_there_is_one_line(run: Run, tmp_path: Path) -> None:
    ran = run("compare", "--jsonl", str(tmp_path / "nowhere.jsonl"))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["(2x, 2y)", "(2x, 2y)"], "correct"),
        (["-2x", "-x-x"], "correct"),
        (["--", "-x", "x"], "incorrect"),
        (["x y", "yx", "--variables", "x,y"], "correct"),
        (["sqrt(x^2)", "x", "--domain", "positive"], "correct"),
        (["2", "2.01", "--relative", "0.1"], "correct"),
    ],
)
def test_one_pair(run: Run, arguments: list[str], said: str) -> None:
    ran = run("compare", *arguments)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(said), ran.out
    assert json.loads(run("compare", "--json", *arguments).out)["verdict"] == said


def test_one_pair_shows_where_it_cannot_be_read(run: Run) -> None:
    told = run("compare", "2*x", "2*x + §").out.splitlines()
    assert told[:3] == ["unreadable", "  2*x + §", "        ^"]
    assert run("compare", "2*x + §", "x").out.count("\n") == 2  # of the key its message alone
