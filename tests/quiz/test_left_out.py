"""Whatever goes wrong with one question leaves that question out, and nothing that was typed is lost."""

from __future__ import annotations

import pytest
from support.sessions import Learner

from quizengine import journal
from quizengine.answers.kinds.expression import ExpressionKey
from quizengine.quiz import LeaveRest, Request, Stamp, Typed, answering, take
from quizengine.quiz import steps as out

FAILURES = [MemoryError(), RecursionError(), ValueError("a\nb"), ZeroDivisionError("x"), AssertionError()]


def fails(error: Exception) -> object:
    def raising(*_: object, **__: object) -> None:
        raise error

    return raising


@pytest.mark.parametrize("error", FAILURES, ids=lambda error: type(error).__name__)
def test_an_answer_whose_judging_fails_is_kept_and_costs_no_try(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = Learner.begins("slope", "truth")
    monkeypatch.setattr(ExpressionKey, "judge", fails(error))
    learner.does(Typed("14x"))
    attempt, skipped = learner.rows
    assert isinstance(attempt, journal.Attempt)
    assert (attempt.answer, attempt.verdict.outcome, attempt.verdict.costs_try) == ("14x", "undecided", False)
    assert isinstance(skipped, journal.Action)
    assert (skipped.kind, skipped.asked) == ("skip", attempt.asked)
    assert "short/slope cannot be judged with seed 4" in skipped.detail
    assert "\n" not in skipped.detail
    assert attempt.id != skipped.id
    assert [type(step) for step in learner.last] == [out.LeftOut, out.QuestionAsked, out.PartAsked]
    assert learner.session.position == 1
    assert learner.comes_back().session.position == 1


def test_of_several_parts_the_rest_is_left_out() -> None:
    learner = Learner.begins("three", "truth").does(Typed("15x^2"), LeaveRest("why"))
    skipped = [row for row in learner.rows if isinstance(row, journal.Action)]
    assert [row.asked.part for row in skipped] == ["b", "c"]
    assert learner.session.position == 1
    assert learner.comes_back().session.position == 1


def test_a_question_that_cannot_be_gone_on_with_after_a_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    learner = Learner.begins("three", "truth").does(Typed("15x^2"))
    monkeypatch.setattr("quizengine.quiz.next_question.carried_on", fails(KeyError("x")))
    again = learner.comes_back()
    assert again.session.position == 1
    assert "cannot be shown" in next(row.detail for row in again.rows if isinstance(row, journal.Action))


def test_what_the_learner_asks_for_leaves_the_question_out_too(monkeypatch: pytest.MonkeyPatch) -> None:
    learner = Learner.begins("slope", "truth")
    monkeypatch.setattr("quizengine.quiz.requests.carried_on", fails(TypeError("x")))
    learner.does(Request.SHOW)
    assert isinstance(learner.last[0], out.LeftOut)
    assert learner.session.position == 1


def test_the_rest_can_be_left_out_only_while_a_question_is_asked() -> None:
    learner = Learner.begins("undrawable")
    moment = learner.session.plan.moment
    with pytest.raises(ValueError, match="no question is asked"):
        take(learner.session, LeaveRest("why"), Stamp("id", moment, 0.0))


def test_what_stops_the_program_still_does(monkeypatch: pytest.MonkeyPatch) -> None:
    learner = Learner.begins("slope")
    monkeypatch.setattr(answering, "_judge", fails(KeyboardInterrupt()))  # type: ignore[arg-type]
    with pytest.raises(KeyboardInterrupt):
        learner.does(Typed("14x"))
