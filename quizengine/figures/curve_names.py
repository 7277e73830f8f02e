"""Letters of curves: beside the right end of each, or beside the curve where others run close to its end."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizengine.figures.drawing import LETTER, Anchor, Label, Point, Points, Stroke
from quizengine.figures.placing import Box, Space, box_of

APART = 1.15  # ems between two letters at the right side, from middle to middle
OFF = 0.35  # ems from the frame to a letter beside it
LEAD = 0.75  # ems over which a line leads from the end of a curve to a letter that had to be moved
BESIDE = 1.0  # ems from a curve to its letter above or below it: in characters these are two rows
NEXT = 0.7  # ems from a curve to its letter on the left or right
CLEAR = 1.6  # ems from a letter to the next other curve, above or below
COLUMN = 0.5  # ems between the places at which it is noted how high each curve is
AROUND: tuple[tuple[float, float, Anchor], ...] = (
    (0, -BESIDE, "middle"), (0, BESIDE, "middle"), (NEXT, 0, "start"), (-NEXT, 0, "end"),
)  # fmt: skip

Heights = Mapping[int, float]  # of a curve, by column


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A curve with its letter: the lines that it consists of, in ems."""

    name: str
    lines: tuple[Points, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of curves, thin lines to those that had to be moved, and which of them hide something."""

    labels: tuple[Label, ...]
    leads: tuple[Stroke, ...]
    hiding: tuple[str, ...]


def margin(names: Sequence[str]) -> float:
    """Return how many ems the letters at the right side take."""
    return LEAD + OFF + max(map(len, names), default=0) * LETTER


def letters(curves: Sequence[NamedLine], right: float, space: Space) -> Letters:
    """Return the letters of curves; right: where the right side of the frame is, in ems; space: without the letters."""
    heights = [heights_of(curve) for curve in curves]
    ends = {place: y for place, curve in enumerate(curves) if (y := _end(curve, right)) is not None}
    crowded = [place for place in range(len(curves)) if not _stands_alone(place, ends)]
    labels, hiding = [], []
    for place in crowded:
        others = [heights[other] for other in range(len(curves)) if other != place]
        places = list(_around(curves[place].name, heights[place]))
        clear = next((label for label in places if _is_clear(label, others) and not space.cost(box_of(label))), None)
        if clear is None and place in ends:
            continue
        if places:
            label, cost = space.best([clear] if clear else places)
            labels.append(label)
            hiding += [label.text] * (cost > 0)
        ends.pop(place, None)
    at_right = sorted(ends.items(), key=lambda end: end[1])
    moved = list(zip(at_right, _apart([y for _, y in at_right], space.within), strict=True))
    for (place, y), at in moved:
        lead = LEAD if y != at else 0.0
        labels.append(Label((right + lead + OFF, at), curves[place].name, "start", slanted=True))
    leads = [_lead(right, y, at) for (_, y), at in moved if y != at]
    return Letters(tuple(labels), tuple(leads), tuple(hiding))


def _lead(right: float, start: float, end: float) -> Stroke:
    return Stroke(((round(right, 2), round(start, 2)), (round(right + LEAD, 2), round(end, 2))), weight="thin")


def _stands_alone(place: int, ends: Mapping[int, float]) -> bool:
    return place in ends and all(abs(ends[place] - y) >= APART for other, y in ends.items() if other != place)


def _end(curve: NamedLine, right: float) -> float | None:
    """How high a curve is at the right side of the frame; None where it ends before."""
    if not curve.lines:
        return None
    x, y = curve.lines[-1][-1]
    return y if x > right - 0.1 else None


def heights_of(curve: NamedLine) -> Heights:
    """Return how high a curve is, in ems, by columns of its frame."""
    found: dict[int, float] = {}
    for (x, y), (u, v) in (segment for line in curve.lines for segment in pairwise(line)):
        for column in range(math.ceil(x / COLUMN), math.floor(u / COLUMN) + 1):
            found[column] = y + (v - y) * (column * COLUMN - x) / (u - x) if u > x else y
    return found


def _around(name: str, heights: Heights) -> Iterator[Label]:
    """The places beside a curve, from its end to its beginning."""
    for column in sorted(heights, reverse=True):
        for x, y, anchor in AROUND:
            at: Point = (column * COLUMN + x, heights[column] + y)
            yield Label(at, name, anchor, slanted=True)


def _is_clear(label: Label, others: Sequence[Heights]) -> bool:
    left, _, right, _ = box_of(label)
    columns = range(math.floor(left / COLUMN) - 1, math.ceil(right / COLUMN) + 2)
    return all(
        abs(heights[column] - label.at[1]) >= CLEAR for heights in others for column in columns if column in heights
    )


def _apart(heights: Sequence[float], within: Box) -> list[float]:
    """Heights, in order, moved so that no two are closer than APART: as little as needed, then into the frame."""
    groups: list[tuple[float, list[float]]] = []  # the middle of each, and the heights that it replaces
    for height in heights:
        group = [height]
        while groups and groups[-1][0] + APART * (len(groups[-1][1]) + len(group)) / 2 > sum(group) / len(group):
            group = groups.pop()[1] + group
        groups.append((_middle(group, within), group))
    return [
        middle + APART * (place - (len(group) - 1) / 2) if len(group) > 1 else group[0]
        for middle, group in groups
        for place in range(len(group))
    ]


def _middle(group: Sequence[float], within: Box) -> float:
    """The middle of letters below each other, which reach over the frame by less than a letter."""
    half = APART * (len(group) - 1) / 2
    return max(within[1] + half, min(within[3] - half, sum(group) / len(group)))
