"""What generic mistakes are looked for against."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from quizengine.answers.comparison.components import entries_of_tree, name
from quizengine.answers.comparison.sample_values import Samples, all_samples
from quizengine.answers.constraints import NO_POINT, PLAIN, Constraints, EvaluationPoint
from quizengine.answers.wording import counted, listed
from quizengine.maths.tree import Node


@dataclass(frozen=True)
class Target:
    """The components of a key with their names, and where they were evaluated.

    noun: what one of them is; one_vector: do they make one vector, which has a length and points somewhere?
    """

    items: tuple[Node, ...]
    constraints: Constraints = PLAIN
    names: tuple[str, ...] = ()
    place: EvaluationPoint = NO_POINT
    noun: str = "component"
    one_vector: bool = True

    @cached_property
    def known(self) -> tuple[Samples, ...]:
        """The components with their samples."""
        return all_samples(self.items, self.constraints)

    @cached_property
    def general(self) -> tuple[Samples, ...]:
        """The components before the point was put in; () where there is none."""
        general = self.place.general
        return () if general is None else all_samples(entries_of_tree(general), self.constraints)

    @property
    def size(self) -> str:
        """How many there are, in words."""
        return counted(len(self.items), self.noun)

    def called(self, *places: int) -> str:
        """Return what the components at `places` are called in a sentence."""
        return listed([name(place, self.names, self.noun) for place in places])
