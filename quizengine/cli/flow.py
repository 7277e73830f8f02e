"""An author's paragraphs on a live screen: words and formulas fill lines, a tall formula on its base line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.maths.show import render
from quizengine.maths.show.boxes import Box, beside

if TYPE_CHECKING:
    from quizengine.maths.show import Layout, Prose

Word = tuple[Box, ...]  # what stands without a space between: a formula and the comma after it

SPACE = Box((" ",))
BREAKS = re.compile(r"(\s+)")


def flowed(prose: Prose, width: int, hanging: int = 0) -> Iterator[str]:
    """The lines of `prose`, at most `width` columns where that can be had; "" between two paragraphs.

    hanging: how far all lines of a paragraph but its first are moved in.
    """
    for number, paragraph in enumerate(_paragraphs(prose)):
        if number:
            yield ""
        first = True
        for row in _rows(paragraph, width, hanging):
            box = beside([box for word in row for box in (SPACE, *word)][1:])
            yield from ((" " * (0 if first else hanging) + line).rstrip() for line in box.lines)
            first = False


def _paragraphs(prose: Prose) -> list[list[Word]]:
    paragraphs: list[list[Word]] = [[]]
    word: list[Box] = []
    for piece in prose:
        for part in BREAKS.split(piece) if isinstance(piece, str) else (piece,):
            if not isinstance(part, str):
                word += _formula(part)
            elif part.strip():
                word.append(Box((part,)))
            elif part:
                paragraphs[-1] += [tuple(word)] if word else []
                word = []
                if part.count("\n") > 1 and paragraphs[-1]:
                    paragraphs.append([])
    paragraphs[-1] += [tuple(word)] if word else []
    return [paragraph for paragraph in paragraphs if paragraph]


def _formula(layout: Layout) -> list[Box]:
    """A formula as one line, or as a block of lines where one line would be hard to read."""
    line = render(layout, "text")
    if "/(" in line or ")/" in line or "; " in line:
        from quizengine.maths.show.stacked import block

        return [block(layout)]
    return [Box((line,))]


def _rows(words: list[Word], width: int, hanging: int) -> Iterator[list[Word]]:
    row: list[Word] = []
    used, room = 0, width
    for word in words:
        needed = sum(box.width for box in word)
        if row and used + 1 + needed > room:
            yield row
            row, used, room = [], 0, width - hanging
        used += needed + (1 if row else 0)
        row.append(word)
    if row:
        yield row
