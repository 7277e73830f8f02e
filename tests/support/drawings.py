"""What must hold for every drawing: nothing over the edge, no label on another, none on a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from quizengine.figures.drawing import Drawing, Label, Stroke
from quizengine.figures.placing import Box, box_of


def places(drawing: Drawing) -> Iterator[tuple[float, float]]:
    """Every point of a drawing, and the corners of its labels."""
    for shape in (*drawing.areas, *drawing.strokes):
        yield from shape.points
    yield from (mark.at for mark in drawing.marks)
    for label in drawing.labels:
        left, top, right, bottom = box_of(label)
        yield from ((left, top), (right, bottom))


def over_the_edge(drawing: Drawing, slack: float = 0.1) -> list[tuple[float, float]]:
    """The places that lie outside the drawing."""
    return [
        (x, y)
        for x, y in places(drawing)
        if not (-slack <= x <= drawing.width + slack and -slack <= y <= drawing.height + slack)
    ]


def labels_on_labels(drawing: Drawing, slack: float = 0.21) -> list[tuple[str, str]]:
    """The labels that overlap; slack: by which their boxes are higher than digits are."""
    return [
        (one.text, other.text)
        for one, other in combinations(drawing.labels, 2)
        if _overlap(box_of(one), box_of(other), slack)
    ]


def labels_on_strokes(labels: Iterable[Label], strokes: Iterable[Stroke], slack: float = 0.15) -> list[str]:
    """The labels through which a stroke goes."""
    segments = [segment for stroke in strokes for segment in pairwise(stroke.points)]
    return [
        label.text
        for label in labels
        if any(_goes_through(start, end, box_of(label), slack) for start, end in segments)
    ]


def _overlap(one: Box, other: Box, slack: float) -> bool:
    return (
        one[0] + slack < other[2]
        and other[0] + slack < one[2]
        and one[1] + slack < other[3]
        and other[1] + slack < one[3]
    )


def _goes_through(start: tuple[float, float], end: tuple[float, float], box: Box, slack: float) -> bool:
    left, top, right, bottom = box[0] + slack, box[1] + slack, box[2] - slack, box[3] - slack
    steps = max(2, int(20 * (abs(end[0] - start[0]) + abs(end[1] - start[1]))))
    return any(
        left < start[0] + (end[0] - start[0]) * n / steps < right
        and top < start[1] + (end[1] - start[1]) * n / steps < bottom
        for n in range(steps + 1)
    )
