"""The parts of the proof that two equations have the same solutions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.maths.equality import POSITIVE, REAL, Domain
from quizengine.maths.parse import Notation, parse
from quizengine.maths.solution_sets import compared
from quizengine.maths.solution_sets.manifest_signs import shown
from quizengine.maths.solution_sets.ranges import never_negative
from quizengine.maths.solution_sets.ring import GENERATORS, Poly, Ring, factors
from quizengine.maths.solution_sets.signs import sign
from quizengine.maths.solution_sets.sums_of_squares import squares
from quizengine.maths.solution_sets.values import value
from quizengine.maths.tree import Node

X, Y, Z = GENERATORS[:3]


def tree(text: str) -> Node:
    return parse(text, Notation(("x", "y", "z"))).tree


def poly(text: str, ring: Ring | None = None) -> Poly:
    ring = ring or Ring(REAL, {})
    for name in "xyz":
        value(ring, tree(name))
    return value(ring, tree(text)).top


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *(
            ("x^2 + x*y + y^2", True),
            ("x^2*y^2 + x*y + 1", True),
            ("x^4 + x^2*y + y^2", True),
            ("(x - 2y + 1)^2", True),
        ),
        *(("x^4 - 2x^2*y^2 + y^4 + 3x^2 - 3y^2 + 9", True), ("x^2 + y^2 + 2z^2 + 2x*z", True)),
        *(("x^2 - 3x*y + y^2", False), ("x^2 - 1", False), ("x", False), ("x^3 + 1", False)),
    ],
)
def test_sums_of_squares(text: str, found: bool) -> None:
    assert (squares(poly(text)) is not None) == found


coefficients = st.integers(-3, 3)


@given(st.lists(st.tuples(coefficients, coefficients, coefficients), min_size=1, max_size=3))
def test_a_sum_of_squares_is_what_it_was_made_of(rows: list[tuple[int, int, int]]) -> None:
    made = sum(((a * X + b * Y + c) ** 2 for a, b, c in rows), 0 * X)
    found = squares(made)
    assert found is not None
    assert all(part != 0 for part in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("x^2 + 1", 2), ("x^2", 1), ("-x^2 - 3", -2), ("x", 0), ("x^2 + x + 1", 2), ("x^4 + x + 1", 2)),
        *(("x^4 + x - 1", 0), ("(x - 1)^2*(y^2 + 1)", 1), ("exp(x) + exp(y)", 2), ("exp(x) - 1", 0), ("2 + sin(x)", 2)),
        *(("1 + sin(x)", 1), ("sin(x) + cos(x)", 0), ("sqrt(x^2 + 1)", 2), ("sqrt(x^2) + 1", 2), ("pi - 3", 2)),
        *(("exp(x)^2 - exp(x) + 1", 2), ("abs(x)", 1), ("sqrt(2) - 3/2", -2), ("x^2 - 2", 0), ("x*y", 0)),
    ],
)
def test_signs(text: str, expected: int) -> None:
    ring = Ring(REAL, {})
    assert sign(ring, poly(text, ring)) == expected


def test_signs_in_a_domain() -> None:
    ring = Ring(POSITIVE, {})
    assert sign(ring, poly("x*y + z", ring)) == 2
    assert sign(ring, poly("x - y", ring)) == 0


@given(st.integers(-4, 4), st.integers(-4, 4), st.integers(-4, 4), st.integers(-9, 9), st.integers(-9, 9))
def test_a_sign_holds_at_each_point(a: int, b: int, c: int, x: int, y: int) -> None:
    ring = Ring(REAL, {})
    made = a * X**2 + b * X * Y + c * Y**2 + 1
    poly("x", ring)
    there = a * x**2 + b * x * y + c * y**2 + 1
    side = sign(ring, made)
    assert not (side > 0 and there < side - 1)
    assert not (side < 0 and there > side + 1)


def test_the_sign_on_a_closed_curve() -> None:
    ring = Ring(REAL, {})
    ellipse = poly("3x^2 + 4y^2 - 12", ring)
    assert never_negative(ring, poly("8 - 2x", ring), ellipse)
    assert not never_negative(ring, poly("1 - x", ring), ellipse)
    assert not never_negative(ring, poly("8 - z", ring), ellipse)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("1 + (x - y)^2", 2), ("exp(x)*y^2", 1), ("sqrt(x)", 1), ("x", 0), ("1 - x^2", 0), ("sqrt(1 + x^4)", 2)),
        *(("x^3", 0), ("(1 + x^2)^x", 2), ("max(x, 1)", 2), ("cosh(x)/abs(y)", 2), ("1/x^2", 2)),
    ],
)
def test_what_a_form_shows(text: str, expected: int) -> None:
    assert shown(tree(text)) == expected


def test_no_polynomial_is_split_that_takes_a_minute() -> None:
    ring = Ring(REAL, {})
    assert len(factors(ring, X**30 + Y**30 - 1)) == 1
    assert len(factors(ring, (X**6 + Y**6 - 1) * (X - Y))) == 2


def test_what_is_known_of_two_equations() -> None:
    plane = (tree("z"), tree("2x + 3y - 4"))
    assert compared(plane, (tree("4x + 6y - 2z"), tree("8")), REAL).same
    lost = compared(plane, (tree("(z - 2x - 3y + 4)/x"), tree("0")), REAL)
    assert (lost.same, lost.defined, [gap.comparison for gap in lost.gaps]) == (False, False, ["≠"])
    assert compared(plane, (tree("x"), tree("x")), REAL).everywhere
    more = compared(plane, (tree("(z - 2x - 3y + 4)*x"), tree("0")), REAL)
    assert (len(more.ours), len(more.theirs), more.defined) == (1, 2, True)
    far = Domain.intervals({"x": ("1", None)})
    assert compared(plane, (tree("(z - 2x - 3y + 4)*x"), tree("0")), far).same
