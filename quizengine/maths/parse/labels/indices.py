"""What an index names: the letters that functions are derived by, and two of them together."""

from __future__ import annotations

from quizengine.maths.parse.lexer.words import canonical
from quizengine.maths.parse.notation import Notation


def letters_of(notation: Notation) -> dict[str, int]:
    """Return what functions are derived by, as far as it is known, in order."""
    names = notation.variables or ("x", "y", "z")
    return {canonical(name): place for place, name in enumerate(names)}


def pair_of(index: str, letters: dict[str, int]) -> tuple[int, int]:
    """Return the two places of the index `xy`, `12`, `x1x2` or `w_1w_2`."""
    if len(index) == 2 and index.isascii() and index.isdigit():
        return int(index[0]) - 1, int(index[1]) - 1
    for cut in range(1, len(index)):
        pair = letters.get(canonical(index[:cut]), -1), letters.get(canonical(index[cut:].lstrip("_")), -1)
        if min(pair) >= 0:
            return pair
    return -1, -1
