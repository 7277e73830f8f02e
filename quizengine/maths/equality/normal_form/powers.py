"""Powers whose exponent is no written number: u^v is e^(v·ln u), but where it has more values than that.

For u = 0 < v it is 0. For u < 0 it has a value where v is a rational with an odd denominator: on an open set if v is
constant there, which must be ruled out.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from flint import arb, fmpq

from quizengine.maths.equality.at_point import LADDER
from quizengine.maths.equality.normal_form.exponentials import exponential
from quizengine.maths.equality.normal_form.factors import Parts
from quizengine.maths.equality.normal_form.generators import Field
from quizengine.maths.equality.normal_form.ring import Element, NoValue, Poly, TooHard, UndefinedEverywhere
from quizengine.maths.equality.normal_form.roots import logarithm
from quizengine.maths.equality.normal_form.values import at_point
from quizengine.maths.equality.signs.assumptions import on_whole_domain
from quizengine.maths.equality.signs.definedness import in_one_piece, not_zero, some_points
from quizengine.maths.evaluate import precision

_POINTS = 4  # of the domain, between which an exponent is seen to change


def constant_of(field: Field, exponent: Element) -> Fraction | None:
    """Return the rational that an exponent such as 2y/y is by its normal form; None for any other."""
    top, bottom = field.lowest(exponent)
    if field.reduce(top) == 0:
        return Fraction(0)
    if not (isinstance(top, fmpq) and isinstance(bottom, fmpq)):
        return None
    number = top / bottom
    return Fraction(int(number.p), int(number.q))


def general_power(field: Field, parts: Parts, exponent: Element) -> Element:
    """Return (product of parts)^exponent; TooHard where it may have values that e^(exponent·ln u) has not."""
    nonzero, conditions = len(field.nonzero), len(field.conditions)
    try:
        made = exponential(field, field.multiply(exponent, logarithm(field, parts)))
    except UndefinedEverywhere:
        raise TooHard from None
    except NoValue:
        if nowhere_rational(field, exponent):
            raise
        raise TooHard from None
    if len(field.conditions) > conditions and not nowhere_rational(field, exponent):
        raise TooHard
    bases = field.nonzero[nonzero:]
    if not all(not_zero(field, poly, (), (), False) for poly in bases):
        raise TooHard
    field.bases.extend(bases)
    return made


def nowhere_rational(field: Field, exponent: Element) -> bool:
    """Return whether an exponent is proven to be no rational constant on any open set."""
    top, bottom = field.lowest(exponent)
    return _is_irrational(field, top, bottom) or _changes_everywhere(field, top, bottom)


def _is_irrational(field: Field, top: Poly, bottom: Poly) -> bool:
    """A rational times one root of a prime, power of π or rational power of e."""
    if not isinstance(bottom, fmpq) or isinstance(top, fmpq) or len(top) != 1:
        return False
    used = [field.stands[index] for index, _ in field.used(top)]
    if len(used) != 1:
        return False
    (there,) = used
    if there.kind == "exp":
        return isinstance(there.mono, fmpq) and isinstance(there.over, fmpq)
    return there.kind == "pi" or (there.kind == "root" and isinstance(there.base, fmpq))


def _changes_everywhere(field: Field, top: Poly, bottom: Poly) -> bool:
    """Is it made of what is analytic on the whole domain, and not the same at two points of it?"""
    with on_whole_domain(field), precision(LADDER[0]):
        if not (in_one_piece(field, top) and in_one_piece(field, bottom)):
            return False
        try:
            found = [at_point(field, place, LADDER[0]) for place in some_points(field, _POINTS)]
            values = [there.value(top) / there.value(bottom) for there in found]
        except (TooHard, KeyError):
            return False
    return any(bool(one != other) for one, other in combinations(filter(arb.is_finite, values), 2))
