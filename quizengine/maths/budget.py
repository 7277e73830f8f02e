"""One bound on the work of judging an answer, whatever the number of its components and of evaluations.

    with shared():
        ...                     # all `same` in here share one budget, and say "undecided" when it is used up

Work is counted, not timed, so that a verdict is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from quizengine.maths.effort import add_effort

R = TypeVar("R")

WORK = 20_000  # about as many microseconds of an ordinary machine of 2026; a few times as many at worst


class Spent(ArithmeticError):
    """The work that an answer may take is used up."""


class Budget:
    """How much work is left; `weight`: how much the trees at hand make of one evaluation; `known`: what is kept."""

    __slots__ = ("known", "left", "weight")

    def __init__(self) -> None:
        self.left = WORK
        self.weight = 1.0
        self.known: dict[Hashable, Any] = {}


_SHARED: ContextVar[Budget | None] = ContextVar("shared", default=None)
_ACTIVE: ContextVar[Budget | None] = ContextVar("active", default=None)


@contextmanager
def shared() -> Iterator[None]:
    """One budget for all that is decided inside; an outer one stays in force."""
    token = _SHARED.set(_SHARED.get() or Budget())
    try:
        yield
    finally:
        _SHARED.reset(token)


@contextmanager
def counted() -> Iterator[Budget]:
    """Yield what is spent inside counts: against the shared budget, or else against one of its own."""
    made = _ACTIVE.get() or _SHARED.get() or Budget()
    weight, left, outermost = made.weight, made.left, _ACTIVE.get() is None
    token = _ACTIVE.set(made)
    try:
        yield made
    finally:
        made.weight = weight
        _ACTIVE.reset(token)
        if outermost:
            add_effort(left - made.left)


def spend(work: float) -> None:
    """Count work, if it counts here; raises Spent when too much was asked."""
    active = _ACTIVE.get()
    if active is not None:
        active.left -= int(work) + 1
        if active.left < 0:
            raise Spent


def spend_on_trees(work: float) -> None:
    """Count work that is `work` on ordinary trees, and more on larger ones."""
    active = _ACTIVE.get()
    if active is not None:
        spend(work * active.weight)


def once(name: Hashable, make: Callable[[], R]) -> R:
    """Return what `make` gives, worked out once for one answer, so that no other answer changes what this one
    may cost.
    """
    active = _ACTIVE.get()
    if active is None:
        return make()
    if name not in active.known:
        active.known[name] = make()
    found: R = active.known[name]
    return found
