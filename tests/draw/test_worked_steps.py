"""Worked steps as they are drawn: filled, with marks, and with a key where they can be asked."""

from pathlib import Path

import pytest

from quizengine.check import check_item
from quizengine.draw import DrawFailure, Question, try_draw
from quizengine.item import Item

SOURCE = """title = 'T'
skills = ['s']
difficulty = 1
marks = 3
prompt = 'The gradient of $<< f >>$?'
[parameters]
a = { integers = [2, 9] }
[let]
f = 'a*x^2 + x*y'
g = 'grad(f, x, y)'
[answer]
vector = 'g'
variables = ['x', 'y']
[help]
steps = [
  { says = 'First $<< g[1] >>$.', marks = 2, asks = 'Slope of $<< f >>$ in $x$?', answer = { expression = 'g[1]' } },
  'Then the other.',
  { says = 'So $<< g >>$.', marks = 1, asks = 'Which?', answer = { choice = 'This', options = ['This', 'That'] } },
]
"""


def item(old: str = "", new: str = "") -> Item:
    assert old in SOURCE
    return Item.read("t/i", Path("t/i.toml"), SOURCE.replace(old, new, 1))


def drawn(found: Item, seed: int = 1) -> Question:
    question = try_draw(found, seed, {})
    assert isinstance(question, Question)
    return question


def test_a_step_has_its_marks_and_where_it_is_asked_a_key() -> None:
    question = drawn(item())
    a = question.workspace.values["a"]
    first, second, third = question.parts[0].steps
    assert (first.marks, second.marks, third.marks) == (2, None, 1)
    assert second.key is None
    assert second.asks == ()
    assert first.key is not None
    assert first.key.credit(f"2*{a.numerator}x + y") == 1
    assert first.key.credit("2x") < 1
    assert third.key is not None
    assert len(third.key.options) == 2


@pytest.mark.parametrize("seed", range(1, 20))
def test_the_same_seed_gives_the_same_question_with_steps_or_without(seed: int) -> None:
    alone = drawn(item(SOURCE[SOURCE.index("[help]") :], ""), seed)
    question = drawn(item(), seed)
    assert question.workspace.values == alone.workspace.values
    assert question.parts[0].key == alone.parts[0].key
    assert question.parts == drawn(item(), seed).parts


FAULTS = [
    ("'g[1]' }", "'h[1]' }", "h[1]"),
    ("'g[1]' }", "'f(' }", "f("),
    ("Slope of $<< f >>$", "Slope of $<< f( >>$", "f("),
    ("First $<< g[1] >>$", "First $<< g[3] >>$", "g[3]"),
    (", options = ['This', 'That']", "", "there is nothing to choose from"),
    ("['This', 'That']", "['This', 'This']", "two options are the same"),
    ("['This', 'That']", "['This', ' ']", "an option is empty"),
    ("Slope of $<< f >>$", "Slope of $<< g[1] >>$", "this tells the answer; ask without it"),
    ("'g[1]' }", "'g[1]', domain = { x = ['1', '0'] } }", "the interval of x is empty"),
]


@pytest.mark.parametrize(("old", "new", "message"), FAULTS)
def test_the_checker_tells_what_is_wrong_with_a_step_at_its_line(old: str, new: str, message: str) -> None:
    try:
        report = check_item(item(old, new), {}, 5)
    except Exception as error:
        raise AssertionError(new) from error
    line = next(n for n, text in enumerate(SOURCE.split("\n"), 1) if old in text)
    told = [(fault.line, fault.message) for fault in (*report.faults, *report.advice)]
    assert any(at == line and message in why for at, why in told), told


def test_a_sound_step_has_no_fault() -> None:
    assert check_item(item(), {}, 20).faults == ()


def test_what_cannot_be_drawn_is_told_with_its_place() -> None:
    found = try_draw(item("'g[1]' }", "'h[1]' }"), 1, {})
    assert isinstance(found, DrawFailure)
    assert found.where == ("parts", 0, "help", "steps", 0, "answer", "expression")
