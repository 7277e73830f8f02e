"""The one source of chance, and fingerprints of texts: the same on every machine, platform and version of Python.

    chance = Chance("question", ("gradient/polynomial", 7))     all that the choices depend on
    chance.below("parameter", "a").integer(10)                  each choice has names of its own

Each choice is read off a hash of all that leads to it. So choices do not depend on their order, one more parameter in
a file leaves the values of the others as they were, and nothing is remembered between two of them.

Frozen, for journals and printed sheet codes stand on it: the hash, how names are joined, and how numbers are made of
128 bits. What is drawn from other names than before gives other questions: then `paper.plan.EDITION` goes up by one.

The names are joined without ambiguity, each as its type, its length in bytes and its text: "a", "b" is s1:as1:b, and
"a\\x1fb" is s3:a␟b; 1 is i1:1 and "1" is s1:1. Purpose first: the numbers of a question and of a paper that have the
same names and seeds are unrelated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

T = TypeVar("T")

#: What chance is for: a question's numbers, a paper's items, a session's plan, the points at which the judge compares.
#: Each belongs to one folder.
Purpose = Literal["question", "paper", "session", "points"]

SEEDS = 2**31  # every seed, of a question, a session or a paper, is an integer from 0 to SEEDS - 1
SHORT_SEEDS = 10**6  # those that are chosen for somebody lie below this: at most six digits to type

_BITS = 128
_LARGEST_BOUND = 2**64
_KEY = b"quizengine"  # so that no other program's hash of the same text is the same


@dataclass(frozen=True, slots=True)
class Chance:
    """The source of one choice, and of all choices below it.

    purpose: what it is for; path: the names that lead to it, such as (item id, seed, attempt). One source makes one
    choice: an integer, a value, an order, … asked for twice are the same, and of two kinds they are related.
    """

    purpose: Purpose
    path: tuple[str | int, ...] = ()

    def below(self, *names: str | int) -> Chance:
        """Return the source that `names` lead to from here."""
        return Chance(self.purpose, (*self.path, *names))

    def integer(self, bound: int) -> int:
        """Return an integer from 0 to bound - 1, each as likely as the others.

        It is 128 bits modulo `bound`. With 2^128 = q·bound + r, r of the integers have probability (q + 1)/2^128 and
        the others q/2^128; so no event's probability is off by more than r·(bound - r)/(bound·2^128) ≤ bound/2^130,
        which is at most 2^-66, and by nothing where `bound` is a power of two.
        Raises ValueError for a bound below 1 or above 2^64.
        """
        return self._integer(bound, 0)

    def fraction(self) -> float:
        """Return a multiple of 2^-53 from 0 to just below 1, exactly evenly spread: to break ties."""
        return self.integer(2**53) / 2**53

    def seed(self) -> int:
        """Return a seed short enough to be typed, from 0 to SHORT_SEEDS - 1."""
        return self.integer(SHORT_SEEDS)

    def choose(self, values: Sequence[T]) -> T:
        """Return one of `values`, each place as likely as the others. Raises ValueError where there are none."""
        return values[self.integer(len(values))]

    def order(self, length: int) -> tuple[int, ...]:
        """Return the numbers 0 … length - 1, shuffled.

        Place by place one of those left is taken, evenly and independently (Fisher and Yates, 1938). An order is thus
        got in exactly one way, with probability 1/n · 1/(n - 1) · … · 1/1: all n! of them are equally likely, up to
        n²/2^130 for what `integer` is off.
        """
        left = list(range(length))
        return tuple(left.pop(self._integer(len(left), place)) for place in range(length))

    def _integer(self, bound: int, step: int) -> int:
        """Return the integer of one step of a choice; no name can be mistaken for a step, which begins with #."""
        if not 1 <= bound <= _LARGEST_BOUND:
            raise ValueError(f"a choice among {bound} is none: 1 to 2^64 are possible")
        from hashlib import blake2b  # here, for a start that only needs the range of seeds would wait for it

        text = b"".join(map(_joinable, (self.purpose, *self.path))) + b"#%d" % step
        return int.from_bytes(blake2b(text, digest_size=_BITS // 8, person=_KEY).digest(), "big") % bound


def fingerprint(text: str, digits: int = 12) -> str:
    """Return the first `digits` (1 to 64) hexadecimal digits of the SHA-256 of `text` in UTF-8: no chance.

    It tells texts apart: two different ones have the same 12 digits with probability 2^-48. Journals hold it.
    """
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()[:digits]


def _joinable(name: str | int) -> bytes:
    """Return `name` so that names in a row can be told apart: its type, the length of its text, and the text."""
    text = (name if isinstance(name, str) else f"{name:d}").encode()
    return b"%s%d:%s" % (b"s" if isinstance(name, str) else b"i", len(text), text)
