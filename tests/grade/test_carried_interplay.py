"""What is carried where an item has decimals, units, weights, either sign, figures or equations as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.check import check_item
from quizengine.draw import Question, draw_question
from quizengine.grade import follow
from quizengine.item import Item

HEAD = """title = 'T'
difficulty = 1
decimals = true
prompt = 'With $h = << h >>$ and $s = << s >>$.'
[parameters]
h = { choices = [7] }
s = { choices = [5] }
[let]
"""
ITEMS = {
    "an equation, and a later one in fewer variables": """
E = 'equation(z, h*x/10 + s*y/10 - 3/4)'
F = 'at(E, x = 2)'
[[parts]]
skills = ['s']
prompt = 'The plane?'
carries = 'E'
answer = { equation = 'E', variables = ['x', 'y', 'z'] }
[[parts]]
skills = ['s']
prompt = 'The line at x = 2?'
answer = { equation = 'F', variables = ['y', 'z'] }
""",
    "what an equation gives, and a unit": """
p = 'h*x/10 + s*y/10 - 3/4'
E = 'equation(z, p)'
w = 'at(p, x = 2, y = 3)'
[verify]
'the height by hand' = 'w = 43/20'
[[parts]]
skills = ['s']
prompt = 'The plane?'
carries = 'p'
answer = { equation = 'E', variables = ['x', 'y', 'z'] }
[[parts]]
skills = ['s']
prompt = 'The height?'
answer = { number = 'w', unit = 'm', also = { 'cm' = 100 } }
""",
    "a vector with weights and a unit, then a rounded number of either sign": """
g = '(h/7, s/11)'
v = '5*g[1] + 3*g[2]'
[verify]
'the rate by hand' = 'v = 5*h/7 + 3*s/11'
[[parts]]
skills = ['s']
prompt = 'The gradient?'
carries = 'g'
answer = { vector = 'g', credit = [0, 1], unit = 'K/h', also = { 'K/min' = '1/60' } }
[[parts]]
skills = ['s']
prompt = 'The rate?'
answer = { number = 'v', digits = 3, up_to = 'sign', unit = 'K/h', also = { 'K/min' = '1/60' } }
""",
    "a rounded number of either sign": """
n = 'h*sqrt(2)'
v = '5*n + s'
[[parts]]
skills = ['s']
prompt = 'n?'
carries = 'n'
answer = { number = 'n', digits = 3, up_to = 'sign' }
[[parts]]
skills = ['s']
prompt = 'v?'
answer = { number = 'v', digits = 3 }
""",
    "the ends of an interval with weights and a unit": """
I = '(h/10, h + s/10)'
v = 'I[2] - I[1]'
[[parts]]
skills = ['s']
prompt = 'When?'
carries = 'I'
answer = { interval = ['I[1]', 'I[2]'], credit = [0, 1], unit = 's', also = { 'ms' = 1000 } }
[[parts]]
skills = ['s']
prompt = 'How long?'
answer = { number = 'v', unit = 's', also = { 'ms' = 1000 } }
""",
}
#: an own answer to the first part, an answer to the second, and what this earns
CASES: dict[str, list[tuple[str, str, float]]] = {
    "an equation, and a later one in fewer variables": [
        ("2z = 1.5x + 0.9y - 1.75", "z = 0.45y + 0.625", 1),
        ("2z = 1.5x + 0.9y - 1.75", "2z - 0.9y = 1.25", 1),
        ("2z = 1.5x + 0.9y - 1.75", "z = 0.45y", 0),
    ],
    "what an equation gives, and a unit": [
        ("2z = 1.5x + 0.9y - 1.75", "1.975 m", 1),
        ("2z = 1.5x + 0.9y - 1.75", "197.5 cm", 1),
        ("2z = 1.5x + 0.9y - 1.75", "1.975 cm", 0),
    ],
    "a vector with weights and a unit, then a rounded number of either sign": [
        ("(17/3, 19/5)", "-39.7", 1),
        ("(17/3, 19/5) K/h", "39.7 K/h", 1),
        ("(17/180, 19/300) K/min", "-0.662 K/min", 1),
        ("(17/180, 19/300) K/min", "39.7 K/min", 0),
    ],
    "a rounded number of either sign": [("12.7", "68.5", 1), ("-12.7", "-58.5", 1), ("12.7", "-58.5", 0)],
    "the ends of an interval with weights and a unit": [
        ("(0.7, 9.3) s", "8.6 s", 1),
        ("(700, 9300) ms", "8600 ms", 1),
        ("0.7 < t < 9.3", "8.6", 1),
        ("(0.7, 9.3) s", "8.6 ms", 0),
    ],
}


def question(name: str) -> Question:
    return draw_question(Item.read("t/i", Path("t/i.toml"), HEAD + ITEMS[name]), 1, {})


@pytest.mark.parametrize(
    ("name", "own", "answer", "credit"), [(name, *case) for name, cases in CASES.items() for case in cases]
)
def test_an_answer_follows_from_an_own_one(name: str, own: str, answer: str, credit: float) -> None:
    drawn = question(name)
    carried = drawn.item.parts[0].carries
    assert carried
    key = drawn.parts[0].key
    value = key.stands_for(key.read(own), drawn.workspace.values[carried])
    assert value is not None
    assert follow(drawn, 1, answer, {carried: value}).credit == credit


@pytest.mark.parametrize("name", ITEMS)
def test_the_checker_has_no_fault_to_tell(name: str) -> None:
    assert check_item(question(name).item, {}, 3).faults == ()
