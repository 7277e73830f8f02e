"""The ends of axes, and the numbers that are written at them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.figures.charts.ranges import decades_of, ends_of
from quizengine.figures.charts.ticks import round_values
from quizengine.figures.grid_lines import lines_at, straight, with_numbers
from quizengine.figures.numbers import power_of_ten_text, read_text, rounded_text
from quizengine.figures.plane import Axis, Plane

sizes = st.floats(-1e12, 1e12, allow_nan=False)


@given(st.lists(st.one_of(sizes, st.sampled_from([float("nan"), float("inf"), -1e308]))), st.booleans())
def test_ends_lie_around_all_values(values: list[float], from_zero: bool) -> None:
    low, high = ends_of(values, from_zero)
    assert low < high
    assert all(low <= value <= high for value in values if abs(value) <= 1e12)


@pytest.mark.parametrize(
    ("values", "ends"), [([9, 0.1], (0, 10)), ([-1, -9], (-10, 0)), ([98, 101], (97.5, 101.5)), ([0, 0], (-1.5, 1.5))]
)
def test_0_is_an_end_where_values_come_near_it(values: list[float], ends: tuple[float, float]) -> None:
    assert ends_of(values, from_zero=True) == pytest.approx(ends)


@given(st.lists(st.floats(1e-200, 1e200), max_size=5))
def test_decades(values: list[float]) -> None:
    low, high = decades_of([*values, -1.0, 0.0, float("nan")])
    assert 0 < low < high < float("inf")


@pytest.mark.parametrize("length", [4, 9, 20, 30])
@pytest.mark.parametrize("ends", [(-3, 3), (0, 1), (-4, 8), (0.001, 0.002), (-1000, 70_000)])
def test_numbers_do_not_touch_and_0_is_among_them(ends: tuple[float, float], length: float) -> None:
    axis = with_numbers(Axis(*ends), round_values(*ends, 8, False), True, length)
    ticks = axis.ticks or ()
    shown = [(axis.share(value) * length, text) for value, text in ticks if text]
    assert shown
    assert all(u - x >= (len(one) + len(other)) / 4 + 0.5 for (x, one), (u, other) in pairwise(shown))
    assert "0" in [text for _, text in shown] or not ends[0] <= 0 <= ends[1]
    assert len(ticks) > 4, "ticks are the same at all widths"


def test_decades_have_ticks_and_few_of_them_have_more() -> None:
    assert round_values(1e-3, 1, 8, True) == pytest.approx((1e-3, 1e-2, 1e-1, 1))
    assert round_values(1, 10, 8, True) == (1, 2, 5, 10)


def test_grid_lines_are_cut_where_labels_are() -> None:
    frame = Plane(Axis(0, 4), Axis(0, 4), (0, 0), 8, 8)
    (line,) = lines_at(frame, (0, 2, 4), (), ())
    assert line.points == ((4, 0), (4, 8))
    parts = list(lines_at(frame, (2,), (), [(3.5, 2, 4.5, 3)]))
    assert [part.points for part in parts] == [((4, 0), (4, 1.85)), ((4, 3.15), (4, 8))]
    assert list(straight((0, 1), (8, 1), [(-1, 0, 9, 2)])) == []


def test_numbers_as_they_are_read_off() -> None:
    assert [read_text(2 / 3, 0, 10), read_text(2 / 3, 0, 1), read_text(1234.5, 0, 10_000)] == ["0.67", "0.667", "1230"]
    assert [rounded_text(x) for x in (123.0, 0.0316, 1e-5, 4.31e-7)] == ["120", "0.032", "10⁻⁵", "4.3·10⁻⁷"]
    assert [power_of_ten_text(x) for x in (1, 10, 1000, 0.01)] == ["1", "10", "10³", "10⁻²"]
