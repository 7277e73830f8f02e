"""Letters of curves: beside the right end of each, or beside the curve where others run close to its end."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizengine.figures.drawing import LETTER, Anchor, Label, Point, Points, Stroke, rounded
from quizengine.figures.placing import Space, box_of
from quizengine.figures.plane import Plane

APART = 1.15  # ems between two letters at the right side, from middle to middle
OFF = 0.35  # ems from the frame to a letter beside it
LEAD = 0.75  # ems over which a line leads from the end of a curve to a letter that had to be moved
LONGEST = 6.0  # ems of a letter, or a name: a longer one is shortened, so that there is room for the curves
BESIDE = 1.0  # ems from a curve to its letter above or below it: in characters these are two rows
OVER = 0.7  # ems from the frame to a letter above it
NEXT = 0.7  # ems from a curve to its letter on the left or right
CLEAR = (1.6, 1.2)  # ems from a letter to the next other curve, above or below; the second where the first is nowhere
TOGETHER = 0.4  # ems between the ends of two curves, up to which a line from a letter leads to both
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
    """The letters of curves, thin lines to those that had to be moved, which of them hide something, and pairs that
    stand at one end of two curves, so that nobody can tell which is which.
    """

    labels: tuple[Label, ...]
    leads: tuple[Stroke, ...]
    hiding: tuple[str, ...]
    together: tuple[tuple[str, str], ...]


def margin(names: Sequence[str]) -> float:
    """Return how many ems the letters at the right side take."""
    return LEAD + OFF + max(map(len, names), default=0) * LETTER


def letters(curves: Sequence[NamedLine], frame: Plane, space: Space) -> Letters:
    """Return the letters of curves in a frame and beside it; space: what is taken there, without the letters."""
    right = frame.corner[0] + frame.width
    heights = [heights_of(curve) for curve in curves]
    ends = {place: y for place, curve in enumerate(curves) if (y := _end(curve, right)) is not None}
    crowded = [place for place in range(len(curves)) if not _stands_alone(place, ends)]
    labels, hiding = [], []
    for place in crowded:
        others = [heights[other] for other in range(len(curves)) if other != place]
        places = [*_above(curves[place], frame), *_around(curves[place].name, heights[place])]
        clear = next((label for gap in CLEAR for label in places if _is_clear(label, others, gap, space)), None)
        if clear is None and place in ends:
            continue
        if places:
            label, cost = space.best([clear] if clear else places)
            labels.append(label)
            hiding += [label.text] * (cost > 0)
        ends.pop(place, None)
    at_right = sorted(ends.items(), key=lambda end: end[1])
    moved = list(zip(at_right, _apart([y for _, y in at_right], frame), strict=True))
    for (place, y), at in moved:
        lead = LEAD if y != at else 0.0
        labels.append(Label((right + lead + OFF, at), curves[place].name, "start", slanted=True))
    leads = [_lead(right, y, at) for (_, y), at in moved if y != at]
    together = tuple(
        (curves[one].name, curves[other].name)
        for (one, upper), (other, lower) in pairwise(at_right)
        if lower - upper < TOGETHER
    )
    return Letters(tuple(labels), tuple(leads), tuple(hiding), together)


def _lead(right: float, start: float, end: float) -> Stroke:
    return Stroke((rounded((right, start)), rounded((right + LEAD, end))), weight="thin")


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
    for column in sorted(heights, reverse=True)[::2]:
        for x, y, anchor in AROUND:
            at: Point = (column * COLUMN + x, heights[column] + y)
            yield Label(at, name, anchor, slanted=True)


def _above(curve: NamedLine, frame: Plane) -> Iterator[Label]:
    """The place above the frame, where a curve leaves it there before its right side."""
    (left, top), ends = frame.corner, [line[-1] for line in curve.lines[-1:]]
    for x, y in ends:
        if x < left + frame.width - 0.1 and y < top + 0.05:
            yield Label((x, top - OVER), curve.name, slanted=True)


def _is_clear(label: Label, others: Sequence[Heights], gap: float, space: Space) -> bool:
    """Whether no other curve is closer to a letter than `gap`, above or below, and it hides nothing."""
    left, _, right, _ = box_of(label)
    y = label.at[1]
    columns = range(math.floor(left / COLUMN) - 1, math.ceil(right / COLUMN) + 2)
    for heights in others:
        for column in columns:
            if abs(heights.get(column, math.inf) - y) < gap:
                return False
    return not space.cost(box_of(label))


def _apart(heights: Sequence[float], frame: Plane) -> list[float]:
    """Heights, in order, moved so that no two are closer than APART: as little as needed, then into the frame."""
    groups: list[list[float]] = []  # of heights that are replaced by others around their middle
    for height in heights:
        group = [height]
        while groups and _middle(groups[-1], frame) + APART * (len(groups[-1]) + len(group)) / 2 > _middle(
            group, frame
        ):
            group = groups.pop() + group
        groups.append(group)
    return [
        _middle(group, frame) + APART * (place - (len(group) - 1) / 2) if len(group) > 1 else group[0]
        for group in groups
        for place in range(len(group))
    ]


def _middle(group: Sequence[float], frame: Plane) -> float:
    """The middle of letters below each other, whose own middles lie beside the frame."""
    half = APART * (len(group) - 1) / 2
    return max(frame.corner[1] + half, min(frame.bottom - half, sum(group) / len(group)))
