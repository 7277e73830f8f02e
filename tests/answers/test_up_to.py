"""Right up to an added constant, and up to the sign of the whole."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from mpmath import mp
from support.independent import NoValue, value
from support.trees import rational_trees, smooth_trees

from quizengine.answers import KINDS, judge
from quizengine.answers.comparison import scalar
from quizengine.answers.comparison.scalar import ScalarFinding
from quizengine.answers.constraints import Constraints
from quizengine.answers.key import Key
from quizengine.answers.kinds.expression import ExpressionKey
from quizengine.answers.kinds.vector import VectorKey
from quizengine.maths.language import Workspace
from quizengine.maths.parse import Reading
from quizengine.maths.print import show_prose
from quizengine.maths.tree import Name, Negative, Node, Number, Product, Sum, Vector

FEW = settings(max_examples=60, deadline=None)
XY = Constraints(("x", "y"))
GRID = [(x, y) for x in ("-2.7", "-1.3", "-0.4", "0.3", "1.1", "2.6") for y in ("-2.2", "-0.6", "0.7", "1.9")]
trees = st.one_of(rational_trees, smooth_trees)


def key_of(answer: dict[str, Any]) -> Key[Any]:
    return KINDS[next(iter(answer))].model_validate(answer).draw(Workspace({}))


POTENTIAL = {"expression": "x^2*y + x*cos(y)", "variables": ["x", "y"], "up_to": "constant"}
LOGARITHM = {"expression": "ln(abs(x))", "up_to": "constant"}
OWN_C = {"expression": "c*x", "variables": ["c", "x"], "up_to": "constant"}
NORMAL = {"vector": ["3/5", "4/5"], "up_to": "sign"}

JUDGED = [
    (POTENTIAL, "x^2*y + x*cos(y)", "correct", ""),
    (POTENTIAL, "x^2*y + x*cos(y) + C", "correct", ""),
    (POTENTIAL, "x²y + x cos(y) + c", "correct", ""),
    (POTENTIAL, "K + x^2*y + x*cos(y) - 3", "correct", ""),
    (POTENTIAL, "x^2*y + x*cos(y) + k", "correct", ""),
    (POTENTIAL, "x^2*y + x*cos(y) + const.", "correct", ""),
    (POTENTIAL, "x^2*y + x*cos(y) + constant", "correct", ""),
    (POTENTIAL, "x^2*y + C_1 + x*cos(y) + C_2", "correct", ""),
    (POTENTIAL, "x^2*y + x*cos(y) + c₁", "correct", ""),
    (POTENTIAL, "f(x, y) = x^2*y + x*cos(y) + C", "correct", ""),
    (POTENTIAL, "x^2*y + x*cos(y) - 2*C + 0.5", "correct", ""),
    (POTENTIAL, "x^2*y + x*cos(y) + C(y)", "incorrect", "C must stand by itself: add it to the rest."),
    (POTENTIAL, "x^2*y + x*cos(y) + C*x", "incorrect", "C must stand by itself: add it to the rest."),
    (POTENTIAL, "C*(x^2*y + x*cos(y))", "incorrect", "C must stand by itself: add it to the rest."),
    (POTENTIAL, "x^2*y + x*cos(y) + 2*x + C", "incorrect", "Its derivative in x is "),
    (POTENTIAL, "x^2*y + x*cos(y) + y", "incorrect", "Its derivative in y is "),
    (POTENTIAL, "x^2*y + x*cos(y) + sign(x)", "incorrect", "It differs from the right one by more than one constant."),
    (POTENTIAL, "C", "incorrect", "Its derivative in x is 0 "),
    (POTENTIAL, "-(x^2*y + x*cos(y)) + C", "incorrect", "Only the sign is wrong: turn it round."),
    (POTENTIAL, "x^2*y + x*cos(y) + z", "unreadable", "'z' is not known; the known names are x, y"),
    (POTENTIAL, "(2*x*y, x^2)", "incorrect", ""),
    (LOGARITHM, "ln(abs(2*x))", "correct", ""),
    (LOGARITHM, "ln(x^2)/2 + C", "correct", ""),
    (LOGARITHM, "ln(2*x)", "incorrect", "It is undefined where x < 0"),
    (LOGARITHM, "ln(abs(x)) + sign(x)", "incorrect", "by more than one constant"),
    ({**LOGARITHM, "domain": "positive"}, "ln(2*x)", "correct", ""),
    ({"expression": "atan(x)", "up_to": "constant"}, "-arctan(1/x)", "incorrect", "by more than one constant"),
    (
        {"expression": "atan(x)", "up_to": "constant", "domain": "positive"},
        "-arctan(1/x) + C",
        "correct",
        "",
    ),
    ({"expression": "sin(x)^2", "up_to": "constant"}, "-cos(2*x)/2", "correct", ""),
    ({"expression": "sin(x)^2", "up_to": "constant"}, "cos(x)^2", "incorrect", ""),
    ({"expression": "x/3 + y", "up_to": "constant", "digits": 3}, "0.333x + y + C", "correct", ""),
    ({"expression": "x/3 + y", "up_to": "constant", "digits": 3}, "0.33x + y + C", "incorrect", "is a rounded number"),
    ({"expression": "c*x", "variables": ["c", "x"], "up_to": "constant"}, "c*x + C", "correct", ""),
    (
        {"expression": "c*x", "variables": ["c", "x"], "up_to": "constant"},
        "c*x + c",
        "incorrect",
        "Its derivative in c",
    ),
    ({"expression": "x^2", "variables": ["x"]}, "x^2 + C", "unreadable", "'C' is not known"),
    (NORMAL, "(3/5, 4/5)", "correct", ""),
    (NORMAL, "(-3/5, -4/5)", "correct", ""),
    (NORMAL, "(-3/5, 4/5)", "partial", ""),
    (NORMAL, "(-3/5, 7)", "partial", "component 2 is not 7; the sign of the whole is free"),
    ({**NORMAL, "credit": "whole"}, "(-3/5, 4/5)", "incorrect", ""),
    ({"number": "sqrt(2)/2", "up_to": "sign"}, "-1/sqrt(2)", "correct", ""),
    ({"number": "sqrt(2)/2", "up_to": "sign"}, "-0.707", "incorrect", "−0.707 is a rounded number; give the exact"),
    ({"number": "sqrt(2)/2", "up_to": "sign", "digits": 3}, "-0.707", "correct", ""),
    ({"expression": "x - y", "up_to": "sign"}, "y - x", "correct", ""),
    ({"expression": "x - y", "up_to": "sign"}, "abs(x - y)", "incorrect", ""),
    ({"expression": "x - y", "up_to": "sign"}, "x + y", "incorrect", ""),
    ({"matrix": [["0", "1"], ["-1", "0"]], "up_to": "sign"}, "[[0, -1], [1, 0]]", "correct", ""),
    ({"matrix": [["0", "1"], ["-1", "0"]], "up_to": "sign"}, "[[0, 1], [1, 0]]", "partial", ""),
]


@pytest.mark.parametrize(("answer", "typed", "outcome", "told"), JUDGED)
def test_an_answer_is_right_up_to_what_its_author_says(
    answer: dict[str, Any], typed: str, outcome: str, told: str
) -> None:
    verdict = judge(key_of(answer), typed)
    assert verdict.outcome == outcome, verdict
    assert told in verdict.message


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("(x + 1)^2*y - 2*x*y - y + x*cos(y) + C", "correct"),
        ("x^2*y + x*cos(y) + step(x - 1000)", "undecided"),
        ("x^2*y + x*cos(y) + arctan(x) + arctan(1/x)", "undecided"),
        ("x^2*y + x*cos(y) + x/1000", "undecided"),
    ],
)
def test_where_equality_is_open_derivatives_decide_of_continuous_formulas_only(
    monkeypatch: pytest.MonkeyPatch, typed: str, outcome: str
) -> None:
    monkeypatch.setattr(scalar, "find", lambda *_: ScalarFinding(None, reason="undecided"))
    assert judge(key_of(POTENTIAL), typed).outcome == outcome


PRINTED = [
    (POTENTIAL, "x²·y + x·cos(y) (or with any constant added)"),
    (NORMAL, "(3/5, 4/5) (or with the opposite sign)"),
    ({**NORMAL, "digits": 3, "vector": ["1/3", "1"]}, "(0.333, 1) (exactly (1/3, 1); or with the opposite sign)"),
    (
        {"number": "pi", "up_to": "sign", "tolerance": {"absolute": "0.1"}},
        "3.14 (exactly π; or with the opposite sign; within 0.1)",
    ),
]


@pytest.mark.parametrize(("answer", "printed"), PRINTED)
def test_the_printed_key_says_so(answer: dict[str, Any], printed: str) -> None:
    assert show_prose(key_of(answer).printed(), "text") == printed


def test_a_constant_has_no_place_where_any_constant_is_right() -> None:
    assert "every number is this answer" in next(key_of({"expression": "3", "up_to": "constant"}).unsound())


def differences(key: Node, answer: Node) -> list[Any]:
    """The answer less the key, by an evaluator of its own, wherever both have a value."""
    found = []
    for x, y in GRID:
        try:
            point: dict[str, object] = {"x": mp.mpf(x), "y": mp.mpf(y)}
            found.append(value(answer, point) - value(key, point))
        except NoValue:
            continue
    return found


def read(told: str) -> Any:
    """A number as a witness shows it."""
    top, _, bottom = told.partition("/")
    return mp.mpf(top) / mp.mpf(bottom or "1")


@FEW
@given(trees, trees, st.integers(-9, 9))
def test_a_verdict_on_a_constant_agrees_with_the_values(key: Node, other: Node, number: int) -> None:
    own = ExpressionKey(key, XY, up_to="constant")
    gaps = differences(key, key)
    assume(len(gaps) > 12)
    assert own.judge(Reading(Sum((key, Number(number))))).outcome == "correct"
    verdict = own.judge(Reading(Sum((key, other))))
    changes = differences(Number(0), other)
    if verdict.outcome == "correct":
        assert max(changes, default=0) - min(changes, default=0) < mp.mpf(10) ** -20, (key, other)
    elif verdict.outcome == "incorrect" and len(changes) == len(GRID):
        spread = max(changes) - min(changes)
        assert spread > mp.mpf(10) ** -30 or verdict.reason == "undefined", (key, other, verdict)


@FEW
@given(trees, trees)
def test_a_witness_of_a_wrong_derivative_is_true(key: Node, other: Node) -> None:
    verdict = ExpressionKey(key, XY, up_to="constant").judge(Reading(Sum((key, other))))
    shown = verdict.witness
    assume(verdict.outcome == "incorrect" and shown is not None and verdict.message.startswith("Its derivative in "))
    assert shown is not None
    name = verdict.message.removeprefix("Its derivative in ")[0]
    point: dict[str, Any] = {"x": mp.mpf(1), "y": mp.mpf(1)}
    point |= {one: read(text) for one, text in shown.point}
    step = mp.mpf(10) ** -12
    for tree, told in ((key, shown.ours), (Sum((key, other)), shown.theirs)):
        try:
            up, down = (value(tree, {**point, name: point[name] + sign * step}) for sign in (1, -1))
        except NoValue:
            continue
        slope = (up - down) / (2 * step)
        assert abs(slope - read(told)) <= mp.mpf(10) ** -4 * (1 + abs(slope)), (key, other, verdict)


@FEW
@given(st.lists(trees, min_size=1, max_size=3), st.data())
def test_credit_up_to_the_sign_is_the_better_of_two(items: list[Node], data: st.DataObject) -> None:
    assume(all(len(differences(item, item)) > 12 for item in items))
    signs = [data.draw(st.sampled_from([1, -1])) for _ in items]
    answer = Vector(tuple(item if sign > 0 else Negative(item) for item, sign in zip(items, signs, strict=True)))
    key = VectorKey(tuple(items), XY)
    verdict = VectorKey(tuple(items), XY, up_to="sign").judge(Reading(answer))
    straight = key.judge(Reading(answer))
    turned = key.judge(Reading(Vector(tuple(Negative(item) for item in answer.items))))
    assert verdict.credit == max(straight.credit, turned.credit)
    if len(set(signs)) == 1:
        assert verdict.outcome == "correct"


def test_a_letter_that_is_multiplied_is_no_constant() -> None:
    key = ExpressionKey(Product((Name("x"), Name("y"))), XY, up_to="constant")
    assert judge(key, "x*y + C").outcome == "correct"
    assert judge(key, "x*y*C").outcome == "incorrect"
