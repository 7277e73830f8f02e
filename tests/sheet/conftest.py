"""A paper of the shipped bank and its questions."""

from __future__ import annotations

import pytest

from quizengine.bank import Bank, load_bank
from quizengine.draw import Question
from quizengine.paper import Paper, plan_paper, variant_questions


@pytest.fixture(scope="session")
def shipped_bank() -> Bank:
    return load_bank()


@pytest.fixture(scope="session")
def paper(shipped_bank: Bank) -> Paper:
    return plan_paper(shipped_bank, (), 6, 2026)


@pytest.fixture(scope="session")
def drawn(paper: Paper) -> tuple[Question, ...]:
    return variant_questions(paper, 0)
