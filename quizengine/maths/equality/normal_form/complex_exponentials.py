"""The generators e^u and e^(iθ), and what is real among polynomials in them.

A real expression has factors that are not: 2cos θ is (t² + 1)/t with t = e^(iθ). But t² + 1 is its own conjugate, up
to a power of t; so it is a half turn w = e^(iθ) times a real number, and t - 1 is w = e^(iθ/2) times an imaginary one.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import Any

from flint import fmpq

from quizengine.maths.equality.normal_form.generators import Field, Generator, power_of
from quizengine.maths.equality.normal_form.ring import ONE, Element, Poly, Relation


def single(field: Field, poly: Poly) -> Generator | None:
    """Return what `poly` stands for, if it is one generator."""
    if len(poly) != 1 or poly.total_degree() != 1:
        return None
    return field.stands[next(index for index, _ in field.used(poly))]


def exponential_power(field: Field, kind: str, mono: Poly, over: Poly, times: Any) -> Element:
    """e^(times·mono/over), or for kind "turn" e^(i·times·mono/over), as a power of one generator."""
    found = field.find(kind, mono, over)
    if found is None:
        unit = abs(times)
        generator = field.new(_stands(field, kind, mono, over, unit))
        return power_of(field, generator, 1 if times > 0 else -1)
    generator, there = found
    ratio = times / there.unit
    if ratio.q == 1:
        return power_of(field, generator, int(ratio.p))
    unit = _common(times, there.unit)
    finer = field.new(_stands(field, kind, mono, over, unit), Relation(int((there.unit / unit).p), generator))
    return power_of(field, finer, int((times / unit).p))


def _stands(field: Field, kind: str, mono: Poly, over: Poly, unit: Any) -> Generator:
    real = kind == "exp" and field.real(mono) and field.real(over)
    return Generator(kind, mono=mono, over=over, unit=unit, sign=1 if real else 0, real=real)


def _common(a: Any, b: Any) -> Any:
    """The greatest rational of which both a and b are integer multiples."""
    p, q, r, s = int(abs(a.p)), int(a.q), int(abs(b.p)), int(b.q)
    return fmpq(gcd(p * s, r * q), q * s)


def mirrored(field: Field, poly: Poly) -> Poly | None:
    """Return the conjugate of `poly`, times the least powers of e^(iθ) that make it a polynomial; None if it is not
    known.

    For real θ this is the complex conjugate times w², with w as in `turns`; so poly/w is real if `mirrored` gives
    `poly`, and i·poly/w is if it gives -`poly`. Real polynomials are their own mirror image.
    """
    circles = {}
    flips = None
    for index, power in field.used(poly):
        stands = field.stands[index]
        if stands.kind == "i":
            flips = index
        elif stands.kind == "turn" and field.real(stands.mono) and field.real(stands.over):
            circles[index] = power
        elif not stands.real:
            return None
    if not circles and flips is None:
        return poly
    terms = {}
    for exponents, coefficient in poly.to_dict().items():
        turned = list(exponents)
        for index, power in circles.items():
            turned[index] = power - turned[index]
        terms[tuple(turned)] = -coefficient if flips is not None and exponents[flips] % 2 else coefficient
    return field.context.from_dict(terms)


def stands_for_real(field: Field, poly: Poly) -> bool:
    """Return whether `poly` is real, or a half turn away from the real axis for all angles."""
    return mirrored(field, poly) in (poly, -poly)


def turns(field: Field, poly: Poly, exponent: Fraction) -> Element:
    """w^exponent, where w = e^(iθ/2) for each power of e^(iθ) in `poly`; 1 for a real polynomial."""
    total = ONE
    for index, power in field.used(poly):
        there = field.stands[index]
        if there.kind == "turn":
            times = there.unit * fmpq(power * exponent.numerator, 2 * exponent.denominator)
            total = field.multiply(total, exponential_power(field, "turn", there.mono, there.over, times))
    return total


def levelled(field: Field, poly: Poly) -> Poly:
    """Return `poly` or i·`poly`, whichever is w times a real number for all real angles."""
    return poly if field.real(poly) or mirrored(field, poly) != -poly else field.imaginary() * poly
