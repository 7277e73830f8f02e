"""What the keys of all typed mathematics have in common: reading, echoing and showing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from quizengine.answers.base import Key, Shuffle
from quizengine.answers.setting import Setting
from quizengine.errors import Unreadable
from quizengine.maths.read import Notation, Reading, Rules, read
from quizengine.maths.tree import Node

if TYPE_CHECKING:
    from quizengine.maths.read import Wants
    from quizengine.maths.show import Layout, Prose

DEFAULT = Rules()


class FormulaKey(Key[Reading]):
    """A key whose answers are read as mathematics; its classes are frozen dataclasses with a field `setting`."""

    __slots__ = ()
    wants: ClassVar[Wants]
    setting: Setting

    def node(self) -> Node:
        """The key's value."""
        raise NotImplementedError

    def read(self, text: str) -> Reading:
        return read(text, notation(self.setting.variables, self.wants))

    def rereadings(self, text: str, reading: Reading) -> Iterator[tuple[str, Reading]]:
        """The text under the other rule of each ambiguous place, the trees that come out different only."""
        for ambiguity in reading.ambiguities:
            try:
                other = read(text, notation(self.setting.variables, self.wants), ambiguity.rules)
            except Unreadable:
                continue
            if other.tree != reading.tree:
                yield ambiguity.code, other

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

    def offer(self, mistakes: tuple[Key[Any], ...], shuffle: Shuffle) -> tuple[Key[Any], tuple[Key[Any], ...]]:
        """Mistakes may be answered with all the names that the key knows."""
        return self, tuple(_with_names(mistake, self.setting.variables) for mistake in mistakes)


def _with_names(mistake: Key[Any], names: tuple[str, ...]) -> Key[Any]:
    if not isinstance(mistake, FormulaKey) or set(names) <= set(mistake.setting.variables):
        return mistake
    known = tuple(dict.fromkeys((*names, *mistake.setting.variables)))
    return replace(mistake, setting=replace(mistake.setting, variables=known))  # type: ignore[type-var]


@lru_cache(maxsize=256)
def notation(variables: tuple[str, ...], wants: Wants) -> Notation:
    """The notation for answers of one key; kept, since a key reads many answers."""
    return Notation(variables, wants)
