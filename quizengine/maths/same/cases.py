"""Equality by cases: |u| is u on one side of u = 0 and -u on the other.

Each walk builds both expressions in a field of its own and takes one side wherever a sign is asked for that is not
known; a side of a variable alone narrows its range, from which other signs follow. The walks together cover all
but the borders, so what is equal on each is equal everywhere; and on a walk on which the key has no value, as
ln(1 - x²) has none where one of 1 - x and 1 + x is negative, nothing is asked of the answer.
"""

from __future__ import annotations

from flint import fmpq

from quizengine.maths.same.branches import sums_vanish
from quizengine.maths.same.canonical import element
from quizengine.maths.same.domain import Domain
from quizengine.maths.same.field import Field, Path
from quizengine.maths.same.laws import subtract
from quizengine.maths.same.ring import SIZES, NoValue, TooHard
from quizengine.maths.tree import Node

_MAX_WALKS = 16


def equal_in_cases(key: Node, answer: Node, domain: Domain) -> bool:
    """Are the two provably equal wherever the key is defined? False when that is not found."""
    path: Path | None = Path()
    work, defined = 0, False
    for _ in range(_MAX_WALKS):
        if path is None:
            return defined
        field = Field(SIZES[-1], domain)
        field.path, field.work = path, work
        try:
            equal = _equal_here(field, key, answer)
        except (TooHard, RecursionError):
            return False
        if equal is False:
            return False
        defined |= equal is True
        path, work = path.next(), field.work
    return False


def _equal_here(field: Field, key: Node, answer: Node) -> bool | None:
    """Are the two equal on this walk? None where the key has no value on it."""
    try:
        ours = element(field, key)
    except NoValue:
        return None
    rest = field.reduce(subtract(field, ours, element(field, answer))[0])
    return bool(rest == 0) or (not isinstance(rest, fmpq) and sums_vanish(field, rest))
