"""Where labels go: beside what they name, on no curve, mark or other label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizengine.figures.drawing import LETTER, Anchor, Label, Mark, Point, Points

CELL = 0.25  # the raster in which it is noted what is taken
HALF_LINE = 0.55  # half the height of a label
_ROW = 1 << 20  # what is added to the number of a cell for each row
APART = 0.55  # between two labels in a row: in a terminal a column stays free
MARK = 0.3  # half the size of a mark
_AROUND: tuple[tuple[float, float, Anchor], ...] = (  # where the name of a point may stand, the best place first
    (0.55, -0.65, "start"), (-0.55, -0.65, "end"), (0.55, 0.75, "start"), (-0.55, 0.75, "end"),
    (0.75, 0.0, "start"), (-0.75, 0.0, "end"), (0.0, -1.0, "middle"), (0.0, 1.05, "middle"),
)  # fmt: skip

Box = tuple[float, float, float, float]  # left, top, right, bottom


def box_of(label: Label) -> Box:
    """Return the rectangle that a label fills."""
    (x, y), wide = label.at, len(label.text) * LETTER
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return left, y - HALF_LINE, left + wide, y + HALF_LINE


def beside(at: Point, text: str) -> list[Label]:
    """Return the places where the name of a point may stand, the best one first."""
    return [Label((at[0] + x, at[1] + y), text, anchor, slanted=True) for x, y, anchor in _AROUND]


class Space:
    """What of a rectangle is taken: `cost` tells how much of a box is, `take` and `cross` take more."""

    def __init__(self, within: Box) -> None:
        self.within = within
        self._crossed: dict[int, float] = {}  # what strokes cost, by the cells that they run through
        self._taken: list[Box] = []

    def cross(self, walks: Iterable[Points], cost: float = 1.0) -> None:
        """Note where strokes run, by places on each that are at most a cell apart: better no label there.

        cost: of each cell of the raster that a label shares.
        """
        crossed = self._crossed
        for cell in {int(x / CELL) + _ROW * int(y / CELL) for places in walks for x, y in places}:
            if crossed.get(cell, 0.0) < cost:
                crossed[cell] = cost

    def take(self, *boxes: Box) -> None:
        """Note what labels and marks fill: no label there."""
        self._taken += boxes

    def take_label(self, label: Label) -> None:
        """Note the place of a label: no other one in its row so near that both read as one, in a terminal either."""
        left, top, right, bottom = box_of(label)
        self.take((left - APART, top, right + APART, bottom))

    def take_marks(self, marks: Iterable[Mark]) -> None:
        """Note the places of marks."""
        self.take(*((m.at[0] - MARK, m.at[1] - MARK, m.at[0] + MARK, m.at[1] + MARK) for m in marks))

    def clashes(self, box: Box) -> int:
        """Return how many labels and marks a box hides, and 1 more where it reaches over the edge."""
        return self.reaches_out(box) + self.hides(box)

    def reaches_out(self, box: Box) -> bool:
        """Return whether a box reaches over the edge."""
        within = self.within
        return box[0] < within[0] or box[1] < within[1] or box[2] > within[2] or box[3] > within[3]

    def hides(self, box: Box) -> int:
        """Return how many labels and marks a box hides."""
        left, top, right, bottom = box
        return sum([left < r and x < right and top < b and y < bottom for x, y, r, b in self._taken])

    def cost(self, box: Box) -> float:
        """Return how bad a label would stand in `box`: 0 for a free one, 100 and more where it hides a label or mark
        or reaches over the edge.
        """
        left, top, right, bottom = box
        columns = range(int(left / CELL), int(right / CELL) + 1)
        rows = range(int(top / CELL), int(bottom / CELL) + 1)
        crossed = sum([self._crossed.get(column + _ROW * row, 0.0) for row in rows for column in columns])
        return 100.0 * self.clashes(box) + crossed

    def best(self, labels: Sequence[Label]) -> tuple[Label, float]:
        """Return the label of several that stands best, with its cost, and take its place; of equal ones the first."""
        label, cost = self._cheapest(labels)
        self.take_label(label)
        return label, cost

    def free(self, labels: Sequence[Label], cost: float) -> list[Label]:
        """Return the label of several that stands best and take its place; none where each costs more than `cost`."""
        label, least = self._cheapest(labels)
        if least > cost:
            return []
        self.take_label(label)
        return [label]

    def _cheapest(self, labels: Sequence[Label]) -> tuple[Label, float]:
        costs = [self.cost(box_of(label)) for label in labels]
        place = costs.index(min(costs))
        return labels[place], costs[place]

    def name(self, at: Point, text: str) -> Label:
        """Return the name of a point beside its mark, where it hides least, and take its place."""
        return self.name_and_cost(at, text)[0]

    def name_and_cost(self, at: Point, text: str) -> tuple[Label, float]:
        """Return the name of a point beside its mark, where it hides least, with its cost, and take its place."""
        return self.best(beside(at, text))
