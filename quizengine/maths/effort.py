"""How much work drawing one question may take, over all its attempts, lines, SymPy's calculations and comparisons.

    with effort(MOST) as spent:      inside, whatever works counts; spend() raises NeverComputes when all is used up
        ...

Work is counted and not timed, so that the same seed gives the same question on every machine. SymPy cannot be told to
stop and what it does depends on what it remembers, so its calls are counted too: a process of its own would bound it by
time, which is another on each machine, and takes half a second to start. The bound lies far above what questions need,
and the checker asks for half of it, so that which side of it a question falls on is never a matter of chance.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from quizengine.errors import NeverComputes

STEP, CALL = 10.0, 2.0  # of an author's expression, of a function inside SymPy: about as many microseconds

Place = tuple[str | int, ...]  # of a file


class Effort:
    """What was spent so far of the `most`, in microseconds of an ordinary machine more or less, and at which places."""

    __slots__ = ("failed", "most", "places", "spent")

    def __init__(self, most: float) -> None:
        self.most = most
        self.spent = 0.0
        self.places: Counter[Place] = Counter()
        self.failed: Place = ()  # where something went wrong last

    @property
    def used_up(self) -> bool:
        return self.spent > self.most

    @property
    def costliest(self) -> Place:
        """The place at which most was spent; () where none is known."""
        return max(self.places, key=lambda place: self.places[place], default=())


_EFFORT: ContextVar[Effort | None] = ContextVar("effort", default=None)


@contextmanager
def effort(most: float) -> Iterator[Effort]:
    """Give the effort that counts all work inside; what is spent of it is spent of an outer one too."""
    made = Effort(most)
    token = _EFFORT.set(made)
    try:
        yield made
    finally:
        _EFFORT.reset(token)
        if (outer := _EFFORT.get()) is not None:
            outer.spent += made.spent
            outer.places.update(made.places)


@contextmanager
def spent_at(place: Place) -> Iterator[None]:
    """What is spent inside is spent at `place`."""
    here = _EFFORT.get()
    before = here.spent if here is not None else 0.0
    try:
        yield
    except Exception:
        if here is not None:
            here.failed = place
        raise
    finally:
        if here is not None:
            here.places[place] += int(here.spent - before)


def effort_left() -> float:
    """Return how much may still be spent here, at least 0; infinite where nothing counts."""
    here = _EFFORT.get()
    return math.inf if here is None else max(0.0, here.most - here.spent)


def add_effort(work: float) -> None:
    """Count work, if it counts here."""
    here = _EFFORT.get()
    if here is not None:
        here.spent += work


def spend_effort(work: float = 0.0) -> None:
    """Count work; raises NeverComputes when more is spent than may be spent here."""
    add_effort(work)
    here = _EFFORT.get()
    if here is not None and here.used_up:
        raise NeverComputes("", "to draw this question takes too long; write results yourself, or shorter expressions")
