"""What gives no question, or none that can be printed, is replaced on a sheet by another seed or item."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from quizengine.bank import Bank
from quizengine.draw import Question
from quizengine.errors import CannotDraw
from quizengine.paper import drawable, from_code, in_turn, plan_paper, sheet_code

NEVER = """
title = 'Never'
skills = ['slope']
difficulty = 1
prompt = 'Find $<< a >>$.'
[parameters]
a = { integers = [1, 9] }
[require]
'too much' = 'a > 9'
[answer]
number = 'a'
"""
MakeBank = Callable[[Mapping[str, str]], Bank]


def test_an_item_that_gives_no_question_is_replaced_and_named(make_bank: MakeBank, files: dict[str, str]) -> None:
    bank = make_bank({**files, "slope/never": NEVER})
    planned = plan_paper(bank, (), 4, 3)
    paper, left_out = drawable(planned)
    assert [failure.item for failure in left_out] == ["slope/never"]
    assert "slope/never cannot be drawn with seed" in str(left_out[0])
    assert len(paper.items) == len(planned.items) == 4
    assert "slope/never" not in {item.id for item in paper.items}
    assert [item.difficulty for item in paper.items] == sorted(item.difficulty for item in paper.items)
    again, _ = from_code(sheet_code(paper, 0), bank)
    assert drawable(again)[0] == paper


def test_where_nothing_else_is_there_the_reason_is_raised(make_bank: MakeBank) -> None:
    with pytest.raises(CannotDraw, match="'too much' failed"):
        drawable(plan_paper(make_bank({"slope/never": NEVER}), (), 2, 3))


def test_a_seed_that_cannot_be_printed_is_replaced_by_another(bank: Bank) -> None:
    paper = plan_paper(bank, ("slope/parabola",), 1, 3)
    (first,), (second,) = (next(sheets) for sheets in [in_turn(paper)] * 2)

    def trial(question: Question) -> None:
        if question.prompt == first.prompt:
            raise CannotDraw(question.item.id, question.seed, "why", "printed")

    assert next(in_turn(paper, trial)) == (second,)
    assert drawable(paper, trial) == (paper, ())
