"""Equality by cases: |u| is u on one side of u = 0 and -u on the other.

Each walk builds both expressions in a field of its own and takes one side wherever a sign is asked for that is not
known; a side of a variable alone narrows its range, from which other signs follow. The walks together cover all
but the borders, so what is equal on each is equal everywhere; and on a walk on which the key has no value, as
ln(1 - x²) has none where one of 1 - x and 1 + x is negative, nothing is asked of the answer.
"""

from __future__ import annotations

from dataclasses import dataclass

from flint import fmpq

from quizengine.maths.same.branches import sums_vanish
from quizengine.maths.same.canonical import element
from quizengine.maths.same.domain import Domain
from quizengine.maths.same.field import Field, Path
from quizengine.maths.same.ring import SIZES, NoValue, Poly, TooHard
from quizengine.maths.same.signs import side_of
from quizengine.maths.tree import Name, Node, variables

_MAX_WALKS = 8
_MAX_SIGNS = 2  # variables whose signs are asked for first


@dataclass(frozen=True, slots=True)
class Walks:
    """What the walks through all cases found.

    equal: the two are provably equal wherever the key is defined. open: boxes around the cases in which that was
    not found. complete: the boxes hold these cases and nothing else, so that no piece of a piecewise function is
    without one.
    """

    equal: bool
    open: tuple[Domain, ...] = ()
    complete: bool = False


def walk_cases(key: Node, answer: Node, domain: Domain) -> Walks:
    """Compare `key` and `answer` case by case, and once more by the signs of the variables where that leaves cases.

    From the signs of x and y follow those of |x| - |y| and x + y, which would be asked for one after another.
    """
    walks = _walk(key, answer, domain, ())
    names = {*variables(key), *variables(answer)}
    if walks.equal or walks.complete or len(names) > _MAX_SIGNS:
        return walks
    again = _walk(key, answer, domain, tuple(sorted(names)))
    return again if again.equal else walks


def _walk(key: Node, answer: Node, domain: Domain, names: tuple[str, ...]) -> Walks:
    """The walks on which the signs of the variables `names` are asked for first."""
    path = Path()
    work, defined = 0, False
    left: list[Domain] = []
    for _ in range(_MAX_WALKS):
        field = Field(SIZES[-1], domain)
        field.path, field.work = path, work
        try:
            for name in names:
                side_of(field, element(field, Name(name))[0])
            equal = _equal_here(field, key, answer)
        except (TooHard, RecursionError):
            return Walks(False, (*left, field.box()))
        defined |= equal is True
        if equal is False:
            left.append(field.box())
            if not field.is_box():
                break
        path, work = path.next(), field.work
        if path.done:
            return Walks(defined and not left, tuple(left), complete=True)
    return Walks(False, tuple(left))


def _equal_here(field: Field, key: Node, answer: Node) -> bool | None:
    """Are the two found equal on this walk? None where the key has no value on it."""
    try:
        ours = element(field, key)
    except NoValue:
        return None
    needed, field.conditions, field.risky = field.conditions, [], False
    rest = field.reduce(field.subtract(ours, element(field, answer))[0])
    if field.needs_more_than(needed):
        return False
    return bool(rest == 0) or (not isinstance(rest, fmpq) and _sums_vanish(field, rest))


def _sums_vanish(field: Field, rest: Poly) -> bool:
    try:
        return sums_vanish(field, rest)
    except TooHard:
        return False
