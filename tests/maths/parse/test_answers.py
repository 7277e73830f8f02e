"""Sample answers with what they say in plain notation: each is read, and reads as its canonical form."""

import json
from pathlib import Path

import pytest

from quizengine.errors import Unreadable
from quizengine.maths.equality import same
from quizengine.maths.parse import Notation, parse
from quizengine.maths.print import plain
from quizengine.maths.tree import Vector

ROWS = [json.loads(line) for line in (Path(__file__).parent / "answers.jsonl").read_text("utf-8").splitlines()]
REFUSED = {"vectors-025": "item-missing", "numeric-029": "percent"}  # a hole in a vector; a percent sign
READ = [row for row in ROWS if row["id"] not in REFUSED]


def notation(row):
    variables = tuple(row["variables"])
    many = isinstance(parse(row["expected"], Notation(variables)).tree, Vector)
    return Notation(variables, "vector" if many else "expression" if variables else "number")


def parts(text, asked):
    tree = parse(text, asked).tree
    return tree.items if isinstance(tree, Vector) else (tree,)


@pytest.mark.parametrize("row", [row for row in ROWS if row["id"] in REFUSED], ids=lambda row: row["id"])
def test_a_sample_answer_is_refused(row):
    with pytest.raises(Unreadable) as caught:
        parse(row["student"], notation(row))
    assert caught.value.reason == REFUSED[row["id"]]


@pytest.mark.parametrize("row", READ, ids=lambda row: row["id"])
def test_a_sample_answer_is_read(row):
    assert plain(parse(row["student"], notation(row)).tree)


@pytest.mark.parametrize("row", [row for row in READ if "canon" in row], ids=lambda row: row["id"])
def test_a_sample_answer_reads_as_its_plain_form(row):
    asked = notation(row)
    student, meant = parts(row["student"], asked), parts(row["canon"], asked)
    assert len(student) == len(meant)
    assert all(same(ours, theirs, asked.variables).equal for ours, theirs in zip(meant, student, strict=True))
