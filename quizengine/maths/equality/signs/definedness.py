"""Is an expression of the field different from zero almost everywhere on a region?

What is divided by, or stands under a logarithm, must be. The proof has one step for each piece of the region: a
function that is analytic there, save where it divides by what is not zero everywhere, is either zero on the whole
piece or only on a set without interior; so one ball that does not hold 0 decides (README.md, "One point a piece").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from flint import fmpq

from quizengine.maths.equality.at_point import LADDER
from quizengine.maths.equality.domain import Coordinates, point
from quizengine.maths.equality.normal_form.factorisation import irreducible_factors
from quizengine.maths.equality.normal_form.generators import Field, Generator, Input
from quizengine.maths.equality.normal_form.ring import Poly, TooHard
from quizengine.maths.equality.normal_form.values import at_point
from quizengine.maths.equality.signs.assumptions import on_whole_domain
from quizengine.maths.equality.signs.strict_signs import strict_sign
from quizengine.maths.evaluate import precision
from quizengine.maths.function_row import POSITIVE, FunctionRow
from quizengine.maths.functions import FUNCTIONS

_TRIED = 2  # points of the domain
_PRECISIONS = LADDER[:2]
_MOST_TERMS = 60  # of a polynomial that is evaluated


def not_zero(field: Field, poly: Poly, given: Iterable[Poly], points: Sequence[Coordinates], complete: bool) -> bool:
    """Return whether `poly` is proven to vanish on no open part of a region on which no polynomial of `given` does.

    points: in the region; complete: whether each of its pieces has one of them.
    """
    if isinstance(poly, fmpq) or poly == 0:
        return bool(poly != 0)
    if len(poly) == 1:
        return all(_generator_not_zero(field, index, given, points, complete) for index, _ in field.used(poly))
    if all(field.stands[index].kind == "name" for index, _ in field.used(poly)):
        return True
    if any(poly == other for other in given) or strict_sign(field, poly):
        return True
    if not_zero_on_domain(field, poly):
        return True
    return complete and in_one_piece(field, poly) and all_apart(field, poly, points)


def not_zero_on_domain(field: Field, poly: Poly) -> bool:
    """Return whether `poly` is proven to vanish on no open part of the whole domain, whatever signs were taken."""
    with on_whole_domain(field):
        return in_one_piece(field, poly) and any(apart(field, poly, place) for place in some_points(field, _TRIED))


def some_points(field: Field, count: int) -> Iterator[Coordinates]:
    """Yield up to `count` points of the domain; one where there are no variables."""
    names = tuple(there.name for there in field.stands.values() if there.kind == "name")
    return (point(names, field.domain, index) for index in range(count if names else 1))


def _generator_not_zero(
    field: Field, index: int, given: Iterable[Poly], points: Sequence[Coordinates], complete: bool
) -> bool:
    there = field.stands[index]
    if there.kind in ("name", "pi", "i", "exp", "turn"):
        return True
    if there.kind in ("root", "size"):
        return not_zero(field, there.base, given, points, complete)
    if there.kind in ("atan", "asin"):
        return not_zero(field, there.mono, given, points, complete)
    if there.kind == "opaque" and FUNCTIONS[there.name].sign == POSITIVE:
        return True
    made = field.free[index]
    return (
        any(made == other for other in given)
        or (complete and in_one_piece(field, made) and all_apart(field, made, points))
        or not_zero_on_domain(field, made)
    )


def all_apart(field: Field, poly: Poly, points: Sequence[Coordinates]) -> bool:
    """Return whether the value of `poly` is proven not to be zero at each of `points`, of which there must be one."""
    return bool(points) and all(apart(field, poly, point) for point in points)


def apart(field: Field, poly: Poly, point: Coordinates) -> bool:
    """Return whether the value of `poly` at `point` is proven not to be zero."""
    return any(not found.contains(0) for found in _balls(field, poly, point))


def _balls(field: Field, poly: Poly, point: Coordinates) -> Iterable[Any]:
    if not isinstance(poly, fmpq) and len(poly) > _MOST_TERMS:
        return
    for bits in _PRECISIONS:
        with precision(bits):
            try:
                yield at_point(field, point, bits).value(poly)
            except (TooHard, KeyError):
                return


class _Asked:
    """What is asked of the generators of a field, each once: one that is nested n times is met 2^n times."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.known: dict[tuple[_Question, int], bool] = {}

    def all(self, poly: Poly, question: _Question) -> bool:
        """Return whether the answer is yes for each generator in `poly`."""
        return all(self._one(index, question) for index, _ in self.field.used(poly))

    def _one(self, index: int, question: _Question) -> bool:
        told = self.known.get((question, index))
        if told is None:
            told = self.known[question, index] = question(self, self.field.stands[index])
        return told


_Question = Callable[[_Asked, Generator], bool]


def in_one_piece(field: Field, poly: Poly) -> bool:
    """Return whether `poly` is zero everywhere on a connected region if it is on an open part of it.

    So it is if it is made by rational operations and exponentials of what is analytic on the whole region.
    """
    return _Asked(field).all(poly, _unbroken)


def analytic(field: Field, poly: Poly) -> bool:
    """Return whether `poly` is analytic on the whole region, without a pole."""
    return _Asked(field).all(poly, _smooth)


def _unbroken(asked: _Asked, there: Generator) -> bool:
    if there.kind in ("exp", "turn"):
        return asked.all(there.mono, _unbroken) and asked.all(there.over, _unbroken)
    return _smooth(asked, there)


def _constant(asked: _Asked, there: Generator) -> bool:
    """Does no variable stand in it?"""
    inner = (part for part in (there.mono, there.over, there.base, *chain(*there.inputs)) if part is not None)
    return there.kind != "name" and all(asked.all(part, _constant) for part in inner)


def _smooth(asked: _Asked, there: Generator) -> bool:
    if _constant(asked, there):
        return True
    match there.kind:
        case "name":
            return True
        case "exp" | "turn" | "atan":
            return asked.all(there.mono, _smooth) and _no_pole(asked, there.over)
        case "log" | "root" | "size":
            return isinstance(there.base, fmpq) or (
                bool(strict_sign(asked.field, there.base)) and asked.all(there.base, _smooth)
            )
        case "asin":
            if not (asked.all(there.mono, _smooth) and _no_pole(asked, there.over)):
                return False
            return all(strict_sign(asked.field, there.over + sign * there.mono) for sign in (1, -1))
        case "opaque":
            return _smooth_by_row(asked, FUNCTIONS[there.name], there.inputs)
    return False


def _smooth_by_row(asked: _Asked, row: FunctionRow, inputs: tuple[Input, ...]) -> bool:
    """Does the argument keep from wherever the function may not be analytic?"""
    if row.breaks is None or not all(asked.all(top, _smooth) and _no_pole(asked, over) for top, over in inputs):
        return False
    top, over = inputs[0]
    ends = (end for end in (row.domain.low, row.domain.high) if end is not None)
    return all(strict_sign(asked.field, top - place * over) for place in (*row.breaks, *ends))


def _no_pole(asked: _Asked, over: Poly) -> bool:
    """Has `over` no zero on the region, but such as do not cut it?"""
    if isinstance(over, fmpq) or over.is_constant():
        return True
    if not asked.all(over, _smooth) or len(over) > _MOST_TERMS:
        return False
    try:
        factors = irreducible_factors(over)[1]
    except TooHard:
        return False
    return all(strict_sign(asked.field, factor) for factor, _ in factors)
