"""What the words that differentiate, rewrite and solve were given, and what they gave: so that it can be confirmed.

with noted() as calls:       inside, each such word of an author's text adds a Call to the list
    ...
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from quizengine.maths.tree import Node


@dataclass(frozen=True, slots=True)
class Call:
    """`word` (diff, grad, hessian, jacobian, expand, factor, simplify, solve) of `given` in the variables `by`, which
    are the order of differentiation for diff, and nothing for those that only rewrite; `gave` is the result.
    """

    word: str
    given: Node
    by: tuple[str, ...]
    gave: Node


_CALLS: ContextVar[list[Call] | None] = ContextVar("calls", default=None)


@contextmanager
def noted() -> Iterator[list[Call]]:
    """Give the list to which the calls inside are added."""
    calls: list[Call] = []
    token = _CALLS.set(calls)
    try:
        yield calls
    finally:
        _CALLS.reset(token)


def note(word: str, given: Node, by: tuple[str, ...], gave: Node) -> Node:
    """Return `gave`, after adding the call where calls are noted."""
    calls = _CALLS.get()
    if calls is not None:
        calls.append(Call(word, given, by, gave))
    return gave
