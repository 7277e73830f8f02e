"""Labels that belong to curves: a curve is cut under its label, on a rather straight stretch away from all else; a
closed one with no room on it has its label beside it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quizengine.figures.clipping import encloses, outside
from quizengine.figures.drawing import LETTER, Label, Points, Stroke
from quizengine.figures.placing import HALF_LINE, Box, Space
from quizengine.figures.walks import STEP, PlacesOfWalks, Walk, walk

_GAP = 0.15  # between a label and the ends of its curve, to its left and right
_HALF_LINE = 0.42  # half the height of the gap: digits are lower than a line
_NEAR = 0.1  # another curve is at least so far from the gap: what lies between its places might reach into it
_OPEN, _CLOSED = 2.2, 3.0  # of a curve, by the part that is cut out for its label: the shortest with a label
_TRIES = 30  # places for a label, the best ones first
_ROW = 0.3  # how much a place counts that is half a row away from the middle of a row of a terminal
_HUGGING = (0.62, 0.75, 0.9)  # from the side of a closed curve to the middle of a label inside it
_OUTSIDE = 0.6  # from its upper or lower side to the middle of a label outside it
_SMALL = 2.5  # a closed curve that may have its label outside
_ALONE = 0.5  # around a label beside its curve there is no other curve


@dataclass(frozen=True, slots=True)
class Titled:
    """A stroke and the text that belongs on it; rank: the lowest ones get their places first."""

    stroke: Stroke
    text: str = ""
    rank: int = 0
    walk: Walk = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "walk", walk(self.stroke.points))


def with_titles(
    titled: Sequence[Titled], others: Sequence[Stroke], space: Space, gaps: Sequence[Box] = ()
) -> tuple[list[Stroke], list[Label], list[str]]:
    """Return the strokes cut under their labels, the labels, and the texts for which there is no room at any stroke.

    others: strokes over which no label may stand; space: where other labels and marks are; takes that of the new ones;
    gaps: boxes in which no stroke is drawn.
    """
    walks = PlacesOfWalks([*(each.walk for each in titled), *(walk(stroke.points) for stroke in others)])
    parts: dict[int, list[Points]] = {}
    labels = []
    for number in sorted(range(len(titled)), key=lambda n: (titled[n].rank, -titled[n].walk.length)):
        each = titled[number]
        found = _place(number, each.walk, each.text, walks, space) if each.text else None
        if found is not None:
            label, parts[number] = found
            space.take_label(label)
            labels.append(label)
    for box in gaps:
        wider = box[0] - _NEAR, box[1] - _NEAR, box[2] + _NEAR, box[3] + _NEAR
        for number in {number for number, _ in walks.inside(wider) if number < len(titled)}:
            pieces = parts.get(number, [titled[number].stroke.points])
            parts[number] = [part for piece in pieces for part in outside(piece, box)]
    placed = {label.text for label in labels}
    missing = list(dict.fromkeys(each.text for each in titled if each.text and each.text not in placed))
    return list(_strokes(titled, parts)), labels, missing


def _strokes(titled: Sequence[Titled], parts: Mapping[int, Sequence[Points]]) -> Iterator[Stroke]:
    for number, each in enumerate(titled):
        if number in parts:
            yield from (replace(each.stroke, points=part) for part in parts[number])
        else:
            yield each.stroke


def _place(number: int, walk: Walk, text: str, walks: PlacesOfWalks, space: Space) -> tuple[Label, list[Points]] | None:
    """The best place for the label of a curve, and what is left of the curve; None where there is none."""
    return _on(number, walk, text, walks, space) or (_beside(number, walk, text, walks, space) if walk.closed else None)


def _on(number: int, walk: Walk, text: str, walks: PlacesOfWalks, space: Space) -> tuple[Label, list[Points]] | None:
    """The best place on a curve for its label, on a rather straight stretch."""
    wide, high = len(text) * LETTER / 2 + _GAP, _HALF_LINE
    reach = math.ceil(min(math.hypot(wide, high), wide + 0.5) / STEP)
    if walk.length < (_CLOSED if walk.closed else _OPEN) * min(2 * wide, 3 * high):
        return None
    for at in _straightest(walk, reach):
        label = Label(walk.places[at], text)
        box = _around(label, wide, high)
        if not _free(label, box, space):
            continue
        wider = box[0] - _NEAR, box[1] - _NEAR, box[2] + _NEAR, box[3] + _NEAR
        inside = walks.alone(number, wider)
        if inside is None:
            continue
        own, count = walk.stretch(at, wider), walk.count
        if all(place % count in own for place in inside):
            parts = outside(walk.points, box)
            if len(parts) == 2 - walk.closed:
                return label, parts
    return None


def _straightest(walk: Walk, reach: int) -> list[int]:
    """The places of a curve for a label, the straightest first, those in the middle of a row before others."""
    places, count = walk.places, walk.count
    inner = range(0 if walk.closed else reach + 1, count if walk.closed else count - reach - 1)
    chosen = inner[:: max(1, len(inner) // (2 * _TRIES))]
    costs = []
    for at in chosen:
        (x, y), (u, v), (r, s) = places[at - reach], places[at], places[(at + reach) % count]
        costs.append((abs(x + r - 2 * u) + abs(y + s - 2 * v) + 2 * _ROW * abs(v % 1 - 0.5), at))
    return [at for _, at in sorted(costs)[:_TRIES]]


def _beside(
    number: int, walk: Walk, text: str, walks: PlacesOfWalks, space: Space
) -> tuple[Label, list[Points]] | None:
    """The best place beside a closed curve with no other one inside, which stays whole: inside it, or outside it where
    it is small.
    """
    extent = walk.extent()
    near = walks.walks_inside(extent)
    if any(encloses(walk.points, place) for other, place in near.items() if other != number):
        return None
    wide = len(text) * LETTER / 2 + _GAP
    for label in _places_beside(extent, text, wide):
        box = _around(label, wide, _HALF_LINE)
        wider = box[0] - _ALONE, box[1] - _ALONE, box[2] + _ALONE, box[3] + _ALONE
        if not (_free(label, box, space) and walks.free(box)):
            continue
        if encloses(walk.points, label.at) or walks.free(wider, (number,)):
            return label, [walk.points]
    return None


def _places_beside(extent: Box, text: str, wide: float) -> Iterator[Label]:
    left, top, right, bottom = extent
    x, y = (left + right) / 2, (top + bottom) / 2
    for far in _HUGGING:
        if 2 * far < bottom - top:
            yield Label((x, bottom - far), text)
            yield Label((x, top + far), text)
    if max(right - left, bottom - top) < _SMALL:
        yield Label((right + wide, y), text)
        yield Label((left - wide, y), text)
        yield Label((x, top - _OUTSIDE), text)
        yield Label((x, bottom + _OUTSIDE), text)


def _around(label: Label, wide: float, high: float) -> Box:
    (x, y) = label.at
    return x - wide, y - high, x + wide, y + high


def _free(label: Label, box: Box, space: Space) -> bool:
    """Whether a label with a box around it lies inside and away from other labels and marks."""
    (left, _, right, _), y = box, label.at[1]
    return not space.clashes((left, y - HALF_LINE, right, y + HALF_LINE))
