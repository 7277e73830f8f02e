"""Where the variables of a question range, and the exact points at which two expressions are compared there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

Range = tuple[Fraction | None, Fraction | None]
Coordinates = tuple[tuple[str, Fraction], ...]

# Sizes in the order in which a person would like to meet them in "at x = 1, y = 2"; the large and small
# ones at the end are there for expressions that change their law far out or near zero.
_SIZES = tuple(
    Fraction(text)
    for line in (
        "1 2 3 1/2 4 3/2 5 5/2 1/4 7 1/3 10 7/3",
        "1/5 20 9/4 100 1/10 1000 1/100 10007 1/1000 1000003 50 3/4",
    )
    for text in line.split()
)
_FAR = tuple(Fraction(10) ** power for power in (4, 9, 16, 40))
POINTS = len(_SIZES)
MOST_POINTS = 160  # with those between the usual ones


@dataclass(frozen=True, slots=True)
class Domain:
    """The open range of each variable: `default` for all but those in `ranges`; None is an infinite end."""

    default: Range = (None, None)
    ranges: tuple[tuple[str, Range], ...] = ()

    @classmethod
    def real(cls) -> Domain:
        """Return all real numbers."""
        return cls()

    @classmethod
    def positive(cls) -> Domain:
        """Return all variables positive."""
        return cls((Fraction(0), None))

    @classmethod
    def intervals(cls, ranges: Mapping[str, tuple[str | None, str | None]]) -> Domain:
        """Return an open interval for each named variable, ends as rational text or None; the others are real.

        Raises ValueError for an end that is no rational number or an interval that is empty.
        """
        made = []
        for name, (low, high) in ranges.items():
            ends = (None if low is None else Fraction(low), None if high is None else Fraction(high))
            if ends[0] is not None and ends[1] is not None and ends[0] >= ends[1]:
                raise ValueError(f"the interval of {name} is empty")
            made.append((name, ends))
        return cls(ranges=tuple(made))

    def range(self, name: str) -> Range:
        """Return the open range of the variable `name`."""
        for other, ends in self.ranges:
            if other == name:
                return ends
        return self.default

    def holds(self, name: str, value: Fraction) -> bool:
        """Return whether `value` is in the range of the variable `name`."""
        low, high = self.range(name)
        return (low is None or low < value) and (high is None or value < high)

    def within(self, ranges: Mapping[str, Range]) -> Domain:
        """This domain with other ranges for some variables."""
        return Domain(self.default, tuple({**dict(self.ranges), **ranges}.items()))

    def sign(self, name: str) -> int:
        """Return 1 if the variable is positive on the domain, -1 if negative, 0 if neither."""
        low, high = self.range(name)
        if low is not None and low >= 0:
            return 1
        return -1 if high is not None and high <= 0 else 0


REAL = Domain.real()
POSITIVE = Domain.positive()


def point(variables: tuple[str, ...], domain: Domain, index: int) -> Coordinates:
    """Return the exact point `index`, from 0 to MOST_POINTS - 1: nicest first, all inside the domain, the same
    everywhere.

    The first POINTS of them reach far out and near to zero; the others fill up what lies between -10 and 10.
    """
    return tuple((name, _coordinate(index, place, domain.range(name))) for place, name in enumerate(variables))


def points(variables: tuple[str, ...], domain: Domain) -> tuple[Coordinates, ...]:
    """Return all POINTS points, which run through the sign patterns of `variables`; one empty point if there
    are none.
    """
    return tuple(point(variables, domain, index) for index in range(POINTS if variables else 1))


@lru_cache(maxsize=256)
def far_points(variables: tuple[str, ...], domain: Domain) -> tuple[Coordinates, ...]:
    """Return points where a law may change unseen: far out on every side, or near the ends of a finite range.

    Where no variable has a limit, the usual points come first, once more on their other side.
    """
    if not variables:
        return ()
    base = dict(points(variables, domain)[0])
    found: list[Coordinates] = []
    if all(domain.range(name) == (None, None) for name in variables):
        found.extend(tuple((name, -value) for name, value in place) for place in points(variables, domain))
    for size in _FAR:
        for sign in (1, -1):
            out = {name: _out(size, sign, domain.range(name)) for name in variables}
            found.append(tuple(out.items()))
            found.extend(tuple({**base, name: out[name]}.items()) for name in variables)
    return tuple(dict.fromkeys(found))


def _out(size: Fraction, sign: int, ends: Range) -> Fraction:
    low, high = ends
    near = size if sign > 0 else 1 / size
    if low is None:
        return sign * size if high is None else high - near
    if high is None:
        return low + near
    return low + (high - low) / size if sign > 0 else high - (high - low) / size


def _coordinate(index: int, place: int, ends: Range) -> Fraction:
    low, high = ends
    # Strides of different variables differ, so that no two run through the sizes side by side.
    if index < POINTS:
        size = _SIZES[(index * (1 + 2 * place) + place) % POINTS]
    else:
        step = (index - POINTS) // 2
        size = Fraction(1 + step * (1 + 2 * place) % 20, 2) + Fraction(step // 20, 8)
    if low is None:
        if high is not None:
            return high - size
        return -size if _negative(index, place) else size
    if high is None:
        return low + size
    return low + (high - low) * (Fraction(1, 2) if index == 0 and place == 0 else size / (1 + size))


def _negative(index: int, place: int) -> bool:
    """The sign pattern: the first point is all positive, then the bits of a reflected count."""
    code = index ^ (index >> 1)
    return bool((code >> (place % 5)) & 1) != bool(place >= 5 and (index * place) % 3 == 1)


def beside(point: Coordinates, domain: Domain) -> Coordinates:
    """Return a point close by, which lies on no border on which `point` lies by chance."""
    return moved(point, domain, (Fraction(place + 2, 10**6 + 3) for place in range(len(point))))


def moved(point: Coordinates, domain: Domain, by: Iterable[Fraction]) -> Coordinates:
    """Return the point with each coordinate moved, where that stays in the domain."""
    there = ((name, x, x + step) for (name, x), step in zip(point, by, strict=True))
    return tuple((name, new if domain.holds(name, new) else x) for name, x, new in there)
