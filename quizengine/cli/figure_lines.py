"""Figures in a window: as lines of characters where there is room for them, else in words.

All that is shown of a figure comes through here; it is not imported before there is one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from quizengine.figures.characters import COLUMNS, ascii_art, braille
from quizengine.figures.figure import Figure
from quizengine.maths.print.character_boxes import Box, left
from quizengine.maths.print.picture import Picture

if TYPE_CHECKING:
    from quizengine.cli.line_breaking import Pieces
    from quizengine.cli.terminal import Terminal
    from quizengine.figures.drawing import Drawing
    from quizengine.maths.print import Layout, Prose
    from quizengine.maths.print.display import Display

WIDEST, NARROWEST = 36.0, 14.0  # ems of a figure: more says no more, and less cannot be read
USUAL_ROWS = 24  # of a window that tells no size
AROUND = 7  # rows of a window for the title, a prompt of two lines and the line in which the answer is typed
TWO_BESIDE = 80  # columns from which on two options stand beside each other
MARGIN, GAP = 2, 2  # columns before options and between two


def in_window(prose: Prose, terminal: Terminal, room: int) -> Pieces:
    """Return `prose` with its figures as blocks of lines, at most `room` columns wide, or as paragraphs of words."""
    found: list[str | Layout | Display | Box] = []
    for number, piece in enumerate(prose):
        if not isinstance(piece, Picture):
            found.append(piece)
            continue
        lines = lines_of([piece], terminal, room)
        if lines:
            found.append(_block(lines[0]))
            continue
        # a name of ours, as a), ends with a blank, and a figure goes on in its line; the author's words never do
        named = number > 0 and isinstance(before := prose[number - 1], str) and before.endswith(" ")
        found += ["" if named else "\n\n", "" if named else "Figure: ", *piece.description(), "\n\n"]
    return tuple(found)


def lines_of(figures: Sequence[Picture], terminal: Terminal, room: int) -> list[list[str]]:
    """Return each figure as lines of at most `room` columns, all in one scale; [] where they are to be told in words:
    who reads them asked for that, or there is no room.
    """
    widest = min(WIDEST, room / COLUMNS)
    drawn = [figure for figure in figures if isinstance(figure, Figure)]
    if not terminal.pictures or widest < NARROWEST or len(drawn) < len(figures):
        return []
    rows = max((terminal.height or USUAL_ROWS) - AROUND, 1)
    width = min(_width(figure, widest, rows) for figure in drawn)
    found = [_painted(figure.drawn(width), terminal) for figure in drawn]
    return found if all(lines and _block(lines).width <= room for lines in found) else []


def option_lines(names: Iterable[str], entries: Sequence[Prose], terminal: Terminal) -> Iterator[str]:
    """Yield the lines of options that are figures alone, each with its name beside it, and two beside each other where
    the window is wide enough; none for other options, and where figures are to be told in words.
    """
    if not all(len(entry) == 1 and isinstance(entry[0], Picture) for entry in entries):
        return
    width = terminal.width or TWO_BESIDE
    beside = 2 if width >= TWO_BESIDE else 1
    before = [f"{name}) " for name in names][: len(entries)]
    deep = max(map(len, before))
    room = (width - MARGIN - GAP * (beside - 1)) // beside - deep
    drawn = lines_of([piece for entry in entries for piece in entry if isinstance(piece, Picture)], terminal, room)
    blocks = [
        [(name if not number else "").ljust(deep) + line for number, line in enumerate(lines)]
        for name, lines in zip(before, drawn, strict=False)
    ]
    for first in range(0, len(blocks), beside):
        if first:
            yield ""
        for lines in zip_longest(*blocks[first : first + beside], fillvalue=""):
            padded = (left(line, deep + room + GAP) for line in lines)
            yield (" " * MARGIN + "".join(padded)).rstrip()


def _width(figure: Figure, widest: float, rows: int) -> float:
    """The width at which a figure is at most about `rows` high, or as narrow as can be read."""
    width = widest
    for _ in range(4):  # axes have their height at every width, so that each time it is a little too high again
        high = math.ceil(figure.drawn(width).height)
        if high <= rows or width <= NARROWEST:
            break
        width = max(NARROWEST, math.floor(2 * width * rows / high) / 2)
    return width


def _painted(drawing: Drawing, terminal: Terminal) -> list[str]:
    labels = tuple(replace(label, text=terminal.fit(label.text).replace("\n", " ")) for label in drawing.labels)
    lines = (braille if terminal.unicode else ascii_art)(replace(drawing, labels=labels))
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return lines


def _block(lines: Sequence[str]) -> Box:
    from quizengine.display_width import display_width

    width = max(map(display_width, lines))
    return Box(tuple(left(line, width) for line in lines))
