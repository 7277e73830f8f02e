"""Why a question cannot be drawn; these stay inside this folder and the checker's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizengine.errors import CannotCompute, Unreadable
from quizengine.maths.effort import spent_at

if TYPE_CHECKING:
    from quizengine.item.faults import Where


class RequirementFailed(Exception):
    """The numbers drawn will not do, others may: a requirement fails, or a line of [let] has no value (`why`)."""

    def __init__(self, where: Where, why: str = "") -> None:
        super().__init__(why)
        self.where = where
        self.why = why


class ItemError(Exception):
    """What stands at `where` in the file cannot be worked out, whatever the numbers."""

    def __init__(self, where: Where, why: str) -> None:
        super().__init__(why)
        self.where = where
        self.why = why


@dataclass(frozen=True, slots=True)
class DrawFailure:
    """Why a seed gives no question: the place in the file, and a sentence. Two at one place count as the same.

    verb: what cannot be done with it, such as "shown"; hopeless: other seeds need not be tried.
    """

    where: Where
    why: str = field(compare=False)
    verb: str = "drawn"
    hopeless: bool = False


@contextmanager
def at(*where: str | int) -> Iterator[None]:
    """Gives the faults of an author's expression the place where it stands; raises ItemError."""
    try:
        with spent_at(where):
            yield
    except (CannotCompute, Unreadable) as error:
        raise ItemError(where, str(error)) from None
