"""A drawing as lines of characters: braille patterns, 2 by 4 dots a place, or plain ASCII."""

from __future__ import annotations

import math
from collections.abc import Mapping

from quizengine.display_width import display_width
from quizengine.figures.dots import DOTS, dots_of_areas, dots_of_strokes, heads_of_short_arrows
from quizengine.figures.drawing import Anchor, Drawing, Point, Shape
from quizengine.figures.signs import joined, signs_of_areas, signs_of_strokes

Place = tuple[int, int]  # row and column

COLUMNS = 2  # of an em; a row is one em high

_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))  # of a braille pattern, row by row
_BRAILLE = 0x2800  # the pattern without dots
_MARKS: Mapping[Shape, str] = {"dot": "●", "ring": "○", "square": "■", "cross": "×"}
_ASCII_MARKS: Mapping[Shape, str] = {"dot": "*", "ring": "o", "square": "#", "cross": "x"}
_SHARES: Mapping[Anchor, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}
_TEXT, _NEAR = 100.0, 10.0  # what it costs to hide a place of a text, and to touch one; of a line 1
_NUMBERS = "0123456789+-−."  # with which a number begins
_FLAT = "-=_"  # lines in ASCII that look like a minus sign
_LEFT_DOTS, _RIGHT_DOTS = 0x47, 0xB8  # of a braille pattern
#: by how many columns a label may be moved, and what that costs: only one to hide less of a line
_MOVED = {0: 0.0, 1: 0.7, -1: 0.7, 2: 8.0, -2: 8.0, 3: 9.0, -3: 9.0}


def braille(drawing: Drawing) -> list[str]:
    """Return the lines of a drawing in braille characters, labels and marks as they are."""
    page = _Page(drawing)
    dots = [[0] * page.columns for _ in range(page.rows)]
    for found, noted in ((dots_of_areas(drawing), set[Place]()), (dots_of_strokes(drawing), page.crossed)):
        for x, y in found:
            if 0 <= x < 2 * page.columns and 0 <= y < DOTS * page.rows:
                dots[y // DOTS][x // 2] |= _BITS[y % DOTS][x % 2]
                noted.add((y // DOTS, x // 2))
    page.cells = [[chr(_BRAILLE + pattern) if pattern else " " for pattern in row] for row in dots]
    for at, head in heads_of_short_arrows(drawing):
        row, column = math.floor(at[1]), math.floor(at[0] * COLUMNS)
        if 0 <= row < page.rows and 0 <= column < page.columns:
            page.cells[row][column] = head
    return page.finished(drawing, _MARKS)


def ascii_art(drawing: Drawing) -> list[str]:
    """Return the lines of a drawing in ASCII characters alone, where its texts are."""
    page = _Page(drawing)
    for found, noted in ((signs_of_areas(drawing), set[Place]()), (signs_of_strokes(drawing), page.crossed)):
        for (x, y), sign in found:
            if 0 <= x < page.columns and 0 <= y < page.rows:
                page.cells[y][x] = joined(page.cells[y][x], sign)
                noted.add((y, x))
    return page.finished(drawing, _ASCII_MARKS)


class _Page:
    """The places of a drawing, on which marks and labels are written; lives only while it is painted.

    A place holds what one column shows: a letter with its accents, or nothing beside a wide one.
    """

    def __init__(self, drawing: Drawing) -> None:
        self.columns, self.rows = math.ceil(drawing.width * COLUMNS - 1e-6), math.ceil(drawing.height - 1e-6)
        self.cells = [[" "] * self.columns for _ in range(self.rows)]
        self.crossed: set[Place] = set()  # by strokes
        self._written: set[Place] = set()  # by marks and labels

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
        last = self.columns - len(letters)
        costs = {
            column + moved: cost + self._hidden(row, column + moved, len(letters))
            for moved, cost in _MOVED.items()
            if 0 <= column + moved <= last
        }
        place = min(costs, key=lambda place: costs[place], default=min(max(column, 0), last))
        sides = (place - 1, place + len(letters))
        over = any(self.cells[row][place + n] != " " for n in range(len(letters)))
        if over or all((row, column) in self.crossed for column in sides):  # a letter between dots cannot be read
            for column in sides:
                self._clear(row, column)
        elif letters and letters[0][0] in _NUMBERS and self._looks_like_minus(row, place - 1):
            self._clear(row, place - 1)
        self._write(row, place, letters)

    def _looks_like_minus(self, row: int, column: int) -> bool:
        """Whether a line at a place would be read as the sign of a number on its right."""
        if column < 0 or (row, column) not in self.crossed:
            return False
        sign = self.cells[row][column]
        dots = ord(sign) - _BRAILLE if sign else 0
        return sign in _FLAT or (0 < dots < 256 and bool(dots & _LEFT_DOTS) and bool(dots & _RIGHT_DOTS))

    def _hidden(self, row: int, column: int, wide: int) -> float:
        """How much a text would hide: worst of marks and labels, else touching them, then of lines."""
        places = [(row, place) for place in range(column, column + wide)]
        hidden = sum(place in self._written for place in places)
        touched = sum(place in self._written for place in ((row, column - 1), (row, column + wide)))
        return _TEXT * hidden + _NEAR * touched + sum(place in self.crossed for place in places)

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
