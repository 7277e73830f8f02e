"""An author's paragraphs for a terminal: on a live screen, a tall formula stands by itself in two dimensions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizengine.cli.terminal import Terminal

if TYPE_CHECKING:
    from quizengine.maths.show import Layout, Prose

INDENT = "    "


def paragraphs(prose: Prose, terminal: Terminal) -> Iterator[str]:
    """The paragraphs of `prose`, "" between two of them; a tall formula comes as a block of lines of its own."""
    from quizengine.maths.show import render, show_prose

    if not terminal.live or not terminal.unicode:
        yield show_prose(prose, terminal.format).strip()
        return
    words = ""
    for piece in prose:
        block = None if isinstance(piece, str) else _tall(piece, terminal)
        if block is None:
            words += piece if isinstance(piece, str) else render(piece, "text")
        else:
            yield from _closed(words)
            yield block
            words = ""
    yield from _closed(words)


def _closed(words: str) -> Iterator[str]:
    """Words up to a tall formula or the end; a full stop that followed a tall formula is left out."""
    for number, paragraph in enumerate(words.strip().lstrip(".,;").strip().split("\n\n")):
        if paragraph:
            if number:
                yield ""
            yield " ".join(paragraph.split())


def _tall(layout: Layout, terminal: Terminal) -> str | None:
    """The formula in two dimensions, when its one line would be hard to read and the block fits the screen."""
    from quizengine.maths.show import render, tall

    line = render(layout, "text")
    if "/(" not in line and ")/" not in line and "; " not in line:
        return None
    block = tall(layout)
    wide = max(map(len, block), default=0) + len(INDENT) + 2
    if len(block) < 2 or terminal.width is None or wide > terminal.width:
        return None
    return "\n".join(INDENT + row for row in block)
