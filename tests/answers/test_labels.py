"""Labelled answers by kind: what each row of labels.jsonl types, and the verdict that it must get.

A row has a key with its kind and variables, and `called` or `names` where its author says what is asked; or an item
of the shipped bank with a seed and the number of a part. Verdicts: `right`, `wrong`, `refused` at no cost, or the
reason for which it is refused.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from quizengine.answers import judge, key_from_text
from quizengine.answers.key import Key
from quizengine.answers.kinds.vector import VectorKey
from quizengine.answers.verdict import Verdict
from quizengine.bank import Bank, load_bank
from quizengine.draw import draw_question

ROWS = [
    json.loads(line)
    for line in Path(__file__).with_suffix(".jsonl").with_stem("labels").read_text("utf-8").splitlines()
]
READ = {"right": {"correct"}, "wrong": {"incorrect", "partial"}}


@lru_cache(maxsize=1)
def bank() -> Bank:
    return load_bank()


def key_of(row: dict[str, Any]) -> Key[Any]:
    if "item" not in row:
        key = key_from_text(row["kind"], row["key"], tuple(row["variables"]) or None)
        names = row.get("names", [row["called"]] if "called" in row else None)
        return key if names is None else replace(key, names=tuple(names))
    item = next(item for item in bank().items if item.id == row["item"])
    return draw_question(item, row["seed"], bank().mistakes).parts[row["part"]].key


def is_as_told(verdict: Verdict, told: str) -> bool:
    if told in READ:
        return verdict.outcome in READ[told]
    return verdict.outcome == "unreadable" and verdict.credit == 0 and told in ("refused", verdict.reason)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.get('item') or row['kind']}-{row['verdict']}")
def test_labelled(row: dict[str, Any]) -> None:
    key = key_of(row)
    found = {text: judge(key, text) for text in row["typed"]}
    assert not {text: verdict for text, verdict in found.items() if not is_as_told(verdict, row["verdict"])}


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["verdict"] in READ], ids=lambda row: row.get("item") or row["kind"]
)
def test_what_is_read_as_is_read_again(row: dict[str, Any]) -> None:
    key = key_of(row)
    for text in row["typed"]:
        verdict = judge(key, text)
        again = judge(key, verdict.read_as)
        assert (again.outcome, again.credit) == (verdict.outcome, verdict.credit), f"{text!a}: {verdict.read_as!a}"


#: Ways to write the label of a derivative by v.
WAYS = (
    *(
        "f_{{{v}}}",
        "∂L/∂{v}",
        "dL/d{v}",
        r"\frac{{\partial f}}{{\partial {v}}}",
        r"\frac{{d}}{{d{v}}} f",
        "∂_{{{v}}} f",
    ),
    *("f'_{v}", "D_{{{v}}} f", r"\partial_{{{v}}} f", "f_{{{v}}}(1,2)", "∂f/∂{v}|_(1,2)", "{v}", "d{v}", "(∂f)/(∂{v})"),
)
VARIABLES = (
    ("x", "y"),
    ("w", "b"),
    ("b", "w"),
    ("r", "θ"),
    ("a", "b", "c"),
    ("x_1", "x_2"),
    ("w1", "w2", "w3"),
    ("t", "x"),
)


@pytest.mark.parametrize("names", VARIABLES)
@pytest.mark.parametrize("way", WAYS)
def test_every_label_is_placed_in_every_order(way: str, names: tuple[str, ...]) -> None:
    values = range(2, 2 + len(names))
    written = ", ".join(map(str, values))
    by_variables = key_from_text("vector", f"({written})", tuple(name.replace("θ", "theta") for name in names))
    by_names = VectorKey(by_variables.items, names=tuple(f"∂L/∂{name}" for name in names))
    labels = [way.format(v=name) for name in names]
    for order in permutations(range(len(names))):
        right = ", ".join(f"{labels[at]} = {values[at]}" for at in order)
        turned = f"({', '.join(labels[at] for at in order)}) = ({', '.join(str(values[at]) for at in order)})"
        in_places = ", ".join(f"{labels[at]} = {value}" for at, value in zip(order, values, strict=True))
        for key in (by_variables, by_names):
            assert judge(key, right).outcome == "correct", right
            assert judge(key, turned).outcome == "correct", turned
            assert (judge(key, in_places).outcome == "correct") == (order == tuple(range(len(names)))), in_places


#: What says something else than the label in it.
AROUND = (
    *(
        "-{}",
        "2{}",
        "2*{}",
        "{} + 1",
        "{}+1",
        "{} - 1",
        "1 - {}",
        "{}/2",
        "1/{}",
        "{}^2",
        "({})^2",
        "{}²",
        "-({})",
        "{}!",
    ),
    *("ln({})", "sqrt({})", "exp({})", "max({})", "abs({})", "sin {}", "not {}", "{} not", "no {}", "minus {}", "½{}"),
    *("anything but {}", "all except {}", "{0}*{0}", "{0} {0}", "{0} + {0}", "the opposite of {}", "without {}", "±{}"),
)
NAMING = {
    "number": ("x", "m", "f_x(1,2)", "∂f/∂x", "D_u f", "slope", "|∇f|", "f'(1)", "w_1", "rate of change", r"\lambda"),
    "expression": ("f", "f_x", "∂f/∂x", "df/dx", "f'(x)", "D_x f", "slope", r"\frac{\partial f}{\partial x}", "L(x,y)"),
    "vector": ("∇f", "grad f", "v", "f'", "∇f(1,2)", "w_new", "gradient", "(f_x, f_y)", r"\nabla f"),
}
KEYS = {"number": ("3", None), "expression": ("2*x", ("x", "y")), "vector": ("(2*x, 3)", ("x", "y"))}


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("kind", NAMING)
def test_nothing_is_said_about_a_label(kind: str, around: str) -> None:
    text, names = KEYS[kind]
    key = key_from_text(kind, text, names)
    for label in NAMING[kind]:
        assert judge(key, f"{label} = {text}").outcome == "correct", label
        answer = f"{around.format(label)} = {text}"
        verdict = judge(key, answer)
        assert (verdict.outcome, verdict.credit) == ("unreadable", 0), answer
