"""Every kind of answer can be written in an item, drawn, answered and checked."""

from pathlib import Path

import pytest

from quizengine.answers import KINDS
from quizengine.check import check_item
from quizengine.draw import draw_question
from quizengine.item import Item

HEADING = """title = 'T'
skills = ['s']
difficulty = 1
prompt = 'Let $a = << a >>$.'
[parameters]
a = { integers = [2, 90] }
[answer]
"""
HELP = "\n[help]\nhints = ['h', 'i']\nsteps = ['s']\n"

# kind -> (what stands under [answer], three wrong values)
ANSWERS = {
    "number": ("number = 'a/91'", ["number = '-a/91'", "number = 'a'", "vector = ['a', 'a']"]),
    "expression": ("expression = 'a*x^2'", ["expression = 'a*x'", "expression = '2*a*x'", "number = 'a'"]),
    "vector": ("vector = ['a*x', 'y']", ["vector = ['y', 'a*x']", "vector = ['a', '1']", "expression = 'a*x + y'"]),
    "direction": (
        "direction = ['a', '1']\nmultiple = 'nonzero'",
        ["direction = ['1', 'a']", "direction = ['-1', 'a']", "direction = ['a', '-1']"],
    ),
    "equation": ("equation = 'y = a*x + 1'", ["equation = 'y = a*x'", "equation = 'x = a*y'", "equation = 'y = 1'"]),
    "matrix": (
        "matrix = [['a', '1'], ['0', 'a']]",
        ["matrix = [['a', '0'], ['1', 'a']]", "number = 'a^2'", "matrix = [['0', '1'], ['0', 'a']]"],
    ),
    "points": ("points = ['-a', 'a']", ["points = ['a']", "points = ['-a', '0', 'a']", "points = ['0']"]),
    "sequence": (
        "sequence = ['a', 'a/2']",
        ["sequence = ['a', '0']", "sequence = ['a/2', 'a']", "sequence = ['a', 'a']"],
    ),
    "interval": (
        "interval = ['0', 'a']",
        ["interval = ['-a', 'a']", "interval = ['0', '2*a']", "interval = ['0', '1/a']"],
    ),
    "choice": ("choice = '$<< a >>$ times'", ["choice = 'never'", "choice = 'once'", "choice = 'always'"]),
    "choices": ("choices = ['$<< a >>$', 'all']", ["choice = 'never'", "choice = 'once'", "choice = 'twice'"]),
    "statement": (
        "statement = 'a > 1'\nreason = 'It is $<< a >>$.'",
        ["choice = 'It is zero.'", "choice = 'It is one.'", "choice = 'It is negative.'"],
    ),
    "order": (
        "order = ['one', '$<< a >>$', 'last']",
        [
            "order = ['$<< a >>$', 'one', 'last']",
            "order = ['last', 'one', '$<< a >>$']",
            "order = ['last', '$<< a >>$', 'one']",
        ],
    ),
    "matching": ("matching = { 'one' = '1', 'many' = '$<< a >>$' }\nothers = ['0']", []),
    "words": (
        "words = ['learning rate', 'step size']",
        ["words = ['gradient']", "words = ['loss']", "words = ['momentum']"],
    ),
}


def item(kind):
    answer, wrong = ANSWERS[kind]
    mistakes = [f"\n[[mistakes]]\nname = 'm{place}'\n{value}\nsays = 'No.'" for place, value in enumerate(wrong)]
    return Item.read("t/i", Path("t/i.toml"), HEADING + answer + "".join(mistakes) + HELP)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_can_be_written_and_checked(kind):
    report = check_item(item(kind), {}, 5)
    assert [str(fault) for fault in report.faults] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_key_is_right_and_the_mistakes_are_wrong(kind):
    part = draw_question(item(kind), 1, {}).parts[0]
    assert part.key.kind == kind
    assert part.key.judge(part.key.read(part.key.plain())).outcome == "correct"
    assert len(part.mistakes) == len(ANSWERS[kind][1])
