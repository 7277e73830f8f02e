"""An author's paragraphs in a window: words and formulas fill lines, a tall formula stands on its base line.

What has lines of its own, a figure or a formula on a line of its own, stands between two paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from quizengine.maths.print import render
from quizengine.maths.print.character_boxes import Box, beside
from quizengine.maths.print.display import INDENT, Display

if TYPE_CHECKING:
    from quizengine.maths.print import Layout

    Pieces = tuple[str | Layout | Display | Box, ...]  # prose whose figures are blocks of lines
    Paragraph = tuple[str | None, list["Word"]]  # None for words; how far lines of their own are moved in

Word = tuple[Box, ...]  # what stands without a space between: a formula and the comma after it
Shape = Callable[
    ["Layout | Display", int], Box
]  # a formula as a box, in two dimensions only where that takes few columns

SPACE = Box((" ",))
BREAKS = re.compile(r"([ \t\n]+)")
HELD = "\u00a0"  # a space at which no line is broken


def tall(layout: Layout | Display, width: int) -> Box:
    """Return a formula as one line, or as a block of lines where one line would be hard to read, or it has its own, and
    `width` allows it.
    """
    line = render(layout, "text")
    if isinstance(layout, Display) or "/(" in line or ")/" in line or "; " in line:
        from quizengine.maths.print.two_dimensional import block

        stacked = block(layout.whole() if isinstance(layout, Display) else layout)
        if stacked.width <= width:
            return stacked
    return Box((line,))


def flat(layout: Layout | Display, width: int) -> Box:
    """Return a formula as one line."""
    return Box((render(layout, "text"),))


def flat_ascii(layout: Layout | Display, width: int) -> Box:
    """Return a formula as one line of ASCII."""
    return Box((render(layout, "ascii"),))


def broken_lines(prose: Pieces, width: int, hanging: int = 0, shape: Shape = tall) -> Iterator[str]:
    """Yield the lines of `prose`, at most `width` columns; "" between two paragraphs, and around a block of lines and a
    formula that has a line of its own, which is moved in.

    A formula that is wider is broken at its spaces; a block is at most `width` less `hanging` columns wide. hanging:
    how far all lines of a paragraph but its first are moved in.
    """
    after_own_line = False
    paragraphs = _paragraphs(
        prose, lambda piece: shape(piece, width - hanging - len(INDENT) * isinstance(piece, Display))
    )
    for number, (own_line, paragraph) in enumerate(paragraphs):
        if number:
            yield ""
        inset = " " * hanging + (own_line or "")
        first = own_line is None and not after_own_line
        for row in _rows(paragraph, width if first else width - len(inset), hanging if first else 0):
            box = beside([box for word in row for box in (SPACE, *word)][1:])
            yield from (("" if first else inset) + line for line in _lines(box))
            first = False
        after_own_line = own_line is not None


def _lines(box: Box) -> list[str]:
    return [line.replace(HELD, " ").rstrip() for line in box.lines]


def _paragraphs(prose: Pieces, shape: Callable[[Layout | Display], Box]) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    words: list[Word] = []
    word: list[Box] = []

    def end_word() -> None:
        if word:
            words.append(tuple(word))
            word.clear()

    def end_paragraph() -> None:
        end_word()
        if words:
            paragraphs.append((None, words.copy()))
            words.clear()

    for piece in prose:
        if isinstance(piece, Display | Box):
            end_paragraph()
            inset, box = ("", piece) if isinstance(piece, Box) else (INDENT, shape(piece))
            paragraphs.append((inset, [(box,)]))
            continue
        for part in BREAKS.split(piece) if isinstance(piece, str) else (piece,):
            if not isinstance(part, str):
                word.append(shape(part))
            elif part.strip():
                word.append(Box((part,)))
            elif part:
                end_word()
                if part.count("\n") > 1:
                    end_paragraph()
    end_paragraph()
    return paragraphs


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
