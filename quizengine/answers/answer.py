"""A typed text, read once in each way in which it has to be read.

    answer = Answer("(2x, 3y)")
    answer.reading(reader)          the text as `reader` reads it; asked again by an equal reader, the same object

A key reads with a Reader, which is a value: keys whose readers are equal share one reading of an answer.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from quizengine.errors import Unreadable

R = TypeVar("R")
Read = TypeVar("Read", covariant=True)


class Reader(Hashable, Protocol[Read]):
    """A way to read a text, as a frozen value; two that are equal read every text alike."""

    def read(self, text: str) -> Read:
        """Return what `text` says; raise Unreadable and nothing else."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a learner typed, with its readings: each is made when it is first asked for, and kept."""

    text: str
    _readings: dict[Reader[Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, typed: Answer | str) -> Answer:
        """Return `typed` itself, or a text as an answer that nobody has read yet."""
        return typed if isinstance(typed, Answer) else cls(typed)

    def reading(self, reader: Reader[R]) -> R:
        """Return what `reader` makes of the text; raise Unreadable, with the same fault each time, where it cannot."""
        found = self._readings.get(reader)
        if found is None:
            found = self._readings[reader] = _read(reader, self.text)
        if isinstance(found, Unreadable):
            raise Unreadable(found.reason, found.offset, found.message, found.length)
        made: R = found
        return made


def _read(reader: Reader[R], text: str) -> R | Unreadable:
    try:
        return reader.read(text)
    except Unreadable as fault:
        return fault.with_traceback(None)  # which would keep alive whatever was at work
