"""Textbook order of terms and factors."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quizengine.maths.tree import Negative, Node

Place = tuple[bool, int, int, list[tuple[list[tuple[bool, int, str]], int]], str]


def term_place(degrees: Mapping[str, int], functions: int, constant: bool, text: str = "") -> Place:
    """Return a key that sorts the terms of a sum: constants last, high degree first, plain powers first, x before y.

    degrees: the exponent of each variable; functions: how many other factors hold a variable; text: the last resort.
    """
    names = sorted((natural(name), -degree) for name, degree in degrees.items())
    return (constant, -sum(degrees.values()), functions, names, text)


def without_sign_in_front(terms: list[Node]) -> list[Node]:
    """Two terms, the negative one last: 1 - x reads better than -x + 1; any others as they stand."""
    match terms:
        case [Negative() as first, second] if not isinstance(second, Negative):
            return [second, first]
    return terms


def natural(name: str) -> list[tuple[bool, int, str]]:
    """Return a key that sorts w_2 before w_10."""
    parts: list[str] = re.findall(r"\d+|\D+", name)
    return [(part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts]
