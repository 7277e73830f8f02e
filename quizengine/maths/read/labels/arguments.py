"""What stands in the brackets of a label: the place of f_x(1, 2), the function of ∇(f).

A place is a list of names and numbers; f_x(-x, y) and f'(2x) are values of their own. A function in brackets is a
name, or a formula in variables: ∇(f) and d/dx (x²), but not ∇(-f).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizengine.maths.read.notation import Notation
from quizengine.maths.read.words import canonical

_BETWEEN = re.compile(r"[,;|](?![^()]*\))")
#: What a function stands after in brackets of its own: ∇, grad_x, D_u, ∂_x, d²/dx², but not ∂f/∂x.
_OPERATOR = re.compile(r"(?:∇²?|[Gg]rad(?:ient)?|[∂D])(?:_\w{1,4})?|[∂dδ]²?(?:/[∂dδ] ?\w+²?(?:[∂d]\w+)?)?|D")
_NAME = re.compile(r"[^\W\d]\w*(?:_\w+)?['’′*⁺]?(?:\([^()+\-−·*/^]*\))?")
_NUMBER = re.compile(r"[+\-−]?(?:[\d.,/·*^√()²³]|pi|π|e|sqrt|ln)+")
_FUNCTION = re.compile(r"(?<![A-Za-z])[f-hFGHJLV](?![A-Za-z])")


def groups_of(text: str) -> Iterator[tuple[str, str]]:
    """The brackets of a label that are in no others: what stands before each, and in it."""
    depth = start = 0
    for at, sign in enumerate(text):
        if sign == "(":
            start = at + 1 if not depth else start
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
            if not depth:
                yield text[: start - 1], text[start:at]


def are_sound(text: str) -> bool:
    """Whether all brackets of a label hold what they should: a place once, or the function that is derived."""
    places = 0
    for before, inside in groups_of(text):
        if _OPERATOR.fullmatch(before.strip()) is not None:
            if _FUNCTION.search(inside) and _NAME.fullmatch(inside) is None:
                return False
        elif not all(map(_is_placed, _BETWEEN.split(inside))):
            return False
        else:
            places += 1
    return places < 2


def place_of(text: str) -> tuple[str, ...]:
    """The last list of names and numbers in brackets; () where there is none."""
    found: tuple[str, ...] = ()
    for before, inside in groups_of(text):
        if _OPERATOR.fullmatch(before.strip()) is None:
            found = tuple(canonical(part.strip().replace("−", "-")) for part in _BETWEEN.split(inside))
    return found


def fits_place(text: str, asked: str, notation: Notation) -> bool:
    """Whether a label is taken where `asked` is: f'(3) is no f'(5), and f(y, x) is no f(x, y)."""
    place, wanted = place_of(text), place_of(asked)
    if place and wanted and len(place) == len(wanted) and place != wanted:
        return not all(_NUMBER.fullmatch(part) for part in (*place, *wanted))
    order = tuple(map(canonical, notation.variables))
    return set(place) != set(order) or place == order


def _is_placed(argument: str) -> bool:
    """Whether an argument is a number, a name, or a name with its number: 3, x_0, x(t), x = 3."""
    name, equals, value = argument.strip().partition("=")
    number = value if equals else name
    if _NUMBER.fullmatch(number) is not None and (not equals or _NAME.fullmatch(name.strip())):
        return True
    return not equals and _NAME.fullmatch(name) is not None
