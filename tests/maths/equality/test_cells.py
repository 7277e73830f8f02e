"""A box cut at the zeros of polynomials: no piece is left out."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizengine.maths.equality.domain import Range
from quizengine.maths.equality.normal_form.ring import TooHard
from quizengine.maths.equality.regions.cells import Terms, cells, value_of
from quizengine.maths.equality.regions.intervals import intervals

F = Fraction
LINE = (None, None)
CIRCLE: Terms = {(2, 0): F(1), (0, 2): F(1), (0, 0): F(-1)}
HYPERBOLA: Terms = {(1, 1): F(1), (0, 0): F(-1)}
PARABOLA: Terms = {(2, 0): F(1), (0, 1): F(-1)}


def pattern(polys: list[Terms], place: tuple[Fraction, ...]) -> tuple[bool, ...]:
    return tuple(value_of(poly, place) > 0 for poly in polys)


@pytest.mark.parametrize(
    ("polys", "patterns"),
    [
        ([CIRCLE], {(True,), (False,)}),
        ([HYPERBOLA, PARABOLA], {(a, b) for a in (True, False) for b in (True, False)}),
        # a circle in a circle, 10^-30 wider, and the ring between them
        ([CIRCLE, {**CIRCLE, (0, 0): F(-1) - F(1, 10**30)}], {(True, True), (True, False), (False, False)}),
    ],
)
def test_known_patterns(polys: list[Terms], patterns: set[tuple[bool, ...]]) -> None:
    assert {pattern(polys, place) for place in cells([LINE, LINE], polys)} == patterns


def test_both_branches_of_a_hyperbola() -> None:
    inside = [place for place in cells([LINE, LINE], [HYPERBOLA]) if value_of(HYPERBOLA, place) > 0]
    assert {x > 0 for x, _ in inside} == {True, False}


def test_the_box_is_kept() -> None:
    ranges = [(F(1, 2), F(3, 4)), (F(0), None)]
    found = list(cells(ranges, [CIRCLE]))
    assert found
    assert all(F(1, 2) < x < F(3, 4) and y > 0 for x, y in found)
    assert {value_of(CIRCLE, place) > 0 for place in found} == {True, False}


@pytest.mark.parametrize("gap", [F(1, 10**16), F(1, 10**40), F(1, 10**400)])
def test_roots_close_together_leave_an_interval(gap: Fraction) -> None:
    found = intervals([[F(-2), F(0), F(1)], [F(-2) - gap, F(0), F(1)]], (F(1), F(2)))
    assert len(found) == 3


def test_roots_too_close_are_given_up() -> None:
    with pytest.raises(TooHard):
        intervals([[F(-2), F(0), F(1)], [F(-2) - F(1, 10**4000), F(0), F(1)]], LINE)


_NUMBERS = st.fractions(-4, 4, max_denominator=6)
_POLYS = st.dictionaries(st.tuples(st.integers(0, 2), st.integers(0, 2)), _NUMBERS.filter(bool), min_size=1, max_size=4)


_ENDS = st.tuples(_NUMBERS, st.fractions(F(1, 6), 4, max_denominator=6)).map(lambda ends: (ends[0], sum(ends, F(0))))
_RANGES = st.one_of(st.just(LINE), _ENDS, _ENDS.map(lambda ends: (ends[0], None)))


@given(st.lists(_POLYS, min_size=1, max_size=3), st.tuples(_RANGES, _RANGES), st.data())
def test_the_signs_at_any_point_are_found(polys: list[Terms], ranges: tuple[Range, Range], data: st.DataObject) -> None:
    ends = [(F(-5) if low is None else low, F(6) if high is None else high) for low, high in ranges]
    place = tuple(low + data.draw(st.fractions(F(1, 12), F(11, 12))) * (high - low) for low, high in ends)
    assume(all(value_of(poly, place) for poly in polys))
    try:
        found = {pattern(polys, other) for other in cells(ranges, polys)}
    except TooHard:
        return
    assert pattern(polys, place) in found
