"""Answers that are read off are carried as they were read: the next part goes on with the learner's own number."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.draw import Question, draw_question
from quizengine.grade import follow
from quizengine.item import Item

SLOPE = """title = 'T'
difficulty = 1
prompt = 'Read off.'
[let]
s = '3'
t = '2*s + 1'
[[parts]]
prompt = 'The slope?'
skills = ['s']
carries = 's'
answer = { number = 's', tolerance = { absolute = '0.2' } }
[[parts]]
prompt = 'The next one?'
skills = ['s']
answer = { number = 't', tolerance = { absolute = '0.2' } }
"""
DIRECTION = """title = 'T'
difficulty = 1
prompt = 'Read off.'
[let]
v = '(3, 4)'
w = '5*v'
[[parts]]
prompt = 'The direction?'
skills = ['s']
carries = 'v'
answer = { direction = 'v', within = 15 }
[[parts]]
prompt = 'Five times as long?'
skills = ['s']
answer = { vector = 'w', tolerance = { absolute = '0.2' } }
"""


def drawn(text: str) -> Question:
    return draw_question(Item.read("t/i", Path("i.toml"), text), 1, {})


@pytest.mark.parametrize(
    ("text", "first", "second", "told"),
    [
        (SLOPE, "3.1", "7.15", ("correct", "")),
        (SLOPE, "3.15", "7.3", ("correct", "follow-through")),  # read well enough, and worked out rightly
        (SLOPE, "4.1", "9.3", ("correct", "follow-through")),
        (SLOPE, "4.1", "9.45", ("incorrect", "differs")),
        (DIRECTION, "(3.2, 4)", "(16, 20.1)", ("correct", "follow-through")),
        (DIRECTION, "(3.2, -4.3)", "(16, -21.4)", ("correct", "follow-through")),
        (DIRECTION, "(3.2, -4.3)", "(16, -22)", ("partial", "follow-through")),
    ],
)
def test_a_reading_is_carried(text: str, first: str, second: str, told: tuple[str, str]) -> None:
    question = drawn(text)
    name, key = question.item.parts[0].carries, question.parts[0].key
    assert name is not None
    own = key.stands_for(key.read(first), question.workspace.values[name])
    assert own is not None
    verdict = follow(question, 1, second, {name: own})
    assert (verdict.outcome, verdict.reason) == told
