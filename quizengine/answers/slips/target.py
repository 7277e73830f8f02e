"""What generic mistakes are looked for against."""

from __future__ import annotations

from dataclasses import dataclass

from quizengine.answers.setting import NOWHERE, PLAIN, Place, Setting
from quizengine.maths.tree import Node


@dataclass(frozen=True, slots=True)
class Target:
    """The components of a key with their names, and where they were evaluated."""

    items: tuple[Node, ...]
    setting: Setting = PLAIN
    names: tuple[str, ...] = ()
    place: Place = NOWHERE
