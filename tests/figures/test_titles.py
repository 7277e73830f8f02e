"""Labels on curves."""

from __future__ import annotations

import math

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
    strokes, labels, missing = with_titles([Titled(circle(0.4), "100")], [], Space(PAGE))
    assert [strokes[0].points] == [circle(0.4).points]
    assert (labels, missing) == ([], ["100"])


def test_the_lowest_rank_gets_its_place_first() -> None:
    close = [
        Titled(Stroke(((1.0, 5.5 + n / 2), (19.0, 5.5 + n / 2))), str(n), rank) for n, rank in enumerate((1, 0, 1))
    ]
    _, labels, missing = with_titles(close, [], Space(PAGE))
    assert labels == []
    assert missing == ["0", "1", "2"]
