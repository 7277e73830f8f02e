"""A drawing as lines of characters: braille patterns, 2 by 4 dots a place, or plain ASCII."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from quizengine.figures.drawing import Anchor, Area, Drawing, Point, Stroke

COLUMNS = 2  # of an em; a row is one em high
DOTS = 4  # of an em, both ways
HEAD, OPEN = 0.75, math.radians(35)  # the length of an arrow's head in ems, and how far it opens
Grid = list[list[str]]

_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))  # of a braille pattern, row by row
_PERIODS = {"solid": (1, 0), "dashed": (4, 3), "dotted": (1, 2), "dash-dotted": (6, 5)}  # dots drawn and left out
_MARKS = {"dot": "●", "ring": "○", "square": "■", "cross": "×"}
_ASCII_MARKS = {"dot": "*", "ring": "o", "square": "#", "cross": "x"}
_INKS = " .:-=+*#%@"  # from no ink to all
_SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}


def braille(drawing: Drawing) -> list[str]:
    """Return the lines of a drawing in braille characters, labels and marks as they are."""
    columns, rows = math.ceil(drawing.width * COLUMNS), math.ceil(drawing.height)
    dots = [[0] * columns for _ in range(rows)]
    for x, y in _all_dots(drawing):
        if 0 <= x < 2 * columns and 0 <= y < DOTS * rows:
            dots[y // DOTS][x // 2] |= _BITS[y % DOTS][x % 2]
    grid = [[chr(0x2800 + pattern) if pattern else " " for pattern in row] for row in dots]
    return _with_texts(grid, drawing, _MARKS)


def ascii_art(drawing: Drawing) -> list[str]:
    """Return the lines of a drawing in ASCII characters alone, where its texts are."""
    columns, rows = math.ceil(drawing.width * COLUMNS), math.ceil(drawing.height)
    grid = [[" "] * columns for _ in range(rows)]
    for area in drawing.areas:
        for x, y in _cells_of_area(area):
            if 0 <= x < columns and 0 <= y < rows:
                grid[y][x] = _INKS[round(area.shade * (len(_INKS) - 1))]
    for stroke in drawing.strokes:
        for (x, y), sign in _signs(stroke):
            if 0 <= x < columns and 0 <= y < rows:
                grid[y][x] = sign
    return _with_texts(grid, drawing, _ASCII_MARKS)


def _all_dots(drawing: Drawing) -> Iterator[tuple[int, int]]:
    for area in drawing.areas:
        yield from _dots_of_area(area)
    for stroke in drawing.strokes:
        yield from _dots(stroke)
        for side in _head(stroke):
            yield from _dots(side)


def _dots(stroke: Stroke) -> Iterator[tuple[int, int]]:
    on, off = _PERIODS[stroke.dash]
    walked = 0.0
    for start, end in pairwise(stroke.points):
        long = math.dist(start, end) * DOTS
        steps = max(1, math.ceil(long * 1.5))
        for n in range(steps):
            if (walked + long * n / steps) % (on + off) < on:
                yield _dot(start, end, n / steps)
        walked += long
    yield _dot(stroke.points[-1], stroke.points[-1], 0)


def _dot(start: Point, end: Point, share: float) -> tuple[int, int]:
    (x, y), (u, v) = start, end
    return math.floor((x + (u - x) * share) * DOTS), math.floor((y + (v - y) * share) * DOTS)


def _dots_of_area(area: Area) -> Iterator[tuple[int, int]]:
    """Every so many dots of the rectangle around the area, by its shade."""
    xs, ys = zip(*area.points, strict=True)
    for y in range(math.ceil(min(ys) * DOTS), math.floor(max(ys) * DOTS)):
        for x in range(math.ceil(min(xs) * DOTS), math.floor(max(xs) * DOTS)):
            if (x * 7 + y * 13) % 16 < area.shade * 16:
                yield x, y


def _cells_of_area(area: Area) -> Iterator[tuple[int, int]]:
    """The characters whose middles lie in the rectangle around the area."""
    xs, ys = zip(*area.points, strict=True)
    for y in range(math.ceil(min(ys) - 0.5), math.ceil(max(ys) - 0.5)):
        for x in range(math.ceil(min(xs) * COLUMNS - 0.5), math.ceil(max(xs) * COLUMNS - 0.5)):
            yield x, y


def _head(stroke: Stroke) -> Iterator[Stroke]:
    """The two sides of the head of an arrow."""
    start = next((point for point in reversed(stroke.points) if point != stroke.points[-1]), None)
    if stroke.arrow and start is not None:
        (x, y), (u, v) = start, stroke.points[-1]
        back = math.atan2(y - v, x - u)
        for turn in (back - OPEN, back + OPEN):
            yield Stroke(((u + HEAD * math.cos(turn), v + HEAD * math.sin(turn)), (u, v)))


def _signs(stroke: Stroke) -> Iterator[tuple[tuple[int, int], str]]:
    for (x, y), (u, v) in pairwise(stroke.points):
        seen = math.atan2((y - v) * COLUMNS, (u - x) * COLUMNS) % math.pi
        sign = "-/|\\-"[round(seen / (math.pi / 4))]
        steps = max(1, math.ceil(max(abs(u - x) * COLUMNS, abs(v - y)) * 2))
        for n in range(steps + 1):
            yield (math.floor((x + (u - x) * n / steps) * COLUMNS), math.floor(y + (v - y) * n / steps)), sign
    if stroke.arrow:
        x, y = stroke.points[-1]
        yield (math.floor(x * COLUMNS), math.floor(y)), _end_sign(stroke)


def _end_sign(stroke: Stroke) -> str:
    """The sign of the end of an arrow, by where it points."""
    (x, y), (u, v) = stroke.points[-2:]
    return ">v<^"[round(math.atan2(v - y, u - x) / (math.pi / 2)) % 4]


def _with_texts(grid: Grid, drawing: Drawing, marks: dict[str, str]) -> list[str]:
    for mark in drawing.marks:
        _write(grid, mark.at, marks[mark.shape], "middle")
    for label in drawing.labels:
        _write(grid, label.at, label.text, label.anchor)
    return ["".join(row).rstrip() for row in grid]


def _write(grid: Grid, at: Point, text: str, anchor: Anchor) -> None:
    row, column = math.floor(at[1]), math.floor(at[0] * COLUMNS - len(text) * _SHARES[anchor] + 0.25)
    for place, letter in enumerate(text, column):
        if 0 <= row < len(grid) and 0 <= place < len(grid[row]):
            grid[row][place] = letter
