"""What an author tells of a wrong answer comes with its verdict, and never in the place of one."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.sessions import BEGUN

from quizengine import grade, journal
from quizengine.draw import draw_question
from quizengine.item import Item
from quizengine.journal import History, QuestionRef, Timestamp
from quizengine.maths.print import show_prose
from quizengine.quiz import Draw, Session, Stamp, Taken, Typed, resume, take
from quizengine.quiz.steps import Judged

TEXT = """title = 'Two parts'
difficulty = 1
prompt = 'Think.'
[let]
a = '3'
b = '2*a'
[[parts]]
skills = ['s']
prompt = 'What is a?'
carries = 'a'
answer = { number = 'a' }
help = { feedback = 'You say << answer >>, which is << answer - a >> too much.' }
[[parts]]
skills = ['s']
prompt = 'And twice that?'
answer = { number = 'b' }
help = { feedback = 'Not << answer >>.' }
"""
MOMENT = Timestamp.of(BEGUN)


@pytest.fixture
def session() -> Session:
    item = Item.read("t/t", Path("t.toml"), TEXT)
    plan = journal.SessionPlan("one", (), (QuestionRef(item.id, item.version, 1),), MOMENT)
    return take(resume(plan, History((plan,))), Draw(draw_question(item, 1, {})), stamp(0)).session


def stamp(number: int) -> Stamp:
    return Stamp(f"row {number}", MOMENT, 1.0)


def told(session: Session, *typed: str) -> tuple[Taken, str]:
    """What came of the last text, and what its feedback is."""
    for number, text in enumerate(typed, 1):
        taken = take(session, Typed(text), stamp(number))
        session = taken.session
    (judged,) = [step for step in taken.steps if isinstance(step, Judged)]
    return taken, show_prose(judged.feedback, "text")


@pytest.mark.parametrize(
    ("typed", "feedback"),
    [
        (["5"], "You say 5, which is 2 too much."),
        (["4", "5"], "You say 5, which is 2 too much."),
        (["3"], ""),
        (["5", "3"], ""),
        (["3", "7"], "Not 7."),
        (["5", "4", "8"], ""),  # right for the learner's own answer
    ],
)
def test_only_what_is_not_right_is_told_of(session: Session, typed: list[str], feedback: str) -> None:
    assert told(session, *typed)[1] == feedback


def test_a_fault_of_feedback_costs_no_verdict(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(grade, "feedback", fails)
    taken, feedback = told(session, "5")
    assert feedback == ""
    assert [row.answer for row in taken.rows if isinstance(row, journal.Attempt)] == ["5"]
