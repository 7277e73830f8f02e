"""Points that a person likes to be shown: whole numbers and halves not far from zero."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import cycle, islice

from quizengine.maths.equality.domain import Coordinates, Domain, moved

_FAR = 10
_SHIFTS = (2, 5, 20)  # the powers of two by which a point is moved
_QUARTERS = tuple(tuple(map(Fraction, pattern.split())) for pattern in ["-2 1/4", "1/4 -2", "-1/2 1/4"])
# The values of the variables in turn, from the first again when they run out.
_PATTERNS = tuple(
    tuple(map(Fraction, pattern.split()))
    for pattern in ["1 2 3", "1/2 -1/2", "-1/2 1/2", "1/2", "-1/2", "-1 -2 -3", "2 1", "1 -1", "-1 1", "3/2 1/2", "5 3"]
)


def easily_read(point: Coordinates) -> bool:
    """Return whether `point` is one that a person likes."""
    return all(x.denominator <= 2 and abs(x) <= _FAR for _, x in point)


@lru_cache(maxsize=256)
def witness_points(variables: tuple[str, ...], domain: Domain) -> tuple[Coordinates, ...]:
    """Return some points that a person likes, all of the domain."""
    return tuple(_points(_PATTERNS, variables, domain))


def points_near(point: Coordinates, domain: Domain) -> Iterator[Coordinates]:
    """Yield points with quarters, then such as lie close to `point`, ever closer, by even parts.

    An even root of what is negative has no value there, and a power that is a root by chance is an even one.
    """
    yield from _points(_QUARTERS, tuple(name for name, _ in point), domain)
    for power in _SHIFTS:
        yield moved(point, domain, (Fraction(2 * index + 1, 2**power) for index in range(len(point))))


def _points(
    patterns: tuple[tuple[Fraction, ...], ...], variables: tuple[str, ...], domain: Domain
) -> Iterator[Coordinates]:
    points = (tuple(zip(variables, islice(cycle(pattern), len(variables)), strict=True)) for pattern in patterns)
    yield from dict.fromkeys(point for point in points if all(domain.holds(name, x) for name, x in point))
