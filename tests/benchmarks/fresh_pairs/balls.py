"""Numbers with the bound of their error, on mpmath: what a tree is worth at one point.

A value is a pair (mpf, e): the true value lies within 2^e. `None` is undefined. What cannot be told from zero at this
precision counts as zero, `assumed`; who asks looks again at a precision beyond all magnitudes that came up (`spread`).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from mpmath import mp, mpf

Ball = tuple[mpf, float]
NEVER = -math.inf
EXACT_ZERO: Ball = (mpf(0), NEVER)
LARGEST = 20  # bits in the argument of exp


class Imprecise(Exception):
    """At this precision nothing can be said."""


class Unusable(Exception):
    """At no precision in reach can anything be said: the numbers are too large."""


def size(value: mpf) -> float:
    """log2 of |value|, rounded up."""
    _, man, exp, bits = value._mpf_
    return exp + bits if man else NEVER


def either(*bounds: float) -> float:
    """log2 of the sum of 2^bound."""
    top = max(bounds)
    return top if top == NEVER else top + math.log2(sum(2.0 ** (b - top) for b in bounds if b > top - 60))


class Balls:
    """Arithmetic at one precision; keeps what had to be assumed and how far magnitudes spread."""

    def __init__(self, bits: int) -> None:
        self.bits, self.assumed, self.spread = bits, False, 0.0

    def made(self, value: mpf, error: float) -> Ball:
        large = size(value)
        if large != NEVER and large > error:
            self.spread = max(self.spread, abs(large))
        return value, either(error, large - self.bits)

    def zero(self, a: Ball) -> bool:
        """Whether it counts as zero."""
        value, error = a
        if size(value) > error + 4:
            return False
        if error > -self.bits / 4:
            raise Imprecise
        if error != NEVER:
            self.assumed = True
        return True

    def sign(self, a: Ball) -> int:
        return 0 if self.zero(a) else 1 if a[0] > 0 else -1

    def number(self, value: Fraction) -> Ball:
        whole = mpf(value.numerator)
        return (whole, NEVER) if value.denominator == 1 else self.made(whole / value.denominator, NEVER)

    def add(self, a: Ball, b: Ball) -> Ball:
        return self.made(a[0] + b[0], either(a[1], b[1]))

    def neg(self, a: Ball) -> Ball:
        return -a[0], a[1]

    def sub(self, a: Ball, b: Ball) -> Ball:
        return self.made(a[0] - b[0], either(a[1], b[1]))

    def mul(self, a: Ball, b: Ball) -> Ball:
        return self.made(a[0] * b[0], either(size(a[0]) + b[1], size(b[0]) + a[1], a[1] + b[1]))

    def div(self, a: Ball, b: Ball) -> Ball | None:
        if self.zero(b):
            return None
        value, below = a[0] / b[0], size(b[0]) - 2
        return self.made(value, either(a[1] - below, size(value) + b[1] - below))

    def exp(self, a: Ball) -> Ball:
        if size(a[0]) > LARGEST:
            raise Unusable
        if a[1] > 0:
            raise Imprecise
        value = mp.exp(a[0])
        return self.made(value, size(value) + a[1] + 1)

    def ln(self, a: Ball) -> Ball | None:
        return self.made(mp.ln(a[0]), a[1] - size(a[0]) + 2) if self.sign(a) > 0 else None

    def whole_power(self, a: Ball, n: int) -> Ball | None:
        if n < 0:
            lower = self.whole_power(a, -n)
            return None if lower is None else self.div(self.number(Fraction(1)), lower)
        if n < 2:
            return a if n else (mpf(1), NEVER)
        if n * max(size(a[0]), 1) > 2**LARGEST:
            raise Unusable
        return self.made(a[0] ** n, math.log2(n) + (n - 1) * max(size(a[0]), a[1]) + a[1] + 1)

    def root(self, a: Ball, q: int) -> Ball | None:
        """The real root: of a negative number only where q is odd."""
        if (sign := self.sign(a)) == 0:
            return EXACT_ZERO
        if sign < 0 and q % 2 == 0:
            return None
        value = mp.root(abs(a[0]), q)
        return self.made(sign * value, a[1] - size(a[0]) + size(value) + 2)

    def fixed_power(self, a: Ball, power: Fraction) -> Ball | None:
        root = a if power.denominator == 1 else self.root(a, power.denominator)
        return None if root is None else self.whole_power(root, power.numerator)

    def power(self, a: Ball, b: Ball) -> Ball | None:
        """With an exponent that is no number: of a negative base only told where it is hopeless."""
        if (sign := self.sign(a)) > 0:
            logarithm = self.ln(a)
            return None if logarithm is None else self.exp(self.mul(b, logarithm))
        if sign == 0:
            return {1: EXACT_ZERO, 0: (mpf(1), NEVER), -1: None}[self.sign(b)]
        if abs(b[0] - mp.nint(b[0])) < mpf(2) ** -20:
            raise Unusable
        return None

    def wave(self, f: Callable[[mpf], mpf], a: Ball) -> Ball:
        """sin and cos: no steeper than 1."""
        if size(a[0]) > self.bits:
            raise Unusable
        if a[1] > 0:
            raise Imprecise
        return self.made(f(a[0]), a[1])

    def flattening(self, f: Callable[[mpf], mpf], a: Ball, order: int) -> Ball:
        """A function with a slope of at most 1, and of about |a|^-order far out."""
        if a[1] > max(size(a[0]) - 4, 0):
            raise Imprecise
        return self.made(f(a[0]), a[1] - order * max(size(a[0]) - 2, 0))

    def saturating(self, f: Callable[[mpf], mpf], a: Ball) -> Ball:
        """A function that ends near a constant: how near is a magnitude too."""
        if size(a[0]) > LARGEST:
            raise Unusable
        if size(a[0]) > 4:
            self.spread = max(self.spread, 3 * abs(float(a[0])))
        return self.flattening(f, a, 0)

    def arc(self, f: Callable[[mpf], mpf], a: Ball) -> Ball | None:
        """asin, acos, atanh and their like on [-1, 1]; at the ends the error grows to its root."""
        edge = self.sub((mpf(1), NEVER), (abs(a[0]), a[1]))
        if (sign := self.sign(edge)) < 0:
            return None
        if sign == 0:
            return self.made(f(mpf(1) if a[0] > 0 else mpf(-1)), a[1] / 2 + 2)
        return self.made(f(a[0]), a[1] - size(edge[0]) / 2 + 2)
