"""The unit that an item asks for, and the others that it allows, each with what the number is multiplied by in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from quizengine.answers.comparison.values_at_points import value_at
from quizengine.answers.units.grammar import unit_at
from quizengine.answers.units.table import NAMES, SYMBOLS
from quizengine.answers.units.terms import Found
from quizengine.answers.units.tokens import tokens_of
from quizengine.answers.units.unit import Unit
from quizengine.answers.units.words import own_word
from quizengine.errors import CannotCompute
from quizengine.maths.evaluate import rational
from quizengine.maths.tree import Node, Number, variables

ONE_TIMES = Number(1)
LONGEST = 60  # characters of a unit
_NEAR = 0.9
LEAST_OWN = 3  # letters of a word of an author's own
_PHYSICAL = frozenset(("m", "kg", "s", "K", "A", "mol", "cd"))  # between which nothing converts


@dataclass(frozen=True, slots=True)
class Allowed:
    """A unit that may be typed; in it the answer's number is `factor` times that in the unit that is asked.

    shown: as it is printed; readings: the units that it is, one unless its author wrote `J/kg K`.
    """

    shown: str
    readings: tuple[Unit, ...]
    factor: Node = ONE_TIMES

    @property
    def same_number(self) -> bool:
        """Return whether the number is the same as in the unit that is asked."""
        return rational(self.factor) == 1


@dataclass(frozen=True, slots=True)
class AskedUnits:
    """The units in which an answer may be typed, the one that is asked first; own: their words that we do not know."""

    allowed: tuple[Allowed, ...]
    own: frozenset[str] = frozenset()

    @property
    def asked(self) -> Allowed:
        return self.allowed[0]

    def match(self, readings: Iterable[Unit], shown: str = "") -> Allowed | None:
        """Return the allowed unit that one of `readings` is, best one that is `shown` so; None where there is none."""
        found = set(readings)
        fitting = [one for one in self.allowed if found & set(one.readings)]
        return next((one for one in fitting if one.shown == shown), fitting[0] if fitting else None)

    def converts(self, readings: Iterable[Unit]) -> bool:
        """Return whether one of `readings` measures what the asked unit measures."""
        powers = {unit.powers for unit in self.asked.readings}
        return any(unit.powers in powers for unit in readings)


def asked_units(unit: str, also: Iterable[tuple[str, Node]]) -> AskedUnits:
    """Return the units of an author's texts; `also` has each other unit with its factor.

    Raises CannotCompute where a unit cannot be read, stands twice, or has a factor that is not positive or not right.
    """
    pairs = [(unit, ONE_TIMES), *also]
    own = frozenset(word for text, _ in pairs for word in _own_words(text))
    allowed: list[Allowed] = []
    for text, factor in pairs:
        found = _read(text, own)
        one = Allowed(found.shown, _meant(found.readings), factor)
        if allowed:
            _check(allowed, one, text)
        allowed.append(one)
    return AskedUnits(tuple(allowed), own)


def _meant(readings: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The readings of an author's unit: ° and degrees by themselves are those of an angle, and not °C or °F."""
    angles = tuple(unit for unit in readings if any(base == "°" for base, _ in unit.powers))
    return angles or readings


def _check(before: list[Allowed], one: Allowed, text: str) -> None:
    """Raise CannotCompute where a factor cannot be right."""
    asked, factor = before[0], rational(one.factor)
    if not _positive(one.factor):
        told = f"the factor of '{text}' must be more than 0: in that unit the number is so many times as large"
        raise CannotCompute(text, told)
    right = factor_between(asked, one)
    if one.readings == asked.readings and factor != 1:
        raise CannotCompute(text, f"'{text}' is the unit that is asked, {asked.shown}, and needs no factor but 1")
    if right is not None and factor is not None and factor != right:
        told = f"1 {asked.shown} is {_number(right)} {one.shown}"
        raise CannotCompute(text, f"{told}; write also = {{ '{text}' = {_toml(right)} }}")
    if not _may_convert(asked, one):
        told = f"{one.shown} does not measure what {asked.shown} does, and no factor makes it"
        raise CannotCompute(text, f"{told}; take '{text}' out of also")
    twice = next((other for other in before if set(other.readings) & set(one.readings)), None)
    if twice is not None and one.factor != twice.factor:
        raise CannotCompute(text, f"this is the same unit as {twice.shown}, and has another factor")


def _may_convert(asked: Allowed, other: Allowed) -> bool:
    """Whether some number of the one may be the other; of units that hold words or money we do not know."""
    powers = [{unit.powers for unit in one.readings} for one in (asked, other)]
    known = all(base in _PHYSICAL for one in powers for unit in one for base, _ in unit)
    return not known or bool(powers[0] & powers[1])


def _positive(factor: Node) -> bool:
    found = value_at(factor)
    return not variables(factor) and found is not None and bool(found > 0)


def factor_between(asked: Allowed, other: Allowed) -> Fraction | None:
    """Return how many of `other` one of `asked` is; None where the table does not know."""
    one, two = asked.readings[0], other.readings[0]
    return one.scale / two.scale if one.powers == two.powers else None


def _number(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else str(value)


def _toml(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"'{value}'"


def _own_words(text: str) -> Iterator[str]:
    """The words of an author's unit that we do not know; they are small letters, so that a slip in a symbol is told."""
    for word in _unknown(text):
        near = _near(word)
        if near or len(word) < LEAST_OWN or not (word.isalpha() and word.islower()):
            cure = f"did you mean {near}?" if near else "a word of your own has three small letters or more"
            raise CannotCompute(text, f"'{word}' is no unit that is known; {cure}")
        yield own_word(word)


def _near(word: str) -> str:
    """The symbol or name that `word` is nearly, "" where there is none."""
    from difflib import get_close_matches  # of words that are not known only

    turned = {known for known in (*SYMBOLS, *NAMES) if sorted(known.lower()) == sorted(word.lower())}
    return " or ".join(sorted(turned)[:2]) or next(iter(get_close_matches(word, NAMES, 1, _NEAR)), "")


@lru_cache(maxsize=256)
def _unknown(text: str) -> tuple[str, ...]:
    if text.count("$") > 1:
        raise CannotCompute(text, "a unit is no formula; write it without the dollars around it")
    tokens = tokens_of(text)
    found = unit_at(tokens, 0, strange=True)
    if found is None or found.end < len(tokens) or len(text) > LONGEST:
        raise CannotCompute(text, "this unit cannot be read; write it like °C/s, m s^-2, €/item or 'errors per step'")
    return tuple(found.strange())


@lru_cache(maxsize=256)
def _read(text: str, own: frozenset[str]) -> Found:
    found = unit_at(tokens_of(text), 0, own)
    if found is None or not found.readings:
        raise CannotCompute(text, "this unit cannot be read; write it like °C/s, m s^-2, €/item or 'errors per step'")
    return found
