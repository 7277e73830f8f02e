"""Balls hold the true value, and say so when there is none."""

from __future__ import annotations

from fractions import Fraction

import pytest
from flint import arb, fmpq
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import mp
from support.independent import NoValue, value
from support.trees import any_trees, rational_trees

from quizengine.maths.evaluate import Undefined, Unsure, ball, precision, rational
from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.tree import (
    Call,
    Constant,
    Name,
    Negative,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Vector,
    substitute,
    variables,
)

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
    assert ball(Call(function, (Number(2),) * FUNCTIONS[function].least), {}).is_finite() if function not in (
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
    ],
)
def test_powers_without_a_value(base: Node, exponent: Node) -> None:
    with precision(256), pytest.raises(Undefined):
        ball(Power(base, exponent), {})


SQUARE_ROOT_OF_NINE = Call("sqrt", (Number(9),))
LOGARITHM_OF_FOUR = Call("log", (Number(2), Number(4)))


@pytest.mark.parametrize(
    ("exponent", "told"),
    [
        (SQUARE_ROOT_OF_NINE, -8),
        (LOGARITHM_OF_FOUR, Unsure),  # 2 with an error
        (Quotient(Number(1), Call("sqrt", (Number(169),))), Unsure),
        (Quotient(LOGARITHM_OF_FOUR, Number(10_007)), Unsure),
        (Quotient(LOGARITHM_OF_FOUR, Number(4)), Undefined),
        (Call("sqrt", (Number(2),)), Undefined),
    ],
)
def test_a_power_may_be_a_root_without_being_written_so(exponent: Node, told: int | type[ArithmeticError]) -> None:
    power = Power(Number(-2), exponent)
    with precision(256):
        if isinstance(told, int):
            assert ball(power, {}) == told
        else:
            with pytest.raises(told):
                ball(power, {})


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


@settings(max_examples=150, deadline=None)
@given(rational_trees, st.fractions(-5, 5, max_denominator=7), st.fractions(-5, 5, max_denominator=7))
def test_a_point_may_be_given_or_put_in(tree: Node, x: Fraction, y: Fraction) -> None:
    put_in = {name: Number(v.numerator, v.denominator) for name, v in (("x", x), ("y", y))}
    assert rational(tree, {"x": x, "y": y}) == rational(substitute(tree, put_in))
    if variables(tree):
        assert rational(tree) is None


@pytest.mark.parametrize(
    ("function", "inputs", "expected"),
    [
        ("sign", (arb(0),), 0), ("sign", (arb(-2, 1),), -1), ("sign", (arb(2, 1),), 1), ("sign", (arb(0, 1),), Unsure),
        ("step", (arb(-2, 1),), 0), ("step", (arb(2, 1),), 1), ("step", (arb(0),), Undefined),
        ("step", (arb(0, 1),), Unsure), ("ln", (arb(0, 1),), Unsure), ("sqrt", (arb(0),), 0),
        ("sqrt", (arb(0, 1),), Unsure), ("asin", (arb(1, 1),), Unsure), ("asin", (arb(-2),), Undefined),
        ("acosh", (arb(1),), 0), ("acosh", (arb(1, 1),), Unsure), ("atanh", (arb(-1),), Undefined),
        ("atanh", (arb(1, 1),), Unsure), ("cbrt", (arb(-27),), -3), ("cbrt", (arb(0),), 0),
        ("cbrt", (arb(0, 1),), Unsure),
        ("root", (arb(3), arb(-8)), -2), ("root", (arb(2), arb(9)), 3), ("root", (arb(-1), arb(4)), 0.25),
        ("root", (arb(0), arb(4)), Undefined), ("root", (arb(5) / 2, arb(4)), Undefined),
        ("root", (arb(3, 1), arb(4)), Undefined), ("root", (arb(2), arb(-9)), Undefined),
        ("norm", (arb(3), arb(-4)), 5), ("norm", (arb(-2),), 2), ("norm", (arb(1), arb(2), arb(2)), 3),
        ("max", (arb(1), arb(5), arb(-7)), 5), ("min", (arb(1), arb(5), arb(-7)), -7), ("max", (arb(4),), 4),
        ("log", (arb(2), arb(8)), 3), ("log", (arb(1), arb(8)), Undefined), ("log", (arb(-2), arb(8)), Undefined),
        ("log", (arb(2), arb(-8)), Undefined), ("relu", (arb(-3),), 0), ("relu", (arb(3),), 3), ("abs", (arb(-3),), 3),
        ("csc", (arb(0, 1),), Unsure), ("tan", (arb(0),), 0), ("sigmoid", (arb(0),), 0.5),
        ("coth", (arb(0),), Undefined),
    ],
)  # fmt: skip
def test_functions_on_balls(function: str, inputs: tuple[arb, ...], expected: object) -> None:
    names = [f"v{place}" for place in range(len(inputs))]
    tree = Call(function, tuple(Name(name) for name in names))
    point = dict(zip(names, inputs, strict=True))
    if isinstance(expected, type):
        with pytest.raises(expected):
            ball(tree, point)
    else:
        found = ball(tree, point)
        assert found.contains(arb(expected))
        assert found.rad() < 1e-9


@pytest.mark.parametrize(
    ("value_in", "exponent", "expected"),
    [("8", "1/3", 2), ("-8", "-1/3", -0.5), ("-8", "2/3", 4), ("-32", "3/5", -8), ("4", "-1/2", 0.5), ("0", "1/2", 0),
     ("0", "-1/2", Undefined), ("-4", "1/2", Undefined), ("-4", "3/4", Undefined), ("2", "-3", 0.125),
     ("0", "-3", Undefined)],
)  # fmt: skip
def test_rational_powers(value_in: str, exponent: str, expected: object) -> None:
    power = Fraction(exponent)
    tree = Power(Name("x"), Number(power.numerator, power.denominator))
    if isinstance(expected, type):
        with pytest.raises(expected):
            ball(tree, {"x": arb(int(value_in))})
    else:
        assert ball(tree, {"x": arb(int(value_in))}).contains(arb(expected))


def test_powers_of_a_wide_ball() -> None:
    for exponent in (Number(1, 2), Number(1, 3), Constant("pi")):
        with pytest.raises(Unsure):
            ball(Power(Name("x"), exponent), {"x": arb(0, 1)})


def test_limits_of_exact_powers() -> None:
    assert rational(Power(Number(2), Number(2048))) == 2**2048
    assert rational(Power(Number(2), Number(2049))) is None
    assert rational(Power(Number(1, 2), Number(2049))) is None
    assert rational(Power(Number(2), Negative(Number(2049)))) is None
    assert rational(Product((Number(2), Number(3, 4), Negative(Number(1))))) == Fraction(-3, 2)
    assert rational(Product((Number(2), Name("x")))) is None


@pytest.mark.parametrize(("exponent", "low", "high"), [(1, -2, 2), (2, 0, 4), (3, -8, 8), (4, 0, 16)])
def test_powers_of_a_ball_around_zero(exponent: int, low: int, high: int) -> None:
    found = ball(Power(Name("x"), Number(exponent)), {"x": arb(0, 2)})
    assert found.contains(low)
    assert found.contains(high)
    assert not found.contains(2 * high)
