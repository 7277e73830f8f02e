"""The way from a text to a verdict: what is read once, what is worded once, and what a mistake's key is asked."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from quizengine.answers import judge, key_from_text
from quizengine.answers.base import Key
from quizengine.answers.comparison import scalar
from quizengine.answers.formula_key import FormulaKey
from quizengine.errors import Unreadable
from quizengine.maths.parse import Conventions, Reading

XY = ("x", "y")


@dataclass(frozen=True)
class Known:
    """A mistake of an item."""

    name: str
    key: Key[Reading]
    says: tuple[str, ...] = ("says",)


def known(*texts: str) -> tuple[Known, ...]:
    return tuple(Known(text, key_from_text(None, text, XY)) for text in texts)


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that was read, once each time."""
    seen: list[str] = []
    read_by = FormulaKey.read_by

    def watched(self: FormulaKey, text: str, rules: Conventions) -> Reading:
        seen.append(text)
        return read_by(self, text, rules)

    monkeypatch.setattr(FormulaKey, "read_by", watched)
    return seen


def test_one_reading_does_for_the_key_and_its_mistakes(readings: list[str]) -> None:
    key = key_from_text(None, "(2x, 2y)", XY)
    verdict = judge(key, "(3x, y)", known("(2y, 2x)", "(x, y)", "(3x, y)"))
    assert verdict.mistake == "(3x, y)"
    assert len(readings) == 1


def test_a_mistake_of_another_kind_is_read_its_own_way_once(readings: list[str]) -> None:
    key = key_from_text(None, "(2x, 2y)", XY)
    verdict = judge(key, "2x + 2y", known("(2y, 2x)", "x + y", "x*y", "2x + 2y"))
    assert verdict.mistake == "2x + 2y"
    assert readings.count("2x + 2y") == 2


def test_the_first_mistake_that_is_shown_is_told() -> None:
    key = key_from_text(None, "(2x, 2y)", XY)
    twice = (Known("first", key_from_text(None, "(x, y)", XY)), Known("second", key_from_text(None, "(x, y+0)", XY)))
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
        ("equation", "z = 2x", "2x = z", False),  # f(x) = 3 stands for the left side
        ("points", "(1, 2)", "(3, 4)", True),
        ("points", "(1, 2)", "3", False),  # (±1, 2) is two points, ±1 two numbers
    ],
)
def test_keys_that_read_alike(kind: str | None, one: str, other: str, alike: bool) -> None:
    names = ("x", "y", "z")
    assert key_from_text(kind, one, names).reads_like(key_from_text(kind, other, names)) == alike


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


def test_an_example_for_the_learner_is_looked_for_once(readings: list[str]) -> None:
    key = key_from_text(None, "(2x, 2y)", XY)
    told = {judge(key, answer).message for answer in ("x", "3x", "5y")}
    assert len(told) == 1
    assert len(readings) - 3 <= 4  # the examples, each once


def test_only_the_component_that_is_told_is_worded(monkeypatch: pytest.MonkeyPatch) -> None:
    worded = []
    wrong = scalar._wrong
    monkeypatch.setattr(scalar, "_wrong", lambda key, *rest: worded.append(key) or wrong(key, *rest))
    verdict = judge(key_from_text(None, "(2x, 2y, x*y)", XY), "(3x, 7y, x)")
    assert "yours is" in verdict.message
    assert len(worded) == 1
