"""The tables of the manual of notation, row by row."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import quizengine.maths.parse
from quizengine.errors import Unreadable
from quizengine.maths.equality import same
from quizengine.maths.parse import NONE, Notation, parse
from quizengine.maths.print import plain
from quizengine.maths.tree import Node, Vector

MANUAL = (Path(quizengine.maths.parse.__file__).parent / "README.md").read_text(encoding="utf-8")
WANTS = {"One expression": "expression", "One number": "number", "A vector": "vector"}


def tables(title: str) -> list[list[list[str]]]:
    """The rows of the table under `title`: in each cell the texts between backquotes."""
    section = MANUAL.partition(f"## {title}\n")[2].partition("\n## ")[0]
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in section.splitlines() if line.startswith("| `")]
    return [[[text.replace("\\|", "|") for text in re.findall("`([^`]*)`", cell)] for cell in row] for row in rows]


def parts(text: str, asked: Notation) -> tuple[Node, ...]:
    tree = parse(text, asked).tree
    return tree.items if isinstance(tree, Vector) else (tree,)


ROWS = [(wants, typed, says[0]) for title, wants in WANTS.items() for cells, says in tables(title) for typed in cells]


@pytest.mark.parametrize(("wants", "typed", "says"), ROWS)
def test_what_may_be_typed(wants: str, typed: str, says: str) -> None:
    asked = Notation(() if wants == "number" else ("x", "y"), wants)
    pairs = zip(parts(typed, asked), parts(says, asked), strict=True)
    assert all(same(ours, theirs, ("x", "y")).equal for ours, theirs in pairs)


@pytest.mark.parametrize(("typed", "says", "other"), tables("Where people read one text in two ways"))
def test_the_rule_and_the_other_reading(typed: list[str], says: list[str], other: list[str]) -> None:
    asked = Notation(("x", "y"), "expression")
    reading = parse(typed[0], asked)
    assert plain(reading.tree) == says[0]
    assert other[0] in [plain(parse(typed[0], asked, ambiguity.conventions).tree) for ambiguity in reading.ambiguities]


@pytest.mark.parametrize("text", [text for (row,) in tables("None") for text in row])
@pytest.mark.parametrize("wants", ["number", "points", "interval"])
def test_what_says_that_there_is_none(text: str, wants: str) -> None:
    for typed in (text, text.upper() if "\\" not in text else text, f"{text}.", f" {text} "):
        assert parse(typed, Notation(("x",), wants)).tree == NONE  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wants", "typed", "reason"),
    [(wants, text, reason) for (wants,), typed, (reason,) in tables("Labels") for text in typed],
)
def test_what_a_label_must_not_say(wants: Any, typed: str, reason: str) -> None:
    asked = Notation(() if wants == "number" else ("x", "y"), wants, (2,) if wants in ("vector", "points") else ())
    with pytest.raises(Unreadable) as caught:
        parse(typed, asked)
    assert caught.value.reason == reason


def test_the_tables_are_found() -> None:
    assert len(ROWS) > 80
    assert len(tables("Labels")) == 5
