"""Decisions as data: key, answer, domain, what is decided, by which evidence, for which reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from quizengine.maths.equality import POSITIVE, REAL, Domain, at_point, close, same, value
from quizengine.maths.evaluate import exact
from quizengine.maths.parse import Notation, parse
from quizengine.maths.tree import Name, Node, Number, Vector, variables

HERE = Path(__file__).parent
DOMAINS = {
    "real": REAL,
    "positive": POSITIVE,
    "negative": Domain.intervals({"x": (None, "0")}),
    "unit": Domain.intervals({"x": ("0", "1")}),
    "unit square": Domain.intervals({"x": ("0", "1"), "y": ("0", "1")}),
}
TOLD = {"yes": True, "no": False, "open": None}
ROWS = [line.split("\t") for line in (HERE / "decisions.tsv").read_text(encoding="utf-8").splitlines()]
PAIRS = [json.loads(line) for line in (HERE / "hard_pairs.jsonl").read_text(encoding="utf-8").splitlines()]


def tree(text: str) -> Node:
    return parse(text, Notation(("x", "y", "z", "w", "b"))).tree


def names(*nodes: Node) -> tuple[str, ...]:
    return tuple(sorted({name for node in nodes for name in variables(node)}))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} ? {row[1]} {row[2]}")
def test_decision(row: list[str]) -> None:
    key, answer = tree(row[0]), tree(row[1])
    found = same(key, answer, names(key, answer), DOMAINS[row[2]])
    assert (found.equal, found.evidence or "-", found.reason or "-") == (TOLD[row[3]], row[4], row[5])
    assert bool(found.bound) is (row[4] in ("probable", "numerical"))  # what is not proven says how sure it is


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: row["id"])
def test_hard_pair(row: dict[str, str]) -> None:
    key, answer = tree(row["expected"]), tree(row["student"])
    found = same(key, answer, names(key, answer), DOMAINS[row["domain"]])
    assert (found.equal, found.evidence) == (row["verdict"], "proven")


@pytest.mark.parametrize(
    ("key", "answer", "point", "theirs", "ours"),
    [
        ("2*x*y", "2*x + y", {"x": "-2", "y": "4"}, "0", "-16"),
        ("x/3", "0.333*x", {"x": "1"}, "333/1000", "1/3"),
        ("sin(x)", "cos(x)", {"x": "1"}, "0.540302", "0.841471"),
        ("ln(x^2)", "2*ln(x)", {"x": "-2"}, "undefined", "1.38629"),
        ("2*x*y", "2*x*y*(1 + 10^(-17))", {"x": "1", "y": "2"}, "4.00000000000000004", "4"),
        ("2*x*y", "2*x*y - 10^(-300)", {"x": "1", "y": "2"}, "4 - 1e-300", "4"),
        ("pi", "3.14", {}, "157/50", "3.14159"),
        ("2*x", "2*x + sin(pi*x)", {"x": "1/2"}, "2", "1"),
        ("2^x", "2^x + 10^(-30)", {"x": "1"}, "2 + 1e-30", "2"),  # not -1000, where the difference is seen first
        ("(x^2)^y", "x^(2*y)", {"x": "-2", "y": "1/4"}, "undefined", "1.41421"),  # it has values where y is whole
        ("5^x", "(-5)^x", {"x": "1/2"}, "undefined", "2.23607"),
        ("atanh(x)*y", "atanh(x)*(y + 1)", {"x": "1/2", "y": "-1/2"}, "0.274653", "-0.274653"),
    ],
)
def test_witness(key: str, answer: str, point: dict[str, str], theirs: str, ours: str) -> None:
    ours_tree, theirs_tree = tree(key), tree(answer)
    witness = same(ours_tree, theirs_tree, names(ours_tree, theirs_tree)).witness
    assert witness is not None
    told_theirs, told_ours = witness.told()
    assert {name: str(x) for name, x in witness.point} == point
    assert told_ours == ours
    assert told_theirs == theirs


@pytest.mark.parametrize(
    ("key", "answer", "relative", "absolute", "expected"),
    [
        ("2/3", "0.667", "1/1000", "0", True),
        ("2/3", "0.66", "1/1000", "0", False),
        ("0", "0.0004", "0", "1/1000", True),
        ("0", "0.002", "0", "1/1000", False),
        ("100", "101", "1/100", "0", True),  # the edge itself is allowed
        ("sqrt(2)", "1.414", "1/1000", "0", True),
        ("pi", "pi", "0", "0", True),
        ("-4", "4", "1/1000", "0", False),
        ("ln(0)", "1", "1", "1", None),
    ],
)
def test_close(key: str, answer: str, relative: str, absolute: str, expected: bool | None) -> None:
    assert close(tree(key), tree(answer), Fraction(relative), Fraction(absolute)) is expected


@pytest.mark.parametrize(
    ("text", "digits", "expected"),
    [("1/3", 6, "1/3"), ("10^8", 6, "1e+8"), ("sqrt(2)", 4, "1.414"), ("ln(-1)", 4, "undefined"), ("0*pi", 3, "0"),
     ("e^(-1000)", 3, "5.08e-435"), ("-pi", 3, "-3.14"), ("2 + 0*pi", 3, "2")],
)  # fmt: skip
def test_value(text: str, digits: int, expected: str) -> None:
    assert value(tree(text), digits=digits) == expected


def test_the_same_tree_is_identical() -> None:
    assert same(tree("x/(x - x)"), tree("x/(x - x)"), ("x",)).evidence == "identical"


def test_a_name_that_was_not_announced_is_a_variable_too() -> None:
    assert same(tree("x*y"), tree("y*x"), ("x",)).equal is True
    found = same(tree("x"), tree("x + w"), ("x",))
    assert found.witness is not None
    assert [name for name, _ in found.witness.point] == ["x", "w"]


def test_a_list_is_not_decided() -> None:
    pair = Vector((Name("x"), Number(1)))
    assert same(pair, Name("x"), ("x",)).equal is None


@pytest.mark.parametrize("level", ["2^", "0^", "1.5^", "(x-x)^", "20^200^"])
@pytest.mark.parametrize("turned", [False, True])
def test_a_tower_of_powers_is_given_up_soon(level: str, turned: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few points are tried where no value can be told, and an evaluation looks at each level once."""
    calls = {"ball": 0, "rational": 0}

    def counted(function: Callable[..., Any]) -> Callable[..., Any]:
        def counting(*arguments: Any) -> Any:
            calls[function.__name__] += 1
            return function(*arguments)

        return counting

    monkeypatch.setattr(at_point, "ball", counted(at_point.ball))
    monkeypatch.setattr(exact, "rational", counted(exact.rational))
    pair = [tree("x*y"), tree(level * 30 + "y")]
    assert same(*(reversed(pair) if turned else pair), ("x", "y")).equal is not True
    assert calls["ball"] < 200
    assert calls["rational"] < 1_000


def test_an_empty_interval_is_refused() -> None:
    with pytest.raises(ValueError, match="interval of x is empty"):
        Domain.intervals({"x": ("1", "1")})
