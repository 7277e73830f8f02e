from __future__ import annotations

import pytest

from quizengine.answers.choice import ChoiceKey
from quizengine.bank import Bank
from quizengine.draw import Question
from quizengine.maths.show import arrange
from quizengine.maths.tree import Name, Number, Quotient
from quizengine.paper import Paper, plan, questions
from quizengine.sheet.rows import PAGE, Rows, rows, size
from quizengine.sheet.view import counted, head, numbered


@pytest.fixture(scope="module")
def concept(shipped_bank: Bank) -> Question:
    return questions(plan(shipped_bank, ("concepts/what-controls-step-size",), 1, 1), 0)[0]


def test_the_right_option_is_marked_and_each_wrong_one_has_its_sentence(concept: Question) -> None:
    (part,) = numbered([concept])[0].parts
    right = [option for option in part.options if option.right]
    assert [option.text for option in right] == [("The learning rate",)]
    assert part.answer == (right[0].letter,)
    assert all(option.says for option in part.options if not option.right)
    assert part.mistakes == ()
    assert part.lines == 0


def test_what_is_computed_has_lines_and_keeps_its_mistakes(shipped_bank: Bank) -> None:
    question = questions(plan(shipped_bank, ("gradient/polynomial",), 1, 1), 0)[0]
    (part,) = numbered([question])[0].parts
    assert 3 <= part.lines <= 8
    assert part.options == ()
    assert len(part.mistakes) == len(question.parts[0].mistakes)


def test_the_head_tells_what_there_is(drawn: tuple[Question, ...], paper: Paper, concept: Question) -> None:
    top = head(drawn, paper, 27)
    assert top.variant == "AB"
    assert top.marks == sum(question.marks for question in drawn)
    assert "lines" in top.instructions
    assert "lines" not in head([concept], paper, 0).instructions


@pytest.mark.parametrize(("number", "words"), [(1, "1 mark"), (2, "2 marks"), (0, "0 marks")])
def test_numbers_agree_with_their_nouns(number: int, words: str) -> None:
    assert counted(number, "mark") == words


def test_rows_are_estimated() -> None:
    assert rows(("word " * 40,)) == 3
    assert size(arrange(Quotient(Name("x"), Quotient(Number(1), Name("y"))))) == (5, 1)
    assert Rows(10, PAGE).fit("sheet")
    assert not Rows(10, PAGE).fit("key")


def test_short_options_stand_side_by_side() -> None:
    from quizengine.draw import Part
    from quizengine.sheet.view import _asked

    options = (("1",), ("2",), ("3",))
    assert _asked(Part("", (), ChoiceKey(("1",), options), 1, (), (), ())).columns == 4
    assert _asked(Part("", (), ChoiceKey(("1",), (*options, ("w" * 50,))), 1, (), (), ())).columns == 1
