"""What a question is made of. All of it is frozen, and the same for the same item, version and seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from quizengine.answers.mistake import Mistake
from quizengine.item import Item
from quizengine.item.skills_and_mistakes import KnownMistake

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.figures import Figure
    from quizengine.item.fields import Room
    from quizengine.maths.language import Workspace
    from quizengine.maths.print import Prose


@dataclass(frozen=True, slots=True)
class Dropped:
    """A mistake that this question cannot tell: which part, its place in the file's list, its name, and why not.

    reason: its condition does not hold, its value cannot be worked out, or it is equal to the key or an earlier one.
    """

    part: int
    position: int
    name: str
    reason: Literal["condition", "no value", "equal"]
    why: str


@dataclass(frozen=True, slots=True)
class WorkedStep:
    """A step on the way to the answer of a part.

    marks: what it is worth of the part's, None where that is not said; asks, key: the step as a question by itself,
    () and None for one that is only told.
    """

    says: Prose
    marks: int | None = None
    asks: Prose = ()
    key: Key[Any] | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One thing asked. `label` is "" where there is only one, else a, b, …; hints go from gentle to strong.

    room: what a sheet leaves for working, None for what fits the kind of answer.
    """

    label: str
    prompt: Prose
    key: Key[Any]
    marks: int
    mistakes: tuple[Mistake, ...]
    hints: tuple[Prose, ...]
    steps: tuple[WorkedStep, ...]
    room: Room | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data; `header` is () or as long as each row."""

    header: tuple[Prose, ...]
    rows: tuple[tuple[Prose, ...], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """An item drawn with a seed.

    workspace: the parameters and all names of [let]; dropped: for the checker; known: the catalogue it was drawn with.
    """

    item: Item
    seed: int
    prompt: Prose
    table: Table | None
    figure: Figure | None
    parts: tuple[Part, ...]
    workspace: Workspace
    dropped: tuple[Dropped, ...] = ()
    known: Mapping[str, KnownMistake] = field(default_factory=dict, repr=False, compare=False)

    @property
    def marks(self) -> int:
        return sum(part.marks for part in self.parts)
