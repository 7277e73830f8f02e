"""The sides of a formula and the signs between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizengine.maths.print import Display, render
from quizengine.maths.print.picture import Picture

if TYPE_CHECKING:
    from quizengine.maths.print import Layout, Prose

_TOKEN = re.compile(r"\\left[(\[{|.]|\\right[)\]}|.]|\\begin\{\w+\}|\\end\{\w+\}|\\[A-Za-z]+|\\.|.", re.DOTALL)
_OPENING, _CLOSING = ("{", "(", "[", "\\{"), ("}", ")", "]", "\\}")
_BEGINS, _ENDS = re.compile(r"\\left(?!arrow)|\\begin\{"), re.compile(r"\\right(?!arrow)|\\end\{")
EQUAL, NEAR = "=", "\\approx"
_OTHER_SIGNS = ("<", ">", "\\le", "\\leq", "\\ge", "\\geq", "\\ne", "\\neq", "\\to", "\\rightarrow", "\\in", "\\propto")
_SPACES = re.compile(r"(?<!\\)\\[,;:! ]|\\q?quad(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Chain:
    """A formula as `sides`, in LaTeX, with `signs` between them: EQUAL, NEAR, or any other."""

    sides: tuple[str, ...]
    signs: tuple[str, ...]


def chains(text: Prose) -> Iterator[Chain]:
    """Yield the formulas of a text that have a sign in them, one for each list item such as "m = 2, n = 3"."""
    for piece in text:
        if not isinstance(piece, str | Picture):
            for written in _items(_latex(piece)):
                chain = _cut(written)
                if chain.signs:
                    yield chain


def formulas(text: Prose) -> Iterator[str]:
    """Yield all formulas of a text in LaTeX."""
    for piece in text:
        if not isinstance(piece, str | Picture):
            yield _latex(piece)


def sides(text: Prose) -> Iterator[str]:
    """Yield the sides of all formulas of a text, and the formulas themselves, each once."""
    both = (*(side for chain in chains(text) for side in chain.sides), *formulas(text))
    yield from dict.fromkeys(both)


def _latex(piece: Layout | Display) -> str:
    inside = piece.inside if isinstance(piece, Display) else piece
    return _SPACES.sub(" ", render(inside, "latex"))


def _items(written: str) -> Iterator[str]:
    """The formulas of a list of equations; (1, 2) and f(x, y) hold commas that part nothing."""
    parts = _parted(written, (",", ";"))
    if len(parts) > 1 and all("=" in part or "approx" in part for part, _ in parts):
        yield from (part for part, _ in parts)
    else:
        yield written


def _cut(written: str) -> Chain:
    parts = _parted(written, (EQUAL, NEAR, *_OTHER_SIGNS))
    return Chain(tuple(part for part, _ in parts), tuple(sign for _, sign in parts[:-1]))


def _parted(written: str, signs: tuple[str, ...]) -> list[tuple[str, str]]:
    """The pieces between `signs` that stand in no brackets, each with the sign behind it, "" behind the last."""
    found: list[tuple[str, str]] = []
    piece, depth = "", 0
    for written_sign in _TOKEN.findall(written):
        depth += _deeper(written_sign)
        if depth == 0 and written_sign in signs:
            found.append((piece.strip(), written_sign))
            piece = ""
        else:
            piece += written_sign
    return [*found, (piece.strip(), "")]


def _deeper(sign: str) -> int:
    """By how much brackets are deeper behind a sign."""
    if sign in _OPENING or _BEGINS.match(sign):
        return 1
    return -1 if sign in _CLOSING or _ENDS.match(sign) else 0
