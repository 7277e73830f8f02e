"""Slips in names and sentences, told before any question is drawn, each at its line; nothing of sound neighbours."""

from pathlib import Path

import pytest

from quizengine.bank import load_bank
from quizengine.check import same_titles, twins
from quizengine.check.texts import advice_on_text, faults_in_text
from quizengine.item import Item

SOUND = r"""title = 'Slope of a power'
skills = ['s']
difficulty = 1
prompt = 'Let $f(x) = << f >>$, with $x^n$ in mind and rate $\eta = << eta >>$. Take one step from $x = << x0 >>$.'
[parameters]
a = { integers = [2, 60] }
x0 = { integers = [1, 9] }
eta = { choices = ['1/2', '1/4'] }
[let]
f = 'a*x^3'
m = 'at(diff(f, x), x = x0)'
[answer]
number = 'x0 - eta*m'
[[mistakes]]
name = 'one'
number = 'x0 + eta*m'
[[mistakes]]
name = 'two'
number = 'x0 - m'
[[mistakes]]
name = 'three'
number = '-eta*m'
[help]
hints = ['Lower the power.', 'Keep the factor.']
steps = ['The slope is $<< m >>$, so it is $<< x0 - eta*m >>$.']
"""
FIGURE = "[figures.map]\ncontours = 'x*y'\nsays = 'A map.'\n"


def item(source, id="t/i"):
    return Item.read(id, Path(f"{id}.toml"), source)


def told(source):
    read = item(source)
    assert not read.faults, read.faults
    return [(fault.line, fault.message) for fault in (*faults_in_text(read), *advice_on_text(read))]


def test_a_sound_item():
    assert told(SOUND) == []


SLIPS = [  # what is changed, the line where it is told, and a piece of the message
    ("]\na = {", "]\nn = { integers = [1, 2] }\na = {", 6, "'n' is used nowhere; take it out"),  # $x^n$ is no use of it
    ("f = 'a*x^3'", "g = 'a + 1'\nf = 'a*x^3'", 10, "'g' is used nowhere"),
    ("[answer]", f"{FIGURE}[answer]", 12, "'map' is used nowhere"),
    ("f = 'a*x^3'", "f = 'a*x^3 + 0*v'", 10, "'v' has no value and stands nowhere else"),
    ("f = 'a*x^3'", "f = 'a*x^3 + 0*k'", 10, "'k' has no value and stands nowhere else"),  # the k of 'Keep'
    (r", with $x^n$ in mind and rate $\eta = << eta >>$", "", 8, "'eta' changes the answer, and no prompt"),
    (" from $x = << x0 >>$", "", 7, "'x0' changes the answer, and no prompt, table or figure shows it; write << x0 >>"),
    ("Take one step", "Take one one step", 4, "'one one': this word stands twice"),
    ("'Keep the factor.'", "'''Keep the\nthe factor.'''", 24, "'the the': this word stands twice"),
    ("'Keep the factor.'", "'Keep $x^n-1$.'", 24, "'^n-1' raises or lowers n only; write ^{n-1}"),
    ("'Keep the factor.'", "'Keep $x_k+1$.'", 24, "'_k+1' raises or lowers k only; write _{k+1}"),
    ("'Keep the factor.'", "'Keep $eta m$.'", 24, r"$eta$ prints as the letters e t a; write \eta"),
    ("'Keep the factor.'", "'Keep $sin(x)$.'", 24, r"$sin$ prints as the letters s i n; write \sin"),
    ("'Keep the factor.'", "'Keep $ln x$.'", 24, r"$ln$ prints as the letters l n; write \ln"),
    (
        "'Keep the factor.'",
        "'Start at $x0$.'",
        24,
        "'x0' is a letter times a number here; write x_0, or << x0 >> for its value",
    ),
    ("'Keep the factor.'", "'Start at $x12$.'", 24, "'x12' is a letter times a number here; write x_{12}"),
    ("number = 'x0 - eta*m'", "number = 'x0 - eta*m'\nvariables = ['z']", 14, "the variables of the answer have 'z'"),
    ("skills = ['s']", "skills = ['s']\ncovers = ['S1-1', 'S1-2', 'S1-1']", 3, "'S1-1' stands twice; take one out"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), SLIPS)
def test_a_slip_is_told(old, new, line, message):
    changed = SOUND.replace(old, new, 1)
    assert changed != SOUND
    found = told(changed)
    assert [at for at, said in found if message in said] == [line], found


FINE = [
    ("'Keep the factor.'", "'Keep $x^2-1$, $e^x-1$, $x^{n-1}$ and $x^n - 1$.'"),
    ("'Keep the factor.'", r"'Keep $\mathrm{eta}$, $\text{sin}$ and $\operatorname{lr} xy_0$.'"),
    ("'Keep the factor.'", "'Know that that is had had, step-by-step by hand, one one-sided step.'"),
    ("'Keep the factor.'", "'''It is $x$ $x$, << a >> << a >> it is\n\nis it?'''"),
    ("f = 'a*x^3'", "v = 'sum(t^2, t, 1, 3)'\nf = 'a*x^3 + 0*v'"),
    ("f = 'a*x^3'", "f = 'a*x^3 + 0*diff(w^2, w)'"),
    (
        "x0 = { integers = [1, 9] }",
        "x0 = { integers = [1, 9] }\nw = { texts = ['at << x0 >>'] }\nu = { choices = [['\"by << w >>\"', 1]] }",
    ),
    ("[answer]", f"{FIGURE}[answer]"),
    ("number = 'x0 - eta*m'", "number = 'x0 - eta*m'\nvariables = ['x']"),
]


@pytest.mark.parametrize(("old", "new"), FINE)
def test_a_sound_neighbour(old, new):
    changed = SOUND.replace(old, new, 1)
    if "map" in new:
        changed = changed.replace("Take one", "<< map >> Take one")
    if "texts" in new:
        changed = changed.replace(" from $x = << x0 >>$", " << u[1] >>")
    assert changed != SOUND
    assert told(changed) == []


SHOWN = [  # lines above [answer], and what the prompt has in place of x0
    ("[table]\nheader = ['$x_0$']\nrows = [['<< x0 >>']]\n", ""),
    ("[table]\nrows = '[[x0, 1]]'\n", ""),
    ("[figure]\ncontours = 'x*y'\npoints = { P = '(x0, 1)' }\nsays = 'A map.'\n", ""),
    ("[figures.map]\ncontours = 'x*y'\npoints = { P = '(x0, 1)' }\nsays = 'A map.'\n", "<< map >>"),
    ("d = '2*x0'\n", "<< d >>"),
    ('d = \'if(x0 > 3, "$<< x0 >>$", "three or less")\'\n', "<< d >>"),
]


@pytest.mark.parametrize(("lines", "prompt"), SHOWN)
def test_what_a_prompt_shows_in_other_ways(lines, prompt):
    hidden = SOUND.replace(" from $x = << x0 >>$", f" {prompt}")
    shown = hidden.replace("[answer]\n", f"{lines}[answer]\n", 1)
    assert [line for line, message in told(hidden) if "'x0' changes the answer" in message] == [7]
    assert told(shown) == []


def test_a_requirement_shows_nothing():
    required = SOUND.replace(" from $x = << x0 >>$", "").replace("[answer]", "[require]\n'near' = 'x0 = 3'\n[answer]")
    assert [line for line, message in told(required) if "'x0' changes the answer" in message] == [7]


PARTS = """title = 'T'
difficulty = 1
prompt = 'p'
[parameters]
a = { integers = [1, 9] }
b = { integers = [1, 9] }
[[parts]]
prompt = 'Double << a >>.'
skills = ['s']
answer = { number = '2*a' }
[[parts]]
prompt = 'Add << b >>.'
skills = ['s']
answer = { number = '2*a + b' }
"""


def test_an_earlier_prompt_shows_for_a_later_part_and_no_later_one_for_an_earlier():
    said = [(line, message) for line, message in told(PARTS) if "changes the answer" in message]
    assert said == []
    later = PARTS.replace("'2*a' }", "'2*a*b' }")
    ((line, message),) = [(line, message) for line, message in told(later) if "changes the answer" in message]
    assert (line, message.partition(",")[0]) == (6, "'b' changes the answer to (a)")


NAMED = SOUND.replace("number = 'x0 - eta*m'", "vector = 'G'\nnames = ['∂L/∂w', '∂L/∂b']").replace(
    "m = 'at(", "L = '(w*x0 + b - a)^2'\ng = 'grad(L, w, b)'\nG = 'at(g, w = eta, b = x0 + 0*m)'\nm = 'at("
)


def test_names_of_components_go_as_the_gradient_goes():
    def about_names(source):
        return [(line, message) for line, message in told(source) if "the names go" in message]

    assert about_names(NAMED) == []
    turned = NAMED.replace("['∂L/∂w', '∂L/∂b']", "['∂L/∂b', '∂L/∂w']")
    assert about_names(turned) == [(17, "the names go b, w, and the gradient goes w, b; turn one round")]
    assert about_names(turned.replace("grad(L, w, b)", "grad(L, b, w)")) == []


CONCEPT = """title = 'T'
skills = ['s']
difficulty = 1
prompt = 'What does a gradient represent?'
[answer]
choice = 'The direction of steepest growth'
"""


def test_twins_are_told_at_the_second():
    renamed = (
        SOUND.replace("eta", "rate").replace("\\rate", "\\eta").replace("a*x^3", "a*x^4").replace("[2, 60]", "[3, 70]")
    )
    spaced = (
        renamed.replace("step from", "step\n  from").replace("'Let", "'''Let").replace("x0 >>$.'\n[", "x0 >>$.'''\n[")
    )
    assert spaced.count("'''") == 2
    (found,) = twins([item(SOUND), item(spaced, "t/j")])
    assert (found.path.name, found.line) == ("j.toml", 4)
    assert "this asks what 't/i' asks, up to numbers and names" in found.message
    for old, new in (("a*x^3", "a*sin(x)"), ("Take one step", "Take a step"), ("'x0 - eta*m'", "'x0 + eta*m'")):
        assert list(twins([item(SOUND), item(SOUND.replace(old, new, 1), "t/j")])) == []


def test_one_title_for_two_items():
    other = SOUND.replace("'x0 - eta*m'", "'x0 + eta*m'")
    (found,) = same_titles([item(SOUND), item(other, "t/j")])
    assert (found.path.name, found.line) == ("j.toml", 1)
    assert found.message == "'t/i' has this title, too; say what is different here"
    assert list(same_titles([item(SOUND), item(other.replace("title = '", "title = 'More: "), "t/j")])) == []


def test_twins_among_items_without_numbers():
    other = CONCEPT.replace("steepest growth", "a contour")
    assert len(list(twins([item(CONCEPT), item(other, "t/j")]))) == 1
    assert list(twins([item(CONCEPT), item(other.replace("represent", "cost"), "t/j")])) == []
    short = CONCEPT.replace("What does a gradient represent?", "True or false?")
    assert list(twins([item(short), item(short.replace("growth", "descent"), "t/j")])) == []


def test_the_shipped_bank_has_none_of_these():
    bank = load_bank()
    found = [fault for each in bank.items for fault in (*faults_in_text(each), *advice_on_text(each))]
    assert [*map(str, found), *map(str, twins(bank.items))] == []
