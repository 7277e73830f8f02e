"""A formula on a line of its own among the words of an author: `$$…$$`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizengine.maths.print.picture import Picture

if TYPE_CHECKING:
    from quizengine.maths.print.layout import Layout

INDENT = "    "  # of such a formula, where text is plain
SIGNS = ".,;:!?"  # what closes the sentence or a part of it, and belongs into the formula's own line


@dataclass(frozen=True, slots=True)
class Display:
    """`inside` on a line of its own, with the full stop, or the like, that follows it. It stands among words, never
    inside another formula.
    """

    inside: Layout
    signs: str = ""

    def whole(self) -> Layout:
        """Return the formula with its signs."""
        from quizengine.maths.print.layout import Row, parts_of, words

        return Row((*parts_of(self.inside), words(self.signs))) if self.signs else self.inside


def on_own_lines(pieces: list[str | Layout | Display | Picture]) -> tuple[str | Layout | Display | Picture, ...]:
    """Return words, formulas and figures with no blanks around what has lines of its own, and with the signs that
    follow a formula taken into its line.
    """
    found = list(pieces)
    for place, piece in enumerate(found):
        if not isinstance(piece, Display | Picture):
            continue
        if place and isinstance(before := found[place - 1], str):
            found[place - 1] = before.rstrip()
        if place + 1 < len(found) and isinstance(after := found[place + 1], str):
            if isinstance(piece, Picture):
                found[place + 1] = after.lstrip()
                continue
            signs = after[: len(after) - len(after.lstrip(SIGNS))]
            found[place], found[place + 1] = replace(piece, signs=signs), after.removeprefix(signs).lstrip()
    return tuple(piece for piece in found if piece != "")


def inline_only(pieces: tuple[str | Layout | Display | Picture, ...]) -> tuple[str | Layout, ...]:
    """Return the same words and formulas, all in one line, as in the cell of a table; a figure in words."""
    found: list[str | Layout] = []
    for piece in pieces:
        if isinstance(piece, Picture):
            found += [" ", *piece.description(), " "]
        else:
            found += [" ", piece.inside, " "] if isinstance(piece, Display) else [piece]
    return tuple(found)
