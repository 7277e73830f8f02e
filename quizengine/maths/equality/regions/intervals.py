"""The real line cut at the roots of polynomials, and simple numbers between two others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import floor, lcm
from typing import Any

from flint import fmpz_poly

from quizengine.maths.equality.domain import Range
from quizengine.maths.equality.normal_form.ring import TooHard
from quizengine.maths.evaluate import fraction_of, precision

_MOST_DEGREE = 40
_PRECISIONS = (64, 256, 1024, 4096)  # bits
_ONE = Fraction(1)
_NICE = (Fraction(1), Fraction(2), Fraction(-1), Fraction(1, 2), Fraction(3), Fraction(-2))


def intervals(polys: Sequence[Sequence[Fraction]], ends: Range) -> list[Range]:
    """Return the open intervals into which the real roots of `polys` cut `ends`; polynomials lowest coefficient first.

    No root lies in an interval that comes back, and none is left out; its borders are rational numbers close to a
    root, or the ends. Raises TooHard for polynomials of very high degree, and for roots that are too close together.
    """
    low, high = ends
    found: list[Range] = []
    border = low
    for left, right in _roots([*polys, *([-end, _ONE] for end in ends if end is not None)]):
        if (low is not None and right <= low) or (high is not None and left >= high):
            continue
        found.append((border, left))
        border = right
    found.append((border, high))
    return found


def _roots(polys: Sequence[Sequence[Fraction]]) -> list[tuple[Fraction, Fraction]]:
    """Each real root of any of `polys` between two rationals, equal or close, in order and apart from each other."""
    factors = {str(factor): factor for poly in polys for factor in _irreducible(poly)}
    for bits in _PRECISIONS:
        with precision(bits):
            roots = sorted(root for factor in factors.values() for root in _of_irreducible(factor))
        if all(right < left for (_, right), (left, _) in pairwise(roots)):
            return roots
    raise TooHard


def _irreducible(poly: Sequence[Fraction]) -> list[Any]:
    """The irreducible factors of a polynomial; two that differ have no root in common."""
    scale = lcm(*(x.denominator for x in poly))
    whole: Any = fmpz_poly([int(x * scale) for x in poly])
    if whole.degree() < 1:
        return []
    if whole.degree() > _MOST_DEGREE:
        raise TooHard
    return [factor for factor, _ in whole.factor()[1]]


def _of_irreducible(factor: Any) -> Iterator[tuple[Fraction, Fraction]]:
    if factor.degree() == 1:
        root = Fraction(-int(factor[0]), int(factor[1]))
        yield root, root
        return
    for root, _ in factor.complex_roots():
        if root.imag == 0:  # a real root has no imaginary radius
            yield fraction_of(root.real.lower()), fraction_of(root.real.upper())


def simplest(low: Fraction | None, high: Fraction | None, choice: int = 0) -> Fraction:
    """Return a simple number strictly between two others, None being infinite; another one for another `choice`."""
    if low is None and high is None:
        return _NICE[choice % len(_NICE)]
    if low is None:
        assert high is not None
        return -simplest(-high, None, choice)
    if high is None:
        return Fraction(floor(low) + 1 + choice)
    if choice:
        third = (high - low) / (choice + 2)
        return _between(low, low + third) if choice % 2 else _between(high - third, high)
    return _between(low, high)


def _between(low: Fraction, high: Fraction) -> Fraction:
    """The fraction with the least denominator strictly between low < high (M. Stern and A. Brocot, 1858 and 1861)."""
    if low < 0:
        if high > 0:
            return Fraction(0) if not (low == 0 or high == 0) else _between(Fraction(0), high)
        return -_between(-high, -low)
    whole = floor(low)
    if whole + 1 < high:
        return Fraction(whole + 1)
    if low == whole:
        return whole + _reciprocal(Fraction(0), high - whole)
    return whole + 1 / _between(1 / (high - whole), 1 / (low - whole))


def _reciprocal(low: Fraction, high: Fraction) -> Fraction:
    """A number 1/n between 0 and `high` ≤ 1."""
    assert low == 0
    return Fraction(1, floor(1 / high) + 1)
