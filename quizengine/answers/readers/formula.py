"""How typed mathematics is read: a notation and its rules as one value, and the other rules of what is ambiguous."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import lru_cache

from quizengine.errors import Unreadable
from quizengine.maths.parse import Ambiguity, Conventions, Notation, Reading, Wants, parse
from quizengine.maths.parse.notation import DOCUMENTED
from quizengine.maths.tree import variables

WORD = re.compile(r"[^\W\d]\w*")
#: reasons for which a text with a unit is refused where none is asked
OF_UNITS = ("name-unknown", "degrees", "dollar", "percent", "unknown-character", "word-unknown", "foreign-letter")
_WORDY = 3  # letters from which an unknown name is taken for a word


@dataclass(frozen=True, slots=True)
class FormulaReader:
    """Reads mathematics in `notation` under `conventions`; where the notation knows no names, there may be none."""

    notation: Notation
    conventions: Conventions = DOCUMENTED

    def __hash__(self) -> int:
        """By the names that are known: the rest has many fields, and seldom tells two readers of one answer apart."""
        return hash(self.notation.variables)

    def read(self, text: str) -> Reading:
        """Return the reading of `text`; raise Unreadable."""
        names = self.notation.variables
        try:
            reading = parse(text, self.notation, self.conventions)
        except Unreadable as fault:
            if (unit := self._unit(text, fault)) is not None:
                raise unit from None
            if fault.reason != "name-unknown" or names:
                raise
            raise _number_wanted(text, fault.offset) from None
        if not names and (free := variables(reading.tree)):
            wanted = _number_wanted(text, max(0, text.find(free[0])))
            raise self._unit(text, wanted) or wanted
        return reading

    def _unit(self, text: str, fault: Unreadable) -> Unreadable | None:
        """What to say of a text that can be read but for a unit; None of any other."""
        if fault.reason not in OF_UNITS:
            return None
        from quizengine.answers.units.not_asked import unit_not_asked  # most texts have none

        return unit_not_asked(text, self.notation.variables, self.read)


def _number_wanted(text: str, offset: int) -> Unreadable:
    """The fault of a name, or of a word, that stands at `offset` where only numbers are asked."""
    word = next((found for found in WORD.finditer(text) if found.start() <= offset < found.end()), None)
    name, start = (word[0], word.start()) if word else (text[offset:], offset)
    cure = f"put in a value for '{name}'" if len(name) < _WORDY else f"leave out '{name[:40]}'"
    return Unreadable("name-unknown", start, f"only numbers are asked here: {cure}", len(name))


def alternatives(ambiguities: tuple[Ambiguity, ...]) -> Iterator[Ambiguity]:
    """Each ambiguity by itself, and then the first with the other rules of all of them."""
    changed: dict[str, str] = {}
    for ambiguity in ambiguities:
        yield ambiguity
        for field in fields(Conventions):
            rule = getattr(ambiguity.conventions, field.name)
            if rule != getattr(DOCUMENTED, field.name):
                changed.setdefault(field.name, rule)
    if len(changed) > 1:
        yield replace(ambiguities[0], conventions=replace(DOCUMENTED, **changed))  # type: ignore[arg-type]


@lru_cache(maxsize=256)
def documented(
    variables: tuple[str, ...], wants: Wants, shape: tuple[int, ...], names: tuple[str, ...]
) -> FormulaReader:
    """Return the reader under the documented rules; it is kept, since a key reads many answers."""
    return FormulaReader(Notation(variables, wants, shape, names))
