"""What holds of the drawing of every graph in layers, whatever it shows."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations, pairwise

from quizengine.figures.drawing import LETTER, Drawing, Label, Point, Stroke

Box = tuple[float, float, float, float]
ALONG = 0.02  # ems: places of a stroke that are looked at


def text_box(label: Label) -> Box:
    """The letters themselves, without the gap around them."""
    (x, y), wide = label.at, len(label.text) * LETTER
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return left, y - 0.4, left + wide, y + 0.4


def terminal_cells(label: Label) -> set[tuple[int, int]]:
    wide = len(label.text)
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    column = math.floor(label.at[0] * 2 - wide * share + 0.25)
    return {(math.floor(label.at[1]), place) for place in range(column, column + wide)}


def places(stroke: Stroke) -> Iterator[Point]:
    for (x, y), (u, v) in pairwise(stroke.points):
        steps = max(1, math.ceil(math.dist((x, y), (u, v)) / ALONG))
        yield from ((x + (u - x) * n / steps, y + (v - y) * n / steps) for n in range(steps + 1))


def assert_legible(drawing: Drawing) -> None:
    """Nothing reaches over the edge; no label lies on a stroke or on another label, on a page or in a terminal."""
    for stroke in drawing.strokes:
        assert all(0 <= x <= drawing.width and 0 <= y <= drawing.height for x, y in stroke.points), stroke
    for label in drawing.labels:
        left, top, right, bottom = text_box(label)
        assert -0.01 <= left < right <= drawing.width + 0.01, label
        assert -0.01 <= top < bottom <= drawing.height + 0.01, label
        for stroke in drawing.strokes:
            hit = [(x, y) for x, y in places(stroke) if left < x < right and top < y < bottom]
            assert not hit, (label, stroke, hit[0])
    for one, other in combinations(drawing.labels, 2):
        assert not terminal_cells(one) & terminal_cells(other), (one, other)
        a, b = text_box(one), text_box(other)
        assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]), (one, other)
