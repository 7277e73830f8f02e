"""A question is printed on trial before it comes upon a sheet, and what cannot be printed is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.bank import Bank
from quizengine.draw import Question
from quizengine.errors import CannotDraw
from quizengine.paper import plan_paper, variant_questions
from quizengine.sheet import print_on_trial, write_sheets


def test_every_shipped_item_can_be_printed(shipped_bank: Bank) -> None:
    for question in variant_questions(plan_paper(shipped_bank, (), 15, 1), 0):
        print_on_trial(question)


def test_what_cannot_be_printed_is_named_before_its_file_is_there(
    shipped_bank: Bank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = plan_paper(shipped_bank, (), 3, 1)
    questions = variant_questions(paper, 0)
    bad = questions[1]
    from quizengine.sheet import view

    printed = view.printed

    def fails(part: object) -> object:
        if part in bad.parts:
            raise RecursionError
        return printed(part)  # type: ignore[arg-type]

    monkeypatch.setattr(view, "printed", fails)
    why = f"{bad.item.id} cannot be printed with seed {bad.seed}: it is nested too deeply"
    with pytest.raises(CannotDraw, match=why):
        print_on_trial(bad)
    with pytest.raises(CannotDraw, match=why):
        tuple(write_sheets(paper, {0: questions}, ("text",), tmp_path))
    assert not list(tmp_path.iterdir())
    assert isinstance(bad, Question)
