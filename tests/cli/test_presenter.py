"""The words for a step of a session."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace

import pytest
from support.sessions import Learner

from quizengine.answers.verdict import FOLLOWED, Verdict, Witness
from quizengine.cli.presenter import REFUSED, Presenter
from quizengine.cli.screen import Screen
from quizengine.cli.terminal import Terminal
from quizengine.quiz import Typed
from quizengine.quiz.steps import Judged, LeftOut, Passed, Refused, Step, TakenBack, Tries

RIGHT = Verdict("correct", 1.0, echo="2·x")
HALF = Verdict("partial", 0.5, message="One is right.", mistake="opposite-sign")
ALONE = Verdict("incorrect", witness=Witness((), "3", "4"), reason="differs", message="It is not 3.")
OPEN = Verdict("undecided")


def shown(*steps: Step, live: bool = False) -> str:
    out = io.StringIO()
    presenter = Presenter(Screen(Terminal(out, io.StringIO(), live=live)), 3)
    for step in steps:
        presenter.show(step)
    return out.getvalue()


def judged(verdict: Verdict, used: int = 1, *, share: float = 1.0, followed: bool = False, over: bool = True) -> Judged:
    given = replace(verdict, reason=FOLLOWED) if followed else verdict
    return Judged(given, Tries(used, 2), share, over, 61.0)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (judged(RIGHT), "  read as  2·x\n✓ Right.  1:01\n"),
        (judged(RIGHT, 2, share=0.75), "  read as  2·x\n✓ Right at the second try (¾ of the marks).  1:01\n"),
        (judged(RIGHT, 2, share=0.6), "  read as  2·x\n✓ Right at the second try (60 % of the marks).  1:01\n"),
        (judged(RIGHT, followed=True), "  read as  2·x\n✓ Right for your own earlier answer.  1:01\n"),
        (
            judged(HALF, over=False),
            "✗ Partly right (50 %). One is right.\n  [opposite-sign]  try 2 of 2, or :hint :show :skip\n",
        ),
        (
            judged(HALF, 2, followed=True),
            "✗ Partly right for your own earlier answer (50 %). One is right.\n  [opposite-sign]  \n",
        ),
        (judged(ALONE), "✗ Not right.\n"),
        (judged(OPEN, 0, over=False), "? This could not be decided. It costs no try.\n"),
        (TakenBack("2x", Tries(0, 2)), "  Taken back: 2x\n  try 1 of 2, or :hint :show :skip\n"),
        (LeftOut(1, "it is gone"), "2/3 is left out: it is gone\n"),
        (Passed.SKIPPED, "  Skipped.\n"),
        (Passed.QUESTION, ""),
        (Passed.SESSION, ""),
        (Refused.NOTHING_BEFORE, "  Nothing is answered yet; :show gives the answer to this one.\n"),
    ],
)
def test_what_is_said_of_a_step(step: Step, words: str) -> None:
    assert [line.rstrip() for line in shown(step).split("\n")] == [line.rstrip() for line in words.split("\n")]


def test_a_live_line_has_below_itself_how_it_was_read() -> None:
    assert shown(judged(RIGHT), live=True) == "✓ Right.  1:01\n"


def test_every_refusal_has_words() -> None:
    assert set(REFUSED) == set(Refused)


def all_steps(learner: Learner) -> Iterable[Step]:
    return learner.does(Typed("(2x"), Typed("x"), Typed("14x")).steps


def test_a_whole_session_can_be_printed() -> None:
    told = shown(*all_steps(Learner.begins("slope")))
    assert "a formula in x" in told
    assert "  (2x\n  ^\n  Not readable yet: " in told
    assert "✗ Not right." in told
    assert "✓ Right at the second try (¾ of the marks)." in told
    assert "1. The derivative of x² is 2x.\n" in told
