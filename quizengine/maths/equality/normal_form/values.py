"""The values of polynomials at a point, as complex balls."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import Any

from flint import acb, arb, fmpq

from quizengine.maths.budget import spend
from quizengine.maths.equality.at_point import LADDER, place
from quizengine.maths.equality.domain import Coordinates
from quizengine.maths.equality.normal_form.complex_exponentials import levelled, stands_for_real
from quizengine.maths.equality.normal_form.generators import Field, Generator
from quizengine.maths.equality.normal_form.ring import Poly, TooHard
from quizengine.maths.equality.regions.cells import Terms
from quizengine.maths.evaluate import ON_BALLS, Undefined, Unsure, precision

_TERM = 1  # work of a term, and of a generator
_GENERATOR = 8


class Real:
    """The real number that a polynomial stands for, even if that is half a turn away; made once for many points."""

    def __init__(self, field: Field, poly: Poly) -> None:
        self.field, self.poly = field, poly
        self.turns = [
            (there, power) for index, power in field.used(poly) if (there := field.stands[index]).kind == "turn"
        ]

    @cached_property
    def level(self) -> Poly:
        """A real or imaginary multiple of it, turned by half of `turns`; TooHard where the field has no room for i."""
        return levelled(self.field, self.poly)

    def sign_at(self, point: Coordinates) -> int:
        """Return 1 or -1, the sign at a point; 0 if it cannot be told."""
        with precision(LADDER[1]):
            try:
                found = at_point(self.field, point, LADDER[1]).real(self)
            except (TooHard, KeyError):
                return 0
            return 1 if found > 0 else -1 if found < 0 else 0


class Evaluation:
    """A field at a point, at the precision in force; each generator is worked out once."""

    def __init__(self, field: Field, where: Mapping[str, Any]) -> None:
        self.field = field
        self.where = where
        self.known: dict[int, Any] = {}

    def value(self, poly: Poly) -> Any:
        """Return the value of `poly`; KeyError for a variable that is not given, TooHard for other generators."""
        if isinstance(poly, fmpq):
            return acb(arb(poly))
        spend(_TERM * len(poly))
        total = acb(0)
        for exponents, coefficient in poly.to_dict().items():
            term = acb(arb(coefficient))
            for index, power in enumerate(exponents):
                if power:
                    term *= self.generator(index) ** power
            total += term
        return total

    def real(self, number: Real) -> Any:
        """Return the value of a real number."""
        total = self.value(number.level)
        for there, power in number.turns:
            total /= self._exponential(there, fmpq(power, 2))
        return total.real

    def generator(self, index: int) -> Any:
        """Return the value of a generator."""
        if index not in self.known:
            spend(_GENERATOR)
            self.known[index] = self._generator(self.field.stands[index])
        return self.known[index]

    def _generator(self, there: Generator) -> Any:
        match there.kind:
            case "name":
                return acb(self.where[there.name])
            case "pi":
                return acb(arb.pi())
            case "i":
                return acb(0, 1)
            case "exp" | "turn":
                return self._exponential(there, fmpq(1))
            case "log":
                return acb(abs(self.value(there.base)).log())
            case "root" | "size":
                return self._size(there)
            case "atan" | "asin":
                inner = self.value(there.mono) / self.value(there.over)
                return inner.atan() if there.kind == "atan" else inner.asin()
            case "opaque":
                return self._call(there)
        raise TooHard

    def _call(self, there: Generator) -> Any:
        """A function of real numbers; TooHard where it has no value that can be told."""
        numbers = [(self.value(top) / self.value(over)).real for top, over in there.inputs]
        try:
            return acb(ON_BALLS[there.name](*numbers))
        except (Undefined, Unsure):
            raise TooHard from None

    def _exponential(self, there: Generator, times: Any) -> Any:
        inner = self.value(there.mono) / self.value(there.over) * arb(there.unit * times)
        return (inner if there.kind == "exp" else acb(0, 1) * inner).exp()

    def _size(self, there: Generator) -> Any:
        """Return |base|^(1/order), turned from the real axis by half of the angles in `base`."""
        if not isinstance(there.base, fmpq) and not stands_for_real(self.field, there.base):
            raise TooHard
        size = acb(abs(self.value(there.base)) ** fmpq(1, there.order))
        for index, power in self.field.used(there.base):
            inner = self.field.stands[index]
            if inner.kind == "turn":
                size *= self._exponential(inner, fmpq(power, 2 * there.order))
        return size


def at_point(field: Field, point: Coordinates, bits: int) -> Evaluation:
    """Return the field at an exact point, at `bits` bits, which must be the precision in force."""
    made = field.evaluations.get((point, bits))
    if made is None:
        made = field.evaluations[point, bits] = Evaluation(field, place(point, bits))
    return made


def terms_in(field: Field, names: tuple[str, ...], poly: Poly) -> Terms | None:
    """Return `poly` as a polynomial in `names`; None if other generators stand in it."""
    places: dict[int, int] = {}
    for index, _ in field.used(poly):
        if field.stands[index].kind != "name":
            return None
        places[index] = names.index(field.stands[index].name)
    terms: dict[tuple[int, ...], Any] = {}
    for exponents, coefficient in poly.to_dict().items():
        mine = [0] * len(names)
        for index, number in places.items():
            mine[number] = int(exponents[index])
        terms[tuple(mine)] = Fraction(int(coefficient.p), int(coefficient.q))
    return terms
