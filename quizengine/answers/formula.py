"""What the keys of all typed mathematics have in common: reading, echoing and showing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from quizengine.answers.base import Key, Shuffle
from quizengine.answers.setting import Setting
from quizengine.errors import Unreadable
from quizengine.maths.read import Ambiguity, Notation, Reading, Rules, read
from quizengine.maths.tree import Node, variables

if TYPE_CHECKING:
    from quizengine.maths.read import Wants
    from quizengine.maths.show import Layout, Prose

DOCUMENTED = Rules()
WORD = re.compile(r"\w+")


class FormulaKey(Key[Reading]):
    """A key whose answers are read as mathematics; its classes are frozen dataclasses with a field `setting`."""

    __slots__ = ()
    wants: ClassVar[Wants]
    known_only: ClassVar[bool] = True  # False where an answer may bring in a name of its own
    setting: Setting

    def node(self) -> Node:
        """The key's value."""
        raise NotImplementedError

    def read(self, text: str) -> Reading:
        return self.read_by(text, DOCUMENTED)

    def read_by(self, text: str, rules: Rules) -> Reading:
        """What `text` says under `rules`; where no names are known there are none; raises Unreadable."""
        names = self.setting.variables
        try:
            reading = read(text, notation(names, self.wants), rules)
        except Unreadable as fault:
            if fault.reason != "name-unknown" or names or not self.known_only:
                raise
            word = WORD.match(text, fault.offset)
            raise _number_wanted(word[0] if word else text[fault.offset :], fault.offset) from None
        if not names and self.known_only and (free := variables(reading.tree)):
            raise _number_wanted(free[0], max(0, text.find(free[0])))
        return reading

    def rereadings(self, text: str, reading: Reading) -> Iterator[tuple[str, Reading]]:
        """The text under the other rule of each ambiguous place, then of all of them, where it comes out different."""
        seen = {reading.tree}
        for code, rules in alternatives(reading.ambiguities):
            try:
                other = self.read_by(text, rules)
            except Unreadable:
                continue
            if other.tree not in seen:
                seen.add(other.tree)
                yield code, other

    def echo(self, reading: Reading) -> str:
        from quizengine.maths.show import show

        return show(reading.tree, "text")

    def layout(self) -> Layout:
        from quizengine.maths.show import arrange

        return arrange(self.node())

    def prose(self) -> Prose:
        return (self.layout(),)

    def plain(self) -> str:
        from quizengine.maths.show import plain

        return plain(self.node())

    def form(self) -> str:
        return self.setting.accuracy.asks().removeprefix(", ")

    def accepts(self) -> str:
        from quizengine.answers.accepted import as_decimal

        return as_decimal(self.node(), self.setting.accuracy)

    def offer(self, mistakes: tuple[Key[Any], ...], shuffle: Shuffle) -> tuple[Key[Any], tuple[Key[Any], ...]]:
        """Mistakes may be answered with all the names that the key knows."""
        return self, tuple(_with_names(mistake, self.setting.variables) for mistake in mistakes)


def _number_wanted(name: str, offset: int) -> Unreadable:
    message = f"only numbers are asked here: put in a value for '{name[:40]}'"
    return Unreadable("name-unknown", offset, message, len(name))


def alternatives(ambiguities: tuple[Ambiguity, ...]) -> Iterator[tuple[str, Rules]]:
    """The other rules of each ambiguity with its code, and all of them together with the code of the first."""
    changed: dict[str, str] = {}
    for ambiguity in ambiguities:
        yield ambiguity.code, ambiguity.rules
        for field in fields(Rules):
            rule = getattr(ambiguity.rules, field.name)
            if rule != getattr(DOCUMENTED, field.name):
                changed.setdefault(field.name, rule)
    if len(changed) > 1:
        yield ambiguities[0].code, replace(DOCUMENTED, **changed)  # type: ignore[arg-type]


def _with_names(mistake: Key[Any], names: tuple[str, ...]) -> Key[Any]:
    if not isinstance(mistake, FormulaKey) or set(names) <= set(mistake.setting.variables):
        return mistake
    known = tuple(dict.fromkeys((*names, *mistake.setting.variables)))
    return replace(mistake, setting=replace(mistake.setting, variables=known))  # type: ignore[type-var]


@lru_cache(maxsize=256)
def notation(variables: tuple[str, ...], wants: Wants) -> Notation:
    """The notation for answers of one key; kept, since a key reads many answers."""
    return Notation(variables, wants)
