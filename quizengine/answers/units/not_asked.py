"""The cure for a unit that is typed where none is asked: what there is to read without it."""

from __future__ import annotations

from collections.abc import Callable

from quizengine.answers.units.spans import typed_units, without
from quizengine.errors import Unreadable

UNIT_NOT_ASKED = "unit-not-asked"
_ANGLES = ("°", "deg", "degree", "degrees")  # of which the reader itself says that angles are in radians


def unit_not_asked(text: str, names: tuple[str, ...], read: Callable[[str], object]) -> Unreadable | None:
    """Return the fault of a unit in `text`, None where that is not what is wrong.

    names: the variables of the answer; a single letter beside them is rather one that is misspelt. read: reads a text
    or raises Unreadable.
    """
    found = [places[0] for places in typed_units(text)]
    if (
        not found
        or found[0].shown in _ANGLES
        or any(place.money is None and [*place.found.strange()] for place in found)
    ):
        return None
    letter = found[0].shown.removeprefix("1/")
    alone = len(letter) == 1 and letter.isalpha()
    if names and alone:
        return None
    try:
        read(without(text, found))
    except Unreadable:
        return None
    unit, first = found[0].shown[:40], found[0]
    start, length = (first.money.start, 1) if first.money else (first.start, first.end - first.start)
    told = f"no unit is asked here: leave out '{unit}'"
    if alone:
        told = f"only numbers are asked here: leave out '{letter}' if it is a unit, or put in a value for it"
    return Unreadable(UNIT_NOT_ASKED, start, told, max(1, length))
