"""Arithmetic of fractions of polynomials."""

from __future__ import annotations

from quizengine.maths.solution_sets.ring import ONE, Fraction, Poly, Ring, TooHard


def made(ring: Ring, top: Poly, bottom: Poly) -> Fraction:
    """top/bottom without what both can be divided by; a number below goes above."""
    if bottom == 0:
        raise TooHard  # it has a value nowhere
    if not bottom.is_constant():
        ring.spend(10 * (len(top) + len(bottom)))
        common = top.gcd(bottom)
        top, bottom = top / common, bottom / common
    size = bottom.leading_coefficient()
    return Fraction(top / size, bottom / size)


def added(ring: Ring, left: Fraction, right: Fraction) -> Fraction:
    """Return left + right."""
    if left.bottom == right.bottom:
        return made(ring, ring.checked(left.top + right.top), left.bottom)
    top = ring.times(left.top, right.bottom) + ring.times(right.top, left.bottom)
    return made(ring, ring.checked(top), ring.times(left.bottom, right.bottom))


def times(ring: Ring, left: Fraction, right: Fraction) -> Fraction:
    """Return left·right."""
    return made(ring, ring.times(left.top, right.top), ring.times(left.bottom, right.bottom))


def divided(ring: Ring, left: Fraction, right: Fraction) -> Fraction:
    """left/right; TooHard where right is zero everywhere."""
    return times(ring, left, Fraction(right.bottom, _not_zero(right.top)))


def raised(ring: Ring, base: Fraction, exponent: int) -> Fraction:
    """base^exponent for an integer; 1 for the exponent 0."""
    if exponent < 0:
        base = Fraction(base.bottom, _not_zero(base.top))
    power = abs(exponent)
    return made(ring, ring.power(base.top, power), ring.power(base.bottom, power)) if power else Fraction(ONE)


def _not_zero(poly: Poly) -> Poly:
    if poly == 0:
        raise TooHard
    return poly
