"""The real line cut at the roots of polynomials, and simple numbers between two others."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import floor, lcm
from typing import Any

from flint import fmpz_poly

from quizengine.maths.same.domain import Range
from quizengine.maths.same.ring import TooHard

_MOST_DEGREE = 40
_NICE = (Fraction(1), Fraction(2), Fraction(-1), Fraction(1, 2), Fraction(3), Fraction(-2))


def intervals(polys: Sequence[Sequence[Fraction]], ends: Range) -> list[Range]:
    """The open intervals into which the real roots of `polys` cut `ends`; polynomials lowest coefficient first.

    No root lies in an interval that comes back; its borders are rational numbers close to a root, or the ends.
    Raises TooHard for polynomials of very high degree.
    """
    low, high = ends
    roots = sorted((root for poly in polys for root in _roots(poly)), key=lambda root: root[0])
    found: list[Range] = []
    border = low
    for left, right in roots:
        if (low is not None and right <= low) or (high is not None and left >= high):
            continue
        if border is None or border < left:
            found.append((border, left))
        border = right if border is None else max(border, right)
    if high is None or border is None or border < high:
        found.append((border, high))
    return found


def _roots(poly: Sequence[Fraction]) -> list[tuple[Fraction, Fraction]]:
    """Each real root between two rationals that are equal or close."""
    scale = lcm(*(x.denominator for x in poly))
    whole: Any = fmpz_poly([int(x * scale) for x in poly])
    if whole.degree() < 1:
        return []
    if whole.degree() > _MOST_DEGREE:
        raise TooHard
    real = [root.real for root, _ in whole.complex_roots() if root.imag == 0]  # a real root has no imaginary radius
    return [(_rational(root.lower()), _rational(root.upper())) for root in real]


def _rational(number: Any) -> Fraction:
    mantissa, exponent = number.man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)


def simplest(low: Fraction | None, high: Fraction | None, choice: int = 0) -> Fraction:
    """A simple number strictly between two others, None being infinite; another one for another `choice`."""
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
