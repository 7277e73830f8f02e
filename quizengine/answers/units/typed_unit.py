"""A typed answer with its unit taken off: the number that may stand there, its unit, and what to say of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizengine.answers.answer import Answer
from quizengine.answers.units.asked import Allowed, AskedUnits
from quizengine.answers.units.spans import Place, bare, is_unit, typed_units, without
from quizengine.answers.units.table import SYMBOLS
from quizengine.answers.units.tokens import Token, tokens_of
from quizengine.errors import Unreadable

OTHER_UNIT = "other-unit"
_OF_WORDS = ("name-unknown", "degrees", "unknown-character", "dollar", "percent", "word-unknown", "foreign-letter")


@dataclass(frozen=True, slots=True)
class NumberAndUnit:
    """The number that may stand in a text, and its unit, None where there is none.

    refused: what is to be said if the number can be read, of a unit that is not allowed.
    """

    answer: Answer
    unit: Allowed | None
    refused: Unreadable | None = None


@dataclass(frozen=True, slots=True)
class TypedUnit:
    """A typed text in the ways in which it is tried, the first that can be read counts."""

    text: str
    units: AskedUnits
    tries: tuple[NumberAndUnit, ...]

    def cure(self, faults: Sequence[Unreadable]) -> Unreadable:
        """Return what to say of a text that can be read in no way, of which `faults` tell one by one."""
        measured = [fault for one, fault in zip(self.tries, faults, strict=True) if one.unit is not None]
        fault = measured[0] if measured else faults[-1]
        asked = self.units.asked.shown
        if is_unit(self.text, self.units.own):
            return Unreadable("incomplete", 0, f"the number is missing; {asked} alone is no answer")
        strange = _unit_word(self.text, fault)
        if strange is None:
            return fault
        before = self.text[: fault.offset + len(strange.text)]
        if measured or is_unit(strange.text, self.units.own) or typed_units(before, self.units.own):
            told = f"write one number with its unit at the end, and {strange.text[:26]} stands before that"
        elif several := _by_case(strange.text):
            told = f"write {' or '.join(several)}: they differ in small and capital letters"
        else:
            told = f"'{strange.text[:26]}' is no unit that we know; give the answer in {asked}, or the number alone"
        return Unreadable(fault.reason, strange.start, told, len(strange.text))


@dataclass(frozen=True, slots=True)
class UnitReader:
    """Takes the units of `units` off a text; variables: those of the answer, which come before units."""

    units: AskedUnits
    variables: tuple[str, ...]

    def read(self, text: str) -> TypedUnit:
        """Return the ways in which `text` can be read."""
        found = typed_units(text, self.units.own)
        plain = NumberAndUnit(Answer(text), None)
        if not found:
            return TypedUnit(text, self.units, (plain,))
        ways = dict.fromkeys(places for places in (self._allowed(found), self._longest(found)) if places)
        measured = [self._measured(text, places) for places in ways]
        tries = (plain, *measured) if self.variables else (*measured, plain)
        return TypedUnit(text, self.units, tries)

    def _allowed(self, found: Sequence[Sequence[Place]]) -> tuple[Place, ...]:
        """The units that are allowed, each as long as it can be; what else looks like one, as j does, is no unit."""
        starts = (next((one for one in places if self.units.match(one.readings)), None) for places in found)
        return tuple(place for place in starts if place is not None)

    def _longest(self, found: Sequence[Sequence[Place]]) -> tuple[Place, ...]:
        """All units, each as long as it can be without a variable; those that need another case only by themselves."""
        longest = tuple(map(self._begun, found))
        return tuple(place for place in longest if place.money or not any(place.found.strange())) or longest

    def _begun(self, starts: Sequence[Place]) -> Place:
        units = (one for one in starts if one.found.terms and one.found.terms[0].shown not in self.variables)
        return next(units, starts[0])

    def _measured(self, text: str, places: Sequence[Place]) -> NumberAndUnit:
        """The number without the units at `places`."""
        answer = Answer(without(text, places))
        units = [self.units.match(place.readings, place.shown) for place in places]
        strange = next((place for place, unit in zip(places, units, strict=True) if unit is None), None)
        if strange is not None:
            return NumberAndUnit(answer, None, self._other(strange))
        allowed = [unit for unit in units if unit is not None]
        unlike = next((unit for unit in allowed if unit.factor != allowed[0].factor), None)
        if unlike is not None:
            told = f"two units stand here, {allowed[0].shown} and {unlike.shown}; write all numbers in one of them"
            return NumberAndUnit(answer, None, Unreadable(OTHER_UNIT, places[0].start, told))
        return NumberAndUnit(answer, allowed[0])

    def _other(self, place: Place) -> Unreadable:
        asked, typed = self.units.asked.shown, place.shown[:60]
        cure = "convert it" if self.units.converts(place.readings) else f"give it in {asked}, or the number alone"
        start = place.money.start if place.money and place.start == place.end else place.start
        told = f"the answer is asked in {asked}, and yours is in {typed}: {cure}"
        return Unreadable(OTHER_UNIT, start, told, max(1, place.end - place.start))


def _unit_word(text: str, fault: Unreadable) -> Token | None:
    """The word behind a value at which a text could not be read."""
    if fault.reason not in _OF_WORDS:
        return None
    tokens = tokens_of(bare(text))
    at = next((place for place, token in enumerate(tokens) if token.start <= fault.offset < token.end), 0)
    while at > 1 and tokens[at - 1].kind == "°":
        at -= 1
    behind = at > 0 and (tokens[at - 1].kind in ("number", "raised", ")", "word") or tokens[at - 1].kind in ("*", "/"))
    return tokens[at] if behind and tokens[at].kind in ("word", "°") else None


def _by_case(word: str) -> list[str]:
    return sorted(symbol for symbol in SYMBOLS if symbol.lower() == word.lower())
