from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quizengine.answers.constraints import Accuracy, Constraints
from quizengine.answers.key import Key
from quizengine.answers.kinds import KINDS
from quizengine.answers.kinds.choice import ChoiceKey
from quizengine.answers.kinds.choices import ChoicesKey
from quizengine.answers.kinds.matching import MatchingKey
from quizengine.answers.kinds.number import NumberKey
from quizengine.answers.kinds.order import OrderKey
from quizengine.answers.kinds.statement import StatementKey
from quizengine.answers.kinds.words import WordsKey
from quizengine.bank import Bank
from quizengine.draw import Mistake, Part, Question
from quizengine.maths.language import Workspace
from quizengine.maths.print import Display, layout_of
from quizengine.maths.tree import Name, Number, Quotient
from quizengine.paper import Paper, plan_paper, variant_questions
from quizengine.sheet.formats import FORMATS
from quizengine.sheet.page_estimate import LARGE, PAGE, Output, Rows, length, rows, size
from quizengine.sheet.printed_part import printed
from quizengine.sheet.view import head, numbered


@pytest.fixture(scope="module")
def concept(shipped_bank: Bank) -> Question:
    return variant_questions(plan_paper(shipped_bank, ("rate/what-controls-step-size",), 1, 1), 0)[0]


def test_the_right_option_is_marked_and_each_wrong_one_has_its_sentence(concept: Question) -> None:
    (part,) = numbered([concept])[0].parts
    right = [option for option in part.options if option.right]
    assert [option.text for option in right] == [("The learning rate",)]
    assert part.answer == (right[0].letter,)
    assert all(option.says for option in part.options if not option.right)
    assert part.mistakes == ()
    assert part.lines == 0


@pytest.fixture(scope="session")
def computed(shipped_bank: Bank) -> Question:
    return variant_questions(plan_paper(shipped_bank, ("gradient/polynomial",), 1, 1), 0)[0]


def test_what_is_computed_has_lines_and_keeps_its_mistakes(computed: Question) -> None:
    (part,) = numbered([computed])[0].parts
    assert 3 <= part.lines <= 8
    assert part.options == ()
    assert len(part.mistakes) == len(computed.parts[0].mistakes)


def test_the_head_tells_what_there_is(computed: Question, concept: Question, paper: Paper) -> None:
    top = head(numbered([computed, concept]), paper, 27)
    assert top.variant == "AB"
    assert top.marks == computed.marks + concept.marks
    assert "lines" in top.instructions
    assert "lines" not in head(numbered([concept]), paper, 0).instructions


def test_a_key_goes_on_over_the_page_and_so_do_several_long_parts(shipped_bank: Bank) -> None:
    items = ("descent/valley-in-three-parts", "gradient/polynomial", "slope/cubic-at-point", "direction/hiker")
    drawn = variant_questions(plan_paper(shipped_bank, items, len(items), 2026), 0)
    for question in numbered(drawn):
        assert not question.fits(Output("key"))
        assert question.start_fits(Output("key"))
        assert all(part.worked_fits(Output("key")) for part in question.parts if not part.rows.figures)
        assert question.fits(Output("sheet")) == (len(question.parts) == 1)


def test_rows_are_estimated() -> None:
    assert rows(("word " * 40,)) == 3
    assert size(layout_of(Quotient(Name("x"), Quotient(Number(1), Name("y"))))) == (5, 1)
    assert Rows(10, PAGE).fit(Output("sheet"))
    assert not Rows(10, PAGE).fit(Output("key"))
    assert Rows(20, PAGE).fit(Output("sheet"))
    assert not Rows(20, PAGE).fit(Output("sheet", LARGE))


def test_a_formula_on_a_line_of_its_own_fills_more_than_its_line() -> None:
    formula = layout_of(Quotient(Name("x"), Number(2)))
    inside, own = (("word ", formula, " word"), ("word", Display(formula), "word"))
    assert rows(own) == 2 * rows(("word",)) + rows((Display(formula),)) > rows(inside) + 2
    assert rows((Display(layout_of(Name("x"))),)) == 2
    assert length(own) == length(("wordword", layout_of(Name("x"))))


def part(key: Key[Any], *mistakes: Mistake) -> Part:
    return Part("", (), key, 1, mistakes, (), ())


WORDS = (("first",), ("second",), ("third",))


def test_short_options_stand_side_by_side() -> None:
    assert printed(part(ChoiceKey(("1",), (("1",), ("2",), ("3",))))).columns == 4
    assert printed(part(ChoiceKey(("1",), (("1",), ("w" * 50,))))).columns == 1


def test_several_right_options_are_all_marked() -> None:
    shown = printed(part(ChoicesKey((WORDS[0], WORDS[2]), WORDS)))
    assert [option.right for option in shown.options] == [True, False, True]
    assert shown.answer == ("a, c",)


def test_an_order_has_letters_without_boxes_and_a_line() -> None:
    shown = printed(part(OrderKey(WORDS, (WORDS[2], WORDS[0], WORDS[1]))))
    assert (shown.boxes, shown.result, shown.lines) == (False, True, 0)
    assert shown.answer == ("b, c, a",)


def test_a_matching_has_stems_to_write_beside() -> None:
    shown = printed(part(MatchingKey(WORDS[:2], WORDS[1:], (), WORDS)))
    assert shown.stems == WORDS[:2]
    assert (shown.boxes, shown.result, shown.lines) == (False, False, 0)
    assert shown.answer == ("1b 2c",)


def test_a_statement_is_marked_and_so_is_its_reason() -> None:
    wrong = Mistake("other", ("because not",), StatementKey(None, WORDS[1], WORDS))
    shown = printed(part(StatementKey(False, WORDS[0], WORDS), wrong))
    assert [claim.right for claim in shown.claims] == [False, True]
    assert [option.right for option in shown.options] == [True, False, False]
    assert shown.options[1].says == ("because not",)
    assert shown.answer == ("false, a",)
    assert [claim.right for claim in printed(part(StatementKey(True))).claims] == [True, False]


def test_the_digits_that_are_wanted_are_told() -> None:
    constraints = Constraints(accuracy=Accuracy(digits=4))
    assert printed(part(NumberKey(Number(2, 7), constraints))).form == "exact or with 4 significant figures"
    assert printed(part(NumberKey(Number(2, 7)))).form == ""


def test_the_unit_is_told_and_stands_behind_the_key() -> None:
    written = {"number": "1/25", "unit": "°C/s", "also": {"°C/min": 60}}
    shown = printed(part(KINDS["number"].model_validate(written).draw(Workspace())))
    assert shown.unit == "°C/s"
    assert shown.answer[1:] == ("\u00a0°C/s", " (or 12/5\u00a0°C/min)")
    assert printed(part(NumberKey(Number(2, 7)))).unit == ""


@pytest.mark.parametrize("format", ["text", "html", "latex", "typst"])
def test_each_format_prints_the_unit_after_the_line_and_the_key(format: str) -> None:
    written = {"number": "1/25", "unit": "€ m^-2"}
    key = KINDS["number"].model_validate(written).draw(Workspace())
    printed_unit = FORMATS[format].templates.finalizer(printed(part(key)).unit)
    wanted = {"latex": r"\texteuro{}\ensuremath{\cdot}m\textsuperscript{-}²", "typst": '#"€·m⁻²";'}
    assert printed_unit == wanted.get(format, "€·m⁻²")


def test_words_need_a_line_only() -> None:
    shown = printed(part(WordsKey(("learning rate", "step size"))))
    assert (shown.lines, shown.result) == (0, True)
    assert shown.answer == ("learning rate", " (or step size)")


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (OrderKey(WORDS, WORDS), "things are to be put in order"),
        (MatchingKey(WORDS[:2], WORDS[1:], (), WORDS), "there are gaps, write the letter"),
        (ChoicesKey((WORDS[0], WORDS[2]), WORDS), "or all right answers where several are asked for"),
        (StatementKey(True), "there are boxes, mark the right answer."),
    ],
)
def test_the_head_tells_what_to_do_for_each_kind(concept: Question, paper: Paper, key: Key[Any], told: str) -> None:
    assert told in head(numbered([replace(concept, parts=(part(key),))]), paper, 0).instructions
