"""What is read off a picture: directions within an angle, numbers and points within a tolerance."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from quizengine.answers import KINDS, judge
from quizengine.answers.key import Key
from quizengine.answers.mistake import Mistake
from quizengine.errors import CannotCompute
from quizengine.maths.language import Workspace
from quizengine.maths.print import show_prose

NEAR = {"tolerance": {"absolute": "0.2"}}


def key_of(**answer: Any) -> Key[Any]:
    return KINDS[next(iter(answer))].model_validate(answer).draw(Workspace({}))


@pytest.mark.parametrize(
    ("answer", "typed", "outcome", "reason", "message"),
    [
        ({}, "(3, 4)", "correct", "", ""),
        ({}, "(1, 1)", "correct", "", ""),
        ({}, "(10^400, 10^400)", "correct", "", ""),
        ({}, "(1, 0)", "incorrect", "not-parallel", "Your vector is 53° off; within 15° counts."),
        ({}, "(4, 3)", "incorrect", "not-parallel", "Your vector is 16° off; within 15° counts."),
        ({}, "(-3, 4)", "incorrect", "one-sign-wrong", "Component 1 has the wrong sign: 74° off; within 15° counts."),
        ({}, "(-3, -4.5)", "incorrect", "opposite-sign", "points the opposite way: 177° off"),
        ({}, "(0, 0)", "incorrect", "zero-vector", "no direction"),
        ({}, "(3, 4, 0)", "incorrect", "extra-component", "one too many"),
        ({}, "(x, 1)", "unreadable", "name-unknown", "only numbers"),
        ({"multiple": "nonzero"}, "(-3, -4.5)", "correct", "", ""),
        ({"multiple": "nonzero"}, "(4, -3)", "incorrect", "not-parallel", "90° off"),
        ({"direction": ["1", "0"], "within": "60/2"}, "(1, 0.57)", "correct", "", ""),
        (
            {"direction": ["1", "0"], "within": "60/2"},
            "(1, 0.58)",
            "incorrect",
            "not-parallel",
            "30.1° off; within 30°",
        ),
        ({"direction": ["1", "2", "2"]}, "(1, 2, 2.5)", "correct", "", ""),
        ({"direction": ["1", "2", "2"]}, "(2, 2, 1)", "incorrect", "not-parallel", "27° off"),
    ],
)
def test_a_direction_within_an_angle(
    answer: dict[str, Any], typed: str, outcome: str, reason: str, message: str
) -> None:
    verdict = judge(key_of(**{"direction": "(3, 4)", "within": 15, **answer}), typed)
    assert (verdict.outcome, verdict.reason) == (outcome, reason)
    assert message in verdict.message


@pytest.mark.parametrize(
    ("within", "on_it", "beyond"),
    [
        ("45", "(1, 1)", "(1, 1 + 10^-30)"),
        ("45", "(7, -7)", "(7, -7 - 10^-30)"),
        ("30", "(sqrt(3), 1)", "(sqrt(3), 1 + 10^-40)"),
        ("60", "(1, sqrt(3))", "(1 - 10^-50, sqrt(3))"),
    ],
)
def test_the_border_counts_and_nothing_beyond(within: str, on_it: str, beyond: str) -> None:
    key = key_of(direction=["1", "0"], within=within)
    verdict = judge(key, on_it)
    assert (verdict.outcome, verdict.evidence) == ("correct", "proven")
    verdict = judge(key, beyond)
    assert (verdict.outcome, verdict.evidence) == ("incorrect", "proven")
    assert f"a little more than {within}° off" in verdict.message


@given(
    st.tuples(*[st.integers(-20, 20)] * 2), st.tuples(*[st.integers(-20, 20)] * 2), st.integers(1, 89), st.booleans()
)
def test_within_means_the_angle(key: tuple[int, int], answer: tuple[int, int], within: int, both_ways: bool) -> None:
    assume(any(key) and any(answer))
    turned = abs(math.degrees(math.atan2(key[1], key[0]) - math.atan2(answer[1], answer[0]))) % 360
    angle = min(turned, 360 - turned)
    angle = min(angle, 180 - angle) if both_ways else angle
    assume(abs(angle - within) > 1e-9)
    multiple = "nonzero" if both_ways else "positive"
    verdict = judge(key_of(direction=list(map(str, key)), within=within, multiple=multiple), str(answer))
    assert (verdict.outcome == "correct") == (angle < within)
    assert verdict.outcome == "correct" or f"{verdict.message.split('° off')[0].split()[-1]}" != str(within)


@pytest.mark.parametrize("within", ["0", "90", "-5", "pi", "x"])
def test_an_angle_that_is_none(within: str) -> None:
    with pytest.raises(CannotCompute, match=r"a number of degrees above 0 and below 90, such as 15"):
        key_of(direction=["1", "0"], within=within)


@pytest.mark.parametrize("other", [{"multiple": "unit"}, {"digits": 3}, NEAR])
def test_an_angle_goes_alone(other: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="within"):
        key_of(direction=["1", "0"], within=15, **other)


def test_a_direction_read_off_is_one_of_numbers() -> None:
    key = key_of(direction=["2*x", "y"], within=15, variables=["x", "y"])
    assert [fault for fault in key.unsound() if "put in values" in fault]


@pytest.mark.parametrize(
    ("answer", "asked", "printed"),
    [
        (
            {"direction": "(3, 4)", "within": 15},
            "positive multiple counts, within 15°",
            "(or any positive multiple; within 15°)",
        ),
        ({"number": "2", **NEAR}, "a number, within 0.2", "2 (within 0.2)"),
        ({"number": "2", "tolerance": {"relative": "0.1"}}, "a number, within 10 %", "2 (within 10 %)"),
        ({"number": "2", "unit": "m", **NEAR}, "within 0.2; in m", "within 0.2"),
        ({"vector": "(1, 2)", **NEAR}, "within 0.2 in each component", "(1, 2) (within 0.2)"),
        ({"points": [["1", "2"]], **NEAR}, "within 0.2 in each coordinate", "{(1, 2)} (within 0.2)"),
    ],
)
def test_the_tolerance_is_told(answer: dict[str, Any], asked: str, printed: str) -> None:
    key = key_of(**answer)
    assert asked in key.asks()
    assert printed in show_prose(key.printed(), "text")
    assert key.form() == key.slack() != ""


@pytest.mark.parametrize(
    ("typed", "credit", "message"),
    [
        ("(1.2, 1.8), (2.9, 2)", 1, ""),
        ("(3.2, 2), (0.8, 2.2)", 1, ""),
        ("(1.3, 2), (3, 2)", 0.5, "(1.3, 2) does not belong"),
        ("(3, 2)", 0.5, "1 is missing"),
        ("(1.1, 2), (1.2, 2), (3, 2)", 0.5, "(1.2, 2) does not belong"),
        ("(1.1, 2), (1.1, 2), (3, 2)", 1, ""),
    ],
)
def test_points_are_paired_within_the_tolerance(typed: str, credit: float, message: str) -> None:
    verdict = judge(key_of(points=[["1", "2"], ["3", "2"]], **NEAR), typed)
    assert verdict.credit == credit
    assert message in verdict.message


@pytest.mark.parametrize(
    ("points", "faulty"),
    [
        ([["1", "2"], ["1.41", "2"]], False),
        ([["1", "2"], ["1.4", "2"]], True),
        ([["1", "2"], ["1.3", "1.8"]], True),
        ([["1", "2"], ["1.3", "1.5"]], False),
        ([["sqrt(2)", "2"], ["1.5", "2"]], True),
        (["1", "1.3"], True),
    ],
)
def test_points_that_one_answer_may_mean(points: list[Any], faulty: bool) -> None:
    found = [fault for fault in key_of(points=points, **NEAR).unsound() if "twice the tolerance" in fault]
    assert bool(found) == faulty


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2.2", ("correct", None)),  # also within the tolerance of 'steep'
        ("2.4", ("incorrect", "steep")),
        ("2.6", ("incorrect", "steep")),
        ("1.5", ("incorrect", None)),  # near, and proof of nothing
        ("-2.1", ("incorrect", "opposite-sign")),
        ("1.05", ("incorrect", "factor-two-lost")),
    ],
)
def test_a_mistake_has_the_tolerance_too(typed: str, told: tuple[str, str | None]) -> None:
    steep = Mistake("steep", ("Too steep.",), key_of(number="2.4", **NEAR))
    verdict = judge(key_of(number="2", **NEAR), typed, [steep])
    assert (verdict.outcome, verdict.mistake) == told


def test_a_near_miss_is_told_and_proves_no_mistake() -> None:
    """0.1 and its opposite lie within one tolerance of each other."""
    verdict = judge(key_of(number="0.1", **NEAR), "-0.15")
    assert (verdict.mistake, verdict.message) == (None, "It is near, but not within 0.2.")
    assert judge(key_of(vector="(1, 1.3)", **NEAR), "(1.5, 1)").mistake is None
    assert judge(key_of(vector="(1, 2)", **NEAR), "(2.1, 0.9)").mistake == "components-swapped"


@given(st.fractions(-50, 50, max_denominator=30), st.fractions(-1, 1, max_denominator=40))
def test_a_number_on_the_border_is_within(value: Fraction, off: Fraction) -> None:
    verdict = judge(key_of(number=str(value), **NEAR), str(value + off))
    assert (verdict.outcome == "correct") == (abs(off) <= Fraction(1, 5))
    assert verdict.evidence in ("proven", "identical")
