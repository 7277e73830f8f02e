from __future__ import annotations

import math

import pytest

from quizengine.figures.drawing import Label
from quizengine.figures.layers.edge_labels import APART, Free, Piece, doubled, joined, room_of, together, without

FLAT: Piece = ((0.0, 2.5), (8.0, 2.5))
STEEP: Piece = ((0.0, 0.5), (6.0, 9.5))


def test_a_label_stands_on_its_edge_and_clear_of_another() -> None:
    crossing: Piece = ((0.0, 0.0), (8.0, 5.0))
    free = Free([(0, FLAT, False), (1, crossing, False)], [], [])
    best, *_ = free.on_edge(0, [FLAT], "2")
    assert best.at[1] == FLAT[0][1]
    assert abs(best.at[0] - 4.0) > 1.0  # where they cross


def test_on_a_steep_edge_labels_stand_in_the_middle_of_rows() -> None:
    found = Free([(0, STEEP, False)], [], []).on_edge(0, [STEEP], "−0.5")
    assert len(found) > 3
    assert all(label.at[1] % 1 == 0.5 for label in found)


def test_where_no_place_is_free_there_is_none() -> None:
    beside: list[Piece] = [((0.0, y), (8.0, y)) for y in (2.2, 2.8)]
    free = Free([(0, FLAT, False), *((n, piece, False) for n, piece in enumerate(beside, 1))], [], [])
    assert free.on_edge(0, [FLAT], "2") == []
    assert free.on_edge(0, [((0.0, 2.5), (1.0, 2.5))], "longer than its edge") == []


def test_the_edge_with_the_fewest_places_chooses_first() -> None:
    left, right = Label((1.0, 1.5), "a"), Label((5.0, 1.5), "a")
    assert together({0: [left, right], 1: [left]}) == {0: right, 1: left}
    assert together({0: [left], 1: [left]}) == {0: left}
    assert together({}) == {}


def test_a_label_takes_a_whole_row_of_a_terminal() -> None:
    assert room_of(Label((2.0, 3.5), "12")) == pytest.approx((1.5, 3.0, 2.5, 4.0))
    left, top, right, bottom = room_of(Label((2.0, 3.0), "12"))
    assert (left, top, right, bottom) == pytest.approx((1.5, 2.5, 2.5, 4.0))


def test_an_edge_is_left_out_below_its_label() -> None:
    label = Label((4.0, 2.5), "1234")
    before, after = without(FLAT, label)
    assert before[0] == FLAT[0]
    assert after[1] == FLAT[1]
    assert before[1][0] < 3.0 < 5.0 < after[0][0]
    assert without(((0.0, 9.0), (8.0, 9.0)), label) == [((0.0, 9.0), (8.0, 9.0))]
    assert without(((3.5, 2.5), (4.5, 2.5)), label) == []


def test_a_doubled_edge_is_two_lines_at_equal_distances() -> None:
    upper, lower = doubled(STEEP)
    assert math.dist(upper[0], lower[0]) == pytest.approx(2 * APART, abs=0.02)
    assert math.dist(upper[1], lower[1]) == pytest.approx(2 * APART, abs=0.02)


def test_pieces_that_meet_are_one_line() -> None:
    a, b, c, d = (0.0, 0.0), (1.0, 0.0), (2.0, 1.0), (3.0, 1.0)
    assert list(joined([(a, b), (b, c), (c, d)])) == [(a, b, c, d)]
    assert list(joined([(a, b), (c, d)])) == [(a, b), (c, d)]
    assert list(joined([])) == []
