"""Domains and the points at which expressions are compared there."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.maths.equality import POSITIVE, REAL, Domain
from quizengine.maths.equality.domain import MOST_POINTS, POINTS, far_points, point, points
from quizengine.maths.equality.prepared import ENOUGH, Prepared
from quizengine.maths.equality.witness_points import easily_read, witness_points
from quizengine.maths.parse import Notation, parse

F = Fraction
ends = st.one_of(st.none(), st.fractions(-9, 9, max_denominator=4))
ranges = st.tuples(ends, ends).filter(lambda pair: None in pair or pair[0] < pair[1])


def text(end: Fraction | None) -> str | None:
    return None if end is None else str(end)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(["x", "y", "z", "u", "v", "w"]), ranges, min_size=1))
def test_every_point_lies_inside_the_domain(written: dict[str, tuple[Fraction | None, Fraction | None]]) -> None:
    domain = Domain.intervals({name: (text(low), text(high)) for name, (low, high) in written.items()})
    names = tuple(sorted(written))
    between = tuple(point(names, domain, index) for index in range(POINTS, MOST_POINTS))
    for place in (*points(names, domain), *between, *far_points(names, domain), *witness_points(names, domain)):
        assert tuple(name for name, _ in place) == names
        for name, value in place:
            low, high = written[name]
            assert low is None or low < value
            assert high is None or value < high


def test_points_that_are_liked() -> None:
    assert all(map(easily_read, witness_points(("x", "y"), REAL)))
    assert witness_points(("x", "y"), POSITIVE)[0] == (("x", F(1)), ("y", F(2)))
    assert witness_points(("x",), Domain.intervals({"x": ("0", "1")})) == ((("x", F(1, 2)),),)
    assert not easily_read((("x", F(1, 4)),))
    assert not easily_read((("x", F(1)), ("y", F(-1000))))


def test_a_key_that_is_seldom_defined_has_points_of_its_own() -> None:
    key = Prepared(parse("acos(x + 13/4)", Notation(("x",))).tree, ("x",), REAL)
    assert key.count == MOST_POINTS
    assert len(key.defined()) >= ENOUGH
    assert all(-F(17, 4) <= value <= -F(9, 4) for place in key.defined() for _, value in place)


def test_the_points_before_algebra_are_those_where_the_key_is_defined() -> None:
    assert Prepared(parse("ln(x)", Notation(("x",))).tree, ("x",), REAL).first == (0, 3)
    assert Prepared(parse("2", Notation(())).tree, (), REAL).first == (0,)
    seldom = Prepared(parse("acos(x)", Notation(("x",))).tree, ("x",), REAL)
    assert len(seldom.first) == 2
    assert all(abs(dict(seldom.point(index))["x"]) <= 1 for index in seldom.first)


def test_real_points_run_through_the_signs() -> None:
    seen = {tuple(value > 0 for _, value in point) for point in points(("x", "y", "z"), REAL)}
    assert len(seen) == 8
    assert points(("x", "y"), REAL)[0] == (("x", F(1)), ("y", F(2)))
    assert len(points(("x",), REAL)) == POINTS


def test_points_of_different_variables_differ() -> None:
    for place in points(("x", "y", "z"), POSITIVE)[:5]:
        assert len({value for _, value in place}) == 3


def test_positive_points_are_positive() -> None:
    assert all(value > 0 for point in points(("x", "y"), POSITIVE) for _, value in point)
    assert all(value > 0 for point in far_points(("x", "y"), POSITIVE) for _, value in point)


def test_without_variables_there_is_one_point() -> None:
    assert points((), REAL) == ((),)
    assert far_points((), REAL) == ()


def test_far_points_lie_far_out_on_both_sides() -> None:
    values = [dict(point)["x"] for point in far_points(("x",), REAL)]
    assert max(values) >= 10**40
    assert min(values) <= -(10**40)


@pytest.mark.parametrize(
    ("low", "high", "sign"),
    [("0", None, 1), ("1/2", "3", 1), (None, "0", -1), ("-3", "-1", -1), ("-1", "1", 0),
     (None, None, 0), ("-1", None, 0), (None, "1", 0)],
)  # fmt: skip
def test_signs(low: str | None, high: str | None, sign: int) -> None:
    domain = Domain.intervals({"x": (low, high)})
    assert domain.sign("x") == sign
    assert domain.sign("y") == 0
    assert domain.range("x") == (low and F(low), high and F(high))
    assert domain.range("y") == (None, None)


def test_the_usual_domains() -> None:
    assert (REAL.sign("x"), POSITIVE.sign("x")) == (0, 1)
    assert POSITIVE.range("x") == (F(0), None)
    assert REAL.range("x") == (None, None)


@pytest.mark.parametrize(("low", "high"), [("1", "1"), ("2", "1")])
def test_an_empty_interval_is_refused(low: str, high: str) -> None:
    with pytest.raises(ValueError, match="the interval of x is empty"):
        Domain.intervals({"x": (low, high)})


def test_an_end_must_be_a_number() -> None:
    with pytest.raises(ValueError, match="Invalid literal"):
        Domain.intervals({"x": ("zero", None)})
