"""`decimals = true`: all that a learner sees has decimals, and nothing is judged or drawn otherwise."""

from __future__ import annotations

from pathlib import Path

from quizengine.bank import load_bank
from quizengine.check import check_item
from quizengine.draw import Question, draw_question
from quizengine.draw.redraw import redraw
from quizengine.figures.level_map.map import LevelMap
from quizengine.figures.rectangle.figure import RectangleFigure
from quizengine.grade.carrying import follow
from quizengine.item import Item
from quizengine.maths.print import show_prose
from quizengine.maths.tree import Number

ITEM = """
title = 'Two steps'
difficulty = 2
decimals = true
prompt = 'With $\\eta = << eta >>$ and $f = << f >>$ start at $<< x0 >>$, << how >>.'

[parameters]
eta = { choices = ['1/10'] }
x0 = { choices = ['7/2'] }
how = { texts = ['in steps of $<< eta/2 >>$'] }

[let]
f = 'x^2/4 + x/3'
g = 'diff(f, x)'
x1 = 'x0 - eta*(x0/2 + 1/4)'
x2 = 'x1 - eta*(x1/2 + 1/4)'

[table]
rows = '[["rate", eta], [x0, 1/3]]'

[figure]
contours = 'x^2/2 + y^2'
levels = ['1/2', '5/4']
points = { P = '(1/2, 3/2)' }
says = 'A bowl, $<< x0 >>$ wide.'

[[parts]]
skills = ['s']
prompt = 'The first step, with $\\eta/2 = << eta/2 >>$?'
carries = 'x1'
answer = { number = 'x1' }
mistakes = [{ name = 'uphill-step', number = '2*x0 - x1', says = 'Uphill, to $<< 2*x0 - x1 >>$.' }]
[parts.help]
hints = ['Subtract $<< x0/2 + 1/4 >>$ times $<< eta >>$.']
steps = ['$<< x0 >> - << eta >> \\cdot << x0/2 + 1/4 >> = << x1 >>$']

[[parts]]
skills = ['s']
prompt = 'The second?'
answer = { choice = '$<< x2 >>$' }
mistakes = [
  { name = 'uphill-step', choice = '$<< 2*x1 - x2 >>$' },
  { name = 'not-updated', choice = '<< "at " >>$<< x1 >>$' },
]

[[parts]]
skills = ['s']
prompt = 'The derivative, and a third of it?'
answer = { vector = ['g', 'g/3 + 1/8'] }
"""


def drawn(source: str) -> Question:
    return draw_question(Item.read("test/steps", Path("test/steps.toml"), source), 1, load_bank().mistakes)


def seen(question: Question) -> str:
    """All that a learner may see."""
    assert question.table is not None
    assert question.figure is not None
    cells = [cell for row in question.table.rows for cell in row]
    texts = [question.prompt, *cells, question.figure.description()]
    for part in question.parts:
        texts += [part.prompt, *part.key.options, part.key.prose(), *part.hints, *(step.says for step in part.steps)]
        texts += [text for mistake in part.mistakes for text in (mistake.says, mistake.key.prose())]
    return "\n".join(show_prose(text, "text") for text in texts)


def test_everything_that_is_shown_has_decimals() -> None:
    question = drawn(ITEM)
    text = seen(question)
    assert text.replace("/3", "").count("/") == 1  # η/2 in the author's own LaTeX
    assert "With η = 0.1 and f = 0.25·x² + x/3 start at 3.5, in steps of 0.05." in text
    assert "3.5 − 0.1·2 = 3.3" in text
    assert isinstance(question.figure, RectangleFigure)
    assert isinstance(question.figure.ground, LevelMap)
    assert [text for _, text in question.figure.ground.levels.levels] == ["0.5", "1.25"]
    assert question.parts[2].key.show() == "(0.5·x + 1/3, (0.5·x + 1/3)/3 + 0.125)"
    assert question.parts[0].key.asks() == "a number, exact, such as 3, −0.5 or 1/3"


def test_without_the_line_all_is_as_before() -> None:
    question = drawn(ITEM.replace("decimals = true\n", ""))
    assert "With η = 1/10 and f = x²/4 + x/3 start at 7/2, in steps of 1/20." in seen(question)
    with_line = drawn(ITEM)
    assert question.workspace.values == with_line.workspace.values
    assert question.parts[0].key.plain() == with_line.parts[0].key.plain() == "33/10"


def test_the_learner_is_told_of_the_point_in_decimals() -> None:
    point = "['1/4', '1/8'], unevaluated = '(x^2, x^3)', at = { x = '1/2' }"
    source = ITEM.replace("['g', 'g/3 + 1/8']", point)
    part = drawn(source).parts[2]
    diagnosis = part.key.diagnosis(part.key.read("(x^2, x^3)"))
    assert diagnosis is not None
    assert diagnosis.message == "The formula is right; now put in x = 0.5"


def test_an_answer_that_is_carried_keeps_the_decimals() -> None:
    source = ITEM.replace("answer = { choice = '$<< x2 >>$' }\n", "answer = { number = 'x2' }\n").replace(
        "choice =", "number ="
    )
    source = source.replace("'$<< 2*x1 - x2 >>$'", "'2*x1 - x2'").replace("""'<< "at " >>$<< x1 >>$'""", "'x1'")
    question = drawn(source)
    again = redraw(question, 1, {"x1": Number(34, 10)})
    assert again is not None
    key = again.key()
    assert key is not None
    assert key.show() == "3.205"
    assert key.plain() == "641/200"
    assert follow(question, 1, "3.205", {"x1": Number(17, 5)}).reason == "follow-through"


def test_the_flag_is_true_or_false() -> None:
    for value, told in (("'yes'", "write true or false, without quotes"), ("1", "write true or false, without quotes")):
        item = Item.read("t/i", Path("t/i.toml"), ITEM.replace("decimals = true", f"decimals = {value}"))
        assert [(fault.line, fault.message) for fault in item.faults] == [(4, f"'decimals': {told}")]


def test_the_checker_finds_the_answer_in_steps_with_decimals() -> None:
    report = check_item(Item.read("t/i", Path("t/i.toml"), ITEM), load_bank().mistakes, 2)
    assert not [fault.message for fault in report.advice if "no step arrives" in fault.message]
    assert report.faults == ()
