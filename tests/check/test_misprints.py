"""Formulas as nobody writes them, hints short of a sum, mistakes of another size or name, units of something else."""

from pathlib import Path

import pytest

from quizengine.check.hint_sums import hint_sums
from quizengine.check.mistake_shapes import misshapen_mistakes
from quizengine.check.texts import misprints
from quizengine.check.unit_checks import unit_faults
from quizengine.draw import draw_question
from quizengine.item import Item

SOUND = r"""title = 'Line'
skills = ['s']
difficulty = 1
prompt = 'Let $f(x) = << a*x + 1 >>$. What is $f(3)$, in K/s?'
[parameters]
a = { integers = [-3, 3] }
b = { integers = [20, 40] }
u = { texts = ['x'] }
w = { texts = ['$<< a >> y$'] }
[let]
v = '(b - 6 + 4, 2*b)'
t = 'if(a = 1, "$x$", a = 0, "$1$", a = -1, "$1/x$", "$x^{<< a >>}$")'
[answer]
number = 'v[1]'
unit = 'K/s'
[[mistakes]]
name = 'one'
number = 'b'
says = 'Not $<< b >>$.'
[help]
hints = ['Put in.', 'Mind the sign.']
steps = ['Add.', 'It is $<< v[1] >>$, in K/s.']
"""
VECTOR = (
    SOUND.replace("number = 'v[1]'\nunit = 'K/s'", "vector = 'v'")
    .replace("number = 'b'", "vector = '(b - 6 + 4, 2)'")
    .replace(", in K/s", "")
)


def told(source, check, seeds=20):
    item = Item.read("t/i", Path("t/i.toml"), source)
    assert not item.faults, item.faults
    found = {fault for seed in range(1, seeds + 1) for fault in check(draw_question(item, seed, {}))}
    return [(item.line(*fault.where), fault.kind, fault.message, fault.example) for fault in found]


@pytest.mark.parametrize("check", [misprints, hint_sums, misshapen_mistakes, unit_faults])
@pytest.mark.parametrize("source", [SOUND, VECTOR])
def test_a_sound_item(source, check):
    assert told(source, check) == []


PROMPT, HINT = "Let $f(x) = << a*x + 1 >>$.", "Mind the sign."
PRINTED = [  # what stands in the prompt, a piece of the message, and what may be printed
    (
        "$<< a >>x$",
        "<< a >> stands before x and may be 1, −1 or 0; put the whole product into one fill-in: << a*x >>",
        "x",
    ),
    (r"$1 - << a >> \eta$", r"<< a >> stands before \eta and may be", "1 − "),
    (r"$2 \cdot << a - 1 >> x$", "one fill-in: << (a - 1)*x >>", "2·"),
    (r"$<< a >> \sqrt{x}$", "<< a >> stands before \\sqrt", "√x"),
    (r"$<< a >> \sin x$", "<< a >> stands before \\sin", "sin x"),
    (r"$<< a >> \mathbf{w}$", "<< a >> stands before \\mathbf", ""),
    ("$<< a >>(x - 2)$", "<< a >> stands before brackets", "(x − 2)"),
    ("$<< a >> << u >>$", "<< a >> stands before << u >>", "x"),
    ("$x^{<< a >>}$", "<< a >> is a power of x", "x"),
    ("$x^<< a >>$", "<< a >> is a power of x and may be 0 or 1; put the whole power into one fill-in", "x"),
    (r"$\eta^{<< a >>}$", r"<< a >> is a power of \eta", "η"),
    (r"$\frac{2}{<< a >>}$", "<< a >> may be 1, below a fraction bar", "2/1"),
    ("$x + -<< a >>$", "two signs stand before << a >>; take one out", "x + −"),
    ("x + << a >>", "<< a >> may be negative behind a +; put the whole sum into one formula", "+ -"),
    ("<< w >>", "a value in << w >> stands before y and may be", "y"),
    (r"$$<< a >>x$$", "<< a >> stands before x", "x"),
]


@pytest.mark.parametrize(("text", "message", "printed"), PRINTED)
def test_a_misprint_is_told_with_what_is_printed(text, message, printed):
    source = SOUND.replace("[-3, 3]", "[-3, 3], except = [0]") if "frac" in text else SOUND
    for old, line, kind in ((PROMPT, 4, "grave"), (HINT, 21, "misprint")):
        found = told(source.replace(old, f"{PROMPT} {text}"), misprints)
        in_help = kind == "misprint" and ("(x" in text or "frac" in text)  # numbers that are put in are shown as such
        assert [each[:2] for each in found] == ([] if in_help else [(line, kind)]), found
        assert all(message in each[2] and printed in each[3] for each in found), found


FINE = [
    "$x^1 = x$, $1x$ and $\\frac{2}{1}$ << a >>",
    "$<< b >> x^2 + << a*x >>$",
    "$<< a >> \\cdot x$ and $x << a >>$, $<< a >>^2$",
    "$<< a >>\\, \\mathrm{m}$, $<< a >> \\text{ m}$, $<< a >>\\ K$",
    "$x_<< a >> y + x_{<< a >> j}$",
    "$x + << a >>$, $x - << a >>$, $(<< a >>, << a >>)$",
    "$x^{<< a >> - 1}$, $2^{<< a >>}$",
    "from << b >> - << b >> or << a >> - that is it",
    "<< t >>",  # a text that is chosen such that it prints well
]


@pytest.mark.parametrize("text", FINE)
def test_what_is_printed_well(text):
    assert told(SOUND.replace(PROMPT, f"{PROMPT} {text}"), misprints) == []


SUMS = [
    (SOUND, "Work out $<< b >> - 6 + 4$.", True),
    (SOUND, "Work out $f = << b >> - 6 + 4$.", True),
    (SOUND, r"Work out $\frac{<< 2*b >> - 4}{2}$.", True),
    (SOUND, "Work out $<< b >> - 6$.", False),
    (SOUND, "Work out $x - 6 + 4$.", False),
    (VECTOR, r"Work out $(<< b >> - 6 + 4, 2 \cdot << b >>)$.", True),
    (VECTOR, "The second is << 2*b >>, the first $<< b >> - 6 + 4$.", True),
    (VECTOR, "The first is $<< b >> - 6 + 4$.", False),
    (VECTOR, "The first is << b - 2 >>.", False),
]


@pytest.mark.parametrize(("source", "hint", "is_told"), SUMS)
def test_a_hint_that_is_the_sum_short_of_its_value(source, hint, is_told):
    hinted = source.replace(HINT, hint)
    found = {each[:3] for each in told(hinted, hint_sums)}
    line = hinted[: hinted.index("hints")].count("\n") + 1
    message = "only this sum is left to work out, so the answer is told; leave a step to the learner"
    assert found == ({(line, "telling", message)} if is_told else set())


SHAPES = [
    ("'one'", "'(1, 2, b)'", "'one' has length 3, and the answer length 2; is one left out, or one too many?"),
    ("'component-missing'", "'(1, 2, b)'", ""),
    (
        "'opposite-sign'",
        "['v[2]', 'v[1]']",
        "the value of 'opposite-sign' is another slip: the two components are swapped",
    ),
    ("'swapped-partials'", "['-v[1]', '-v[2]']", "the value of 'swapped-partials' is another slip: the opposite sign"),
    ("'swapped-partials'", "['v[2]', 'v[1]']", ""),
    ("'opposite-sign'", "['v[1] + 1', 'v[1]']", ""),
    ("'some-slip'", "['v[2]', 'v[1]']", ""),
]


@pytest.mark.parametrize(("name", "value", "message"), SHAPES)
def test_a_mistake_of_another_size_or_name(name, value, message):
    found = told(VECTOR.replace("'one'", name).replace("'(b - 6 + 4, 2)'", value), misshapen_mistakes, 5)
    assert [(line, said[: len(message)]) for line, _, said, _ in found][:1] == ([(15, message)] if message else [])


def test_a_mistake_of_another_kind_may_be_meant():
    assert told(VECTOR.replace("vector = '(b - 6 + 4, 2)'", "number = 'b'"), misshapen_mistakes) == []


UNITS = [
    ("in K/s?", "in K/m?", 4, "this ends in another unit than that of the answer"),
    ("$, in K/s.'", "$, in K/m.'", 22, "this ends in another unit than that of the answer"),
    ("in K/s?", "in kelvin per second?", 0, ""),
    ("in K/s?", "in order?", 0, ""),
    ("unit = 'K/s'\n", "", 4, "this asks for a value in a unit, and the answer has none; write unit = '…'"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), UNITS)
def test_a_unit_of_something_else(old, new, line, message):
    found = told(SOUND.replace(old, new), unit_faults, 3)
    assert sorted((at, said) for at, _, said, _ in found)[:1] == ([(line, message)] if message else [])
