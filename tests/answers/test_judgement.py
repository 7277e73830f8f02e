"""The way from a text to a verdict: what is read once, what is worded once, and what a mistake's key is asked."""

from __future__ import annotations

import pytest
from support.parses import Parse

from quizengine.answers import Answer, judge, key_from_text
from quizengine.answers.comparison import scalar
from quizengine.answers.mistake import Mistake
from quizengine.errors import Unreadable
from quizengine.maths.print import plain

XY = ("x", "y")


def known(name: str, text: str) -> Mistake:
    """A mistake of an item."""
    return Mistake(name, ("says",), key_from_text(None, text, XY))


def test_the_first_mistake_that_is_shown_is_told() -> None:
    key = key_from_text(None, "(2x, 2y)", XY)
    twice = (known("first", "(x, y)"), known("second", "(x, y+0)"))
    assert judge(key, "(x, y)", twice).mistake == "first"
    assert judge(key, "(2x, 2y)", twice).mistake is None
    assert judge(key, "(7, x*y)", twice).mistake is None


@pytest.mark.parametrize(
    ("kind", "one", "other", "alike"),
    [
        (None, "(2x, y)", "(x, 3)", True),
        (None, "(2x, y)", "(x, 3, 1)", False),
        (None, "(2x, y)", "2x", False),
        ("equation", "z = 2x", "z = 3y", True),
        ("equation", "z = 2x", "2x = z", True),
        ("points", "(1, 2)", "(3, 4)", True),
        ("points", "(1, 2)", "3", False),  # (±1, 2) is two points, ±1 two numbers
    ],
)
def test_keys_that_read_alike(kind: str | None, one: str, other: str, alike: bool) -> None:
    names = ("x", "y", "z")
    one_reader, other_reader = (key_from_text(kind, text, names).reader() for text in (one, other))
    assert (one_reader == other_reader) == alike
    assert not alike or hash(one_reader) == hash(other_reader)


def test_a_label_stands_for_the_left_side_of_the_key_that_reads_it() -> None:
    """The reading is shared, and what `f(x) = 3` says is not."""
    typed = Answer("f(x) = 2x")
    trees = [key_from_text("equation", key, ("x", "y", "z")).read(typed).tree for key in ("z = 3x", "y = z")]
    assert [plain(tree) for tree in trees] == ["z = 2*x", "y = 2*x"]


ANSWERS = ["(2x, 2y)", "(2y, 2x)", "(2x, y+y)", "2x", "(2x, 2y, 0)", "7", "14/2", "x+x", "[[1, 2], [3, 4]]", "(1, 2)"]


@pytest.mark.parametrize("answer", [*ANSWERS, "[[1, 2]]", "[[1, 2], [3]]", "[[1, 2], [3, 8/2]]", "1, 2", "((1, 2), 3)"])
@pytest.mark.parametrize("text", ["(2x, 2y)", "7", "2x", "[[1, 2], [3, 4]]", "(1, 2)"])
def test_what_is_right_is_what_earns_all(text: str, answer: str) -> None:
    key = key_from_text(None, text, XY)
    try:
        reading = key.read(answer)
    except Unreadable:
        return
    assert key.is_right(reading) == (key.judge(reading).credit == 1)


def test_an_example_for_the_learner_is_looked_for_once(parses: list[Parse]) -> None:
    key = key_from_text(None, "(2x, 2y)", XY)
    parses.clear()
    told = {judge(key, answer).message for answer in ("x", "3x", "5y")}
    assert len(told) == 1
    assert len(parses) - 3 <= 4  # the examples, each once


def test_only_the_component_that_is_told_is_worded(monkeypatch: pytest.MonkeyPatch) -> None:
    worded = []
    wrong = scalar._wrong
    monkeypatch.setattr(scalar, "_wrong", lambda key, *rest: worded.append(key) or wrong(key, *rest))
    verdict = judge(key_from_text(None, "(2x, 2y, x*y)", XY), "(3x, 7y, x)")
    assert "yours is" in verdict.message
    assert len(worded) == 1
