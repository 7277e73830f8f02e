"""The sign of a polynomial on the domain, where it is manifest, or in the case that is walked."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

from flint import fmpq

from quizengine.maths.budget import spend
from quizengine.maths.equality.normal_form.complex_exponentials import single, stands_for_real
from quizengine.maths.equality.normal_form.generators import Ends, Field
from quizengine.maths.equality.normal_form.ring import Poly, TooHard, coefficients
from quizengine.maths.equality.normal_form.separation_bound import is_zero
from quizengine.maths.equality.normal_form.values import Evaluation, Real
from quizengine.maths.equality.signs.ranges import sign_on_box

MOST_TERMS = 12  # of a polynomial that is looked into
_MAX_STEPS = 2
_SIGN = 8  # work
_BELOW_TWO_PI = fmpq(6283, 1000)
ODD = ("atan", "asin")  # generators with the sign of their argument


def side_of(field: Field, poly: Poly) -> int:
    """Return the sign of `poly`; where it is not known, that of the case which is walked."""
    turned, monic = _monic(poly)
    return turned * _side_of_monic(field, monic)


def _side_of_monic(field: Field, poly: Poly) -> int:
    """The sign of `poly`, with leading coefficient 1."""
    sign = sign_of(field, poly)
    if sign or field.path is None or not stands_for_real(field, poly):
        return sign
    exponent = _exponent(field, poly)
    if exponent is not None:
        return prod(side_of(field, field.free[index]) for index, power in field.used(exponent) if power % 2)
    stands = single(field, poly)
    if stands is not None and stands.kind in ODD:
        return side_of(field, stands.mono) * side_of(field, stands.over)
    angle = _half_angle(field, poly)
    if angle is not None:
        return -side_of(field, angle)
    parts = root_apart(field, poly)
    if parts is not None and len(parts[2]) <= len(poly) and all(sign_of(field, part) for part in parts[:2]):
        return _sign_of_larger(field, *parts, side_of)
    sign = field.path.choose()
    field.assume(poly, sign)
    return sign


def _exponent(field: Field, poly: Poly) -> Poly | None:
    """A monomial of the sign of u, if `poly` is e^u - 1."""
    if len(poly) != 2 or poly.total_degree() != 1 or poly.to_dict().get((0,) * len(field.free)) != -1:
        return None
    stands = single(field, poly + 1)
    return stands.mono if stands is not None and stands.kind == "exp" and isinstance(stands.over, fmpq) else None


def _half_angle(field: Field, poly: Poly) -> Poly | None:
    """The variable of the sign of θ, if `poly` is e^(iθ) - 1, which stands for -2·sin(θ/2), and |θ| < 2π."""
    if len(poly) != 2 or poly.total_degree() != 1 or poly.to_dict().get((0,) * len(field.free)) != -1:
        return None
    stands = single(field, poly + 1)
    if stands is None or stands.kind != "turn" or not isinstance(stands.over, fmpq) or isinstance(stands.mono, fmpq):
        return None
    inner = single(field, stands.mono)
    if inner is None or inner.kind != "name":
        return None
    ends = field.ends(next(index for index, _ in field.used(stands.mono)))
    small = all(end is not None and abs(end * stands.unit / stands.over) < _BELOW_TWO_PI for end in ends)
    return stands.mono if small else None


def sign_of(field: Field, poly: Poly) -> int:
    """Return 1 if `poly` is never negative on the domain, -1 if never positive, 0 if that is not found."""
    return _sign_within(field, poly, _MAX_STEPS)


def _sign_within(field: Field, poly: Poly, steps: int) -> int:
    """`sign_of` with at most so many generators taken out one after another."""
    if isinstance(poly, fmpq):
        return 1 if poly >= 0 else -1
    if poly == 0:
        return 1
    if field.assumed:
        sign = assumed_sign(field, poly)
        if sign:
            return sign
    if not field.real(poly):
        return sign_of_number(field, poly) or on_box(field, poly) or int(is_zero(field, poly))
    terms = poly.to_dict()
    spend(_SIGN + len(terms))
    signs = {term_sign(field, exponents, coefficient) for exponents, coefficient in terms.items()}
    sign = signs.pop() if len(signs) == 1 else 0
    sign = sign or _bounded_sign(field, terms) or sign_of_number(field, poly) or _sign_of_logarithm(field, poly)
    sign = sign or on_box(field, poly) or int(is_zero(field, poly))
    if sign or not steps or len(terms) > MOST_TERMS:
        return sign
    return _square_completed(field, poly, steps - 1) or _with_root(field, poly, steps - 1)


def _sign_of_logarithm(field: Field, poly: Poly) -> int:
    """The sign of ln|u| where u - 1 and u + 1 have one."""
    stands = single(field, poly)
    if stands is None or stands.kind != "log" or not field.real(stands.base):
        return 0
    above, below = sign_of(field, stands.base - 1), sign_of(field, stands.base + 1)
    if above > 0 or below < 0:
        return 1
    return -1 if above < 0 < below else 0


def on_box(field: Field, poly: Poly) -> int:
    """Return the sign of `poly` on the whole box of its variables; 0 if not found."""
    return sign_on_box(field, poly) if stands_for_real(field, poly) else 0


def sign_of_number(field: Field, poly: Poly) -> int:
    """Return the sign of a polynomial without variables, which is not zero; 0 if not found."""
    if any(field.stands[index].kind == "name" for index, _ in field.used(poly)) or not stands_for_real(field, poly):
        return 0
    try:
        number = Evaluation(field, {}).real(Real(field, poly))
    except (KeyError, TooHard):
        return 0
    return 1 if number > 0 else -1 if number < 0 else 0


def assumed_sign(field: Field, poly: Poly) -> int:
    """Return the sign of `poly` in this case: a multiple of one that is known, or the sum of two."""
    side, monic = _monic(poly)
    told = _known(field, monic)
    if told:
        return side * told
    if not field.real(poly):
        return 0  # two half turns may not be added
    for other, sign in field.assumed:
        rest_side, rest = _monic(monic - other)
        if rest_side * _known(field, rest) == sign:
            return side * sign
    return 0


def _monic(poly: Poly) -> tuple[int, Poly]:
    """The sign of the leading coefficient, and `poly` with leading coefficient 1; a number stays as it is."""
    if isinstance(poly, fmpq) or poly == 0:
        return 1, poly
    lead = poly.leading_coefficient()
    return (1, poly * (1 / lead)) if lead > 0 else (-1, poly * (1 / lead))


def _known(field: Field, monic: Poly) -> int:
    return next((sign for other, sign in field.assumed if other == monic), 0)


def _square_completed(field: Field, poly: Poly, steps: int) -> int:
    """The sign of a·g² + b·g + c for a generator g where 4ac ≥ b²: that of a."""
    index = next((index for index, power in field.used(poly) if power == 2), None)
    if index is None:
        return 0
    c, b, a = coefficients(poly, index)
    sign = _sign_within(field, a, steps)
    return sign if sign and _sign_within(field, 4 * a * c - b * b, steps) == 1 else 0


def _with_root(field: Field, poly: Poly, steps: int) -> int:
    parts = root_apart(field, poly)
    return 0 if parts is None else _sign_of_larger(field, *parts, lambda field, part: _sign_within(field, part, steps))


def root_apart(field: Field, poly: Poly) -> tuple[Poly, Poly, Poly] | None:
    """a, b and b²r² - a², if `poly` is a + b·r with the square root of something for r."""
    for index, power in field.used(poly):
        relation = field.relations.get(index)
        if power == 1 and relation is not None and relation.power == 2 and field.sign(index) == 1:
            a, b = coefficients(poly, index)
            return a, b, field.reduce(b * b * relation.value - a * a)
    return None


def _sign_of_larger(field: Field, a: Poly, b: Poly, square: Poly, sign: Callable[[Field, Poly], int]) -> int:
    """The sign of a + b·r from b²r² - a², which tells whether b·r or a is the larger."""
    side, monic = _monic(square)
    larger = {1: b, -1: a}.get(side * sign(field, monic))
    return 0 if larger is None else sign(field, larger)


def _bounded_sign(field: Field, terms: dict[tuple[int, ...], Any]) -> int:
    """The sign of a polynomial from the ranges of its generators, term by term."""
    low: Any = fmpq(0)
    high: Any = fmpq(0)
    for exponents, coefficient in terms.items():
        least, most = _bounds(field, exponents)
        ends = (least, most) if coefficient > 0 else (most, least)
        low = None if low is None or ends[0] is None else low + coefficient * ends[0]
        high = None if high is None or ends[1] is None else high + coefficient * ends[1]
    if low is not None and low >= 0:
        return 1
    return -1 if high is not None and high <= 0 else 0


def _bounds(field: Field, exponents: tuple[int, ...]) -> Ends:
    """The least and the greatest value of a product of generators that are not negative, or of one generator."""
    used = [(index, power) for index, power in enumerate(exponents) if power]
    least: Any = fmpq(1)
    most: Any = fmpq(1)
    for index, power in used:
        low, high = field.ends(index)
        if len(used) == power == 1:
            return low, high
        if low is None or low < 0:
            return None, None
        least = least * low**power
        most = None if most is None or high is None else most * high**power
    return least, most


def term_sign(field: Field, exponents: tuple[int, ...], coefficient: Any) -> int:
    """Return the sign of a term from those of its generators; 0 if not known."""
    sign = 1 if coefficient > 0 else -1
    for index, power in enumerate(exponents):
        if power % 2:
            sign *= field.sign(index)
    return sign
