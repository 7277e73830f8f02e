"""Where the letters of curves stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.figures.charts.curve_names import APART, Letters, NamedLine, letters
from quizengine.figures.drawing import Points
from quizengine.figures.placing import Space
from quizengine.figures.plane import Axis, Plane

FRAME = Plane(Axis(0, 1), Axis(0, 1), (2, 1.25), 20, 12)


def named(*lines: Points) -> Letters:
    curves = [NamedLine(name, (line,) if line else ()) for name, line in zip("ABCDEF", lines, strict=False)]
    return letters(curves, FRAME, Space((2, 0, 22, 13.25)))


def level(y: float) -> Points:
    return (2, y), (22, y)


def test_a_letter_stands_at_the_right_end_of_its_curve() -> None:
    found = named(level(3), level(9))
    assert [(label.text, label.at[1]) for label in found.labels] == [("A", 3), ("B", 9)]
    assert all(label.at[0] > 22 for label in found.labels)
    assert not found.leads


def test_where_ends_are_close_a_letter_stands_beside_its_curve() -> None:
    found = named(((2, 2), (22, 10)), ((2, 12), (22, 10.2)))
    inside = [label for label in found.labels if label.at[0] < 22]
    assert inside
    assert not found.hiding


def test_curves_that_end_together_and_have_no_room_are_told() -> None:
    assert named(level(1.9), level(3), level(3.3), level(4.4)).together == (("B", "C"),)
    assert named(level(3), level(9)).together == ()
    apart = named(((2, 2), (22, 10)), ((2, 12), (22, 10)))
    assert apart.together == ()


def test_above_a_curve_that_leaves_the_frame_stands_its_letter() -> None:
    (label,) = named(((2, 5), (6, 1.25))).labels
    assert label.at == (6, pytest.approx(0.55))


@given(st.lists(st.floats(1.25, 13.25), min_size=2, max_size=6))
def test_no_two_letters_lie_on_each_other(heights: list[float]) -> None:
    found = named(*map(level, heights))
    at_right = sorted(label.at[1] for label in found.labels if label.at[0] > 22)
    assert len(found.labels) == len(heights)
    assert all(below - above >= APART - 1e-6 for above, below in pairwise(at_right))
    assert all(0.5 <= y <= 14 for y in at_right)


def test_a_curve_of_which_nothing_is_seen_has_no_letter() -> None:
    assert not named(()).labels
