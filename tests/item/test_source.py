"""Whatever a file holds, reading it ends with a model or with findings, never with another exception."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.bank import load_bank
from quizengine.check import check_item
from quizengine.item import Item
from quizengine.item.source import Unusable, read_body, read_header
from quizengine.resources import shipped

SOURCE = (shipped("question_bank") / "descent" / "valley-in-three-parts.toml").read_text(encoding="utf-8")
LINES = SOURCE.split("\n")
KNOWN = load_bank().mistakes
PIECES = st.sampled_from(
    ["'", '"', "[", "]", "[[parts]]", "= ", "\\", "$", "<<", ">>", "{", "}", "1e999", "nan", "true", "\x00", "é", "[a]"]
)
HOSTILE = [
    "",
    "prompt",
    "title = 1979-05-27",
    "title = 'x'\nskills = 'x'\ndifficulty = 1",
    "title = 'x'\nskills = []\ndifficulty = 1",
    "title = 'x'\nskills = ['x']\ndifficulty = true\nprompt = 'x'",
    "a = " + "[" * 3000,
    "a = " + "{ a = " * 3000,
    "[a]\n" * 50,
    "a.b.c = 1\na.b = 2",
    "parts = 3",
    "parts = []",
    "parts = [1, 2]",
    "answer = []",
    "mistakes = [1]",
    "[parameters]\na = { choices = " + "[" * 400 + "1" + "]" * 400 + " }",
    "[parameters]\na = { integers = [1, 99999999999999999999999999999999999] }",
    "[parameters]\n'a b' = { integers = [1, 2] }",
    "[let]\na = 1\nb = ['x']",
    "x = '" + "y" * 100_000 + "'",
]


@pytest.mark.parametrize("source", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_files(source):
    for read in (read_header, read_body):
        with pytest.raises(Unusable) as caught:
            read(source)
        assert caught.value.findings
        assert all(line >= 0 and message and "\n" not in message for line, message in caught.value.findings)
        assert all(len(message) < 400 for _, message in caught.value.findings)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(SOURCE)), st.integers(0, 40), PIECES)
def test_a_damaged_file_gives_findings_or_an_item(place, length, piece):
    source = SOURCE[:place] + piece + SOURCE[place + length :]
    try:
        item = Item.read("t/i", Path("t/i.toml"), source)
    except Unusable:
        return
    assert item.faults or item.body


@settings(max_examples=15, deadline=None)
@given(st.integers(0, len(LINES) - 1), st.data())
def test_the_checker_never_raises(number, data):
    """A damage inside a line that is still TOML reaches the reader of mathematics, the drawing and the printing."""
    line = LINES[number]
    place = data.draw(st.integers(0, len(line)))
    piece = data.draw(st.sampled_from(["<<", "$", "+", ")", "(", "x", "[1]", " = ", "\\frac", "/0", '"', "9" * 50]))
    lines = [*LINES[:number], line[:place] + piece + line[place:], *LINES[number + 1 :]]
    try:
        item = Item.read("t/i", Path("t/i.toml"), "\n".join(lines))
    except Unusable:
        return
    report = check_item(item, KNOWN, 2)
    assert all("\n" not in str(fault) for fault in (*report.faults, *report.advice))


def test_a_header_with_an_old_key_is_refused_at_once():
    with pytest.raises(Unusable, match="line 4: 'seeds' is called 'covers' now"):
        read_header(
            "title = 'T'\nskills = ['s']\ndifficulty = 1\nseeds = ['S2-11']\nprompt = 'p'\n[answer]\nnumber = '1'\n"
        )
