from __future__ import annotations

from collections.abc import Callable

import pytest

from quizengine.bank import Bank
from quizengine.errors import CannotDraw
from quizengine.paper import plan_paper, repeated, variant_questions, variants


def test_all_variants_have_the_same_items_and_marks_at_each_position(bank: Bank) -> None:
    sheets = variants(plan_paper(bank, (), 5, 3), 6)
    for sheet in sheets:
        assert [(question.item.id, question.marks) for question in sheet] == [
            (question.item.id, question.marks) for question in sheets[0]
        ]


def test_no_question_comes_twice_while_there_are_others(bank: Bank) -> None:
    sheets = variants(plan_paper(bank, ("slope/parabola",), 2, 3), 8)
    prompts = [question.prompt for sheet in sheets for question in sheet]
    assert len(set(prompts)) == len(prompts) == 16


def test_an_item_with_few_questions_starts_again(bank: Bank) -> None:
    sheets = variants(plan_paper(bank, ("slope/line",), 1, 3), 7)
    prompts = [sheet[0].prompt for sheet in sheets]
    assert len(set(prompts[:3])) == 3
    assert prompts[3:6] == prompts[:3]
    assert repeated(sheets) == ("slope/line",)
    assert repeated(sheets[:3]) == ()


def test_nearly_all_of_an_items_questions_are_found(make_bank: Callable[..., Bank], files: dict[str, str]) -> None:
    rows = files["slope/line"].replace("[2, 4]", "[2, 41]")
    for seed in range(5):
        sheets = variants(plan_paper(make_bank({"slope/line": rows}), (), 1, seed), 36)
        assert repeated(sheets) == ()


def test_a_seed_without_a_question_is_passed_over(make_bank: Callable[..., Bank], files: dict[str, str]) -> None:
    seldom = files["slope/line"].replace("[answer]", "[let]\nf = '1/(a - 3)'\n[answer]").replace("= [2, 4]", "= [3, 3]")
    with pytest.raises(CannotDraw, match="division by zero"):
        variant_questions(plan_paper(make_bank({"slope/line": seldom}), (), 1, 3), 0)


def test_choices_are_shuffled_from_variant_to_variant(bank: Bank) -> None:
    sheets = variants(plan_paper(bank, ("concepts",), 1, 3), 5)
    assert len({sheet[0].parts[0].key.options for sheet in sheets}) == 5


def test_a_variant_does_not_depend_on_how_many_are_drawn(bank: Bank) -> None:
    paper = plan_paper(bank, (), 3, 3)
    faces = [[question.prompt for question in sheet] for sheet in variants(paper, 4)]
    assert faces[:2] == [[question.prompt for question in sheet] for sheet in variants(paper, 2)]
    assert faces[3] == [question.prompt for question in variant_questions(paper, 3)]


def test_another_seed_gives_other_numbers(bank: Bank) -> None:
    one, other = (variant_questions(plan_paper(bank, ("slope/parabola",), 1, seed), 0) for seed in (1, 2))
    assert one[0].prompt != other[0].prompt
