"""Work that must not wait for SymPy: it takes half a second to load.

with held_back():            inside, what needs SymPy raises SymPyNeeded instead
    ...
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class SymPyNeeded(BaseException):
    """What was asked takes SymPy. It passes through whatever catches the faults of one question."""


_HELD_BACK: ContextVar[bool] = ContextVar("held_back", default=False)


@contextmanager
def held_back() -> Iterator[None]:
    """Inside, SymPy is not used, loaded or not, so that what comes of it is the same in every process."""
    token = _HELD_BACK.set(True)
    try:
        yield
    finally:
        _HELD_BACK.reset(token)


def ask_for_sympy() -> None:
    """Raise SymPyNeeded where SymPy is held back."""
    if _HELD_BACK.get():
        raise SymPyNeeded
