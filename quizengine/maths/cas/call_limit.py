"""A bound on how long SymPy may work, counted in calls, so that the speed of the machine does not matter.

The count does depend on what SymPy has loaded and remembers: the first call in a process costs the most.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

from quizengine.errors import NeverComputes
from quizengine.maths.effort import CALL, add_effort, effort_left

Result = TypeVar("Result")

MAX_CALLS = 500_000  # a second or so


class _TooLong(BaseException):
    """Passes through every `except Exception` of SymPy."""


def within_reason(work: Callable[..., Result], *arguments: Any) -> Result:
    """work(*arguments); raises NeverComputes if it takes more than MAX_CALLS calls of functions, or more than may
    still be spent on the question.

    SymPy cannot be told to stop, and a thread cannot be killed; a tracer can raise inside what it watches.
    """
    allowed = left = int(min(MAX_CALLS, effort_left() / CALL))

    def watch(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise _TooLong

    def dropped(unraisable: sys.UnraisableHookArgs) -> None:
        """Python drops what is raised while an object is deleted, and the tracer with it: watch on."""
        if unraisable.exc_type is _TooLong:
            sys.settrace(watch)
        else:
            hook(unraisable)

    before, hook = sys.gettrace(), sys.unraisablehook
    if before is not None:  # a debugger or a measure of coverage is at work, or we are watching already
        return work(*arguments)
    sys.unraisablehook = dropped
    sys.settrace(watch)
    try:
        return work(*arguments)
    except _TooLong:
        raise NeverComputes("", "this takes too long; write the result yourself, or a shorter expression") from None
    finally:
        sys.settrace(before)
        sys.unraisablehook = hook
        add_effort(CALL * (allowed - left))
