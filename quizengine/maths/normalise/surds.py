"""The exact numbers that normalising knows: a rational times the square root of a whole number."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import gcd, isqrt

from quizengine.maths.tree import MAX_DIGITS, Call, Negative, Node, Number, Product, Quotient, product_of

LIMIT: int = 10**MAX_DIGITS
MAX_POWER = 400  # exponents beyond this one are never multiplied out


@dataclass(frozen=True, slots=True)
class Surd:
    """factor·√root; root is a positive whole number without square factors (as far as small primes tell)."""

    factor: Fraction
    root: int = 1

    def fits(self) -> bool:
        """Return whether numerator, denominator and root are short enough to stand in a tree."""
        return _longest(self) < LIMIT

    def square(self) -> Fraction:
        """Its square with its own sign: grows with the amount, so it orders amounts."""
        return self.factor * abs(self.factor) * self.root

    def times(self, other: Surd) -> Surd:
        """self·other."""
        if self.root == 1 and other.root == 1:
            return Surd(self.factor * other.factor)
        common = gcd(self.root, other.root)
        return Surd(self.factor * other.factor * common, (self.root // common) * (other.root // common))

    def over(self, other: Surd) -> Surd:
        """self/other; other is not zero."""
        return self.times(Surd(1 / (other.factor * other.root), other.root))

    def power(self, exponent: int) -> Surd | None:
        """self^exponent, or None where it is undefined or too long to write out."""
        if self.factor == 0 and exponent <= 0:
            return None
        bits = _longest(self).bit_length() - 1
        if abs(exponent) > MAX_POWER or bits * abs(exponent) > 4 * MAX_DIGITS:
            return None
        half, odd = divmod(abs(exponent), 2)
        size = Surd(self.factor ** abs(exponent) * self.root**half, self.root if odd else 1)
        result = size if exponent >= 0 else Surd(Fraction(1)).over(size)
        return result if result.fits() else None


def _longest(size: Surd) -> int:
    return max(abs(size.factor.numerator), size.factor.denominator, size.root)


def square_root(value: Fraction) -> Surd:
    """√value in lowest form; value is not negative."""
    inside = value.numerator * value.denominator
    outside, root = _without_squares(inside)
    return Surd(Fraction(outside, value.denominator), root)


@lru_cache(maxsize=1024)
def _without_squares(number: int) -> tuple[int, int]:
    """(k, m) with number = k²·m; m has no square factor p² for primes p up to 1000."""
    if number == 0:
        return 0, 1
    exact = isqrt(number)
    if exact * exact == number:
        return exact, 1
    outside, left, prime = 1, number, 2
    while prime <= 1000 and prime * prime <= left:
        while left % (prime * prime) == 0:
            left //= prime * prime
            outside *= prime
        prime += 1
    exact = isqrt(left)
    return (outside * exact, 1) if exact * exact == left else (outside, left)


def whole_root(value: Fraction, degree: int) -> Fraction | None:
    """Return the exact real root of that degree (≥ 2) of a rational, or None when it is no rational or not real."""
    if degree > MAX_POWER or (value < 0 and degree % 2 == 0):
        return None
    top, bottom = _integer_root(abs(value.numerator), degree), _integer_root(value.denominator, degree)
    if top is None or bottom is None:
        return None
    return Fraction(-top if value < 0 else top, bottom)


def _integer_root(number: int, degree: int) -> int | None:
    """The whole number whose power of that degree is `number` ≥ 0, found by bisection, or None."""
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while low < high:
        middle = (low + high) // 2
        if middle**degree < number:
            low = middle + 1
        else:
            high = middle
    return low if low**degree == number else None


def node_of_fraction(value: Fraction) -> Node:
    """Return the tree of a rational: a Number, or a Negative of one, as text would give it."""
    number = Number(abs(value.numerator), value.denominator)
    return Negative(number) if value < 0 else number


def build(size: Surd, rest: tuple[Node, ...], fraction_bar: bool) -> Node:
    """size·rest as a textbook writes it: sign first, then number, root, rest; over the denominator if fraction_bar."""
    if size.factor < 0:
        return Negative(build(Surd(-size.factor, size.root), rest, fraction_bar))
    top: list[Node] = [Number(size.factor.numerator)] if size.factor.numerator != 1 else []
    root: list[Node] = [Call("sqrt", (Number(size.root),))] if size.root != 1 else []
    bottom = size.factor.denominator
    if len(rest) == 1 and isinstance(rest[0], Quotient) and rest[0].denominator != Number(0):
        above = [] if rest[0].numerator == Number(1) else _factors(rest[0].numerator)
        below: list[Node] = [Number(bottom)] if bottom != 1 else []
        return Quotient(product_of([*top, *root, *above]), product_of([*below, *_factors(rest[0].denominator)]))
    if bottom == 1:
        return product_of([*top, *root, *rest])
    if not root and not rest:
        return Number(size.factor.numerator, bottom)
    if fraction_bar or root:
        return Quotient(product_of([*top, *root, *rest]), Number(bottom))
    return product_of([Number(size.factor.numerator, bottom), *rest])


def _factors(node: Node) -> list[Node]:
    return list(node.factors) if isinstance(node, Product) else [node]
