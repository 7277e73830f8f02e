"""A tree in which the fractions are decimals, for items that show their numbers so: 1/10 → 0.1, x/10 → 0.1x.

What does not end stays a fraction (1/3, x/3), and so does what would be too long. Roots and multiples of π keep their
form (√2/2, π/4), as do exponents (x^(1/2)), save those of e. The value of the tree is the same.
"""

from __future__ import annotations

from fractions import Fraction

from quizengine.maths.normalise import Surd, split
from quizengine.maths.tree import (
    Call,
    Constant,
    Negative,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    children,
    product_of,
    rebuild,
    variables,
)

MOST_FIGURES = 6  # after the point and, of a number below 1, after the zeros that follow it
MOST_PLACES = 8
WRITTEN_OUT = range(-6, 15)  # the powers of ten of a first figure that is written without a power of ten

_IRRATIONAL = (Constant("pi"),)


def as_decimals(node: Node) -> Node:
    """Return `node` with decimals for all fractions that end, in front of products and in sums, too; never raises."""
    match node:
        case Number():
            return _number(node)
        case Power(base, exponent) if not variables(exponent) and base != Constant("e"):
            return Power(as_decimals(base), exponent)
        case Product(factors) if any(isinstance(part, Number) and part.typed for part in factors):
            return Product(tuple(map(as_decimals, factors)))
        case Product() | Quotient():
            return _product(node)
    below = children(node)
    return rebuild(node, tuple(map(as_decimals, below))) if below else node


def decimal_of(value: Fraction) -> str:
    """Return a positive fraction as a decimal; "" for a whole number, and where it does not end or is too long."""
    left, places = value.denominator, 0
    for prime in (2, 5):
        power = 0
        while left % prime == 0:
            left, power = left // prime, power + 1
        places = max(places, power)
    if left != 1 or not 0 < places <= MOST_PLACES:
        return ""
    whole, rest = divmod(value.numerator * 10**places // value.denominator, 10**places)
    figures = f"{rest:0{places}d}"
    shown = figures if whole else figures.lstrip("0")
    return f"{whole}.{figures}" if len(shown) <= MOST_FIGURES else ""


def rounded_number(count: int, places: int) -> Number:
    """Return count/10^places, not negative, written with all figures of `count`: 0.2857, 38.80, 388000, 1.57e-34."""
    first = len(str(count)) - 1 - places
    value = count / Fraction(10) ** places
    if first not in WRITTEN_OUT:
        figures = str(count)
        text = f"{figures[0]}{'.' * (len(figures) > 1)}{figures[1:]}e{first}"
        return Number(value.numerator, value.denominator, text)
    text = f"{count // 10**places}.{count % 10**places:0{places}d}" if places > 0 else ""
    return Number(value.numerator, value.denominator, text)


def _number(node: Number) -> Node:
    if node.typed:
        return node
    text = decimal_of(Fraction(abs(node.numerator), node.denominator))
    return Number(node.numerator, node.denominator, text and ("-" * (node.numerator < 0) + text))


def _product(node: Product | Quotient) -> Node:
    """The number in front of a product or quotient as a decimal, and what is multiplied."""
    size, rest, _ = split(node)
    text = "" if _is_exact(size, rest) else decimal_of(abs(size.factor))
    if not text:
        return rebuild(node, tuple(map(as_decimals, children(node))))
    front: list[Node] = [Number(abs(size.factor.numerator), size.factor.denominator, text)]
    if size.root != 1:
        front.append(Call("sqrt", (Number(size.root),)))
    shown = _times(front, tuple(map(as_decimals, rest)))
    return Negative(shown) if size.factor < 0 else shown


def _is_exact(size: Surd, rest: tuple[Node, ...]) -> bool:
    """Whether it is a multiple of a root or of π, which nobody writes with a decimal in front."""
    return (not rest and size.root != 1) or rest == _IRRATIONAL


def _times(front: list[Node], rest: tuple[Node, ...]) -> Node:
    match rest:
        case (Quotient(above, below),):
            factors = () if above == Number(1) else above.factors if isinstance(above, Product) else (above,)
            return Quotient(product_of([*front, *factors]), below)
    return product_of([*front, *rest])
