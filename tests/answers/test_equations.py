"""Equations: what is right has the same solutions, what is wrong has a point that tells, and neither takes long."""

from __future__ import annotations

import re
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import mpf
from support.solution_sets import Sampled

from quizengine.answers import KINDS, judge, key_from_text
from quizengine.errors import CannotCompute
from quizengine.maths.equality import REAL, Domain
from quizengine.maths.language import Workspace
from quizengine.maths.tree import Relation

KEYS = [
    *(("z", "2*x+3*y-4"), ("x+y", "1"), ("x^2+y^2", "4"), ("x*y", "1"), ("x^2-y^2", "3"), ("exp(x)*y", "2")),
    *(("y", "ln(x)"), ("x*y+z^2", "5"), ("y", "x^2"), ("y", "sqrt(x)"), ("x^2/4+y^2/9", "1"), ("x^3+y^3", "3*x*y")),
    *(("y", "sin(x)"), ("z", "x^2+y^2"), ("y", "1/(x^2+1)"), ("y^2", "x^3-x"), ("y", "tanh(x)"), ("y", "abs(x)")),
]
POSITIVE_FACTORS = ["(x^2+1)", "exp(x)", "(2+sin(x))", "cosh(x)", "3", "sqrt(y^2+1)", "(1+exp(x))", "sigmoid(x)"]
SAME = [
    *("({0})*{2} = ({1})*{2}", "({0})/{2} = ({1})/{2}", "({0})^3 = ({1})^3", "sinh({0}) = sinh({1})"),
    *("atan({0}) = atan({1})", "(({0})-({1}))^2 = 0", "({0})+x*y = ({1})+x*y", "abs(({0})-({1})) = 0"),
    *("2^({0}) = 2^({1})", "ln(1+(({0})-({1}))^2) = 0", "-({1}) = -({0})", "sqrt((({0})-({1}))^2) = 0"),
]
OTHER = [
    *("({0})+x = ({1})", "(({0})-({1}))*(x-17) = 0", "(({0})-({1}))^2+1 = 0", "exp({0}) = exp({1})+1"),
    *("({0})*(x-y-7) = ({1})*(x-y-7)", "(({0})-({1}))^2 = 1"),
]
RISKY = [
    *("({0})*x = ({1})*x", "({0})/x = ({1})/x", "({0})^2 = ({1})^2", "sqrt({0}) = sqrt({1})", "ln({0}) = ln({1})"),
    *("1/({0}) = 1/({1})", "abs({0}) = abs({1})", "({0})+ln(y) = ({1})+ln(y)", "cosh({0}) = cosh({1})"),
    *("({0})*(x-y) = ({1})*(x-y)", "({0})/(y+2) = ({1})/(y+2)", "(({0})-({1}))*(1-x^2)^2 = 0"),
]
keys, factors = st.sampled_from(KEYS), st.sampled_from(POSITIVE_FACTORS)


def names_in(text: str) -> str:
    return "xyz" if "z" in text else "xy"


def judged(key: str, answer: str, domain: Domain = REAL) -> Any:
    return judge(key_from_text("equation", key, tuple(names_in(key)), domain), answer)


def made(sides: tuple[str, str], forms: list[str], factor: str) -> str:
    text = " = ".join(sides)
    for form in forms:
        text = form.format(*text.split(" = "), factor)
    return text


@settings(max_examples=150, deadline=None)
@given(keys, st.lists(st.sampled_from(SAME), min_size=1, max_size=3), factors)
def test_a_form_with_the_same_solutions_is_never_wrong(sides: tuple[str, str], forms: list[str], factor: str) -> None:
    assert judged(" = ".join(sides), made(sides, forms, factor)).outcome in ("correct", "undecided")


@pytest.mark.parametrize("sides", KEYS)
@pytest.mark.parametrize("form", SAME)
def test_each_form_alone_is_right(sides: tuple[str, str], form: str) -> None:
    assert judged(" = ".join(sides), made(sides, [form], "exp(x)")).outcome == "correct"


@settings(max_examples=100, deadline=None)
@given(keys, st.sampled_from(OTHER), st.lists(st.sampled_from(SAME), max_size=2), factors)
def test_another_equation_is_never_right(sides: tuple[str, str], change: str, forms: list[str], factor: str) -> None:
    assert judged(" = ".join(sides), made(sides, [change, *forms], factor)).outcome in ("incorrect", "undecided")


@pytest.mark.parametrize("sides", KEYS[::4])
@pytest.mark.parametrize("form", [*SAME[::2], *OTHER, *RISKY])
def test_right_without_words_is_right_with_words(sides: tuple[str, str], form: str) -> None:
    key = key_from_text("equation", " = ".join(sides), tuple(names_in(" = ".join(sides))))
    reading = key.read(made(sides, [form], "3"))
    assert key.is_right(reading) == (key.judge(reading).credit == 1)


def sampled(key: str, text: str) -> Sampled:
    tree = key_from_text("equation", key, tuple(names_in(key))).read(text).tree
    assert isinstance(tree, Relation)
    return Sampled(*tree.sides)


@settings(max_examples=40, deadline=None)
@given(keys, st.lists(st.sampled_from([*RISKY, *SAME]), min_size=1, max_size=3), factors, st.integers(0, 99))
def test_a_yes_is_parted_by_no_point(sides: tuple[str, str], forms: list[str], factor: str, seed: int) -> None:
    """Whatever was done to both sides: where the judge says yes, sampling finds no point of one set alone."""
    key, answer = " = ".join(sides), made(sides, forms, factor)
    if judged(key, answer).outcome == "correct":
        names = names_in(key)
        both = sampled(key, key), sampled(key, answer)
        for one, other in (both, both[::-1]):
            assert not [point for point in one.points(names, seed, lines=3) if one.parted_from(other, point)]


@pytest.mark.parametrize(
    ("key", "answer", "says"),
    [
        ("z = 2*x+3*y-4", "(z-2x-3y+4)/x = 0", "This loses the points with x = 0, such as x = 0, y = 1, z = −1"),
        ("z = 2*x+3*y-4", "ln(z) = ln(2x+3y-4)", "This loses the points with z ≤ 0, such as"),
        ("z = 2*x+3*y-4", "sqrt(z) = sqrt(2x+3y-4)", "This loses the points with z < 0, such as"),
        ("y = 2*x", "y/x = 2", "This loses the points with x = 0, such as x = 0, y = 0"),
        ("x^2+y^2 = 4", "(x^2+y^2-4)/(x-y) = 0", "with x − y = 0, such as x ≈ 1.414, y ≈ 1.414"),
        ("x+y = 1", "(x+y-1)/(x^2+x-1) = 0", "such as x ≈ 0.618, y ≈ 0.382"),
        ("y = ln(x)", "y/ln(x) = 1", "it has no value at x = 1, y = 0, which solves the right one"),
        ("y/x = 2", "y = 2x", "x = 0, y = 0 solves yours but not the right one"),
        ("z = 2*x+3*y-4", "0 = 0", "This holds everywhere"),
    ],
)
def test_what_is_lost_is_told(key: str, answer: str, says: str) -> None:
    verdict = judged(key, answer)
    assert verdict.outcome == "incorrect"
    assert says in verdict.message


TOLD = re.compile(r"([xy]) = (−?\d+)(?:/(\d+))?(?=,| |$)")


@pytest.mark.parametrize("sides", [row for row in KEYS if "z" not in "".join(row)])
@pytest.mark.parametrize("form", [*RISKY, *OTHER])
def test_a_point_that_is_told_is_true(sides: tuple[str, str], form: str) -> None:
    """A point with exact coordinates solves the equation that the verdict says, and not the other."""
    key, answer = " = ".join(sides), made(sides, [form], "1")
    verdict = judged(key, answer)
    assert verdict.outcome != "correct" or form in RISKY
    message = verdict.message.rpartition("such as")[2]
    told = {name: mpf(top.replace("−", "-")) / int(bottom or 1) for name, top, bottom in TOLD.findall(message)}
    if verdict.outcome == "incorrect" and set(told) == {"x", "y"}:
        both = sampled(key, key), sampled(key, answer)
        first, second = both[::-1] if "solves yours" in message else both
        assert first.solved_by(told), verdict
        assert not second.solved_by(told), verdict


def test_the_domain_counts() -> None:
    narrow = Domain.intervals({"x": ("0", "1"), "y": ("0", "2")})
    assert judged("y = 2*x", "(y-2*x)*(x-1) = 0", narrow).outcome == "correct"
    assert judged("y = 2*x", "(y-2*x)/x = 0", narrow).outcome == "correct"
    assert judged("y = 2*x", "(y-2*x)*(x-1/2) = 0", narrow).outcome == "incorrect"
    assert judged("y = 2*x", "(y-2*x)/(2*x-1) = 0", narrow).outcome == "incorrect"


HARD = [
    ("x^30+y^30 = 1", "(x^30+y^30)^2 = 1"),
    ("x^2+y^2 = 4", "(x+y+1)^30 = (x-y)^29"),
    ("x^2+y^2 = 4", "(x^2+y^2-4)*" + "*".join(f"(x-{n}*y+{n * n})" for n in range(1, 25)) + " = 0"),
    ("z = x*y", "+".join(f"(x+{n}*y-z)^{n}" for n in range(2, 14)) + " = 0"),
    ("x+y = 1", "sqrt(x)+sqrt(y)+sqrt(x+y)+sqrt(x-y)+sqrt(x+1) = 5"),
    ("y = x", "max(x, y, x+y, x-y, 2*x, 3*y) = min(x, y, 7*x, 8*y)"),
    ("y = x", "tan(tan(tan(tan(y)))) = tan(tan(tan(tan(x))))"),
    ("y = x", "exp(exp(exp(exp(y)))) = exp(exp(exp(exp(x))))"),
    ("x+y = 1", "(" + "*".join(f"(x^2+y^2+{n})" for n in range(1, 15)) + "+1)*(x+y-1) = 0"),
    ("x+y = 1", "+".join(f"exp({n}*x/{n + 1}+y)" for n in range(1, 12)) + " = 0"),
]


@pytest.mark.parametrize(("key", "answer"), HARD)
def test_no_equation_takes_long(key: str, answer: str) -> None:
    """A minute went into factors of x^30 + y^30 - 1: one of three tries takes less than 0.3 s of processor time."""
    made_of = key_from_text("equation", key, tuple(names_in(key)))
    reading = made_of.read(answer)
    took = []
    for _ in range(3):
        before = process_time()
        made_of.judge(reading)
        took.append(process_time() - before)
    assert min(took) < 0.3


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("E", "z = 3·x + 2·y − 5"),
        ("equation(z, h)", "z = 3·x + 2·y − 5"),
        ("z = h", "z = 3·x + 2·y − 5"),
        ("at(E, x = 2)", "z = 1 + 2·y"),
        ("z - h", "z − (3·x + 2·y − 5) = 0"),
    ],
)
def test_an_equation_is_written_out_or_named(written: str, shown: str) -> None:
    workspace = Workspace({}).define("h", "3*x + 2*y - 5").define("E", "equation(z, h)")
    key = KINDS["equation"].model_validate({"equation": written}).draw(workspace)
    assert key.show() == shown
    assert key.credit(key.plain()) == 1


@pytest.mark.parametrize("written", ["z = h = 3", "(x, y)", "z = (1, 2)", '"words"'])
def test_what_is_no_equation_is_refused(written: str) -> None:
    with pytest.raises(CannotCompute):
        KINDS["equation"].model_validate({"equation": written}).draw(Workspace({}).define("h", "3*x"))
