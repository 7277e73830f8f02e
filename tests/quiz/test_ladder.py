"""Which worked steps may be seen before an answer: none that tells it, or the last piece of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.sessions import Learner

from quizengine.answers import KINDS, key_from_text
from quizengine.answers.key import Key
from quizengine.answers.kinds.choice import ChoiceKey
from quizengine.bank import load_bank
from quizengine.draw import Part, WorkedStep, draw_question
from quizengine.journal import Action
from quizengine.maths.language import Workspace
from quizengine.maths.language.fill_in import words_of
from quizengine.maths.print import prose
from quizengine.practice import part_histories
from quizengine.quiz import Request
from quizengine.quiz.ladder import rungs

BANK = load_bank()


def part(key: Key[object], *steps: str) -> Part:
    return Part("", (), key, 1, (), (), tuple(WorkedStep(prose(step, str)) for step in steps))


CASES: dict[str, tuple[str, tuple[str, ...], int]] = {
    "all but the last": ("2x", ("Write $x^2$ as $x x$.", "Use the rule.", "So $f' = 2x$."), 2),
    "one step alone": ("2x", ("So $f' = 2x$.",), 0),
    "no steps": ("2x", (), 0),
    "the answer comes early": ("2x + y", ("Use the rule.", "It is $2x + y$.", "Check it.", "Done."), 1),
    "a component each": ("(2x, y)", ("First: $a = 2x$.", "Then: $b = y$.", "Both: $(2x, y)$."), 1),
    "one component": ("(2x, y)", ("First: $a = 2x$.", "And so on.", "Both: $(2x, y)$."), 2),
    "the same number elsewhere": ("3", ("At $x = 3 + t$ for $t = 0$.", "Take 3 steps.", "So $m = 3$."), 2),
    "a number as a result": ("3", ("So $m = 3$.", "Units: K/s.", "Done."), 0),
    "a negative number is another": ("3", ("So $a = -3$ and $b = 30$.", "Then $m = 3$."), 1),
    "the right side of an equation": ("z = 2x + 1", ("The slope is $m = 2$.", "So $z = 2x + 1$.", "Done."), 1),
}


@pytest.mark.parametrize("case", CASES)
def test_steps_before_the_answer(case: str) -> None:
    key, steps, many = CASES[case]
    asked = part(key_from_text(None, key), *steps)
    assert rungs(asked) == asked.steps[:many]


SHOWN: list[tuple[dict[str, Any], bool, tuple[str, ...], int]] = [
    ({"vector": ["1/10", "7/20"]}, True, ("First $a = 0.1$.", "Then $b = 0.35$.", "Done.", "Both."), 1),
    ({"vector": ["1/10", "7/20"], "digits": 3}, True, ("First $a = 0.1$.", "Then $b = 0.350$.", "Done.", "Both."), 1),
    ({"vector": ["1/10", "7/20"], "unit": "m"}, True, ("First $a = 0.1$.", "Then $b = 0.35$.", "Done.", "Both."), 1),
    ({"vector": ["sqrt(2)", "sqrt(3)"], "digits": 3}, False, ("Here $a = 1.41$.", "And $b = 1.73$.", "Both."), 1),
    ({"vector": ["sqrt(2)", "1/3"], "digits": 3}, False, ("Here $a = \\sqrt{2}$.", "And $b = 0.333$.", "Both."), 1),
    ({"matrix": [["1/4", "x/5"]]}, True, ("Here $a = 0.25$.", "And $b = 0.2x$.", "Both."), 1),
    ({"number": "1/4", "up_to": "sign"}, True, ("Here $a = 0.25$.", "Done."), 0),
]


@pytest.mark.parametrize(
    ("answer", "decimals", "steps", "many"), SHOWN, ids=[str(place) for place in range(len(SHOWN))]
)
def test_an_answer_shown_as_a_decimal_is_told_by_it(
    answer: dict[str, Any], decimals: bool, steps: tuple[str, ...], many: int
) -> None:
    model = next(KINDS[kind] for kind in KINDS if kind in answer).model_validate(answer)
    asked = part(model.draw(replace(Workspace(), decimals=decimals)), *steps)
    assert rungs(asked) == asked.steps[:many]


def test_the_words_of_an_option_tell_the_answer() -> None:
    options = (("The learning rate",), ("The gradient",))
    asked = part(ChoiceKey(options[0], options), "It is no vector.", "So it is the learning rate.", "That is all.")
    assert rungs(asked) == asked.steps[:1]


@pytest.mark.parametrize("item", BANK.items, ids=[item.id for item in BANK.items])
def test_no_step_of_ours_tells_the_answer_too_early(item) -> None:
    for seed in range(1, 6):
        for asked in draw_question(item, seed, BANK.mistakes).parts:
            key = asked.key.without_letters()
            assert len(rungs(asked)) < len(asked.steps)
            assert not [step for step in rungs(asked) if len(key) > 3 and key in words_of(step.says)]


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 20))
def test_however_often_a_hint_is_asked_for_the_part_goes_on(times: int) -> None:
    learner = Learner.begins("slope").does(*[Request.HINT] * times)
    (row,) = part_histories(learner.history)
    assert (row.over, row.shown, row.hints) == (False, False, min(times, 3))
    kept = [one for one in learner.rows if isinstance(one, Action)]
    assert [one.detail for one in kept] == ["", "", "step 1"][:times]
    assert {one.kind for one in kept} == {"hint"}


def test_a_first_try_after_a_step_counts_half_and_costs_no_marks() -> None:
    from quizengine.quiz import Typed

    learner = Learner.begins("ladder").does(Request.HINT, Typed("(10x, 12y)"))
    (row,) = part_histories(learner.history)
    a = learner.session.now.question.workspace.values["a"]
    assert row.hints == 1
    right = Learner.begins("ladder").does(Request.HINT, Typed(f"(2*{a.numerator}*x, 2*({a.numerator} + 1)*y)"))
    (row,) = part_histories(right.history)
    assert (row.first, row.share) == (0.5, 1.0)


def test_after_a_pause_the_steps_that_were_seen_are_told_again() -> None:
    learner = Learner.begins("ladder").does(Request.HINT, Request.HINT)
    asked = learner.comes_back().steps[-1]
    assert asked.steps == learner.session.now.part.steps[:2]
    assert learner.comes_back().does(Request.HINT).last[0].name == "ANSWER_NEXT"
