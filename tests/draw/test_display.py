"""Formulas on lines of their own in everything that an author writes as prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.check import check_item
from quizengine.draw import Question, draw_question
from quizengine.item import Item
from quizengine.maths.print import Display, Prose

ITEM = """title = 'T'
skills = ['s']
difficulty = 1
prompt = '''
Let
$$f = << f >>,$$
and say $f'$.
'''
[parameters]
a = { integers = [2, 9] }
how = { texts = ['as in $$x = << a >>$$'] }
[let]
f = 'a*x^2'
[table]
header = ['$$x$$', '<< how >>']
rows = [['$$1$$', '2']]
[answer]
expression = 'diff(f, x)'
[[mistakes]]
name = 'one'
expression = 'a*x'
says = 'Not $$<< a*x >>$$ at all, << how >>.'
[help]
hints = ['Use $$(x^2)\' = 2x.$$']
steps = ['$$<< 2*a*x >>$$']
""".replace("['Use $$(x^2)' = 2x.$$']", "['''Use $$(x^2)' = 2x.$$''']")


def drawn() -> Question:
    return draw_question(Item.read("t/i", Path("t/i.toml"), ITEM), 1, {})


def on_own_lines(text: Prose) -> int:
    return sum(isinstance(piece, Display) for piece in text)


def test_they_stand_in_prompts_hints_steps_and_sentences_on_mistakes() -> None:
    question = drawn()
    part = question.parts[0]
    texts = (question.prompt, *part.hints, *(step.says for step in part.steps), part.mistakes[0].says)
    assert [on_own_lines(text) for text in texts] == [1, 1, 1, 2]


def test_the_cells_of_a_table_stay_on_one_line() -> None:
    table = drawn().table
    assert table is not None
    assert [on_own_lines(cell) for row in (table.header, *table.rows) for cell in row] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("$$f = << f >>,$$", "$$f = << f >>,$", 4, "this $$ opens a formula that is not closed; two $ open a formula"),
        ("$$f = << f >>,$$", "$$ $$", 4, "nothing stands between these $$"),
        ("$$<< 2*a*x >>$$", "$$\\nosuch$$", 25, "\\nosuch is not known here"),
        ("as in $$x", "as in $$\\nosuch", 11, "\\nosuch is not known here"),
    ],
)
def test_their_faults_are_told_with_the_line(old: str, new: str, line: int, message: str) -> None:
    report = check_item(Item.read("t/i", Path("t/i.toml"), ITEM.replace(old, new)), {}, 2)
    assert {fault.line for fault in report.faults if message in fault.message} == {line}, report.faults
