"""A table of equal cells as a drawing: numbers, shades with their scale, names of columns and rows, a framed cell."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizengine.figures.drawing import LETTER, Anchor, Area, Drawing, Label, Point, Points, Stroke, rounded
from quizengine.figures.numbers import number_text
from quizengine.figures.texts import is_variable

HIGH = 2.0  # the height of a cell: a row of a terminal for its number, and one for the line below
WIDEST, NARROWEST = 5.0, 1.0  # cells
BETWEEN = 0.3  # the gap between a text and a line
PALE, DARK = 0.5, 0.75  # the most ink below numbers, and where there are none
STEPS = 5  # of the scale
SCALE = 1.0  # its width
APART = 0.8  # the gap between the cells and the scale
CLOSE = 0.75  # from the middle of the numbers above columns to the line below them
INSET = 0.25  # between the two lines of a frame
RING = 0.5  # from the side of a framed cell to its shade


@dataclass(frozen=True, slots=True)
class Margin:
    """The names or numbers of columns or rows, and what they are names of; either may be left out."""

    heads: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class CellTable:
    """Rows of values with their texts, none where no numbers are shown. upwards: the first row is the lowest; framed:
    the row and column of a cell, counted from 0.
    """

    values: tuple[tuple[float, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    across: Margin = Margin()
    side: Margin = Margin()
    upwards: bool = False
    shaded: bool = False
    framed: tuple[int, int] | None = None

    def range(self) -> tuple[float, float]:
        """Return the lowest and the highest finite value; 0 and 0 if there is none."""
        finite = [value for row in self.values for value in row if math.isfinite(value)] or [0.0]
        return min(finite), max(finite)


class Measures:
    """Where the parts of a table lie in a drawing of some width."""

    def __init__(self, table: CellTable, width: float) -> None:
        self.rows, self.columns = len(table.values), len(table.values[0])
        self.scale = [number_text(value) for value in table.range()] if table.shaded else []
        self.beside = f"{'↑' if table.upwards else '↓'} {table.side.name}" if table.side.name else ""
        self.along = f"{table.across.name} →" if table.across.name else ""
        heads = max(map(len, table.side.heads), default=0) * LETTER
        self.left = math.ceil(2 * (heads + BETWEEN)) / 2 if heads else INSET
        right = APART + SCALE + BETWEEN + max(map(len, self.scale)) * LETTER if self.scale else INSET
        cell = min(WIDEST, (width - self.left - right) / self.columns)
        self.cell = max(LETTER, math.floor(2 * cell) / 2)
        longest = max((len(text) for row in table.texts for text in row), default=0)
        self.needed = max([longest, *map(len, table.across.heads)], default=0) * LETTER + BETWEEN
        self.above = self._rows_above(table) + 0.5
        self.below = 0.5 + (bool(table.across.heads) + bool(self.along)) * table.upwards
        self.right, self.bottom = self.left + self.columns * self.cell, self.above + self.rows * HIGH
        names = [len(text) * LETTER for text in (self.beside, self.along) if text]
        self.width = round(max([self.right + right, *names]), 2)

    def _rows_above(self, table: CellTable) -> int:
        if table.upwards:
            return bool(self.beside)
        return bool(self.beside) + bool(self.along) + bool(table.across.heads)

    def top(self, table: CellTable, row: int) -> float:
        """Return where a row of the table begins."""
        return self.above + HIGH * (self.rows - 1 - row if table.upwards else row)


def table_drawing(table: CellTable, width: float) -> Drawing:
    """Return the table at most `width` ems wide, where its texts fit into that."""
    at = Measures(table, width)
    areas, strokes, labels = list(_shades(table, at)), list(_lines(at)), [*_numbers(table, at), *_heads(table, at)]
    if table.framed:
        strokes += _frame(table, at, *table.framed)
    if table.shaded:
        bar = _scale(table, at)
        areas += bar.areas
        strokes += bar.strokes
        labels += bar.labels
    return Drawing(at.width, round(at.bottom + at.below, 2), tuple(areas), tuple(strokes), labels=tuple(labels))


def faults_of(table: CellTable, widths: Sequence[float]) -> Iterator[str]:
    """Yield why a table cannot be read at one of some widths, each with its cure."""
    if not all(math.isfinite(value) for row in table.values for value in row):
        yield "a cell of the grid holds no finite number; draw other numbers"
    low, high = table.range()
    if table.shaded and low == high:
        yield "all cells are equal, so that shades tell nothing; draw other numbers or leave out shade"
    for width in widths:
        at = Measures(table, width)
        if at.needed > at.cell or at.cell < NARROWEST or at.width > width:
            yield f"{at.columns} columns do not fit into {width:g} em; write fewer columns or shorter texts"
            return


def _shade(table: CellTable, value: float) -> float:
    low, high = table.range()
    most = PALE if table.texts else DARK
    return round(most * (value - low) / (high - low), 3) if high > low and math.isfinite(value) else 0.0


def _shades(table: CellTable, at: Measures) -> Iterator[Area]:
    if table.shaded:
        for n, row in enumerate(table.values):
            for k, value in enumerate(row):
                if shade := _shade(table, value):
                    left, top = at.left + k * at.cell, at.top(table, n)
                    inset = RING if table.framed == (n, k) else 0.0
                    around = _corners(left + inset, top + inset, left + at.cell - inset, top + HIGH - inset)
                    yield Area(around[:4], shade)


def _lines(at: Measures) -> Iterator[Stroke]:
    for n in range(at.rows + 1):
        y = at.above + n * HIGH
        yield Stroke(((at.left, y), (at.right, y)), weight="thin")
    for n in range(at.columns + 1):
        x = at.left + n * at.cell
        yield Stroke(((x, at.above), (x, at.bottom)), weight="thin")


def _numbers(table: CellTable, at: Measures) -> Iterator[Label]:
    for n, row in enumerate(table.texts):
        for k, text in enumerate(row):
            yield Label((at.left + (k + 0.5) * at.cell, at.top(table, n) + HIGH / 2), text)


def _heads(table: CellTable, at: Measures) -> Iterator[Label]:
    for n, head in enumerate(table.side.heads):
        yield Label((at.left - BETWEEN, at.top(table, n) + HIGH / 2), head, "end", is_variable(head))
    # above, the numbers stand nearer to their line, so that no letter of the name hangs into them
    heads_at, name_at = (at.bottom + 1, at.bottom + 2) if table.upwards else (at.above - CLOSE, at.above - 2)
    for n, head in enumerate(table.across.heads):
        yield Label((at.left + (n + 0.5) * at.cell, heads_at), head, slanted=is_variable(head))
    if at.along:
        place: tuple[float, Anchor] = (at.right, "end") if len(at.along) * LETTER <= at.right else (0.0, "start")
        at_height = name_at if table.across.heads else heads_at
        yield Label((place[0], at_height), at.along, place[1], is_variable(table.across.name))
    if at.beside:
        yield Label((0.0, 0.5), at.beside, "start", is_variable(table.side.name))


def _frame(table: CellTable, at: Measures, row: int, column: int) -> Iterator[Stroke]:
    """Two lines around a cell, which are seen where lines have one weight, too."""
    left, top = at.left + column * at.cell, at.top(table, row)
    right, bottom = left + at.cell, top + HIGH
    yield Stroke(_corners(left, top, right, bottom), weight="thick")
    yield Stroke(_corners(left + INSET, top + INSET, right - INSET, bottom - INSET))


def _scale(table: CellTable, at: Measures) -> Drawing:
    """The scale beside the cells: from the highest value at its top to the lowest at its foot."""
    left, high = at.right + APART, (at.bottom - at.above) / STEPS
    low, most = table.range()
    areas = []
    for n in range(STEPS):
        shade = _shade(table, most - (most - low) * n / (STEPS - 1))
        if shade:
            areas.append(Area(_corners(left, at.above + n * high, left + SCALE, at.above + (n + 1) * high)[:4], shade))
    ends: tuple[Point, Point] = (
        (left + SCALE + BETWEEN, math.floor(at.above + 0.5) + 0.5),
        (left + SCALE + BETWEEN, math.ceil(at.bottom - 0.5) - 0.5),
    )
    labels = [Label(place, text, "start") for place, text in zip(ends, reversed(at.scale), strict=True)]
    around = Stroke(_corners(left, at.above, left + SCALE, at.bottom), weight="thin")
    return Drawing(at.width, at.bottom, tuple(areas), (around,), labels=tuple(labels))


def _corners(left: float, top: float, right: float, bottom: float) -> Points:
    """The corners of a rectangle, the first one once more."""
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    return tuple(map(rounded, corners))
