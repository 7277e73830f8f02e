"""Numbers from a seed that are the same on every machine and with every version of Python.

Each choice has a name and is read off a hash of all that leads to it, so choices do not depend on
their order, and one more parameter in a file leaves the values of the others as they were.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chance:
    """The source of all choices below `path`, such as (item id, seed, attempt)."""

    path: tuple[str, ...]

    def below(self, *names: str | int) -> Chance:
        """The source of the choices that `names` lead to."""
        return Chance((*self.path, *map(str, names)))

    def integer(self, bound: int) -> int:
        """An integer from 0 to bound - 1; of 128 bits, so all are as likely as matters."""
        text = "\x1f".join(self.path).encode()
        return int.from_bytes(hashlib.blake2b(text, digest_size=16).digest(), "big") % bound

    def choose(self, values: Sequence[T]) -> T:
        """One of `values`, which must not be empty."""
        return values[self.integer(len(values))]

    def order(self, length: int) -> tuple[int, ...]:
        """The numbers 0 … length - 1, shuffled."""
        left = list(range(length))
        return tuple(left.pop(self.below("order", place).integer(len(left))) for place in range(length))
