"""Labels on curves."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from quizengine.figures.clipping import crosses
from quizengine.figures.drawing import Stroke
from quizengine.figures.placing import Space, box_of
from quizengine.figures.titles import Titled, with_titles

PAGE = (0.0, 0.0, 20.0, 20.0)


def circle(radius: float, x: float = 10.0, y: float = 10.0) -> Stroke:
    turns = [2 * math.pi * n / 60 for n in range(60)]
    around = [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]
    return Stroke((*around, around[0]))


def test_each_circle_is_cut_under_its_label() -> None:
    strokes, labels, missing = with_titles([Titled(circle(r), str(r), r % 2) for r in (2, 4, 6, 8)], [], Space(PAGE))
    assert {label.text for label in labels} == {"2", "4", "6", "8"}
    assert missing == []
    assert len(strokes) == 4
    assert all(stroke.points[0] != stroke.points[-1] for stroke in strokes)


def test_a_label_stands_on_the_straight_part_of_its_curve() -> None:
    hook = Stroke((*((1.0 + n / 2, 3.5) for n in range(20)), *((10.5, 4.0 + n / 2) for n in range(3)), (9.0, 5.5)))
    _, (label,), _ = with_titles([Titled(hook, "12")], [], Space(PAGE))
    assert label.at[1] == 3.5


def test_no_label_stands_on_another_curve_or_on_what_is_taken() -> None:
    lines = [Titled(Stroke(((1.0, 2.5 + n), (19.0, 2.5 + n))), str(n)) for n in range(8)]
    arrow = Stroke(((10.0, 0.0), (10.0, 20.0)))
    space = Space(PAGE)
    space.take((0.0, 0.0, 9.0, 20.0))
    strokes, labels, _ = with_titles(lines, [arrow], space)
    for label in labels:
        assert label.at[0] > 9
        assert not crosses(arrow.points, box_of(label))
        left, top, right, bottom = box_of(label)
        assert not any(crosses(stroke.points, (left, top + 0.2, right, bottom - 0.2)) for stroke in strokes)


def test_a_curve_that_is_too_short_keeps_whole_and_its_text_is_told() -> None:
    short = Stroke(((4.0, 4.5), (6.0, 4.5)))
    strokes, labels, missing = with_titles([Titled(short, "100")], [], Space(PAGE))
    assert (strokes, labels, missing) == ([short], [], ["100"])


def test_a_closed_curve_that_is_too_small_has_its_label_beside_it() -> None:
    strokes, (label,), missing = with_titles([Titled(circle(0.4), "100")], [], Space(PAGE))
    assert [strokes[0].points] == [circle(0.4).points]
    assert missing == []
    assert not crosses(circle(0.4).points, box_of(label))


def test_rings_too_close_for_labels_have_the_innermost_ones_inside() -> None:
    rings = [Titled(circle(2 + n / 3), str(n)) for n in range(6)]
    strokes, labels, missing = with_titles(rings, [], Space(PAGE))
    (inside,) = (label for label in labels if label.text == "0")
    assert math.dist(inside.at, (10, 10)) < 2
    assert not any(crosses(stroke.points, box_of(inside)) for stroke in strokes)
    assert missing


@pytest.mark.parametrize("apart", [0.7, 0.9, 1.2])
def test_labels_of_neighbours_never_read_as_one_number(apart: float) -> None:
    upright = [Titled(Stroke(((2.0 + apart * n, 1.0), (2.0 + apart * n, 19.0))), "90") for n in range(9)]
    level = [Titled(Stroke(((1.0, 2.0 + apart * n), (19.0, 2.0 + apart * n))), "86") for n in range(9)]
    for curves in (upright, level):
        _, labels, _ = with_titles(curves, [], Space(PAGE))
        for one, other in combinations(labels, 2):
            (a, _, b, _), (c, _, d, _) = box_of(one), box_of(other)
            assert max(a, c) - min(b, d) > 0.5 or abs(one.at[1] - other.at[1]) >= 1


def test_nothing_is_drawn_in_a_gap() -> None:
    lines = [Titled(Stroke(((1.0, 2.0 + n), (19.0, 2.0 + n)))) for n in range(4)]
    gap = (5.0, 2.5, 7.0, 4.5)
    strokes, _, _ = with_titles(lines, [], Space(PAGE), [gap])
    assert len(strokes) == 6
    assert not any(crosses(stroke.points, (5.01, 2.51, 6.99, 4.49)) for stroke in strokes)


def test_the_lowest_rank_gets_its_place_first() -> None:
    close = [
        Titled(Stroke(((1.0, 5.5 + n / 2), (19.0, 5.5 + n / 2))), str(n), rank) for n, rank in enumerate((1, 0, 1))
    ]
    _, labels, missing = with_titles(close, [], Space(PAGE))
    assert labels == []
    assert missing == ["0", "1", "2"]
