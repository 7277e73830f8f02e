"""How much of a page something fills, in rows of text: an estimate, so that no page has to be laid out twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from quizengine.draw import Table
from quizengine.maths.print import Display, Layout, Prose
from quizengine.maths.print.layout import Digits, Fence, Fraction, Letter, Sign, Text, Word
from quizengine.maths.print.layout import Table as LayoutTable
from quizengine.maths.print.layout_queries import below
from quizengine.maths.print.picture import Picture
from quizengine.sheet.pictures import BESIDE, placed

NORMAL, LARGE = 11, 16  # points; 16 is the least that guides for accessible print ask of large print
WIDTH = 84  # characters of a row
PAGE = 48  # rows of a page
RULED, RESULT, GAP = 1.75, 2.0, 1.5  # a line to write on, the line for the result, the gap between two blocks
ROW = 1.33  # ems: the height of a row
AROUND = 2.2  # ems: the gaps above and below a figure
OWN_LINE = 2.0  # a formula on a line of its own, with the gaps around it
SURE = 0.75  # of a page: what fills less by our estimate fits on one
BELOW_HEAD = 0.55  # of the first page, which the head of the sheet shares


@dataclass(frozen=True, slots=True)
class Output:
    """What is printed, the "sheet" or the "key", and the size of its letters in points."""

    document: str
    size: int = NORMAL

    @property
    def crowding(self) -> float:
        """How many times as much of a page a text fills as in letters of normal size."""
        return self.growth**2

    @property
    def growth(self) -> float:
        """How many times as high the letters are as those of normal size; figures grow with them, not in number."""
        return self.size / NORMAL


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that words fill on a sheet and, without steps and mistakes, on a key.

    figures: those that figures fill on both, which are known and not estimated; more_figures: those that figures of the
    key alone fill.
    """

    sheet: float
    key: float
    figures: float = 0.0
    more_figures: float = 0.0

    def __add__(self, other: Rows) -> Rows:
        figures, more = self.figures + other.figures, self.more_figures + other.more_figures
        return Rows(self.sheet + other.sheet, self.key + other.key, figures, more)

    def fit(self, output: Output, share: float = SURE) -> bool:
        """Return whether this fills at most `share` of a page; by default: surely fits on one."""
        on_key = output.document == "key"
        words, figures = self.key if on_key else self.sheet, self.figures + self.more_figures * on_key
        return words * output.crowding + figures * output.growth * SURE < PAGE * share


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
    return sum(len(piece) if isinstance(piece, str) else _size(piece)[1] for piece in prose)


def _size(piece: Layout | Display | Picture) -> tuple[int, int]:
    """The size of a formula; a figure has none here, see `figure_rows`."""
    return (0, 0) if isinstance(piece, Picture) else size(piece.inside if isinstance(piece, Display) else piece)


def rows(prose: Prose, width: int = WIDTH) -> float:
    """Return the rows of a text without its figures; a tall formula makes its own row higher, one on a line of its own
    begins a new row, and so does what follows a figure.
    """
    if any(isinstance(piece, Display | Picture) for piece in prose):
        own = [size(piece.inside)[0] for piece in prose if isinstance(piece, Display)]
        return sum(OWN_LINE + 0.6 * (high - 1) for high in own) + sum(rows(run, width) for run in _between(prose))
    if not prose:
        return 0
    words = "".join(piece for piece in prose if isinstance(piece, str))
    tallest = max((_size(piece)[0] for piece in prose if not isinstance(piece, str)), default=1)
    return ceil(length(prose) / width) + GAP * words.count("\n\n") + 0.6 * (tallest - 1)


def _between(prose: Prose) -> list[Prose]:
    """The words and formulas between what has lines of its own."""
    runs: list[Prose] = [()]
    for piece in prose:
        runs += [()] if isinstance(piece, Display | Picture) else []
        runs[-1] += () if isinstance(piece, Display | Picture) else (piece,)
    return runs


def figure_rows(*texts: Prose) -> float:
    """Return the rows of the figures in texts below each other."""
    pictures = [placed(piece) for text in texts for piece in text if isinstance(piece, Picture)]
    return sum((picture.drawing().height + AROUND) / ROW for picture in pictures)


def figure_rows_beside(texts: Sequence[Prose]) -> float:
    """Return the rows of the figures in texts that stand beside each other, as options do."""
    high = [figure_rows(text) for text in texts]
    return sum(max(high[place : place + BESIDE]) for place in range(0, len(high), BESIDE))


def all_rows(texts: Iterable[Prose], gap: float = 0.5) -> float:
    """Return the rows of texts below each other."""
    return sum(rows(text) + gap for text in texts)


def rows_of_table(table: Table) -> float:
    """Return the rows of a table."""
    return GAP + sum(1 + max((rows(cell, 20) for cell in row), default=1) for row in (table.header, *table.rows))
