"""Papers and questions for sheets: some from the shipped bank, some built by hand around a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizengine.bank import Bank, find, load
from quizengine.draw import Question
from quizengine.paper import Paper, plan, questions

AskAbout = Callable[[str], tuple[tuple[Question, ...], Paper]]

TOPIC = """
title = 'One text everywhere'
skills = ['text']
difficulty = 1
prompt = 'PLACE'
[answer]
choice = 'PLACE'
[[mistakes]]
name = 'other'
choice = 'another'
says = 'PLACE'
[help]
steps = ['PLACE']
"""


@pytest.fixture(scope="session")
def shipped_bank() -> Bank:
    return load(find(None))


@pytest.fixture(scope="session")
def paper(shipped_bank: Bank) -> Paper:
    return plan(shipped_bank, (), 6, 2026)


@pytest.fixture(scope="session")
def drawn(paper: Paper) -> tuple[Question, ...]:
    return questions(paper, 0)
