"""Balls hold the true value, and say so when there is none."""

from __future__ import annotations

from fractions import Fraction

import pytest
from flint import arb, fmpq
from hypothesis import given, settings
from mpmath import mp
from support.independent import NoValue, value
from support.trees import any_trees

from quizengine.maths.evaluate import PRIME, Undefined, Unsure, ball, precision, rational, signature
from quizengine.maths.tree import FUNCTIONS, Call, Constant, Name, Negative, Node, Number, Power, Quotient, Sum, Vector

POINT = {"x": Fraction(7, 11), "y": Fraction(-13, 9)}


def places(bits: int = 128) -> dict[str, object]:
    with precision(bits):
        return {name: arb(fmpq(x.numerator, x.denominator)) for name, x in POINT.items()}


@settings(max_examples=100, deadline=None)
@given(any_trees)
def test_the_ball_holds_the_value_of_an_independent_evaluator(tree: Node) -> None:
    try:
        with precision(128):
            found = ball(tree, places())
    except (Undefined, Unsure):
        return
    try:
        true = value(tree, {name: mp.mpf(x.numerator) / x.denominator for name, x in POINT.items()})
    except NoValue:
        return
    middle, radius = mp.mpf(str(found.mid().str(45, radius=False))), mp.mpf(str(found.rad().str(5, radius=False)))
    assert abs(middle - true) <= 2 * radius + mp.mpf(10) ** -25 * (1 + abs(true))


@pytest.mark.parametrize(
    ("function", "argument"),
    [
        ("ln", "-1"), ("ln", "0"), ("sqrt", "-1"), ("asin", "2"), ("acos", "-2"), ("acosh", "1/2"),
        ("atanh", "1"), ("csc", "0"), ("cot", "0"), ("csch", "0"), ("coth", "0"), ("step", "0"),
    ],
)  # fmt: skip
def test_no_value_is_told(function: str, argument: str) -> None:
    number = Fraction(argument)
    with pytest.raises(Undefined):
        ball(Call(function, (Number(number.numerator, number.denominator),)), {})


@pytest.mark.parametrize("function", sorted(FUNCTIONS))
def test_every_function_has_a_rule(function: str) -> None:
    least, _ = FUNCTIONS[function]
    assert ball(Call(function, (Number(2),) * max(least, 1)), {}).is_finite() if function not in (
        "asin", "acos", "atanh") else True  # fmt: skip


@pytest.mark.parametrize(
    ("base", "exponent", "expected"),
    [
        (Number(-8), Quotient(Number(1), Number(3)), -2),
        (Number(-8), Quotient(Number(2), Number(3)), 4),
        (Number(-8), Quotient(Number(2), Number(6)), -2),
        (Number(4), Number(1, 2, "0.5"), 2),
        (Number(0), Number(0), 1),
        (Number(0), Number(2), 0),
        (Constant("e"), Number(0), 1),
        (Number(2), Negative(Number(1)), Fraction(1, 2)),
    ],
)
def test_powers(base: Node, exponent: Node, expected: Fraction) -> None:
    found = ball(Power(base, exponent), {})
    assert found.contains(fmpq(Fraction(expected).numerator, Fraction(expected).denominator))


@pytest.mark.parametrize(
    ("base", "exponent"),
    [
        (Number(-4), Number(1, 2)),
        (Number(0), Negative(Number(1))),
        (Number(-2), Constant("pi")),
        (Number(0), Constant("e")),
    ],
)
def test_powers_without_a_value(base: Node, exponent: Node) -> None:
    with pytest.raises(Undefined):
        ball(Power(base, exponent), {})


def test_a_division_by_nothing_and_by_what_may_be_nothing() -> None:
    with pytest.raises(Undefined):
        ball(Quotient(Number(1), Sum((Name("x"), Negative(Name("x"))))), {"x": arb(1)})
    with pytest.raises(Unsure):
        ball(Quotient(Number(1), Name("x")), {"x": arb(0, 1)})


def test_a_list_and_infinity_are_no_numbers() -> None:
    with pytest.raises(Unsure):
        ball(Vector((Number(1), Number(2))), {})
    with pytest.raises(Undefined):
        ball(Constant("infinity"), {})


def test_precision_is_put_back() -> None:
    import flint

    before = flint.ctx.prec
    with pytest.raises(KeyError), precision(500):
        ball(Name("z"), {})
    assert flint.ctx.prec == before


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (Quotient(Number(1), Negative(Number(3))), Fraction(-1, 3)),
        (Power(Number(2, 3), Negative(Number(2))), Fraction(9, 4)),
        (Sum((Number(1, 2), Negative(Number(1, 3)))), Fraction(1, 6)),
        (Quotient(Number(1), Number(0)), None),
        (Power(Number(9), Number(10**6)), None),
        (Power(Number(4), Number(1, 2)), None),
        (Power(Number(0), Negative(Number(1))), None),
        (Sum((Number(1), Name("x"))), None),
        (Call("sin", (Number(0),)), None),
    ],
)
def test_rationals_are_exact(tree: Node, expected: Fraction | None) -> None:
    assert rational(tree) == expected


def test_signatures_follow_the_value() -> None:
    x, y = Name("x"), Name("y")
    square = Power(Sum((x, y)), Number(2))
    opened = Sum((Power(x, Number(2)), Quotient(x, Quotient(Number(1), Sum((y, y)))), Power(y, Number(2))))
    assert signature(square) == signature(opened)
    assert signature(square) != signature(Sum((Power(x, Number(2)), Power(y, Number(2)))))
    assert signature(square, 1) != signature(square, 2)
    assert signature(Call("sin", (square,))) == signature(Call("sin", (opened,)))
    assert signature(Power(x, Number(10**30))) is not None
    assert signature(Quotient(x, Sum((x, Negative(x))))) is None
    assert signature(Power(Number(2), Negative(Number(1)))) == (PRIME + 1) // 2
