"""round, decimal and close, on fractions, on constants that are none, and on lists of both."""

from __future__ import annotations

import decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.errors import CannotCompute
from quizengine.maths.language import Workspace
from quizengine.maths.normalise import exact
from quizengine.maths.print import plain, show
from quizengine.maths.tree import Node

fractions = st.fractions(min_value=-(10**8), max_value=10**8, max_denominator=10**6)
figures = st.integers(min_value=1, max_value=12)


def value(text: str) -> Any:
    return Workspace().evaluate(text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("round(sqrt(2), 3)", "1.414"),
        ("round(-sqrt(2), 3)", "−1.414"),
        ("round(pi, 0)", "3"),
        ("round(-sqrt(2)/1000, 2)", "0.00"),
        ("round((e, -1/3, [2, 10*sqrt(3)]), 2)", "(2.72, −0.33, [2.00, 17.32])"),
        ("round(e^100, 1)", "26881171418161354484126255515800135873611118.8"),
        ("decimal(sqrt(2), 4)", "1.414"),
        ("decimal(1/2, 4)", "0.5000"),
        ("decimal(9.996, 3)", "10.0"),
        ("decimal(99.95, 3)", "100"),
        ("decimal(-133^(1/2)/1140, 4)", "−0.01012"),
        ("decimal(0, 4)", "0"),
        ("decimal(sin(1)^2 + cos(1)^2, 3)", "1.00"),
        ("decimal(123456, 3)", "123000"),
        ("decimal(sqrt(3)/10^6, 3)", "0.00000173"),
        ("decimal(1/3/10^9, 3)", "3.33·10⁻¹⁰"),
        ("decimal(e^(-100), 1)", "4·10⁻⁴⁴"),
        ("decimal((1/3, -pi), 3)", "(0.333, −3.14)"),
        ("decimal([[1, sqrt(2)], [1/3, 20]], 2)", "[[1.0, 1.4], [0.33, 20]]"),
    ],
)
def test_what_is_rounded_prints_as_a_decimal(text: str, printed: str) -> None:
    assert show(value(text)) == printed


def test_a_rounded_value_computes_as_the_decimal_that_it_shows() -> None:
    assert value("decimal(sqrt(2), 3) = 1.41")
    assert value("2*round(sqrt(2), 1) = 2.8")
    assert value("decimal(123456, 3) = 123000")


@pytest.mark.parametrize("text", ["decimal(exp(exp(20)), 2)", "decimal(exp(-exp(20)), 2)", "round(exp(exp(20)), 2)"])
def test_a_number_that_nobody_can_write_is_told(text: str) -> None:
    with pytest.raises(CannotCompute, match="too large"):
        value(text)


@settings(deadline=None)
@given(fractions, figures)
def test_decimal_is_the_rounding_that_is_taught(number: Fraction, count: int) -> None:
    found = exact(value(f"decimal({number}, {count})"))
    context = decimal.Context(prec=400)
    wide = context.divide(decimal.Decimal(number.numerator), decimal.Decimal(number.denominator))
    rounded = decimal.Context(prec=count, rounding=decimal.ROUND_HALF_UP).plus(wide)
    assert found == Fraction(rounded)


@settings(deadline=None)
@given(fractions.filter(bool), figures)
def test_all_figures_of_a_decimal_are_shown(number: Fraction, count: int) -> None:
    text = plain(value(f"decimal({number}, {count})")).lstrip("-").partition("e")[0]
    shown = text.replace(".", "").lstrip("0")
    assert len(shown) == count or ("." not in text and len(shown) > count and not shown[count:].strip("0"))


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=10**9), figures)
def test_roots_are_rounded_like_the_squares_say(number: int, count: int) -> None:
    found = exact(value(f"decimal(sqrt({number}), {count})"))
    assert found is not None
    unit = Fraction(10) ** (len(str(int(found))) - count) if found >= 1 else Fraction(10) ** -count
    assert (found - unit / 2) ** 2 <= number <= (found + unit / 2) ** 2


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("close(95, 100, 2)", True),
        ("close(94, 100, 2)", False),
        ("close(94, 100, 1)", True),
        ("close(-3, 3, 1)", False),
        ("close(sqrt(2), 1.41421356, 9)", True),
        ("close(sqrt(2), 1.41421356, 10)", False),
        ("close(0, 0, 9)", True),
        ("close(0, 1/10^20, 1)", False),
        ("close(ln(6), ln(2) + ln(3), 30)", True),
        ("close(sqrt(5 + 2*sqrt(6)), sqrt(2) + sqrt(3), 30)", True),
        ("close((1, sqrt(2)), (1, 1.4142), 5)", True),
        ("close((1, sqrt(2)), (1, 1.414), 5)", False),
        ("close([[1, 2], [3, pi]], [[1, 2], [3, 22/7]], 3)", True),
    ],
)
def test_close_is_half_a_unit_in_the_last_figure(text: str, holds: bool) -> None:
    assert value(text) is holds


@settings(deadline=None)
@given(fractions, fractions, figures)
def test_close_says_what_its_definition_says(left: Fraction, right: Fraction, count: int) -> None:
    wanted = abs(left - right) <= Fraction(1, 2) * Fraction(10) ** (1 - count) * max(abs(left), abs(right))
    assert value(f"close({left}, {right}, {count})") is wanted
    assert value(f"close({right}, {left}, {count})") is wanted
    root = f"sqrt(2)*({left}), sqrt(2)*({right})"
    assert value(f"close({root}, {count})") is wanted


def test_outer_makes_rows_of_products() -> None:
    matrix: Node = value("outer((1, 2), (x, y, z))")
    assert plain(matrix) == "[[x, y, z], [2*x, 2*y, 2*z]]"
    assert value("transpose(outer((1, 2), (3, 4))) = outer((3, 4), (1, 2))")
    assert value("times(outer((1, 2), (3, 4)), (1, 1)) = (7, 14)")
