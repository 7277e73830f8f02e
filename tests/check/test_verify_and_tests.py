"""[verify], which is never drawn again, and [[tests]], which the checker tries."""

from pathlib import Path

import pytest

from quizengine.check import check_item
from quizengine.draw import draw_question
from quizengine.errors import CannotDraw
from quizengine.item import Item
from quizengine.maths.language import Workspace
from quizengine.maths.language.fill_in import typed_text

FAMILY = """title = 'Slope'
skills = ['s']
difficulty = 1
prompt = 'Let $f(x) = << f >>$. Find $f\\prime(2)$.'
[parameters]
a = { integers = [2, 60] }
b = { integers = [-9, 9], except = [0] }
[let]
f = 'a*x^2 + b*x'
m = '4*a + b'
[verify]
'by differences' = 'm = (at(f, x = 2 + 1/10) - at(f, x = 2 - 1/10))*5'
[answer]
number = 'm'
[[mistakes]]
name = 'one'
number = '2*a + b'
says = 'One.'
[[mistakes]]
name = 'two'
number = 'at(f, x = 2)'
says = 'Two.'
[[mistakes]]
name = 'three'
number = '4*a'
says = 'Three.'
[[tests]]
typed = '<< a >>*4 + << b >>^1'
verdict = 'correct'
[[tests]]
typed = '<< 2*a + b >>'
verdict = 'incorrect'
mistake = 'one'
[[tests]]
typed = '1000'
verdict = 'incorrect'
mistake = 'none'
seed = 77
[help]
hints = ['Differentiate first.', 'Then put 2 in.']
steps = ['It is $<< m >>$.']
"""


def item(source):
    return Item.read("t/i", Path("t/i.toml"), source)


def faults(source, seeds=20):
    return [(fault.line, fault.message) for fault in check_item(item(source), {}, seeds).faults]


def test_what_holds_is_not_told():
    assert faults(FAMILY) == []


WRONG = [
    ("m = '4*a + b'", "m = '4*a - b'", 12, "'by differences' does not hold with "),
    ("4*a + b'", "4*a - b'", 12, "; the answer or this line is wrong"),
    ("m = (at", "q = (at", 12, "'by differences' does not hold"),
    ("'m = (at(f, x = 2 + 1/10)", "'1/(a - a) = (at(f, x = 2 + 1/10)", 12, "cannot be drawn"),
    ("'m = (at(f, x = 2 + 1/10) - at(f, x = 2 - 1/10))*5'", "'2 = 2'", 12, "says nothing about the question"),
    ("'m = (at(f, x = 2 + 1/10) - at(f, x = 2 - 1/10))*5'", "'m'", 12, "this is no condition"),
    ("<< a >>*4", "<< a >>*3", 28, "this test fails: judged incorrect, not correct, for example '"),
    ("<< 2*a + b >>", "<< 2*a - b >>", 31, "this test fails: the mistake told is none, not one"),
    ("mistake = 'one'", "mistake = 'ones'", 33, "'ones' is no mistake of this part; did you mean 'one'?"),
    ("mistake = 'one'", "mistake = 'zzz'", 33, "'zzz' is no mistake of this part; name one of its [[mistakes]]"),
    ("<< 2*a + b >>", "<< 2*a + h(1) >>", 31, "cannot compute"),
    ("'1000'", "'2x + )'", 35, "this test fails: judged unreadable, not incorrect ("),
    ("verdict = 'correct'", "verdict = 'right'", 29, "must be 'correct', 'partial', 'incorrect'"),
    (
        "verdict = 'correct'",
        "verdict = 'correct'\nmistakes = 'one'",
        30,
        "unknown key 'mistakes'; did you mean 'mistake'",
    ),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), WRONG)
def test_what_does_not_hold_is_told_at_its_line(old, new, line, message):
    assert old in FAMILY
    found = faults(FAMILY.replace(old, new, 1))
    assert [(at, told) for at, told in found if at == line and message in told], found


def test_a_condition_that_fails_now_and_then_is_told_with_its_seeds():
    source = FAMILY.replace("m = '4*a + b'", "m = 'if(a = 7, 1, 4*a + b)'")
    told = [message for line, message in faults(source, 200) if line == 12]
    assert len(told) == 1
    assert "with seed" in told[0]
    assert "f = 7*x^2" in told[0]


def test_a_question_that_fails_is_left_out_and_never_drawn_again():
    wrong = item(FAMILY.replace("m = '4*a + b'", "m = '4*a - b'"))
    with pytest.raises(CannotDraw, match="'by differences' does not hold"):
        draw_question(wrong, 1, {})


def test_verify_changes_no_draw():
    without = item(
        FAMILY.replace("[verify]\n'by differences' = 'm = (at(f, x = 2 + 1/10) - at(f, x = 2 - 1/10))*5'\n", "")
    )
    for seed in range(1, 10):
        ours, theirs = draw_question(item(FAMILY), seed, {}), draw_question(without, seed, {})
        assert ours.workspace == theirs.workspace


def test_a_test_for_one_seed_is_tried_with_that_seed_only():
    fails = FAMILY.replace("seed = 77", "seed = 78").replace("'1000'", "'<< m >>'").replace("mistake = 'none'\n", "")
    assert [message for line, message in faults(fails, 5) if line == 35] == [
        message for line, message in faults(fails, 5) if "with seed 78" in message
    ]


TYPED = [
    ("<< b >>^2", "(-3)^2"),
    ("2 - << b >>", "2 - (-3)"),
    ("<< q >>^2", "(1/2)^2"),
    ("<< f >>*3", "(2*x^2 - 3*x)*3"),
    ("(<< b >>, << q >>)", "(-3, 1/2)"),
    ("<< b >>", "-3"),
    ("x = << b >>; y = << f >>", "x = -3; y = 2*x^2 - 3*x"),
    ("<< a >>^2*<< v >>", "2^2*(2, -3)"),
    ('<< "up" >>ward', "upward"),
]


@pytest.mark.parametrize(("written", "typed"), TYPED)
def test_values_are_typed_in_brackets_where_they_need_some(written, typed):
    names = {"a": "2", "b": "-3", "q": "1/2", "f": "a*x^2 + b*x", "v": "(a, b)"}
    workspace = Workspace()
    for name, text in names.items():
        workspace = workspace.define(name, text)
    assert typed_text(workspace, written) == typed
