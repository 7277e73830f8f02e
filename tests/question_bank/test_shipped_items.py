"""The bank that is shipped: sound, and complete in what it promises."""

import pytest

from quizengine.bank import load_bank
from quizengine.check import check_item

BANK = load_bank()
SEEDS = 12

QUESTIONS = [
    "What does a gradient represent?",
    "Why is gradient descent used?",
    "What controls step size in gradient descent?",
    "Are gradients essential for machine learning?",
]


def test_the_bank_has_no_faults():
    assert [str(fault) for fault in BANK.faults] == []


@pytest.mark.parametrize("item", BANK.items, ids=[item.id for item in BANK.items])
def test_an_item_is_sound(item):
    report = check_item(item, BANK.mistakes, SEEDS)
    assert [str(fault) for fault in report.faults] == []
    assert [str(fault) for fault in report.advice] == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_questions_of_the_third_text_are_asked_in_its_words(question):
    assert question in {item.body.prompt.strip() for item in BANK.items}


def test_every_mistake_and_skill_of_an_item_is_known():
    assert {skill for item in BANK.items for skill in item.skills} <= set(BANK.skills)
    named = {mistake.name for item in BANK.items for part in item.parts for mistake in part.mistakes}
    assert named <= set(BANK.mistakes)


def test_sentences_of_mistakes_are_short_and_can_be_shown():
    from quizengine.maths.print import prose, show_prose

    for mistake in BANK.mistakes.values():
        text = show_prose(prose(mistake.says, lambda expression: expression), "text")
        assert 10 < len(text) < 130, mistake.name
        assert text.endswith("."), mistake.name
