"""Error carried forward: a later part drawn again with the learner's own answer to an earlier one."""

from pathlib import Path

import pytest

from quizengine.bank import load_bank
from quizengine.draw import draw_question
from quizengine.grade.carrying import carry
from quizengine.item import Item
from quizengine.maths.parse import Notation, parse

BANK = load_bank()
QUESTION = draw_question(BANK.item("descent/valley-in-three-parts"), 97266, BANK.mistakes)


def tree(text):
    return parse(text, Notation(("x", "y", "z", "q"), "vector")).tree


def test_three_parts_with_marks_and_labels():
    assert [part.label for part in QUESTION.parts] == ["a", "b", "c"]
    assert QUESTION.marks == sum(part.marks for part in QUESTION.parts) == 5


def test_our_own_answer_changes_nothing():
    given = {"g": tree(QUESTION.parts[0].key.plain())}
    for index in (1, 2):
        assert carry(QUESTION, index, given).key.plain() == QUESTION.parts[index].key.plain()


def test_a_wrong_gradient_is_carried_to_both_later_parts():
    given = {"g": tree("(x + 7, y - 9)")}
    point = QUESTION.workspace
    x0, y0 = (point.evaluate(name) for name in ("x0", "y0"))
    expected = point.bind("v", tree("(1, 1)")).evaluate("(x0 + 7, y0 - 9)")
    assert x0 != y0
    assert carry(QUESTION, 1, given).key.node() == expected
    assert carry(QUESTION, 2, given).key.plain() != QUESTION.parts[2].key.plain()


def test_a_later_answer_stands_over_an_earlier_one():
    by_both = carry(QUESTION, 2, {"g": tree("(x + 7, y - 9)"), "v": tree("(10, 20)")})
    by_last = carry(QUESTION, 2, {"v": tree("(10, 20)")})
    assert by_both.key.plain() == by_last.key.plain()


@pytest.mark.parametrize(
    "earlier",
    [
        {},
        {"g": tree("(0, 0)")},
        {"g": tree("(1, 2)")},
        {"g": tree("(x, y, z)")},
        {"g": tree("(x, 0)")},
        {"g": tree("(x, q)")},
        {"s": tree("(1, 2)")},
        {"v": tree("(x, y)")},
        {"v": tree("(0, 3)")},
        {"unknown": tree("(1, 2)")},
    ],
)
def test_what_makes_the_rest_trivial_carries_nothing(earlier):
    assert carry(QUESTION, 2, earlier) is QUESTION.parts[2]


def test_the_first_part_carries_nothing_from_later_ones():
    assert carry(QUESTION, 0, {"g": tree("(x, y)")}) is QUESTION.parts[0]


PARTS = """
title = 'T'
difficulty = 1
prompt = 'Let $P = (<< p >>, << q >>)$ and $w = << w >>$.'
[parameters]
p = { integers = [3, 3] }
q = { integers = [5, 5] }
w = { choices = [[2, 7]] }
[let]
v = '(6, 4)'
m = 'v[1] + v[2]'
walk = '(p - v[1], q - v[2])'
kind = 'if(m > 9, "up", m > 4, "level", "down")'
[[parts]]
prompt = 'Find v.'
skills = ['s']
carries = 'v'
CONDITION
answer = { vector = 'v' }
[[parts]]
prompt = 'Next.'
skills = ['s']
answer = { ASKED }
MISTAKES
"""


def asked(answer, condition="", mistakes=""):
    text = PARTS.replace("ASKED", answer).replace("CONDITION", condition).replace("MISTAKES", mistakes)
    return draw_question(Item.read("test/parts", Path("parts.toml"), text), 1, {})


def key_after(question, own):
    """The key of part (b) after the answer `own` to part (a), "" where nothing is carried."""
    part = carry(question, 1, {"v": tree(own)})
    return "" if part is question.parts[1] else part.key.plain()


@pytest.mark.parametrize(
    ("answer", "own", "key"),
    [
        ("number = 'm'", "(3, 5)", ""),  # the point given
        ("number = 'm'", "(2, 7)", ""),  # the vector given
        ("number = 'm'", "(3, 8)", "11"),
        ("number = 'm'", "(4, 6)", ""),  # it comes out as ours
        ("vector = 'walk'", "(0, 8)", ""),
        ("vector = 'walk'", "(1, -1)", ""),
        ("vector = 'walk'", "(8, 8)", ""),
        ("vector = 'walk'", "(3, 8)", "(0, -3)"),  # one zero in the last answer is no harm
        ("vector = 'walk'", "(2 + 1, 10/2)", ""),
        ("number = 'norm(v)'", "(3/5, 4/5)", ""),
        ("number = 'norm(v)'", "(3, 4)", "5"),
        ("number = 'dot(v, w)'", "(7, -2)", ""),  # nothing is left of it
        ("number = '3*at(x^2, x = v[1] - v[2])'", "(7, 6)", ""),  # one on the way
        ("number = '3*at(x^2, x = v[1] - v[2])'", "(8, 5)", "27"),
        ("vector = 'unit(v)'", "(0.6, 0.8)", ""),
        ("vector = '(v[2], v[1])'", "(sqrt(tanh(20000) - 1), 3)", ""),
        ("vector = '(v[2], v[1])'", "(1/0, 3)", ""),
        ("number = '60/(v[1] - 8)'", "(8, 3)", ""),
        ("number = 'p + v[1]*w[1] - v[2]'", "(3, 6)", ""),  # p again, as if nothing were to be added
        ("number = 'p + v[1]*w[1] - v[2]'", "(3, 7)", "2"),
    ],
)
def test_each_value_on_the_way_is_about_as_much_work_as_ours(answer, own, key):
    assert key_after(asked(answer), own) == key


def test_the_authors_condition_must_hold_and_one_that_has_no_value_does_not():
    for condition, key in (("m > 5", "11"), ("m > 50", ""), ("1/(v[1] - 3) > 0", ""), ("m", "")):
        assert key_after(asked("number = 'm'", f"carries_if = '{condition}'"), "(3, 8)") == key, condition


LISTED = "choice = '<< kind >>', options = ['down', 'level', 'up']"
SHUFFLED = "choice = '<< kind >>'"
OTHERS = "".join(
    f'[[parts.mistakes]]\nname = \'m{number}\'\nchoice = \'<< if(kind = "{word}", "up", "{word}") >>\'\n'
    for number, word in enumerate(("level", "down"))
)


@pytest.mark.parametrize(("answer", "mistakes"), [(LISTED, ""), (SHUFFLED, OTHERS)])
def test_options_stay_as_they_are_on_the_screen(answer, mistakes):
    question = asked(answer, mistakes=mistakes)
    before, after = question.parts[1].key, carry(question, 1, {"v": tree("(3, 5/2)")}).key
    assert before.options == after.options
    assert (before.plain(), after.plain()) == ("up", "level")


def test_an_answer_with_which_somebody_goes_on_has_no_more_zeros_than_ours():
    answer = "vector = '(p - v[1], q - v[2])'"
    assert key_after(asked(answer), "(3, 8)") == "(0, -3)"
    assert key_after(asked(answer, mistakes="carries = 'walk'"), "(3, 8)") == ""
    assert key_after(asked(answer, mistakes="carries = 'walk'"), "(9, 8)") == "(-6, -3)"


def test_of_two_options_nothing_is_carried():
    question = asked("choice = '<< if(m > 9, \"up\", \"down\") >>', options = ['down', 'up']")
    assert key_after(question, "(3, 5/2)") == ""


def test_what_a_part_does_not_need_keeps_nothing_back():
    """A line that has no value for the learner's answer matters to those parts only that use it."""
    text = PARTS.replace("m = ", "lost = '1/(v[1] - 3)'\nm = ").replace("ASKED", "number = 'm'")
    text = text.replace("CONDITION", "").replace("MISTAKES", "")
    assert key_after(draw_question(Item.read("test/parts", Path("parts.toml"), text), 1, {}), "(3, 8)") == "11"
