"""Figures that are broken: each is told in one line, with its place and its cure; sound ones pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.check import check_item
from quizengine.check.alike import alike
from quizengine.check.looks import look
from quizengine.draw import draw_question
from quizengine.figures import KINDS, Figure
from quizengine.figures.plane import Axis, plane
from quizengine.figures.scale import of_axis, of_levels, of_plane
from quizengine.item import Fault, Item
from quizengine.maths.language import Workspace

READ_OFF = """title = 'How high is the point'
skills = ['gradient']
difficulty = 2
prompt = 'Read off how high the curve is at $P$.'
[figure]
graph = 'x^2/2'
horizontal = [-3, 3]
vertical = [0, 5]
points = { P = '3/2' }
[answer]
number = '9/8'
reads = 'vertical'
tolerance = { absolute = '0.2' }
"""
MAP = """title = 'A level'
skills = ['gradient']
difficulty = 2
prompt = 'Which level has the curve through $P$?'
[figure]
contours = 'x^2 + y^2'
levels = ['1', '4', '9']
points = { P = '(2, 0)' }
[answer]
number = '4'
reads = 'level'
"""
OPTIONS = """title = 'Which graph'
skills = ['gradient']
difficulty = 2
prompt = 'Which of these is the graph of the derivative of $x^2$?'
[figures.line]
graph = '2*x'
[figures.flat]
graph = '0*x + 1'
[figures.bowl]
graph = 'x^2'
[answer]
choice = '<< line >>'
[[mistakes]]
name = 'constant'
choice = '<< flat >>'
says = 'That is $2$.'
[[mistakes]]
name = 'itself'
choice = '<< bowl >>'
says = 'That is the function.'
[help]
hints = ['Where is the slope zero?', 'Is the slope negative to the left?']
"""
OWN_ANSWER = OPTIONS.replace("graph = 'x^2'", "graph = 'answer*x'").replace("'<< bowl >>'", "'<< flat >>, lifted'")
NO_FIGURE = READ_OFF[READ_OFF.index("[figure]") : READ_OFF.index("[answer]")]
DIRECTION = "direction = '(1, 2)'\nreads = 'direction'\nwithin = 15\n"
SLOPE = MAP.replace("number = '4'\nreads = 'level'\n", DIRECTION).replace("'x^2 + y^2'", "'x + 2*y'")
NAMES = ", ".join(f"{name} = '(2 + {n}/40, {n % 2}/20)'" for n, name in enumerate("PQRSTUVWXY"))
CROWD = f"{{ {NAMES} }}"
BROKEN = [
    # called; the item; old, new; the line; what is told; the cure
    ("flat", MAP, "'x^2 + y^2'", "'sin(x)^2 + cos(x)^2'", 5, "the same value everywhere", "take another one"),
    ("infinite", MAP, "'x^2 + y^2'", "'exp(100*x^2 + 100)'",
     5, "of the function are too large", "take a smaller one"),
    ("no numbers", MAP, "'x^2 + y^2'", "'ln(-1 - x^2 - y^2)'",
     5, "has no value in this rectangle", "take another one"),
    ("no level", MAP, "['1', '4', '9']", "['100', '200']", 5, "no level lies there", "choose levels among them"),
    ("names in a crowd", MAP, "{ P = '(2, 0)' }", CROWD,
     5, "hides something, for no place beside it is free", "show less around it"),
    ("point outside", MAP, "'(2, 0)'", "'(7, 0)'", 8, "lies outside the figure", "widen horizontal or vertical"),
    ("unknown kind", MAP, "contours =", "contour =",
     5, "needs exactly one of these kinds", "did you mean 'contours'"),
    ("two kinds", MAP, "levels =", "graph = 'x'\nlevels =",
     5, "several kinds of figure, contours and graph", "keep one"),
    ("no words", MAP, "levels =", "says = ' '\nlevels =", 7, "must not be empty", "the figure describes itself"),
    ("many words", MAP, "levels =", f"says = '{'so ' * 501}'\nlevels =",
     5, "longer than 1,500", "write a shorter one"),
    ("alike", OPTIONS, "'0*x + 1'", "'2*x + 1/100'", 11, "<< flat >> and << line >> look alike", "quite another"),
    ("in says", OPTIONS, "'That is $2$.'", "'That is << bowl >>'",
     16, "cannot stand in 'says'", "into [help] feedback"),
    ("own answer", OWN_ANSWER, "zero?'", "zero in << bowl >>?'",
     9, "shows the learner's answer", "stands in feedback only"),
    ("own answer, no name", MAP, "'(2, 0)'", "'(answer, 0)'",
     5, "the learner's answer is not known before it is given", "and let it stand in [help] feedback"),
    ("too fine", READ_OFF, "'0.2'", "'0.01'",
     10, "finer than can be read by the vertical axis", "tolerance = { absolute = '0.2' } or"),
    ("exact", READ_OFF, "tolerance = { absolute = '0.2' }\n", "",
     10, "lies on no tick of the vertical", "'0.2' }, or let"),
    ("no figure", READ_OFF, NO_FIGURE, "", 5, "the question shows no figure", "write [figure]"),
    ("no such scale", READ_OFF, "'vertical'", "'level'",
     10, "no figure of the question has level curves", "draw one"),
    ("off the axis", READ_OFF, "number = '9/8'", "number = '9'",
     10, "by the vertical axis: it lies beyond", "widen it"),
    ("between levels", MAP, "number = '4'", "number = '5'", 9, "lies on no level curve", "{ absolute = '3' }, or"),
    ("rough levels", MAP, "'4'\nr", "'5'\ntolerance = { absolute = 1 }\nr",
     9, "finer than can be read by level", "more of them"),
    ("too fine an angle", SLOPE, "within = 15", "within = 2",
     9, "is read off within 5° at best", "write within = 15"),
    ("no angle", SLOPE, "within = 15\n", "", 9, "is read off within 5° at best", "write within = 15"),
]  # fmt: skip


def faults(text: str) -> tuple[Fault, ...]:
    return check_item(Item.read("figure/i", Path("i.toml"), text), {}, 3).faults


@pytest.mark.parametrize("text", [READ_OFF, MAP, OPTIONS, SLOPE])
def test_a_sound_figure(text: str) -> None:
    assert faults(text) == ()


@pytest.mark.parametrize(("name", "text", "old", "new", "line", "what", "cure"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_broken_figure(name: str, text: str, old: str, new: str, line: int, what: str, cure: str) -> None:
    assert old in text, name
    told = [fault for fault in faults(text.replace(old, new, 1)) if what in fault.message and cure in fault.message]
    assert {fault.line for fault in told} == {line}
    assert all("\n" not in str(fault) for fault in told)


def test_a_fault_of_many_seeds_is_told_once() -> None:
    drawn = MAP.replace("[figure]", "[parameters]\na = { integers = [2, 90] }\n[figure]").replace(
        "x^2 + y^2", "a*x^2 + y^2"
    )
    found = check_item(
        Item.read("figure/i", Path("i.toml"), drawn.replace("['1', '4', '9']", "['-1', '-2']")), {}, 20
    ).faults
    (told,) = [fault.message for fault in found if "no level lies there" in fault.message]
    assert told.startswith(
        "there is nothing to see: the values run from … to …, and no level lies there; choose levels"
    )
    assert ", for example 0; " in told
    assert told.endswith(" (in 20 of 20 questions)")


def test_options_with_the_same_words() -> None:
    text = OPTIONS.replace("graph = '0*x + 1'", "graph = '0*x + 1'\nsays = 'A curve.'")
    assert faults(text) == ()
    (fault,) = faults(text.replace("graph = 'x^2'", "graph = 'x^2'\nsays = 'A curve.'"))
    assert fault.message.startswith("the options << bowl >> and << flat >> have the same description; write adds = '…'")


def test_a_description_that_says_which_option_is_right() -> None:
    message = "the description tells the answer; say what is to be seen"
    text = MAP.replace("number = '4'\nreads = 'level'", "choice = 'a bowl'")
    text = text.replace("levels =", "adds = 'It is a bowl.'\nlevels =")
    for other in ("a saddle", "a plane"):
        text += f"[[mistakes]]\nname = '{other}'\nchoice = '{other}'\nsays = 'No.'\n"
    advice = check_item(Item.read("figure/i", Path("i.toml"), text), {}, 1).advice
    assert [fault.line for fault in advice if message in fault.message] == [5]
    both = text.replace("It is a bowl.", "It is a bowl, not a plane.")
    advice = check_item(Item.read("figure/i", Path("i.toml"), both), {}, 1).advice
    assert not [fault for fault in advice if message in fault.message]


PLAIN = {"contours": "x + y"}


FEEDBACK = """title = 'Downhill'
skills = ['gradient']
difficulty = 2
prompt = 'Which way does $f = x^2 + 2 y^2$ grow fastest at $(1, 2)$?'
[figures.yours]
contours = 'x^2 + 2*y^2'
horizontal = [-20, 20]
vertical = [-20, 20]
arrows = { you = ['(1, 2)', 'answer'] }
[answer]
vector = '(2, 8)'
[[mistakes]]
name = 'swapped'
vector = '(8, 2)'
says = 'Swapped.'
[help]
feedback = 'You go << yours >>'
"""


@pytest.mark.parametrize(
    ("old", "new", "telling"),
    [
        ("You go", "You go", False),
        ("You go", "Not $(2, 8)$ but", True),
        ("'answer'] }", "'answer'], right = ['(1, 2)', '(2, 8)'] }", True),
    ],
)
def test_feedback_that_tells_the_answer(old: str, new: str, telling: bool) -> None:
    report = check_item(Item.read("figure/i", Path("i.toml"), FEEDBACK.replace(old, new)), {}, 1)
    told = [fault for fault in report.advice if "this tells the answer while it may be tried again" in fault.message]
    assert bool(told) == telling, report
    assert all(fault.line == 17 for fault in told)


def figure(**written: object) -> Figure:
    kind = next(iter(written))
    return KINDS[kind].model_validate(written).draw(Workspace({}))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"graph": "x^2"}, {"graph": "x^2"}, True),
        ({"graph": "x^2", "vertical": [0, 25]}, {"graph": "1.01*x^2", "vertical": [0, 25]}, True),
        ({"graph": "x^2"}, {"graph": "-x^2"}, False),
        ({"graph": "x^2", "points": {"A": "1"}}, {"graph": "x^2", "points": {"A": "3"}}, False),
        ({"graph": "x^2", "points": {"A": "1"}}, {"graph": "x^2", "points": {"B": "1"}}, False),
        ({"graph": "x"}, {"graph": "x", "horizontal": [0, 10], "vertical": [0, 10]}, False),
        ({"contours": "x^2 + y^2"}, {"contours": "x^2 - y^2"}, False),
        ({"bars": "[1, 2, 3, 4]"}, {"bars": "[4, 3, 2, 4]"}, False),
        ({"graph": "x^3/9", "grid_lines": True}, {"graph": "x^3/9 + 1/2", "grid_lines": True}, False),
        (
            {"contours": "x + y", "arrows": {"u": ["(0, 0)", "(1, 1)"]}},
            {"contours": "x + y", "arrows": {"u": ["(1, 1)", "(-1, -1)"]}},
            False,
        ),
    ],
)
def test_what_looks_alike(one: dict[str, object], other: dict[str, object], same: bool) -> None:
    assert alike(figure(**one), figure(**other)) == alike(figure(**other), figure(**one)) == same


def test_questions_with_other_figures_look_other() -> None:
    text = READ_OFF.replace("[figure]", "[parameters]\na = { integers = [2, 9] }\n[figure]\nsays = 'A curve.'").replace(
        "x^2/2", "x^2/a"
    )
    item = Item.read("figure/i", Path("i.toml"), text)
    seen = {look(draw_question(item, seed, {})) for seed in range(1, 31)}
    assert len(seen) == len({draw_question(item, seed, {}).workspace.values["a"] for seed in range(1, 31)}) > 4


@pytest.mark.parametrize(("value", "told"), [(1, 0), (2, 1), (3.5, 0.5), (4, 0), (6, 2.5), (9, 0), (8.9, 2.5)])
def test_levels_are_known_to_half_of_their_gap(value: float, told: float) -> None:
    scale = of_levels([4, 1, 3, 9, 4])["level"]
    assert scale.told(value) == told
    assert scale.holds(value)
    assert not scale.holds(9.1)


def test_axes_are_read_to_a_third_of_an_em() -> None:
    flat = of_plane(plane(Axis(0, 10), Axis(0, 1), 22, 0.5))
    assert flat["horizontal"].told(1.234) == pytest.approx(0.3 * 10 / 20, rel=0.1)
    assert flat["vertical"].told(0.4) == 0
    logarithmic = of_axis(Axis(1, 1000, logarithmic=True), 10, [1, 10, 100, 1000])
    assert logarithmic.told(500) == pytest.approx(500 * (1000**0.03 - 1))
