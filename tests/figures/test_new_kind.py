"""A kind of figure is one file: here one is added and thrown away."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.check import check_item
from quizengine.draw import Question, draw_question
from quizengine.draw.redraw import redraw
from quizengine.errors import Unreadable
from quizengine.figures import KINDS
from quizengine.item import Item
from quizengine.maths.print import show_prose
from quizengine.maths.print.picture import Picture

pytestmark = pytest.mark.usefixtures("polygons")

ITEM = """title = 'Which triangle'
skills = ['gradient']
difficulty = 1
prompt = 'Which of these has the corner $(<< p >>, 0)$? It is not << shape >>'
[parameters]
p = { integers = [2, 9] }
[let]
q = 'p/10'
[figure]
polygon = '[(0, 0), (q, 0), (0, 1)]'
[figures.shape]
polygon = '[(0, 0), (1, 0), (q, 1)]'
[figures.first]
polygon = '[(0, 0), (q, 0), (0, 1/2)]'
[figures.second]
polygon = '[(0, 0), (q/2, 0), (0, 1)]'
adds = 'The way on is $<< q >>$ long.'
[figures.third]
polygon = '[(0, 0), (q/3, 0), (0, 1)]'
says = 'A slim one.'
[answer]
choice = '<< first >>'
[[mistakes]]
name = 'halved'
choice = '<< second >>'
says = 'Half as far.'
[[mistakes]]
name = 'third'
choice = '<< third >>'
says = 'A third as far.'
[help]
hints = ['Look along the axis.', 'How far to the right?']
steps = ['This one: << first >>']
"""


def item(text: str = ITEM) -> Item:
    return Item.read("figure/triangle", Path("triangle.toml"), text)


def drawn(text: str = ITEM, seed: int = 1) -> Question:
    return draw_question(item(text), seed, {})


def test_it_is_found_by_its_file() -> None:
    assert "polygon" in KINDS
    assert KINDS["polygon"].__name__ == "PolygonModel"


def test_it_stands_as_stem_and_in_every_text() -> None:
    question = drawn()
    p = show_prose(question.prompt, "text").split("(")[1][0]
    assert question.figure is not None
    assert show_prose(question.figure.description(), "text").startswith("A polygon with the corners (0, 0), (0.")
    assert f"(0.{p}, 1)" in show_prose(question.prompt, "text")
    assert isinstance(question.prompt[-1], Picture)
    part = question.parts[0]
    assert all(len(option) == 1 and isinstance(option[0], Picture) for option in part.key.options)
    assert isinstance(part.steps[0].says[-1], Picture)


def test_it_is_described_by_its_data_or_its_author() -> None:
    texts = {show_prose(option, "text") for option in drawn(seed=3).parts[0].key.options}
    assert "A slim one." in texts
    assert any(text.endswith("long.") and text.startswith("A polygon") for text in texts)


def test_a_figure_is_chosen_by_its_letter() -> None:
    key = drawn().parts[0].key
    right = "abc"[key.chosen[0]]
    assert [key.credit(letter) for letter in "abc"].count(1) == key.credit(right) == 1
    assert key.echo(key.read(right)) == show_prose(key.prose(), "text") == right
    wrong = next(letter for letter in "abc" if letter != right)
    assert key.judge(key.read(wrong)).message.startswith(f"{wrong}: ")


def test_same_seed_same_figure_other_seed_another() -> None:
    assert drawn(seed=5).figure == drawn(seed=5).figure
    assert len({drawn(seed=seed).figure for seed in range(20)}) > 3


SLIPS = [
    (
        "[figures.third]\npolygon = '[(0, 0), (q/3, 0), (0, 1)]'",
        "[figures.third]\ngraph = 'x'\nup = '<< first >>'",
        19,
        "a figure cannot stand in a figure",
        "",
    ),
    ("[figure]\npolygon", "[figure]\npoligon", 9, "figure", "did you mean 'polygon' for 'poligon'?"),
    ("[figures.shape]\npolygon", "[figures.p]\npolygon", 11, "'p' has a value already", "another name"),
    ("says = 'A slim one.'", "syas = 'A slim one.'", 20, "unknown key 'syas'", "did you mean 'says'?"),
    ("says = 'A slim one.'", "says = 'A slim $<< z1z >>$'", 20, "z1z", ""),
    ("[(0, 0), (q/3, 0), (0, 1)]", "[0, q/3, 1]", 18, "a point of a figure has two numbers", "(1, 2)"),
    ("polygon = '[(0, 0), (q, 0), (0, 1/2)]'", "polygon = '[(0, 0), (answer, 0), (0, 1/2)]'", 13, "", "feedback only"),
]


@pytest.mark.parametrize(("old", "new", "line", "what", "cure"), SLIPS, ids=[slip[1] for slip in SLIPS])
def test_a_slip_is_told_where_it_stands(old: str, new: str, line: int, what: str, cure: str) -> None:
    assert old in ITEM
    slipped = item(ITEM.replace(old, new, 1))
    faults = [*slipped.faults] or [*check_item(slipped, {}).faults]
    told = [f"{fault.line}: {fault.message}" for fault in faults]
    assert any(what in message and cure in message for message in told), told
    assert any(abs(fault.line - line) <= 1 for fault in faults), told


CARRIED = """title = 'Twice'
difficulty = 1
prompt = 'A rod is $<< p >>$ long.'
[parameters]
p = { integers = [3, 8] }
[let]
g = '2*p'
[figures.right]
polygon = '[(0, 0), (g/20, 0), (0, 1)]'
[figures.wrong]
polygon = '[(0, 0), (g/40, 0), (0, 1)]'
[figures.flat]
polygon = '[(0, 0), (1, 0), (0, g/40)]'
[[parts]]
prompt = 'How long are two?'
skills = ['gradient']
carries = 'g'
answer = { number = 'g' }
[[parts]]
prompt = 'Which triangle stands on them?'
skills = ['gradient']
answer = { choice = '<< right >>' }
mistakes = [
  { name = 'half', choice = '<< wrong >>', says = 'Half.' },
  { name = 'flat', choice = '<< flat >>', says = 'Flat.' },
]
"""


def test_a_figure_that_follows_from_an_own_answer_is_no_option_on_the_screen() -> None:
    question = drawn(CARRIED)
    own = question.workspace.evaluate("2*p + 1")
    assert redraw(question, 1, {"g": own}) is not None
    assert redraw(question, 1, {"g": own}).key() is None  # type: ignore[union-attr]
    same = redraw(question, 1, {"g": question.workspace.values["g"]})
    assert same is not None
    assert same.key() == question.parts[1].key


def test_what_a_prompt_shows_in_a_figure_does_not_hang_on_an_answer() -> None:
    shown = CARRIED.replace("'Which triangle stands on them?'", "'Which is like << right >>?'")
    told = [fault.message for fault in check_item(item(shown), {}).faults]
    assert any("carries = 'g' changes 'g', which a prompt shows" in message for message in told), told
    assert not any("which a prompt shows" in fault.message for fault in check_item(item(CARRIED), {}).faults)


WRONG = "\n[[mistakes]]\nname = 'halved'\nchoice = '<< second >>'\nsays = 'No.'"
KINDS_OF_ANSWERS = {
    "choices": f"choices = ['<< first >>', '<< shape >>']{WRONG}",
    "order": "order = ['<< first >>', '<< second >>', '<< third >>']",
    "matching": "matching = { 'whole' = '<< first >>', 'half' = '<< second >>' }\nothers = ['<< third >>']",
    "matching of figures": "matching = { '<< first >>' = 'whole', '<< second >>' = 'half' }",
    "statement": f"statement = true\nreason = '<< first >>'{WRONG}",
}


@pytest.mark.parametrize("answer", KINDS_OF_ANSWERS.values(), ids=KINDS_OF_ANSWERS)
def test_it_is_picked_ordered_and_matched(answer: str) -> None:
    start, rest = ITEM.split("[answer]\n")
    question = drawn(f"{start}[answer]\n{answer}\n{rest[rest.index('[help]') :]}")
    key = question.parts[0].key
    figures = [option for option in (*key.options, *key.stems) if any(isinstance(piece, Picture) for piece in option)]
    assert len(figures) >= 2
    assert key.credit(key.plain()) == 1
    assert len(key.plain()) < 30, "by letters, not by the words of a figure"
    assert len(show_prose(key.prose(), "text")) < 80
    for wrong in ("a", "b", "a, b", "b, a", "a, b, c", "c, b, a", "1a 2b", "1b 2a", "true a", "false b"):
        try:
            reading = key.read(wrong)
        except Unreadable:
            continue
        assert len(key.judge(reading).message) < 120
