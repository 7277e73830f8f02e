"""The author's checker: each kind of trouble is told with its line and its cure, and a sound item passes."""

from pathlib import Path

import pytest

from quizengine.check import check, check_item
from quizengine.item import Item

SOUND = """title = 'Square'
skills = ['s']
difficulty = 1
prompt = 'Differentiate $<< f >>$.'
[parameters]
a = { integers = [2, 60] }
[let]
f = 'a*x^2'
[answer]
expression = 'diff(f, x)'
[[mistakes]]
name = 'one'
expression = 'a*x'
says = 'A factor is lost: $<< 2*a >>$.'
[[mistakes]]
name = 'two'
expression = '2*a*x^2'
says = 'The power stays.'
[[mistakes]]
name = 'three'
expression = '2*x'
says = 'The factor is lost.'
[help]
hints = ['First.', 'Second.']
steps = ['It is $<< diff(f, x) >>$.']
"""


def report(source, seeds=20):
    return check_item(Item.read("t/i", Path("t/i.toml"), source), {}, seeds)


def test_a_sound_item():
    found = report(SOUND)
    assert (found.faults, found.advice) == ((), ())
    assert found.variants > 10


FAULTS = [
    ("'diff(f, x)'", "'diff(f, x'", 10, "never closed"),
    ("'diff(f, x)'", "'a/0'", 10, "a/0"),
    ("<< f >>", "<< g(1) >>", 4, "g(1)"),
    ("'a*x'", "'2*x*a'", 11, "'one' cannot be told: equals the key (in 20 of 20 questions)"),
    ("'2*x'", "'a*x'", 19, "'three' cannot be told: equals the mistake 'one'"),
    ("'2*x'", "'a/0*x'", 19, "'three' cannot be told"),
    ("<< 2*a >>", "<< 2*a", 14, "no >>"),
    ("$<< f >>$", "$<< f >>", 4, "$"),
    ("'First.'", r"'$\nonsense$'", 24, "nonsense"),
    (
        "'diff(f, x)'",
        "'diff(f, x)'\nvariables = ['w']",
        9,
        "the answer holds x, and its variables are w (in 20",
    ),
    ("'First.'", "'<< 1/floor(a/30) >>'", 24, "; add a line to [require] that keeps such numbers out"),
    ("[2, 60]", "[2, 60], except = [8, 9] }\nb = { choices = ['1', '1/']", 7, "cannot be drawn with seeds"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), FAULTS)
def test_a_fault(old, new, line, message):
    assert old in SOUND
    faults = report(SOUND.replace(old, new, 1)).faults
    assert [fault.line for fault in faults if message in fault.message] == [line], faults
    assert all("\n" not in str(fault) for fault in faults)


def test_an_item_that_never_draws_is_given_up_early():
    (fault,) = report(SOUND.replace("f = 'a*x^2'", "f = 'unheard*x^2'")).faults
    assert fault.message.startswith("cannot be drawn: cannot compute 'unheard*x^2': unheard is not known here")


ADVICE = [
    ("[2, 60]", "[2, 4]", 5, "only 3 different questions in 20 seeds; widen the parameters"),
    ("[2, 60]", "[20000, 60000]", 9, "the key is not clean"),
    ("hints = ['First.', 'Second.']\n", "hints = ['First.']\n", 24, "1 hints; write at least 2"),
    ("steps = ['It is $<< diff(f, x) >>$.']", "", 23, "no worked steps"),
    ("[let]\n", "[require]\n'large' = 'a > 1 and q != 3'\n[let]\n", 8, "'q' has no value and stands nowhere else"),
    ("[let]\n", "[let]\nunused = 'a'\n", 8, "'unused' is used nowhere; take it out"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), ADVICE)
def test_advice(old, new, line, message):
    found = report(SOUND.replace(old, new, 1))
    assert found.faults == ()
    assert [fault.line for fault in found.advice if message in fault.message] == [line], found.advice


def test_too_few_mistakes():
    short = SOUND[: SOUND.index("[[mistakes]]\nname = 'three'")] + SOUND[SOUND.index("[help]") :]
    assert [str(fault) for fault in report(short).advice] == ["t/i.toml:9: 2 mistakes; name at least 3"]


def test_a_file_with_faults_is_reported_and_not_drawn():
    item = Item.read("t/i", Path("t/i.toml"), SOUND.replace("[help]", "[hlp]"))
    (found,) = check([item], {})
    assert found.seeds == 0
    assert "did you mean 'help'?" in found.faults[0].message
