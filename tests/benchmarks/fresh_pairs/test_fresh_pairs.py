"""That the oracle knows what is known, and that a handful of fresh pairs goes through."""

from __future__ import annotations

import random
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
from benchmarks.fresh_pairs.expr import names_of, read, text
from benchmarks.fresh_pairs.generate import pairs
from benchmarks.fresh_pairs.oracle import Point
from benchmarks.fresh_pairs.run import told
from benchmarks.fresh_pairs.table import Told, report
from benchmarks.fresh_pairs.truth import differ, judge

LINE = (None, None)
KNOWN = [
    ("sin(x)^2", "1 - cos(x)^2", True),
    ("softplus(x)", "x + softplus(-x)", True),
    ("2*ln(x)", "ln(x^2)", True),
    ("x^2/x", "x", True),
    ("x^(1/3)", "cbrt(x)", True),
    ("x", "x*(x - x)^0", True),
    ("x", "x + sqrt(atan(1/2) + atan(1/3) - pi/4)", True),
    ("x", "x + relu(x - 5)*relu(4 - x)", True),
    ("ln(x^2)", "2*ln(x)", False),
    ("1/x", "2/(x + sqrt(x^2))", False),
    ("2*x", "2*x + 0*ln(asin(x/sqrt(1 + x^2)) - atan(x))", False),
    ("x", "x + 1/(cbrt(2 + sqrt(5)) + cbrt(2 - sqrt(5)) - 1)", False),
    ("exp(x)", "exp(x) + relu(x - 1000)", False),
    ("tanh(x)", "tanh(x + relu(x - 1500))", False),
    ("x", "x + exp(-x^2)*relu(x - 100)", False),
    ("step(x - pi*y)", "step(x - 355*y/113)", False),
    ("x", "x + 0*step(x - x)", False),
    ("abs(x)^y", "x^y", False),
    ("x", "x*(1 + 10^(-12))", False),
]


@pytest.mark.parametrize(("key", "answer", "right"), KNOWN)
def test_the_oracle_knows(key: str, answer: str, right: bool) -> None:
    trees = read(key), read(answer)
    ranges = dict.fromkeys(sorted(names_of(trees[0]) | names_of(trees[1])), LINE)
    assert judge(trees[:1], trees[1:], ranges, [], random.Random(1)).right is right


@pytest.mark.parametrize(
    ("key", "answer", "point", "shown"),
    [
        ("(x^2)^y", "x^(2*y)", {"x": -2, "y": 4}, False),
        ("(x^2)^y", "x^(2*y)", {"x": -2, "y": Fraction(1, 4)}, True),
        ("x", "x + relu(x - 5)", {"x": 4}, False),
        ("x", "x + ln(x - 5)", {"x": 4}, True),
        ("(x, 2*y)", "(x, 3*y)", {"x": 0, "y": 0}, False),
        ("(x, 2*y)", "(x, 3*y)", {"x": 0, "y": 1}, True),
    ],
)
def test_a_point_shows_a_difference_or_does_not(key: str, answer: str, point: Point, shown: bool) -> None:
    assert differ(key, answer, {name: Fraction(x) for name, x in point.items()}) is shown


@pytest.mark.parametrize("written", ["-x^2/(y - -2)", "(x - (y - 1))/(x/y)*(2/3)^-x", "-(x + y)^2", "x/(y*2)"])
def test_what_is_written_is_read_again(written: str) -> None:
    assert read(text(read(written))) == read(written)


def test_a_handful_of_pairs_is_made_judged_and_told() -> None:
    dropped: Counter[str] = Counter()
    rows: list[dict[str, Any]] = list(pairs(40, 7, dropped))
    assert rows == list(pairs(40, 7, Counter()))
    assert dropped.total() < 40
    assert {row["verdict"] for row in rows} == {True, False}
    judged = [told(row) for row in rows]
    assert not [one.row for one in judged if one.fault in ("false wrong", "unreadable", "fault")]
    assert not [one.row for one in judged if one.untrue]
    assert report(judged).splitlines()[-4].split()[:2] == ["all", "40"]
    assert Told(rows[0], "correct", None, None, "", 0, 0).fault == (None if rows[0]["verdict"] else "false right")
