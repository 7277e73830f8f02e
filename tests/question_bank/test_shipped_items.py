"""The bank that is shipped: sound, and complete in what it promises."""

from collections import Counter

import pytest

from quizengine.bank import load_bank
from quizengine.check import check_item
from quizengine.cli.checking import shown_everywhere

BANK = load_bank()
SEEDS = 2  # the slow test below takes 50, which advice needs: it weighs the share of the questions

QUESTIONS = [
    "What does a gradient represent?",
    "Why is gradient descent used?",
    "What controls step size in gradient descent?",
    "Are gradients essential for machine learning?",
    "Do gradients use partial derivatives?",
]


def test_the_bank_has_no_faults():
    assert [str(fault) for fault in BANK.faults] == []


@pytest.mark.parametrize("item", BANK.items, ids=[item.id for item in BANK.items])
def test_an_item_has_no_faults(item):
    report = check_item(item, BANK.mistakes, SEEDS, shown_everywhere(), draws=1)
    assert [str(fault) for fault in report.faults] == []


@pytest.mark.slow
@pytest.mark.parametrize("item", BANK.items, ids=[item.id for item in BANK.items])
def test_an_item_is_sound_and_has_many_questions(item):
    report = check_item(item, BANK.mistakes, 50, shown_everywhere())
    assert [str(fault) for fault in (*report.faults, *report.advice)] == []
    assert report.seen.enough


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


def test_the_statements_are_those_of_the_three_texts():
    texts = {"S0": 27, "S1": 30, "S2": 83}
    assert list(BANK.statements.known) == [
        f"{text}-{number:02}" for text, last in texts.items() for number in range(1, last + 1)
    ]
    kinds = Counter(statement.kind for statement in BANK.statements.known.values())
    assert kinds == {"statement": 134, "question": 5, "gap": 1}
    asked = {statement.says for statement in BANK.statements.known.values() if statement.kind == "question"}
    assert set(QUESTIONS) == asked


def test_every_item_stands_in_a_topic_of_the_course_and_covers_something():
    assert {item.topic for item in BANK.items} <= set(BANK.course.topics)
    assert len(BANK.course.topics) == 36
    assert [item.id for item in BANK.items if not item.covers] == []


@pytest.mark.parametrize("topic", BANK.course.topics.values(), ids=list(BANK.course.topics))
def test_a_topic_has_one_sentence(topic):
    assert topic.says.endswith(".")
    assert topic.says.count(". ") == 0
    assert 20 < len(topic.says) < 120


@pytest.mark.parametrize("skill", BANK.skills.values(), ids=list(BANK.skills))
def test_a_skill_has_half_a_screen_of_rules(skill):
    lines = skill.rules.strip().split("\n")
    assert 4 <= len(lines) <= 10
    assert all(len(line) < 200 and line.endswith((".", ":")) for line in lines)


def test_skills_build_on_each_other_from_the_slope_on():
    """Whoever trains a skill finds what it builds on in the list, and all begins somewhere."""
    assert [name for name, skill in BANK.skills.items() if not skill.after] == ["calculus", "slope", "geometry"]
    assert {skill.parent for skill in BANK.skills.values()} - {""} <= set(BANK.skills)
