"""What components earn: evenly, by weight, or only together."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from quizengine.answers import KINDS, judge
from quizengine.answers.comparison.scalar import ScalarFinding, outcome
from quizengine.answers.key import Key
from quizengine.answers.kinds.choice import ChoiceKey
from quizengine.answers.payment import Payment
from quizengine.errors import NeverComputes
from quizengine.maths.language import Workspace
from quizengine.maths.print import show_prose


def key_of(answer: dict[str, Any]) -> Key[Any]:
    key = KINDS[next(iter(answer))].model_validate(answer).draw(Workspace({}))
    wrong = (ChoiceKey(("q",)), ChoiceKey(("r",))) if answer.keys() & {"choices", "statement"} else ()
    return key.offer(wrong, range)[0]


VECTOR = {"vector": ["0", "1/6"]}
MATRIX = {"matrix": [["1", "2"], ["3", "4"]]}
INTERVAL = {"interval": ["0", "2"], "ends": "(]"}
SEQUENCE = {"sequence": ["1", "2", "3"]}
PAIRS = {"sequence": "[[1, 2], [3, 4]]"}
UNIT = {"direction": ["3", "4"], "multiple": "unit"}
POINTS = {"points": ["1", "2"]}
ORDER = {"order": ["u", "v", "w"]}
MATCHING = {"matching": {"u": "p", "v": "q"}}
CHOICES = {"choices": ["p", "s"]}
STATEMENT = {"statement": True, "reason": "p"}

EARNED = [
    (VECTOR, None, "(0, 2)", 0.5),
    (VECTOR, "whole", "(0, 2)", 0),
    (VECTOR, [0, 1], "(0, 2)", 0),
    (VECTOR, [0, 1], "(7, 1/6)", 0.5),
    (VECTOR, [0, 1], "(7, 8)", 0),
    (VECTOR, [0, 1], "(0, 1/6)", 1),
    (VECTOR, [1, 3], "(0, 2)", 0.25),
    (VECTOR, ["1/2", "3/2"], "(7, 1/6)", 0.75),
    (MATRIX, "whole", "[[1, 2], [3, 5]]", 0),
    (MATRIX, [[1, 1], [0, 2]], "[[1, 2], [3, 5]]", 0.5),
    (MATRIX, [[1, 1], [0, 2]], "[[1, 2], [7, 4]]", 0.75),
    (INTERVAL, None, "(0, 2)", 0.75),
    (INTERVAL, [0, 1], "(0, 2)", 0.5),
    (INTERVAL, [0, 1], "(0, 5]", 0),
    (INTERVAL, [0, 1], "(1, 2]", 0.5),
    (INTERVAL, [0, 1], "[0, 2]", 0.75),
    (INTERVAL, "whole", "(0, 2)", 0),
    (INTERVAL, [0, 1], "(2, 0]", 0),
    (SEQUENCE, "whole", "1, 2", 0),
    (SEQUENCE, [0, 1, 1], "1, 2", 0.5),
    (SEQUENCE, [0, 1, 1], "1", 0),
    (PAIRS, [0, 1], "(1, 2), (3, 5)", 0.5),
    (PAIRS, [0, 1], "(1, 2), (8, 9)", 0),
    (UNIT, None, "(3/5, 1)", 0.5),
    (UNIT, "whole", "(3/5, 1)", 0),
    (UNIT, [1, 0], "(3/5, 1)", 0.5),
    (POINTS, None, "1, 5", 0.5),
    (POINTS, "whole", "1, 5", 0),
    (POINTS, "whole", "2, 1", 1),
    (ORDER, None, "a, c, b", 1 / 3),
    (ORDER, "whole", "a, c, b", 0),
    (MATCHING, None, "1a 2a", 0.5),
    (MATCHING, "whole", "1a 2a", 0),
    (MATCHING, [0, 1], "1a 2a", 0),
    (MATCHING, [1, 0], "1a 2a", 0.5),
    (CHOICES, None, "a", 0.5),
    (CHOICES, "whole", "a", 0),
    (CHOICES, "whole", "a, b", 1),
    (STATEMENT, None, "true, b", 0.5),
    (STATEMENT, "whole", "true, b", 0),
    (STATEMENT, "whole", "true, a", 1),
]


@pytest.mark.parametrize(("answer", "credit", "typed", "earned"), EARNED)
def test_an_answer_earns_what_its_author_says(
    answer: dict[str, Any], credit: object, typed: str, earned: float
) -> None:
    verdict = judge(key_of(answer if credit is None else {**answer, "credit": credit}), typed)
    assert verdict.credit == pytest.approx(earned)
    assert verdict.outcome == ("correct" if earned == 1 else "partial" if earned else "incorrect")


def test_what_is_right_is_told_though_it_earns_nothing() -> None:
    verdict = judge(key_of({**VECTOR, "names": ["p", "q"], "credit": "whole"}), "(0, 2)")
    assert verdict.message == "p is right; q is not 2."
    assert verdict.parts == (1, 0)


@pytest.mark.parametrize(
    ("found", "evenly", "whole"),
    [
        ((None, False), "undecided", "incorrect"),
        ((None, True), "undecided", "undecided"),
        ((False, True), "incorrect", "incorrect"),
        ((True, True), "correct", "correct"),
    ],
)
def test_one_wrong_component_is_enough_where_nothing_is_paid_in_part(
    found: tuple[bool | None, ...], evenly: str, whole: str
) -> None:
    findings = [ScalarFinding(right) for right in found]
    assert outcome(0.0, findings) == evenly
    assert outcome(0.0, findings, whole=True) == whole


@pytest.mark.parametrize(
    ("answer", "credit", "printed"),
    [
        (VECTOR, "whole", "(0, 1/6) (credit for the whole only)"),
        (VECTOR, [0, "1/2"], "(0, 1/6) (weights 0, 1/2)"),
        (MATRIX, [[1, 1], [0, 2]], "[[1, 2], [3, 4]] (weights 1, 1; 0, 2)"),
        ({"vector": ["1/3", "1"], "digits": 2}, "whole", "(0.33, 1) (exactly (1/3, 1); credit for the whole only)"),
        (CHOICES, "whole", "a) p; b) s (credit for the whole only)"),
        (VECTOR, None, "(0, 1/6)"),
    ],
)
def test_who_marks_by_hand_is_told(answer: dict[str, Any], credit: object, printed: str) -> None:
    key = key_of(answer if credit is None else {**answer, "credit": credit})
    assert show_prose(key.printed(), "text") == printed


FAULTS = [
    (VECTOR, "all", "write credit = 'whole', or a weight for each component: credit = [0, 1]"),
    (VECTOR, [], "write credit = 'whole'"),
    (VECTOR, 1, "write credit = 'whole'"),
    (VECTOR, [0, 0], "one weight at least must be above 0"),
    (VECTOR, [-1, 2], "a weight is a number from 0"),
    (VECTOR, [True, 1], "a weight is a number from 0"),
    (VECTOR, [0.5, 1], "write 0.5 in quotes: '0.5'"),
    (VECTOR, ["half", 1], "'half' is no weight; write 2 or '1/2'"),
    (VECTOR, ["1/0", 1], "'1/0' is no weight"),
    (VECTOR, [[1], [1]], "write credit = 'whole'"),
    (VECTOR, [1, 2, 3], "credit lists 3 weights for 2 components; write one for each"),
    (MATRIX, [1, 0, 0, 1], "write a list of weights for each row: credit = [[0, 1], [1, 1]]"),
    (MATRIX, [[1, 0]], "credit does not fit a 2 × 2 matrix"),
    (INTERVAL, [1], "credit lists 1 weight for 2 ends"),
    (SEQUENCE, [1, 1], "credit lists 2 weights for 3 iterates"),
    (POINTS, [0, 1], "weights go with components that have a fixed place"),
    (ORDER, [0, 1], "weights go with components that have a fixed place"),
    (MATCHING, [1], "credit lists 1 weight for 2 pairs"),
    ({"direction": ["3", "4"]}, "whole", "credit goes with multiple = 'unit'"),
    ({"statement": True}, "whole", "write reason = '…', or leave credit out"),
    ({"number": "3"}, "whole", "Extra inputs"),
]


@pytest.mark.parametrize(("answer", "credit", "told"), FAULTS)
def test_a_payment_that_fits_nothing_is_refused_with_its_cure(
    answer: dict[str, Any], credit: object, told: str
) -> None:
    with pytest.raises((ValidationError, NeverComputes)) as caught:
        key_of({**answer, "credit": credit})
    assert told in str(caught.value)


weights = st.lists(st.fractions(0, 9, max_denominator=9), min_size=1, max_size=6).filter(any)
halves = st.sampled_from([0.0, 0.5, 1.0])


@given(weights, st.data())
def test_full_credit_is_for_all_right_and_nothing_for_nothing(given: list[Fraction], data: st.DataObject) -> None:
    parts = data.draw(st.tuples(*[halves] * len(given)))
    credit = Payment(weights=tuple(given)).credit(parts)
    assert 0 <= credit <= 1
    assert (credit == 1) == all(part == 1 for part in parts)
    paid = [part for part, weight in zip(parts, given, strict=True) if weight]
    assert (credit == 0) == (not any(paid))


@given(weights, st.data())
def test_more_right_never_earns_less(given: list[Fraction], data: st.DataObject) -> None:
    parts = data.draw(st.tuples(*[halves] * len(given)))
    place = data.draw(st.integers(0, len(given) - 1))
    better = (*parts[:place], 1.0, *parts[place + 1 :])
    payment = Payment(weights=tuple(given))
    assert payment.credit(better) >= payment.credit(parts)


@given(st.integers(1, 5), st.data())
def test_equal_weights_are_no_weights(count: int, data: st.DataObject) -> None:
    parts = data.draw(st.tuples(*[halves] * count))
    assert Payment(weights=(Fraction(3),) * count).credit(parts) == pytest.approx(Payment().credit(parts))
