"""Fractions shown as decimals: the value stays, what does not end stays a fraction."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.trees import any_trees

from quizengine.maths.equality import same
from quizengine.maths.language import Workspace
from quizengine.maths.normalise import exact, normalise
from quizengine.maths.parse import Notation, parse
from quizengine.maths.print import plain, show
from quizengine.maths.print.decimals import as_decimals, decimal_of
from quizengine.maths.tree import Node, Number, Relation, Vector, variables


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1/10", "0.1"),
        ("-21/10", "-2.1"),
        ("x/10", "0.1x"),
        ("-x/2", "-0.5x"),
        ("(3*x + 1)/2", "0.5(3x + 1)"),
        ("x/10 + 1/4 - y/3", r"0.1x + 0.25 - \frac{y}{3}"),
        ("1/3", r"\frac{1}{3}"),
        ("(1/3)*x", r"\frac{1}{3}x"),
        ("(x/2 + 1)/3", r"\frac{0.5x + 1}{3}"),
        ("m/(10*(sqrt(v) + 1/10))", r"\frac{0.1m}{\sqrt{v} + 0.1}"),
        ("3/(10*x*y)", r"\frac{0.3}{xy}"),
        ("1/(2*x)", r"\frac{0.5}{x}"),
        ("7203*e^(21/100)/100000", "0.07203e^{0.21}"),
        ("e^(-x/10)", "e^{-0.1x}"),
        ("x^(1/2) + (1/10)^n", "x^{1/2} + 0.1^n"),
        ("(sqrt(2)/2, 3*sqrt(2)/10, pi/4)", r"\left(\frac{\sqrt{2}}{2}, \frac{3\sqrt{2}}{10}, \frac{\pi}{4}\right)"),
        ("sin(x/2)/4", r"0.25\sin(0.5x)"),
        ("[[1/2, 1/3], [x/4, 7]]", r"\begin{bmatrix} 0.5 & \frac{1}{3} \\ 0.25x & 7 \end{bmatrix}"),
        ("equation(z, x/2 + 1/4)", "z = 0.5x + 0.25"),
        # figures that were asked for stay
        ("(round(1/3, 2)*x, decimal(1/4, 4), 0.50)", "(0.33x, 0.2500, 0.50)"),
        # how long a decimal may be
        ("(1/256, 1/1024)", r"\left(0.00390625, \frac{1}{1024}\right)"),
        ("(1/10^8, 1/10^9)", r"\left(0.00000001, \frac{1}{1000000000}\right)"),
        ("(12 + 1/64, 12 + 1/128)", r"\left(12.015625, \frac{1537}{128}\right)"),
    ],
)
def test_a_value_with_decimals(text: str, shown: str) -> None:
    space = Workspace(decimals=True)
    value = space.evaluate(text)
    assert isinstance(value, Node)
    assert show(space.shown(value), "latex") == shown
    assert value == Workspace().evaluate(text)


def test_the_workspace_keeps_how_it_shows_values() -> None:
    space = Workspace(decimals=True).define("a", "1/10").bind("b", Number(1, 4))
    assert space.decimals
    assert space.values["a"] == Number(1, 10)
    assert space.evaluate("a + b = 7/20") is True
    assert Workspace().shown(Number(1, 10)) == Number(1, 10)


@settings(deadline=None)
@given(st.fractions(min_value=0, max_value=10**6, max_denominator=10**9))
def test_a_decimal_is_exactly_the_fraction(value: Fraction) -> None:
    text = decimal_of(value)
    if text:
        assert Fraction(text) == value
        assert not text.endswith("0")
        assert len(text.partition(".")[2]) <= 8


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=1, max_value=6))
def test_up_to_six_places_are_always_written(count: int, places: int) -> None:
    value = Fraction(count, 10**places)
    assert decimal_of(value) == ("" if value.denominator == 1 else f"{Decimal(count).scaleb(-places):f}".rstrip("0"))


@settings(max_examples=200, deadline=None)
@given(any_trees, st.integers(1, 40), st.integers(1, 40))
def test_decimals_change_no_value_and_are_read_back(tree: Node, top: int, bottom: int) -> None:
    value = normalise(parse(f"({top}/{bottom})*({plain(tree)})", Notation(("x", "y"))).tree)
    shown = as_decimals(value)
    assert as_decimals(shown) == shown
    if exact(value) is not None:
        assert exact(shown) == exact(value)
    elif not isinstance(value, Vector | Relation):
        assert same(value, shown, variables(value)).equal is not False
        read = parse(plain(shown), Notation(("x", "y"))).tree
        assert same(shown, read, variables(value)).equal is not False
