"""Whatever a learner does, in whatever order: the rows tell all of it, and nobody earns what was not worked out."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from support.sessions import Learner, timeless

from quizengine.journal import Action, Attempt, PartRef
from quizengine.practice import part_histories
from quizengine.quiz import Input, Request, Typed
from quizengine.quiz.session import Row
from quizengine.quiz.steps import Judged, PartAsked, Passed, Refused, TakenBack, Unread

#: Of "three": right answers, wrong ones and what follows from these, the same in other words, and what is no answer.
TEXTS = (
    "15x^2",
    "60",
    "65",
    "5x^2",
    "f' = 5x^2",
    "x^2",
    "20",
    "25",
    "50",
    "55",
    "14x",
    "b",
    "true",
    "false",
    "(2x",
    "",
)
INPUTS: st.SearchStrategy[Input] = st.sampled_from(
    [*map(Typed, TEXTS), *map(Typed, TEXTS[:10]), *Request, Request.STEPS, Request.UNDO]
)
SCRIPTS = st.lists(INPUTS, max_size=25)
PLANS = st.sampled_from(
    [
        ("three",),
        ("three", "truth"),
        ("statement", "undrawable", "three"),
        ("slope", "three", "three"),
        ("ladder", "slope"),
    ]
)

tried = settings(max_examples=120, deadline=None)


def state(learner: Learner) -> tuple[object, ...]:
    """What the rows tell of a session; the rest is what was on the screen, and for how long."""
    session, asking = learner.session, learner.session.asking
    told = () if asking is None else (asking.question, asking.asked, asking.index)
    return (session.position, session.rows, session.over, *told)


def earned(rows: list[Row]) -> dict[PartRef, float]:
    """The share of the marks of each part that was answered."""
    learner = Learner.begins("three")
    learner.rows = rows
    return {
        part_history.asked: part_history.share
        for part_history in part_histories(learner.history)
        if part_history.judged
    }


@tried
@given(PLANS, SCRIPTS)
def test_the_rows_replay_to_the_same_session(plan: tuple[str, ...], script: list[Input]) -> None:
    learner = Learner.begins(*plan)
    assert state(learner.comes_back()) == state(learner)
    for one in script:
        learner.does(one)
        assert state(learner.comes_back()) == state(learner)


@tried
@given(PLANS, SCRIPTS, SCRIPTS)
def test_who_comes_back_goes_on_as_if_there_had_been_no_pause(
    plan: tuple[str, ...], before: list[Input], after: list[Input]
) -> None:
    learner = Learner.begins(*plan).does(*before)
    other = learner.comes_back()
    other.inputs = learner.inputs  # so that ids and moments are the same
    learner.does(*after)
    other.does(*after)
    assert timeless(other.rows) == timeless(learner.rows)
    assert (other.session.position, other.session.over) == (learner.session.position, learner.session.over)


@tried
@given(PLANS, SCRIPTS)
def test_tries_never_run_below_none(plan: tuple[str, ...], script: list[Input]) -> None:
    learner = Learner.begins(*plan)
    for one in script:
        learner.does(one)
        for step in learner.last:
            if isinstance(step, Judged):
                assert 0 <= step.tries.used <= step.tries.of
                assert step.over >= (step.tries.used == step.tries.of)
            elif isinstance(step, PartAsked | TakenBack):
                assert 0 <= step.tries.used < step.tries.of
    for part_history in part_histories(learner.history):
        assert len(part_history.judged) <= 2
        assert sum(attempt.verdict.outcome == "correct" for attempt in part_history.attempts) <= 1


@tried
@given(PLANS, SCRIPTS)
def test_nothing_is_earned_once_the_answer_was_shown(plan: tuple[str, ...], script: list[Input]) -> None:
    learner = Learner.begins(*plan).does(*script)
    for number, row in enumerate(learner.rows):
        if isinstance(row, Action) and row.kind in ("show", "skip"):
            later = [one for one in learner.rows[number + 1 :] if isinstance(one, Attempt) and one.asked == row.asked]
            assert not later
            assert earned(learner.rows).get(row.asked) == earned(learner.rows[: number + 1]).get(row.asked)


@tried
@given(PLANS, SCRIPTS)
def test_each_part_has_one_answer_taken_back_at_most(plan: tuple[str, ...], script: list[Input]) -> None:
    learner = Learner.begins(*plan).does(*script)
    undone = [row for row in learner.rows if isinstance(row, Action) and row.kind == "undo"]
    assert max(Counter(row.asked for row in undone).values(), default=0) <= 1
    taken_back = [row.detail for row in undone]
    answers = {row.id: row for row in learner.rows if isinstance(row, Attempt)}
    assert all(answers[id].verdict.outcome in ("partial", "incorrect") for id in taken_back)
    assert [step.answer for step in learner.steps if isinstance(step, TakenBack)] == [
        answers[id].answer for id in taken_back
    ]


@tried
@given(PLANS, SCRIPTS)
def test_what_could_not_be_judged_costs_nothing(plan: tuple[str, ...], script: list[Input]) -> None:
    learner = Learner.begins(*plan)
    for one in script:
        before = learner.session
        learner.does(one)
        if any(isinstance(step, Unread | Refused) for step in learner.last):
            assert learner.session.part_history().judged == before.part_history().judged
            assert learner.session.now.index == before.now.index


@tried
@given(PLANS, SCRIPTS)
def test_no_two_rows_are_alike_and_each_answer_has_its_turn(plan: tuple[str, ...], script: list[Input]) -> None:
    learner = Learner.begins(*plan).does(*script)
    assert len({row.id for row in learner.rows}) == len(learner.rows)
    turns: dict[PartRef, list[int]] = {}
    for row in learner.rows:
        if isinstance(row, Attempt):
            turns.setdefault(row.asked, []).append(row.turn)
    assert all(each == list(range(len(each))) for each in turns.values())
    assert sum(step is Passed.SESSION for step in learner.steps) == learner.session.over
