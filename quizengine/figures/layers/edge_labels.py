"""Labels on the edges of a graph: each stands on its own edge, which is left out below it, and on nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizengine.figures.clipping import between, span_inside
from quizengine.figures.drawing import LETTER, Label, Point, Points, rounded
from quizengine.figures.placing import Box, box_of

Piece = tuple[Point, Point]  # a straight piece of an edge, from left to right
Disc = tuple[Point, float]  # a round node: its middle and radius
Line = tuple[int, float, float, float, float, float]  # edge, left end x and y, right end x, slope, half of its width

SHARES = tuple(n / 20 for n in (10, 9, 11, 8, 12, 7, 13, 6, 14, 5, 15, 4, 16, 3, 17))  # places, the best first
STEEP = 2.5  # how far an edge goes down or up before a label on it stands in the middle of a row
ENDS = 0.12  # the part of an edge at each end where no label stands
BESIDE = 0.3  # the least distance between a label and what lies left or right of it
CLEAR, PLENTY = 0.1, 0.8  # the least distance above and below it, and one that need not be more
AROUND = 0.2  # the gap between a label and its own edge
APART = 0.25  # half the distance between the lines of a doubled edge


def room_of(label: Label) -> Box:
    """Return the rectangle that a label takes, on a page and in a terminal, where its row is that of its middle."""
    left, top, right, bottom = box_of(label)
    row = math.floor(label.at[1])
    return left, min(top + 0.05, row), right, max(bottom - 0.05, row + 1)


def clear_of_box(box: Box, other: Box) -> float:
    """Return the distance of two boxes, less than 0 where they overlap."""
    beside = max(other[0] - box[2], box[0] - other[2])
    above = max(other[1] - box[3], box[1] - other[3])
    return above if beside < BESIDE else PLENTY


def clear_of_disc(box: Box, disc: Disc) -> float:
    """Return the distance between a box and a round node."""
    (x, y), radius = disc
    beside, above = max(box[0] - x, 0.0, x - box[2]), max(box[1] - y, 0.0, y - box[3])
    return math.hypot(beside, above) - radius


class Free:
    """What of a graph is free of edges, nodes and labels."""

    def __init__(self, pieces: Iterable[tuple[int, Piece, bool]], boxes: Iterable[Box], discs: Iterable[Disc]) -> None:
        """pieces: each with the number of its edge and whether it is doubled; boxes: of nodes that are not round."""
        self._lines: list[Line] = [
            (edge, x, y, u, (v - y) / (u - x), APART if doubled else 0.0)
            for edge, ((x, y), (u, v)), doubled in pieces
            if u > x
        ]
        self._boxes, self._discs = list(boxes), list(discs)

    def take(self, label: Label) -> None:
        """Note the place of a label."""
        self._boxes.append(room_of(label))

    def around(self, label: Label) -> float:
        """Return the least distance between a label and anything else."""
        return self._around(label, self._lines, 0.0, -math.inf)

    def _around(self, label: Label, lines: Iterable[Line], rim: float, enough: float) -> float:
        """The least distance between a label and what is taken, above and below it for edges, with `rim` around round
        nodes; one below `enough` need not be exact.
        """
        box, least = room_of(label), PLENTY
        left, top, right, bottom = box[0] - BESIDE, box[1], box[2] + BESIDE, box[3]
        for _, x, y, u, slope, half in lines:
            if u < left or right < x:
                continue
            first, last = y + slope * (max(left, x) - x), y + slope * (min(right, u) - x)
            high, low = (first, last) if first < last else (last, first)
            if (clear := max(high - bottom, top - low) - half) < least:
                least = clear
                if least <= enough:
                    return least
        for other in self._boxes:
            least = min(least, clear_of_box(box, other))
        for disc in self._discs:
            if abs(disc[0][0] - label.at[0]) < disc[1] + right - left:
                least = min(least, clear_of_disc(box, disc) - rim)
        return least

    def on_edge(self, own: int, pieces: Sequence[Piece], text: str) -> list[Label]:
        """Return the label of an edge at all places where it hides nothing, the best one first."""
        found: list[tuple[float, Label]] = []
        for piece in sorted(pieces, key=lambda piece: piece[0][0] - piece[1][0]):
            (left, _), (right, _) = piece
            if right - left < len(text) * LETTER:
                continue
            near = [line for line in self._lines if line[0] != own and line[1] < right and left < line[3]]
            for share in _shares(piece):
                label = Label(rounded(between(*piece, share)), text)
                clear = self._around(label, near, BESIDE - CLEAR, CLEAR)
                if clear > CLEAR:
                    found.append((-clear, label))
        return [label for _, label in sorted(found, key=lambda one: one[0])]


def _shares(piece: Piece) -> Sequence[float]:
    """Where on a piece of an edge a label may stand, the best place first: in the middle of a row of a terminal where
    the edge passes several, since a label elsewhere takes parts of two.
    """
    (_, y), (_, v) = piece
    if abs(v - y) < STEEP:
        return SHARES
    rows = range(math.ceil(min(y, v) - 0.5), math.floor(max(y, v) - 0.5) + 1)
    shares = ((row + 0.5 - y) / (v - y) for row in rows)
    return sorted((share for share in shares if ENDS < share < 1 - ENDS), key=lambda share: abs(share - 0.5))


def together(options: Mapping[int, list[Label]]) -> dict[int, Label]:
    """Return a place for each label where one is left, by the numbers of the edges; options: the places of each, the
    best one first. The edge with the fewest places chooses first.
    """
    found: dict[int, Label] = {}
    left = {edge: [(label, room_of(label)) for label in labels] for edge, labels in options.items()}
    while left := {edge: labels for edge, labels in left.items() if labels}:
        edge = min(left, key=lambda edge: len(left[edge]))
        found[edge], room = left.pop(edge)[0]
        left = {n: [one for one in labels if clear_of_box(one[1], room) > CLEAR / 2] for n, labels in left.items()}
    return found


def without(piece: Piece, label: Label) -> list[Piece]:
    """Return what of a piece of an edge is drawn where `label` stands on it."""
    left, top, right, bottom = box_of(label)
    span = span_inside(*piece, (left - AROUND, top, right + AROUND, bottom))
    if span is None or span[0] == span[1]:
        return [piece]
    parts = ((0.0, span[0]), (span[1], 1.0))
    return [
        (rounded(between(*piece, begin)), rounded(between(*piece, finish)))
        for begin, finish in parts
        if finish - begin > 1e-3
    ]


def joined(pieces: Iterable[Piece]) -> Iterator[Points]:
    """Yield the lines that pieces make, where one begins at the end of the one before."""
    line: list[Point] = []
    for start, end in pieces:
        if line and line[-1] != start:
            yield tuple(line)
            line = []
        line += [end] if line else [start, end]
    if line:
        yield tuple(line)


def doubled(piece: Piece) -> list[Piece]:
    """Return the two lines of a doubled edge."""
    (x, y), (u, v) = piece
    long = math.dist(*piece) or 1.0
    across = (-(v - y) / long * APART, (u - x) / long * APART)
    return [
        (
            rounded((x + s * across[0], y + s * across[1])),
            rounded((u + s * across[0], v + s * across[1])),
        )
        for s in (-1, 1)
    ]
