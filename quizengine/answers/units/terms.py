"""A unit as it was read: its terms, the units that they may be, and how they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from quizengine.answers.units.unit import ONE, Unit
from quizengine.answers.units.words import Meanings, is_symbol

MOST_READINGS = 64
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a group with a power; by: how it is joined to what stands before: "", "*", "/", "per".

    exponent: the power as it is printed; that of `square metres` is in the words.
    """

    by: str
    shown: str
    meanings: Meanings | None = None
    group: tuple[Term, ...] = ()
    power: int = 1
    exponent: int = 1

    @property
    def divides(self) -> bool:
        return self.by in ("/", "per")


@dataclass(frozen=True, slots=True)
class Found:
    """A unit in a text, up to token `end`."""

    terms: tuple[Term, ...]
    end: int

    @property
    def readings(self) -> tuple[Unit, ...]:
        """Return the units that it may be, the likeliest first; () where a word is no unit."""
        strict = any(term.divides for term in self.terms)
        forms = [_flat(self.terms, 1, loose) for loose in ((False, True) if strict else (False,))]
        found = [reading for form in forms for reading in _units(list(form))]
        return tuple(dict.fromkeys(found))

    @property
    def shown(self) -> str:
        """Return the unit as it is printed."""
        return _shown(self.terms)

    def strange(self) -> Iterator[str]:
        """Yield the words that are no unit."""
        return _strange(self.terms)


Factor = tuple[Meanings, int]


def _flat(terms: Sequence[Term], sign: int, loose: bool) -> Iterator[Factor]:
    """The words with their powers; loose: / divides by all that stands behind it up to the next, as in J/kg K."""
    under = number = False
    for term in terms:
        under = term.divides or (under and (loose or number or (term.by == "" and _is_name(term))))
        number = term.shown.isdigit()
        power = -sign * term.power if under else sign * term.power
        if term.meanings is not None:
            yield term.meanings, power
        else:
            yield from _flat_group(term, power, loose)


def _flat_group(term: Term, power: int, loose: bool) -> Iterator[Factor]:
    for found, inner in _flat(term.group, 1, loose):
        yield found, inner * power


def _is_name(term: Term) -> bool:
    return bool(term.shown) and not is_symbol(term.shown)


def _units(factors: list[Factor]) -> Iterator[Unit]:
    """The units that come of the words: as they are written, or where one is none so, all without regard to case."""
    written = all(found.written for found, _ in factors)
    choices = [found.written if written else found.folded for found, _ in factors]
    for chosen in islice(product(*choices), MOST_READINGS):
        made = ONE
        for unit, (_, power) in zip(chosen, factors, strict=True):
            made *= unit**power
        yield made.settled()


def _shown(terms: Sequence[Term]) -> str:
    out = ""
    for before, term in zip((None, *terms), terms, strict=False):
        body = term.shown or _shown(term.group)
        if len(term.group) > 1 and (term.exponent != 1 or term.divides):
            body = f"({body})"
        power = "" if term.exponent == 1 else str(term.exponent).translate(_RAISED)
        out += _between(before, term) + body + power
    return out


def _between(before: Term | None, term: Term) -> str:
    if before is None:
        return "1/" if term.by == "/" else "per " if term.by == "per" else ""
    if term.by in ("/", "per"):
        return "/" if term.by == "/" else " per "
    return "·" if term.by == "*" or (is_symbol(before.shown) and is_symbol(term.shown)) else " "


def _strange(terms: Sequence[Term]) -> Iterator[str]:
    for term in terms:
        if term.meanings is not None and not term.meanings.written:
            yield term.shown.rpartition(" ")[2]
        yield from _strange(term.group)
