"""Two values in one text: ±3, (±1, ∓1), +-3 and |x| = 3, where several are asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from quizengine.maths.tree import MAX_LENGTH

#: The two signs, in Unicode, LaTeX and as +/-; +- and -+ only where an item begins, since 1 + -6 is a sum.
_BOTH = re.compile(
    r"(?P<before>)(?P<both>±|∓|\\(?:pm|mp)(?![A-Za-z])|\+ ?/ ?[-−–])"
    r"|(?P<start>(?:^|[=,;({\[<⟨]|\b(?:and|or)\b)\s*)(?P<typed>\+ ?[-−–]|[-−–] ?\+)"
)
_LOWER_FIRST = ("∓", "\\mp", "-", "−", "–")  # how a sign begins that is minus first
_ABSOLUTE = re.compile(r"\s*(?:\|\s*([^\W\d]\w*)\s*\||\\?abs\s*\(\s*([^\W\d]\w*)\s*\))\s*=(?!=)")


def upper_and_lower(text: str, between: re.Pattern[str]) -> tuple[str, str] | None:
    """Return `text` with the upper signs, and with the lower ones; None where it has none, or where they are not as
    one.

    between: what ends an item. Two signs of an item go together where one is ∓: (±1, ∓1) is two points, while
    (±1, ±1) may be two or four. All offsets stay.
    """
    if len(text) > MAX_LENGTH or _BOTH.search(text) is None:
        return None
    if not all(_go_together(list(_signs(item))) for item in between.split(text)):
        return None
    return _BOTH.sub(partial(_one, 0), text), _BOTH.sub(partial(_one, 1), text)


def after_absolute(text: str, names: tuple[str, ...]) -> str | None:
    """Return what stands right of |x| =, at its place, where x is one of `names`, or any name if there are none."""
    found = _ABSOLUTE.match(text)
    if found is None or (names and (found[1] or found[2]) not in names):
        return None
    return " " * found.end() + text[found.end() :]


def _signs(item: str) -> Iterator[bool]:
    """Of each double sign whether minus comes first."""
    for found in _BOTH.finditer(item):
        yield (found["both"] or found["typed"]).startswith(_LOWER_FIRST)


def _go_together(signs: list[bool]) -> bool:
    return len(signs) < 2 or len(set(signs)) == 2


def _one(place: int, found: re.Match[str]) -> str:
    """The upper (place 0) or lower (1) sign of a double one, with what stands before it."""
    typed = found["both"] or found["typed"]
    sign = "+-"[place ^ typed.startswith(_LOWER_FIRST)]
    return (found["start"] or "") + sign.ljust(len(typed))
