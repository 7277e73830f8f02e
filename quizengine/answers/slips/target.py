"""What generic mistakes are looked for against."""

from __future__ import annotations

from dataclasses import dataclass

from quizengine.answers.deciding.components import name
from quizengine.answers.setting import NOWHERE, PLAIN, Place, Setting
from quizengine.answers.wording import counted, listed
from quizengine.maths.tree import Node


@dataclass(frozen=True, slots=True)
class Target:
    """The components of a key with their names, and where they were evaluated.

    noun: what one of them is; one_vector: do they make one vector, which has a length and points somewhere?
    """

    items: tuple[Node, ...]
    setting: Setting = PLAIN
    names: tuple[str, ...] = ()
    place: Place = NOWHERE
    noun: str = "component"
    one_vector: bool = True

    @property
    def size(self) -> str:
        """How many there are, in words."""
        return counted(len(self.items), self.noun)

    def called(self, *places: int) -> str:
        """What the components at `places` are called in a sentence."""
        return listed([name(place, self.names, self.noun) for place in places])
