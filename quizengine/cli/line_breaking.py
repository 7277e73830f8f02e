"""An author's paragraphs in a window: words and formulas fill lines, a tall formula stands on its base line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from quizengine.maths.print import render
from quizengine.maths.print.character_boxes import Box, beside

if TYPE_CHECKING:
    from quizengine.maths.print import Layout, Prose

Word = tuple[Box, ...]  # what stands without a space between: a formula and the comma after it
Shape = Callable[["Layout", int], Box]  # a formula as a box, in two dimensions only where that takes few columns

SPACE = Box((" ",))
BREAKS = re.compile(r"([ \t\n]+)")
HELD = "\u00a0"  # a space at which no line is broken


def tall(layout: Layout, width: int) -> Box:
    """Return a formula as one line, or as a block of lines where one line would be hard to read and `width`
    allows it.
    """
    line = render(layout, "text")
    if "/(" in line or ")/" in line or "; " in line:
        from quizengine.maths.print.two_dimensional import block

        stacked = block(layout)
        if stacked.width <= width:
            return stacked
    return Box((line,))


def flat(layout: Layout, width: int) -> Box:
    """Return a formula as one line."""
    return Box((render(layout, "text"),))


def flat_ascii(layout: Layout, width: int) -> Box:
    """Return a formula as one line of ASCII."""
    return Box((render(layout, "ascii"),))


def broken_lines(prose: Prose, width: int, hanging: int = 0, shape: Shape = tall) -> Iterator[str]:
    """Yield the lines of `prose`, at most `width` columns; "" between two paragraphs.

    A formula that is wider is broken at its spaces. hanging: how far all lines of a paragraph but its first are
    moved in.
    """
    for number, paragraph in enumerate(_paragraphs(prose, lambda layout: shape(layout, width - hanging))):
        if number:
            yield ""
        first = True
        for row in _rows(paragraph, width, hanging):
            box = beside([box for word in row for box in (SPACE, *word)][1:])
            yield from ((" " * (0 if first else hanging) + line).replace(HELD, " ").rstrip() for line in box.lines)
            first = False


def _paragraphs(prose: Prose, shape: Callable[[Layout], Box]) -> list[list[Word]]:
    paragraphs: list[list[Word]] = [[]]
    word: list[Box] = []
    for piece in prose:
        for part in BREAKS.split(piece) if isinstance(piece, str) else (piece,):
            if not isinstance(part, str):
                word.append(shape(part))
            elif part.strip():
                word.append(Box((part,)))
            elif part:
                paragraphs[-1] += [tuple(word)] if word else []
                word = []
                if part.count("\n") > 1 and paragraphs[-1]:
                    paragraphs.append([])
    paragraphs[-1] += [tuple(word)] if word else []
    return [paragraph for paragraph in paragraphs if paragraph]


def _rows(words: list[Word], width: int, hanging: int) -> Iterator[list[Word]]:
    row: list[Word] = []
    used, room = 0, width
    for word in chain.from_iterable(_broken(word, width - hanging) for word in words):
        needed = sum(box.width for box in word)
        if row and used + 1 + needed > room:
            yield row
            row, used, room = [], 0, width - hanging
        used += needed + (1 if row else 0)
        row.append(word)
    if row:
        yield row


def _broken(word: Word, width: int) -> list[Word]:
    """The word itself, or where it is wider than a line and has spaces, what stands between these."""
    if sum(box.width for box in word) <= width or any(len(box.lines) > 1 for box in word):
        return [word]
    return [(Box((piece,)),) for piece in "".join(box.lines[0] for box in word).split(" ")]
