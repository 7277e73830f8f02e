"""How much of a page something fills, in rows of text: an estimate, so that no page has to be laid out twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from quizengine.draw import Figure, Table
from quizengine.maths.print import Display, Layout, Prose
from quizengine.maths.print.layout import Digits, Fence, Fraction, Letter, Sign, Text, Word
from quizengine.maths.print.layout import Table as LayoutTable
from quizengine.maths.print.layout_queries import below

NORMAL, LARGE = 11, 16  # points; 16 is the least that guides for accessible print ask of large print
WIDTH = 84  # characters of a row
PAGE = 48  # rows of a page
RULED, RESULT, GAP = 1.75, 2.0, 1.5  # a line to write on, the line for the result, the gap between two blocks
FIGURE = 13.0
OWN_LINE = 2.0  # a formula on a line of its own, with the gaps around it
SURE = 0.75  # of a page: what fills less by our estimate fits on one


@dataclass(frozen=True, slots=True)
class Output:
    """What is printed, the "sheet" or the "key", and the size of its letters in points."""

    document: str
    size: int = NORMAL

    @property
    def crowding(self) -> float:
        """How many times as much of a page a text fills as in letters of normal size."""
        return (self.size / NORMAL) ** 2


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that something fills on a sheet and, without steps and mistakes, on a key."""

    sheet: float
    key: float

    def __add__(self, other: Rows) -> Rows:
        return Rows(self.sheet + other.sheet, self.key + other.key)

    def fit(self, output: Output, share: float = SURE) -> bool:
        """Return whether this fills at most `share` of a page; by default: surely fits on one."""
        return (self.key if output.document == "key" else self.sheet) * output.crowding < PAGE * share


def size(layout: Layout) -> tuple[int, int]:
    """Height in rows and width in characters of a formula, roughly."""
    match layout:
        case Digits(text) | Letter(text) | Word(text) | Text(text):
            return 1, len(text)
        case Sign():
            return 1, 1
        case Fraction(top, bottom):
            (up, over), (down, under) = size(top), size(bottom)
            return up + down + 1, max(over, under)
        case LayoutTable(cells):
            sizes = [[size(cell) for cell in line] for line in cells]
            height = sum(max((high for high, _ in line), default=1) for line in sizes)
            return height, max((sum(wide + 2 for _, wide in line) for line in sizes), default=0)
    parts = [size(part) for part in below(layout)]
    return max((high for high, _ in parts), default=1), sum(wide for _, wide in parts) + isinstance(layout, Fence) * 2


def length(prose: Prose) -> int:
    """Return the width of a text on one line, in characters."""
    return sum(len(piece) if isinstance(piece, str) else size(_formula(piece))[1] for piece in prose)


def _formula(piece: Layout | Display) -> Layout:
    return piece.inside if isinstance(piece, Display) else piece


def rows(prose: Prose, width: int = WIDTH) -> float:
    """Return the rows of a text; a tall formula makes its own row higher, one on a line of its own begins a new row."""
    if any(isinstance(piece, Display) for piece in prose):
        own = [size(piece.inside)[0] for piece in prose if isinstance(piece, Display)]
        return sum(OWN_LINE + 0.6 * (high - 1) for high in own) + sum(rows(run, width) for run in _between(prose))
    if not prose:
        return 0
    words = "".join(piece for piece in prose if isinstance(piece, str))
    tallest = max((size(_formula(piece))[0] for piece in prose if not isinstance(piece, str)), default=1)
    return ceil(length(prose) / width) + GAP * words.count("\n\n") + 0.6 * (tallest - 1)


def _between(prose: Prose) -> list[Prose]:
    """The words and formulas between those formulas that have lines of their own."""
    runs: list[Prose] = [()]
    for piece in prose:
        runs += [()] if isinstance(piece, Display) else []
        runs[-1] += () if isinstance(piece, Display) else (piece,)
    return runs


def all_rows(texts: Iterable[Prose], gap: float = 0.5) -> float:
    """Return the rows of texts below each other."""
    return sum(rows(text) + gap for text in texts)


def rows_of_stimulus(table: Table | None, figure: Figure | None) -> float:
    """Return the rows of a table and a figure."""
    filled = FIGURE if figure else 0.0
    if table:
        filled += GAP + sum(1 + max((rows(cell, 20) for cell in row), default=1) for row in (table.header, *table.rows))
    return filled
