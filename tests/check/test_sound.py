"""Answers that mean nothing, mistakes that nobody can make, figures that cannot be drawn: each told at its line."""

from pathlib import Path

import pytest

from quizengine.check import check_item
from quizengine.item import Item

HEADING = """title = 'T'
skills = ['s']
difficulty = 1
prompt = 'p'
[let]
v = '(1, 2)'
"""
ANSWERS = [
    ("number = 'v'", "number = … gives a vector; write vector = …"),
    ("expression = 'equation(x, 2)'", "expression = … gives an equation"),
    ("number = 'x + 1'", "number = … still holds x; put in values, or write expression = …"),
    ("number = 'infinity'", "infinity stands in the answer"),
    ("vector = ['x', 'w']\nvariables = ['x', 'y']", "the answer holds w, and its variables are x, y"),
    ("expression = 'x'\ndomain = { q = ['0', '1'] }", "domain speaks of q, and the variables are x"),
    ("expression = 'ln(-1 - x^2)'", "the answer has no value: it is not defined"),
    ("expression = 'ln(x)'\ndomain = { x = ['-2', '-1'] }", "the answer has no value"),
    ("direction = ['0', '1 - 1']", "the zero vector has no direction"),
    ("interval = ['2', '1']", "the ends of the interval do not ascend"),
    ("points = ['1', '2/2']", "a point stands twice among the points"),
    ("equation = 'x + x = 2*x'", "the equation holds everywhere, or nowhere"),
    ("equation = '1 = 2'", "the equation holds everywhere, or nowhere"),
    ("vector = 'v'\nnames = ['x']", "names lists 1 for 2 components"),
    ("words = ['learning rate']\nwrong = ['Learning rate']", "'Learning rate' stands under wrong, and is right"),
    ("choice = 'yes'\noptions = ['yes', 'no', 'no']", "two options are the same; all must differ"),
    ("choice = 'yes'\noptions = ['yes', ' ']", "an option is empty"),
    ("words = ['', 'rate']", "one of the words is empty"),
    ("words = ['" + "x" * 2_001 + "']", "the key, typed in plain notation, is not judged right"),
    ("vector = ['v', 'v']", "a component is a vector itself; write matrix = …"),
    ("vector = 'v'\nunevaluated = '(x, 2*x)'", "unevaluated needs the point: at = { x = '…' }"),
    ("vector = 'v'\nunevaluated = '(x, 2*x)'\nat = { y = '1' }", "at speaks of y, and unevaluated holds x"),
    ("vector = 'v'\nunevaluated = '(x, 2*x)'\nat = { x = '3' }", "with the values of at, does not give the answer"),
    ("expression = '3'\nup_to = 'constant'", "up to a constant, every number is this answer"),
    ("order = ['" + "', '".join(map(str, range(30))) + "']", "30 things to choose from, and only 26 letters"),
]
SOUND = [
    "number = 'sqrt(2)'",
    "expression = 'ln(x)'",
    "expression = 'ln(x)'\ndomain = 'positive'",
    "vector = 'v'\nnames = ['x', 'y']",
    "interval = ['0', 'infinity']",
    "equation = 'x^2 + y^2 = 25'",
    "direction = ['0', 'x']\nvariables = ['x', 'y']",
    "vector = 'v'\nunevaluated = '(x, 2*x)'\nat = { x = '1' }",
    "vector = 'v'\nunevaluated = '(x, 2*x)'\nat = { x = '1', y = '7' }\nvariables = ['x', 'y']",
    "direction = 'v'\nunevaluated = '(x, 2*x)'\nat = { x = '3' }",
    "matching = { 'a' = 'one', 'b' = 'two' }\nothers = ['three']",
]


def faults(text):
    return check_item(Item.read("t/i", Path("t/i.toml"), HEADING + text), {}, 1).faults


@pytest.mark.parametrize(("answer", "message"), ANSWERS)
def test_an_answer_that_means_nothing(answer, message):
    found = faults(f"[answer]\n{answer}\n")
    assert [fault.line for fault in found if message in fault.message] == [7], found


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("points = [['1', '2'], ['3']]", "'[[1, 2], [3]]': a set has one point or more, all with as many coordinates"),
        ("vector = 'v'\ncredit = [1]", "credit lists 1 weight for 2 components; write one for each"),
        ("vector = []", "'[]': this list is empty"),
        ("matrix = [['1', '2'], ['3']]", "'[[1, 2], [3]]': a matrix has rows of one length"),
    ],
)
def test_an_answer_that_cannot_be_drawn(answer, message):
    found = faults(f"[answer]\n{answer}\n")
    assert [fault.line for fault in found if message in fault.message] == [8], found


@pytest.mark.parametrize("answer", SOUND)
def test_a_sound_answer(answer):
    assert faults(f"[answer]\n{answer}\n") == ()


@pytest.mark.parametrize(
    ("answer", "mistake"),
    [
        ("number = '1'", "choice = 'one'"),
        ("number = '1'", "expression = 'x'"),
        ("statement = true", "choice = 'because'"),
        ("matching = { 'a' = 'one', 'b' = 'two' }", "choice = 'three'"),
    ],
)
def test_a_mistake_that_cannot_be_typed(answer, mistake):
    found = faults(f"[answer]\n{answer}\n[[mistakes]]\nname = 'm'\n{mistake}\n")
    assert [fault.line for fault in found if "'m' cannot be typed as an answer here" in fault.message] == [9], found


def test_mistakes_of_one_name_are_told_at_their_own_lines():
    mistakes = "".join(f"[[mistakes]]\nname = 'm'\n{value}\n" for value in ("number = '2'", "choice = 'one'"))
    assert next(fault.line for fault in faults(f"[answer]\nnumber = '1'\n{mistakes}")) == 12


@pytest.mark.parametrize(
    ("answer", "mistake", "message"),
    [
        ("order = ['a', 'b', 'c']", "order = ['a', 'b', 'd']", "puts other things in order than the answer does"),
        ("order = ['a', 'b', 'c']", "order = ['b', 'a']", "leaves things out that the answer puts in order"),
    ],
)
def test_a_mistake_of_another_make(answer, mistake, message):
    (fault,) = faults(f"[answer]\n{answer}\n[[mistakes]]\nname = 'm'\n{mistake}\n")
    assert message in fault.message


CARRIED = """title = 'T'
difficulty = 1
prompt = 'At $t = << t >>$.'
[parameters]
a = { integers = [1, 9] }
[let]
y = 'a + 1'
t = 'y - 2'
u = 'y + t'
[[parts]]
prompt  = 'y?'
skills  = ['s']
carries = 'y'
answer  = { number = 'y' }
[[parts]]
prompt = 'u?'
skills = ['s']
answer = { number = 'u' }
"""


SOUND_CARRIED = CARRIED.replace("'y - 2'", "'a - 1'")


def test_what_is_given_does_not_depend_on_what_is_answered():
    def told(text):
        found = check_item(Item.read("t/i", Path("t/i.toml"), text), {}, 5).faults
        return [(fault.line, fault.message) for fault in found]

    assert told(CARRIED) == [(13, "carries = 'y' changes 't', which a prompt shows; work 't' out without it")]
    assert told(SOUND_CARRIED) == []
    in_heading = f"{SOUND_CARRIED}[table]\nheader = ['<< u >>']\nrows = [['<< a >>']]\n"
    assert told(in_heading) == [(13, "carries = 'y' changes 'u', which a prompt shows; work 'u' out without it")]


def test_slips_in_parts_are_told():
    def told(old, new):
        assert old in CARRIED
        report = check_item(Item.read("t/i", Path("t/i.toml"), SOUND_CARRIED.replace(old, new, 1)), {}, 5)
        return [(fault.line, fault.message) for fault in (*report.faults, *report.advice)]

    asks = (15, "this part asks nothing; write prompt = '…'")
    assert asks in told("prompt = 'u?'", "prompt = ''")
    assert (18, "nothing comes after the last part; take carries out") in told(
        "answer = {", "carries = 'u'\nanswer = {"
    )
    assert (13, "carries = 'y' changes no later answer; let a later key use 'y', or take carries out") in told(
        "u = 'y + t'", "u = '2*a'"
    )
    typo = told("carries = 'y'", "carries = 'y'\ncarries_if = 'y >'")
    assert [line for line, message in typo if "the text ends" in message] == [14]
    number = told("carries = 'y'", "carries = 'y'\ncarries_if = 'y + 1'")
    assert [line for line, message in number if "is no condition; compare two values" in message] == [14]
    assert (5, "'a' has no value in [parameters]: work out what depends on it in [let]") in told(
        "a = {", "b = { choices = ['a + 1', 'x'] }\na = {"
    )


FIGURES = [
    ("contours = 'v'", "an expression in x and y and in nothing else is needed here"),
    ("contours = '3'", "an expression in x and y and in nothing else is needed here"),
    ("contours = 'x + w'", "an expression in x and y and in nothing else is needed here"),
    ("contours = 'x'\nhorizontal = [3, -3]", "goes from a lower to a higher number"),
    ("contours = 'x'\nvertical = ['x', 3]", "a number is needed here"),
    ("contours = 'x'\nlevels = ['y']", "a number is needed here"),
    ("contours = 'x'\nlevels = 0", "must be 1 or more"),
    ("contours = 'x'\npoints = { P = '3' }", "a point of a figure has two numbers"),
    ("contours = 'x'\npoints = { P = '(1, 9)' }", "lies outside the figure; widen horizontal or vertical"),
    ("contours = 'sin(x)^2 + cos(x)^2'", "the function has the same value everywhere"),
    ("contours = 'ln(-1 - x^2)'", "the function has no value in this rectangle"),
    ("contours = 'x^2 + y^2'\nlevels = [100, 200]", "the values run from 0 to 18, and no level lies there"),
]


@pytest.mark.parametrize(("figure", "message"), FIGURES)
def test_a_figure_that_cannot_be_drawn(figure, message):
    (fault,) = faults(f"[answer]\nnumber = '1'\n[figure]\n{figure}\nsays = 's'\n")
    assert message in fault.message
    assert fault.line >= 9
