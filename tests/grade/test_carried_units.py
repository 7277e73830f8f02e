"""An answer is carried in the unit that is asked, whatever unit it was typed in; letters of units are no names."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from support.multipart import typed

from quizengine.answers.verdict import FOLLOWED
from quizengine.draw import Question, draw_question
from quizengine.grade import follow
from quizengine.item import Item
from quizengine.maths.evaluate import rational
from quizengine.maths.tree import Vector

ITEM = """title = 'T'
difficulty = 1
prompt = 'A field with $h = << h >>$ and $s = << s >>$.'
[parameters]
h = { integers = [3, 9] }
s = { integers = [3, 9] }
[let]
g = '(h/7, s/11)'
v = '5*g[1] + 3*g[2]'
[[parts]]
skills = ['s']
prompt = 'The gradient?'
carries = 'g'
answer = { vector = 'g', unit = 'K/h', also = { 'K/min' = '1/60' } }
[[parts]]
skills = ['s']
prompt = 'The rate?'
answer = { number = 'v', unit = 'K/h', also = { 'K/min' = '1/60' } }
"""
OWN = (Fraction(17, 3), Fraction(19, 5))  # in K/h
RATE = 5 * OWN[0] + 3 * OWN[1]


@pytest.fixture
def question() -> Question:
    return draw_question(Item.read("t/field", Path("field.toml"), ITEM), 3, {})


@pytest.mark.parametrize(("unit", "times"), [("", Fraction(1)), (" K/h", Fraction(1)), (" K/min", Fraction(1, 60))])
def test_what_is_carried_is_in_the_unit_that_is_asked(question: Question, unit: str, times: Fraction) -> None:
    own = typed(question, 0, f"({OWN[0] * times}, {OWN[1] * times}){unit}")
    assert isinstance(own, Vector)
    assert tuple(map(rational, own.items)) == OWN
    for answered, factor in (("", Fraction(1)), (" K/h", Fraction(1)), (" K/min", Fraction(1, 60))):
        verdict = follow(question, 1, f"{RATE * factor}{answered}", {"g": own})
        assert (verdict.credit, verdict.reason) == (1, FOLLOWED)
    assert follow(question, 1, f"{RATE} K/min", {"g": own}).credit == 0
    assert follow(question, 1, f"{RATE} m", {"g": own}).reason == "other-unit"
