"""What a word may mean as a unit: as it is written, and without regard to case where nothing is lost by that.

meanings("kW")      as written: kW;          without regard to case: nothing more, since it can be read as written
meanings("KM")      as written: nothing;     without regard to case: km
meanings("mw")      nothing at all: mW and MW are two powers
meanings("degrees") an angle, or of Celsius, or of Fahrenheit
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from quizengine.answers.units.table import NAMES, SYMBOLS
from quizengine.answers.units.unit import Unit, unit_of

_SEVERAL: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("deg", "degs", "degree", "degrees", "°"), ("°", "°C", "°F")),
    **dict.fromkeys(("pound", "pounds"), ("£", "lb")),
}
SCALES: Mapping[str, str] = {
    **dict.fromkeys(("c", "celsius", "centigrade"), "°C"),
    **dict.fromkeys(("f", "fahrenheit"), "°F"),
    **dict.fromkeys(("k", "kelvin"), "K"),  # °K is written, too
}
_PLURAL = 4  # letters of a word of an author's own, from which an s at its end may be that of a plural


@dataclass(frozen=True, slots=True)
class Meanings:
    """What a word can be: as written, and without regard to case."""

    written: tuple[Unit, ...]
    folded: tuple[Unit, ...]


@lru_cache(maxsize=512)
def meanings(word: str, own: frozenset[str] = frozenset()) -> Meanings:
    """Return what `word` can be; own: the words of the author's own that are units here, as `own_word` gives them."""
    small = word.lower()
    if small in _SEVERAL:
        several = tuple(SYMBOLS[symbol] for symbol in _SEVERAL[small])
        return Meanings(several, several)
    if own_word(word) in own:
        unit = own_unit(word)
        return Meanings((unit,), (unit,))
    written = SYMBOLS.get(word) or NAMES.get(small)
    found = (written,) if written else ()
    return Meanings(found, tuple(dict.fromkeys((*found, *_without_case().get(small, ())))))


def is_symbol(word: str) -> bool:
    """Return whether `word` is a symbol, such as kW, and not a name, such as kilowatts."""
    return word in SYMBOLS and word.lower() not in NAMES


def own_word(word: str) -> str:
    """Return a word of an author's own as it is compared: small letters, without the s of a plural."""
    small = word.lower()
    return small[:-1] if len(small) >= _PLURAL and small.endswith("s") and not small.endswith("ss") else small


def own_unit(word: str) -> Unit:
    """Return the unit that a word of an author's own is."""
    return unit_of(Fraction(1), {own_word(word): 1})


@cache
def _without_case() -> Mapping[str, tuple[Unit, ...]]:
    """The units by their symbols in small letters; without those that only case tells apart, as mW and MW."""
    found: dict[str, dict[Unit, None]] = {}
    for symbol, unit in SYMBOLS.items():
        found.setdefault(symbol.lower(), {})[unit] = None
    return {small: _told_apart(tuple(units)) for small, units in found.items()}


def _told_apart(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    powers = [unit.powers for unit in units]
    return tuple(unit for unit in units if powers.count(unit.powers) == 1)
