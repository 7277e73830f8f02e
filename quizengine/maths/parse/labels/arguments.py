"""What stands in the brackets of a label: the place of f_x(1, 2), the function of ∇(f).

A place is a list of numbers and names; f_x(-x, y) and f'(2x) are values of their own. A function in brackets is a
name, or a formula in variables: ∇(f) and d/dx (x²), but not ∇(-f).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from quizengine.maths.parse.lexer.words import canonical
from quizengine.maths.parse.notation import Notation

_BETWEEN = re.compile(r"[,;|](?![^()]*\))")
#: What a function stands after in brackets of its own: ∇, grad_x, D_u, ∂_x, d²/dx², but not ∂f/∂x.
_OPERATOR = re.compile(r"(?:∇²?|[Gg]rad(?:ient)?|[∂D])(?:_\w{1,4})?|[∂dδ]²?(?:/[∂dδ] ?\w+²?(?:[∂d]\w+)?)?|D|J")
_LETTER = r"[^\W\d_¹²³⁰-⁹¼-¾⅐-⅟]"
_NAME = re.compile(rf"(?:∇|grad ?)?{_LETTER}(?:{_LETTER}|[\d_])*['’′*⁺]?(?:\([^()+\-−·*/^²³]*\))?")
_NUMERIC = re.compile(
    r"[Pp]i|π|sqrt|exp|log|ln|sin|cos|tan|e(?![a-z])|\^\(?[Tᵀ]\)?|ᵀ"
)  # what is no variable of a place
_FUNCTION = re.compile(r"(?<![A-Za-z])[f-hFGHJLV](?![A-Za-z])")
_VALUE = re.compile(r"([+-]?)(\d*\.?\d*)(π?)(?:/(\d+))?(π?)")
_AT = re.compile(r"\|_?\{?\(?([^|{}()]*)\)?\}?$")
_CUSTOMARY = ("x", "y", "z")


def groups_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield the brackets of a label that are in no others: what stands before each, and in it."""
    depth = start = 0
    for at, sign in enumerate(text):
        if sign == "(":
            start = at + 1 if not depth else start
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
            if not depth:
                yield text[: start - 1].strip(), text[start:at].strip()


def are_sound(text: str) -> bool:
    """Return whether no bracket of a label computes with a variable, and there is one place at most."""
    places = [inside for before, inside in groups_of(text) if not _OPERATOR.fullmatch(before)]
    return len(places) < 2 and all(_is_placed(part) for inside in places for part in _BETWEEN.split(inside))


def derives_names(text: str, notation: Notation) -> bool:
    """Return whether an operator stands before a function or a formula in variables: ∇(f), d/dx (x²), but not ∇(-f)."""
    names = set(map(canonical, notation.variables))
    return all(
        _NAME.fullmatch(inside) is not None or names.issuperset(_FUNCTION.findall(inside))
        for before, inside in groups_of(text)
        if _OPERATOR.fullmatch(before)
    )


def place_of(text: str) -> tuple[str, ...]:
    """Return the numbers and names at which a label is taken; () where it does not say."""
    found: tuple[str, ...] = ()
    for before, inside in groups_of(text):
        if not _OPERATOR.fullmatch(before) and not before.endswith(("·", "⋅", "*", "_{", "|", "|_")):
            found = _coordinates(inside)
    at = _AT.search(text)
    return _coordinates(at[1]) if at is not None and at[1] else found


def fits_place(place: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Return whether a label is taken where it is asked: f'(3) is no f'(5), and f(y, x) is no f(x, y)."""
    letters = [part for part in place if part in _CUSTOMARY]
    if len(letters) == len(place) and letters != sorted(set(letters)):
        return False
    if len(place) != len(wanted):
        return True
    pairs = [(_value(mine), _value(theirs)) for mine, theirs in zip(place, wanted, strict=True)]
    return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)


def _coordinates(inside: str) -> tuple[str, ...]:
    inside = inside.strip("()[]⟨⟩<> ")
    return tuple(canonical(part.rpartition("=")[2].strip()) for part in _BETWEEN.split(inside))


def _value(part: str) -> tuple[Fraction, bool] | None:
    """A simple number, and whether it is a multiple of π; None for all else."""
    plain = part.replace("−", "-").replace("–", "-").replace("\\", "").lower().replace("pi", "π").replace(" ", "")
    found = _VALUE.fullmatch(plain)
    if found is None or not plain.strip("+-") or (found[3] and found[5]) or found[2] == ".":
        return None
    number = Fraction(found[2] or 1) / int(found[4] or 1) if found[4] != "0" else Fraction(0)
    return (-number if found[1] == "-" else number), bool(found[3] or found[5])


def _is_placed(argument: str) -> bool:
    """Whether an argument is a number, a name, or a name with its number: 3, x_0, x(t), x = 3, x → 3."""
    name, *values = re.split("[=→]", argument, maxsplit=1)
    is_name = _NAME.fullmatch(name.strip()) is not None
    if values:
        return is_name and _is_numeric(values[0])
    point = re.fullmatch(rf"{_LETTER}\((.*)\)", name.strip())  # P(1, -2)
    return is_name or _is_numeric(point[1] if point else name)


def _is_numeric(text: str) -> bool:
    return re.search(_LETTER, _NUMERIC.sub("", text.replace("\\", ""))) is None
