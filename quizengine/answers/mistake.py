"""A named wrong answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizengine.answers.key import Key
    from quizengine.maths.print import Prose


@dataclass(frozen=True, slots=True)
class Mistake:
    """A named wrong answer: `key` is its value, judged like a key; `says` is the sentence for whoever gives it.

    position: its place in the file's list.
    """

    name: str
    says: Prose
    key: Key[Any]
    position: int = 0
