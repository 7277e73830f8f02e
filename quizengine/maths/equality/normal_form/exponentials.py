"""e^u and e^(iu) as products of independent exponentials, so that sums of exponents become products.

Trigonometric functions are written with e^(iu) and hyperbolic ones with e^u; then the addition theorems,
sin² + cos² = 1 and all that follows from them are polynomial identities (B. Buchberger and R. Loos,
"Algebraic simplification", 1982, section on transcendental extensions).
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flint import fmpq

from quizengine.maths.equality.normal_form.complex_exponentials import exponential_power
from quizengine.maths.equality.normal_form.factors import whole
from quizengine.maths.equality.normal_form.generators import Field, Generator, power_of
from quizengine.maths.equality.normal_form.ring import ONE, ZERO, Element, Poly, Relation, TooHard
from quizengine.maths.equality.normal_form.roots import SQUARE_ROOT, absolute_power, real_power, root_of_number

_MAX_TERMS = 12  # summands of one exponent


def exponential(field: Field, exponent: Element) -> Element:
    """e^exponent."""
    return _split(field, exponent, "exp")


def turn(field: Field, angle: Element) -> Element:
    """e^(i·angle) for a real angle."""
    return _split(field, angle, "turn")


def _split(field: Field, exponent: Element, kind: str) -> Element:
    top, over = field.lowest(exponent)
    total = ONE
    if not isinstance(over, fmpq) and not isinstance(top, fmpq):
        quotient, top = divmod(top, over)
        total = _terms(field, quotient, fmpq(1), kind)
    return field.multiply(total, _terms(field, top, over, kind))


def _terms(field: Field, top: Poly, over: Poly, kind: str) -> Element:
    if isinstance(top, fmpq):
        return ONE if top == 0 else _one(field, fmpq(1), over, top, kind)
    if len(top) > _MAX_TERMS:
        raise TooHard
    if len(top) == 1:
        times = top.leading_coefficient()
        mono = top * (1 / times)
        return _one(field, fmpq(1) if mono.is_constant() else mono, over, times, kind)
    total = ONE
    for exponents, times in top.to_dict().items():
        mono = field.context.from_dict({exponents: 1}) if any(exponents) else fmpq(1)
        total = field.multiply(total, _one(field, mono, over, times, kind))
    return total


def _one(field: Field, mono: Poly, over: Poly, times: Any, kind: str) -> Element:
    """e^(times·mono/over), or the same with i, as a power of one generator."""
    known = _known(field, mono, times, kind) if isinstance(over, fmpq) else None
    if known is not None:
        return known
    return exponential_power(field, kind, mono, over, times)


def _known(field: Field, mono: Poly, times: Any, kind: str) -> Element | None:
    """A closed form where the exponent is a multiple of a logarithm, of π or of an inverse function."""
    if isinstance(mono, fmpq):
        return None
    stands = next((there for made, there in field.special if made == mono), None)
    if stands is None:
        return None
    if kind == "exp" and stands.kind == "log":
        return absolute_power(field, stands.base, Fraction(int(times.p), int(times.q)))
    if kind == "turn" and stands.kind == "pi":
        return _part_of_pi(field, times)
    if kind == "turn" and times.q == 1 and stands.kind in ("atan", "asin"):
        return field.raise_to(_inverse_turn(field, stands), int(times.p))
    return None


def _part_of_pi(field: Field, times: Any) -> Element | None:
    """e^(iπ·times): by radicals for multiples of π/12, else by a root of -1."""
    p, q = int(times.p), int(times.q)
    if 12 % q == 0:
        twelfths = p * (12 // q)
        cosine, sine = _cosine_of_twelfths(field, twelfths), _cosine_of_twelfths(field, twelfths - 6)
        return field.add(cosine, field.multiply((field.imaginary(), ()), sine))
    pi = field.simple("pi", 1)
    found = field.find("turn", pi, fmpq(q))
    if found is not None:
        generator = found[0]
    else:
        stands = Generator("turn", mono=pi, over=fmpq(q), unit=fmpq(1), real=False)
        generator = field.new(stands, Relation(q, fmpq(-1)))
    return power_of(field, generator, p % (2 * q))


def _cosine_of_twelfths(field: Field, k: int) -> Element:
    """cos(kπ/12), as that of an angle in the first quarter: cos 15° = (√6 + √2)/4, cos 75° = (√6 - √2)/4."""
    k = min(k % 24, -k % 24)
    sign = 1 if k <= 6 else -1
    match min(k, 12 - k):
        case 0:
            return (fmpq(sign), ())
        case 2:
            return _times_root(field, fmpq(sign, 2), 3)
        case 3:
            return _times_root(field, fmpq(sign, 2), 2)
        case 4:
            return (fmpq(sign, 2), ())
        case 6:
            return ZERO
        case 1 | 5 as place:
            other = fmpq(sign if place == 1 else -sign, 4)
            return field.add(_times_root(field, fmpq(sign, 4), 6), _times_root(field, other, 2))
    raise AssertionError(f"{k} is no place in the first quarter")


def _times_root(field: Field, times: Any, number: int) -> Element:
    """times·√number."""
    return field.multiply((times, ()), root_of_number(field, fmpq(number), SQUARE_ROOT))


def _inverse_turn(field: Field, stands: Generator) -> Element:
    """e^(i·atan u) = (1 + iu)/√(1+u²) and e^(i·asin u) = √(1-u²) + iu."""
    u = field.multiply((stands.mono, ()), field.one_over(stands.over))
    turned = field.multiply((field.imaginary(), ()), u)
    square = field.multiply(u, u)
    if stands.kind == "atan":
        length = real_power(field, whole(field.add(ONE, square)), SQUARE_ROOT)
        return field.multiply(field.add(ONE, turned), field.inverse(length))
    rest = field.subtract(ONE, square)
    return field.add(real_power(field, whole(rest), SQUARE_ROOT), turned)
