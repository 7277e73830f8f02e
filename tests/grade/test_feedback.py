"""What an author tells of an answer that is not right, with the learner's own value in words and figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.check import check_item
from quizengine.draw import Question, draw_question
from quizengine.errors import Unreadable
from quizengine.grade import feedback, written_feedback
from quizengine.item import Item
from quizengine.maths.print import show_prose
from quizengine.maths.print.picture import Picture

pytestmark = pytest.mark.usefixtures("polygons")

TEXT = """title = 'T'
skills = ['s']
difficulty = 1
prompt = 'p'
[figures.yours]
polygon = '[(0, 0), FIGURE, (1, 1)]'
[answer]
ANSWER
[help]
feedback = 'FEEDBACK'
"""
OTHERS = "".join(
    f"[[mistakes]]\nname = 'm{number}'\nsays = 's'\nchoice = '{text}'\n"
    for number, text in enumerate(("level", "down"))
)


def item(answer: str, feedback: str, figure: str = "answer", others: str = "") -> Item:
    text = TEXT.replace("ANSWER", answer).replace("FEEDBACK", feedback).replace("FIGURE", figure)
    return Item.read("t/t", Path("t.toml"), text.replace("[help]", others + "[help]"))


def drawn(*given: str, **others: str) -> Question:
    return draw_question(item(*given, **others), 1, {})


@pytest.mark.parametrize(
    ("answer", "typed", "told"),
    [
        ("number = '2'", "1/2", "1/2"),
        ("number = '2'", "x = 0.5", "0.5"),
        ("number = '2'\nunit = 'm'", "7 m", "7"),
        ("expression = '2*x'\nvariables = ['x']", "x^2", "x²"),
        ("vector = '(1, 2)'", "(2, 1)", "(2, 1)"),
        ("words = ['gradient']", "slope", ""),
    ],
)
def test_the_answer_stands_for_itself(answer: str, typed: str, told: str) -> None:
    found = show_prose(feedback(drawn(answer, "You say << answer >>"), 0, typed), "text")
    assert found == (f"You say {told}" if told else "")


def test_a_chosen_text_stands_for_itself() -> None:
    question = drawn("choice = 'up'", "It does not point << answer >>.", others=OTHERS)
    told = {show_prose(feedback(question, 0, text), "text") for text in ("level", "down")}
    assert told == {"It does not point level.", "It does not point down."}


def test_several_chosen_texts_stand_in_a_list() -> None:
    question = drawn("choices = ['up', 'left']", "Not << answer >>.", others=OTHERS)
    letters = [show_prose(option, "text") for option in question.parts[0].key.options]
    typed = ", ".join("abcd"[letters.index(text)] for text in ("up", "down"))
    assert show_prose(feedback(question, 0, typed), "text") == "Not up, down."


def test_a_figure_shows_the_answer() -> None:
    question = drawn("vector = '(1, 2)'", "Here: << yours >> so.")
    found = feedback(question, 0, "(1/2, 3)")
    assert isinstance(found[1], Picture)
    assert "(0, 0), (0.5, 3), (1, 1)" in show_prose(found, "text")
    assert feedback(question, 0, "(1/2, 3)") == found != feedback(question, 0, "(1/3, 3)")


def test_words_alone_are_told_of_any_answer() -> None:
    two = OTHERS.split("[[mistakes]]")[1]
    question = drawn("choice = 'up'", "Look again.", others=f"[[mistakes]]{two}")
    assert feedback(question, 0, "level") == ("Look again.",)


@pytest.mark.parametrize("typed", ["(1, sqrt(-2))", "(1", "(1, 2, 3)", "", "(x, 2)"])
def test_what_cannot_be_told_is_left_out(typed: str) -> None:
    assert feedback(drawn("vector = '(1, 2)'", "Here: << yours >>"), 0, typed) == ()


def test_no_feedback_is_none() -> None:
    assert feedback(drawn("number = '2'", "x"), 0, "3") == ("x",)
    text = TEXT.partition("[help]")[0].replace("ANSWER", "number = '2'").replace("FIGURE", "(1, 2)")
    without = Item.read("t/t", Path("t.toml"), text)
    assert feedback(draw_question(without, 1, {}), 0, "3") == ()


def test_what_cannot_be_read_is_for_the_caller() -> None:
    with pytest.raises(Unreadable):
        written_feedback(drawn("number = '2'", "You say << answer >>"), 0, "(1")


MISTAKE = "[[mistakes]]\nname = 'm'\nsays = 's'\nnumber = '-1'\n"


@pytest.mark.parametrize(
    ("answer", "text", "figure", "others", "line", "what"),
    [
        ("number = '2'", "It is << nothing(answer) >>", "(1, 2)", "", 10, "nothing"),
        ("number = '2'", "<< yours >>", "answer", "", 6, "a point of a figure has two numbers"),
        ("number = '2'", "<< yours >>", "(sqrt(answer), 2)", MISTAKE, 6, "sqrt of a negative number"),
        ("number = '2'", "Twice << answer", "(1, 2)", "", 10, "no >>"),
        ("order = ['one', 'two', 'three']", "You say << answer >>", "(1, 2)", "", 10, "no value to stand for 'answer'"),
    ],
)
def test_the_check_tries_it_with_the_key_and_the_mistakes(
    answer: str, text: str, figure: str, others: str, line: int, what: str
) -> None:
    made = item(answer, text, figure, others)
    told = [(fault.line, fault.message) for fault in (*made.faults, *check_item(made, {}, 4).faults)]
    shift = others.count("\n")
    assert any(what in message and at in (line, line + shift) for at, message in told), told


def test_the_check_has_nothing_to_say_of_sound_feedback() -> None:
    made = item("vector = '(1/2, 1)'", "You say << answer >>: << yours >>")
    assert not [fault for fault in check_item(made, {}, 4).faults if fault.line in (5, 6, 9, 10)]
