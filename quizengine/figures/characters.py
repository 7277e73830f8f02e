"""A drawing as lines of characters: braille patterns, 2 by 4 dots a place, or plain ASCII."""

from __future__ import annotations

import math
from collections.abc import Mapping

from quizengine.display_width import display_width
from quizengine.figures.dots import DOTS, dots_of
from quizengine.figures.drawing import Anchor, Drawing, Point, Shape
from quizengine.figures.signs import joined, signs_of

COLUMNS = 2  # of an em; a row is one em high

_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))  # of a braille pattern, row by row
_MARKS: Mapping[Shape, str] = {"dot": "●", "ring": "○", "square": "■", "cross": "×"}
_ASCII_MARKS: Mapping[Shape, str] = {"dot": "*", "ring": "o", "square": "#", "cross": "x"}
_SHARES: Mapping[Anchor, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}
_MOVED = (0, 1, -1, 2, -2, 3, -3)  # by how many columns a label may be moved


def braille(drawing: Drawing) -> list[str]:
    """Return the lines of a drawing in braille characters, labels and marks as they are."""
    page = _Page(drawing)
    dots = [[0] * page.columns for _ in range(page.rows)]
    for x, y in dots_of(drawing):
        if 0 <= x < 2 * page.columns and 0 <= y < DOTS * page.rows:
            dots[y // DOTS][x // 2] |= _BITS[y % DOTS][x % 2]
    page.cells = [[chr(0x2800 + pattern) if pattern else " " for pattern in row] for row in dots]
    return page.finished(drawing, _MARKS)


def ascii_art(drawing: Drawing) -> list[str]:
    """Return the lines of a drawing in ASCII characters alone, where its texts are."""
    page = _Page(drawing)
    for (x, y), sign in signs_of(drawing):
        if 0 <= x < page.columns and 0 <= y < page.rows:
            page.cells[y][x] = joined(page.cells[y][x], sign)
    return page.finished(drawing, _ASCII_MARKS)


class _Page:
    """The places of a drawing, on which marks and labels are written; lives only while it is painted.

    A place holds what one column shows: a letter with its accents, or nothing beside a wide one.
    """

    def __init__(self, drawing: Drawing) -> None:
        self.columns, self.rows = math.ceil(drawing.width * COLUMNS - 1e-6), math.ceil(drawing.height - 1e-6)
        self.cells = [[" "] * self.columns for _ in range(self.rows)]
        self._written: set[tuple[int, int]] = set()  # row and column of marks and labels

    def finished(self, drawing: Drawing, marks: Mapping[Shape, str]) -> list[str]:
        """Return the lines with marks, and with labels that hide neither these nor each other where there is room."""
        for mark in drawing.marks:
            row, column = math.floor(mark.at[1]), math.floor(mark.at[0] * COLUMNS)
            if 0 <= row < self.rows and 0 <= column < self.columns:
                self._write(row, column, [marks[mark.shape]])
        for label in drawing.labels:
            self._label(label.at, label.text, label.anchor)
        return ["".join(row).rstrip() for row in self.cells]

    def _label(self, at: Point, text: str, anchor: Anchor) -> None:
        letters = _cut(_by_column(text), self.columns)
        row = min(max(math.floor(at[1]), 0), self.rows - 1)
        column = math.floor(at[0] * COLUMNS - len(letters) * _SHARES[anchor] + 0.25)
        inside = [
            place for place in (column + moved for moved in _MOVED) if 0 <= place <= self.columns - len(letters)
        ] or [min(max(column, 0), self.columns - len(letters))]
        place = min(inside, key=lambda place: self._hidden(row, place, len(letters)))
        over = any(self.cells[row][place + n] != " " for n in range(len(letters)))
        self._write(row, place, letters)
        if over:  # a letter beside dots cannot be read
            self._clear(row, place - 1)
            self._clear(row, place + len(letters))

    def _hidden(self, row: int, column: int, wide: int) -> int:
        """How much of marks and labels a text would hide, or else touch."""
        hidden = sum((row, place) in self._written for place in range(column, column + wide))
        touched = sum((row, place) in self._written for place in (column - 1, column + wide))
        return 10 * hidden + touched

    def _write(self, row: int, column: int, letters: list[str]) -> None:
        cells, end = self.cells[row], column + len(letters)
        if column > 0 and not cells[column]:
            cells[column - 1] = " "  # half of a wide letter is none
        if end < self.columns and not cells[end]:
            cells[end] = " "
        cells[column:end] = letters
        self._written.update((row, place) for place in range(column, end))

    def _clear(self, row: int, column: int) -> None:
        if 0 <= column < self.columns and (row, column) not in self._written:
            self.cells[row][column] = " "


def _by_column(text: str) -> list[str]:
    """What each column of a text shows."""
    found: list[str] = []
    for letter in text:
        wide = display_width(letter)
        if wide > 0:
            found += [letter, *[""] * (wide - 1)]
        elif found:
            found[-1 if found[-1] else -2] += letter
        else:
            found.append(f" {letter}")  # an accent without its letter
    return found


def _cut(letters: list[str], columns: int) -> list[str]:
    """As much as fits, without half of a wide letter."""
    whole = len(letters) <= columns or letters[columns] != ""
    return letters[:columns] if whole else [*letters[: columns - 1], " "]
