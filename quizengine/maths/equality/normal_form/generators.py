"""The ring of one decision together with what its generators stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from flint import fmpq

from quizengine.maths.equality.domain import Domain
from quizengine.maths.equality.normal_form.ring import ONE, Element, Poly, Relation, Ring, TooHard
from quizengine.maths.tree import Node

Ends = tuple[Any, Any]
Input = tuple[Poly, Poly]  # numerator and denominator

_MAX_CHOICES = 5
_SPECIAL = frozenset({"log", "pi", "atan", "asin"})


@dataclass(frozen=True, slots=True)
class Generator:
    """What a generator stands for.

    kind: "name", "pi", "i", "exp" (e^(unit·mono/over)), "turn" (e^(i·unit·mono/over)), "size" (|base|),
    "root" (|base|^(1/order)), "log" (ln|base|), "atan" and "asin" (of mono/over), or "opaque": the function `name` of
    its inputs, each the quotient of two polynomials.
    sign: 1 where it cannot be negative. real: whether its value is real.
    """

    kind: str
    name: str = ""
    mono: Poly = None
    over: Poly = None
    unit: Any = None
    base: Poly = None
    order: int = 1
    inputs: tuple[Input, ...] = ()
    sign: int = 0
    real: bool = True


@dataclass(frozen=True, slots=True)
class Condition:
    """sign · (product of the factors) ≥ 0, or one of `unless` zero, which the expression needs to be defined."""

    sign: int
    factors: tuple[Poly, ...]
    unless: tuple[Poly, ...] = ()


class Path:
    """One walk through the cases: which sides are taken, 1 or -1, in the order in which they are asked for."""

    def __init__(self, sides: tuple[int, ...] = (), done: bool = False) -> None:
        self.sides = list(sides)
        self.done = done
        self.asked = 0

    def choose(self) -> int:
        """Return the next side."""
        if self.asked == len(self.sides):
            if self.asked == _MAX_CHOICES:
                raise TooHard
            self.sides.append(1)
        self.asked += 1
        return self.sides[self.asked - 1]

    def next(self) -> Path:
        """Return the walk after this one; `done` after the last."""
        sides = self.sides[: self.asked]
        while sides and sides[-1] < 0:
            sides.pop()
        return Path((*sides[:-1], -1)) if sides else Path(done=True)


class Field(Ring):
    """A ring that knows its generators, and the conditions under which the expressions built in it are defined."""

    def __init__(self, size: int, domain: Domain) -> None:
        super().__init__(size)
        self.domain = domain
        self.stands: dict[int, Generator] = {}  # from the first made to the last
        self.known: dict[tuple[str, str], Poly] = {}  # generators by kind and name
        self.special: list[tuple[Poly, Generator]] = []  # generators whose exponential has a closed form
        self.memo: dict[Node, Element] = {}
        self.conditions: list[Condition] = []
        self.nonzero: list[Poly] = []  # what is divided by, or under a logarithm: no value where it vanishes
        self.bases: list[Poly] = []  # of powers that were made of logarithms, and have a value where they vanish, too
        self.signed: list[Poly] = []  # whose sign is 1 or -1 by the rules of the field, which fail where it vanishes
        self.path: Path | None = None  # the case that is walked, if cases are told apart
        self.assumed: list[tuple[Poly, int]] = []  # the signs of polynomials in this case
        self.ranges: dict[int, Ends] = {}  # of generators that this case has narrowed
        self.evaluations: dict[Any, Any] = {}  # values of generators by point and precision

    def fork(self) -> Field:
        """Return a copy that can grow without touching this one; its conditions start empty."""
        twin = super().fork()
        assert isinstance(twin, Field)
        twin.domain, twin.stands, twin.known = self.domain, self.stands.copy(), self.known.copy()
        twin.special, twin.memo = self.special.copy(), self.memo.copy()
        twin.conditions, twin.nonzero, twin.bases, twin.signed = [], [], [], []
        twin.path, twin.assumed, twin.ranges, twin.evaluations = None, [], {}, {}
        return twin

    def needs_more_than(self, conditions: Sequence[Condition]) -> bool:
        """Return whether there is a condition of what was built here that is not among `conditions`."""
        return any(condition not in conditions for condition in self.conditions)

    def keep_from_zero(self, poly: Poly) -> None:
        """Note that what is built here has a value only where `poly` is not 0."""
        if not isinstance(poly, fmpq):
            self.nonzero.append(poly)

    def ends(self, index: int) -> Ends:
        """Return the least and the greatest value of a generator, None where there is no limit."""
        narrowed = self.ranges.get(index)
        if narrowed is not None:
            return narrowed
        stands = self.stands[index]
        if stands.kind == "name":
            low, high = self.domain.range(stands.name)
            return _rational(low), _rational(high)
        return (fmpq(0), None) if stands.sign > 0 else (None, None)

    def sign(self, index: int) -> int:
        """Return 1 if the generator is never negative, -1 if never positive, else 0."""
        if index not in self.ranges:
            return self.stands[index].sign
        low, high = self.ranges[index]
        return 1 if low is not None and low >= 0 else -1 if high is not None and high <= 0 else 0

    def assume(self, poly: Poly, sign: int) -> None:
        """From here on `poly`, with leading coefficient 1, has this sign."""
        self.assumed.append((poly, sign))
        (index, power), *others = self.used(poly)
        if others or power > 1 or not self.stands[index].real:
            return
        border = -poly.to_dict().get((0,) * len(self.free), fmpq(0))
        low, high = self.ends(index)
        self.ranges[index] = (border, high) if sign > 0 else (low, border)

    def new(self, stands: Generator, relation: Relation | None = None) -> Poly:
        """Return a new generator that stands for `stands`."""
        made = self.generator(relation)
        self.stands[len(self.free) - self.made] = stands
        if stands.kind in _SPECIAL:
            self.special.append((made, stands))
        return made

    def find(self, kind: str, mono: Poly = None, over: Poly = None, base: Poly = None) -> tuple[Poly, Generator] | None:
        """Return the newest generator of `kind` with these data, and what it stands for."""
        for index, there in reversed(self.stands.items()):
            if there.kind != kind:
                continue
            if base is not None:
                if there.base == base:
                    return self.free[index], there
            elif there.mono == mono and there.over == over:
                return self.free[index], there
        return None

    def simple(self, kind: str, sign: int = 0, name: str = "") -> Poly:
        """Return the one generator of `kind` and `name`, made if it is not there yet."""
        made = self.known.get((kind, name))
        if made is None:
            made = self.known[kind, name] = self.new(Generator(kind, name, sign=sign))
        return made

    def imaginary(self) -> Poly:
        """Return the generator i, with i² = -1."""
        made = self.known.get(("i", ""))
        if made is None:
            made = self.known["i", ""] = self.new(Generator("i", real=False), Relation(2, fmpq(-1)))
        return made

    def used(self, poly: Poly) -> Iterator[tuple[int, int]]:
        """Yield the (index, greatest power) of each generator in `poly`."""
        if not isinstance(poly, fmpq):
            for index, power in enumerate(poly.degrees()):
                if power > 0:
                    yield index, int(power)

    def alone(self, index: int) -> tuple[int, ...]:
        """Return the exponents of a generator by itself."""
        return tuple(int(place == index) for place in range(len(self.free)))

    def real(self, poly: Poly) -> bool:
        """Return whether every generator of `poly` is real-valued."""
        return all(self.stands[index].real for index, _ in self.used(poly))

    def inverse(self, element: Element) -> Element:
        """Return 1/element; UndefinedEverywhere where element is zero everywhere."""
        self.keep_from_zero(element[0])
        return super().inverse(element)

    def lowest(self, element: Element) -> tuple[Poly, Poly]:
        """Return `element` as numerator and denominator, multiplied out, reduced, without common factor, denominator
        monic.
        """
        top, bottom = self.reduce(element[0]), self.reduce(self.expand(element[1]))
        if isinstance(bottom, fmpq) or bottom.is_constant():
            lead = bottom if isinstance(bottom, fmpq) else bottom.leading_coefficient()
            if lead == 0:
                raise TooHard
            return self._plain(top * (1 / lead)), fmpq(1)
        if len(bottom) == 1:
            top, bottom = self._rationalised(top, bottom)
            if isinstance(bottom, fmpq) or bottom.is_constant():
                return self.lowest((top, ((bottom, 1),)))
        if not isinstance(top, fmpq) and top != 0:
            common = top.gcd(bottom)
            if not common.is_constant():
                top, bottom = divmod(top, common)[0], divmod(bottom, common)[0]
        scale = 1 / bottom.leading_coefficient()
        return self._plain(top * scale), self._plain(bottom * scale)

    def _rationalised(self, top: Poly, bottom: Poly) -> tuple[Poly, Poly]:
        """x/√x as √x: no root stands below, so that what is equal has one form."""
        for index, power in self.used(bottom):
            relation = self.relations.get(index)
            if relation is not None and self.stands[index].kind == "root":
                rest = self.power(self.free[index], relation.power - power)
                top, bottom = self.reduce(self.product(top, rest)), self.reduce(self.product(bottom, rest))
        return top, bottom

    def _plain(self, poly: Poly) -> Poly:
        """A constant polynomial as a rational, so that one value has one form."""
        if isinstance(poly, fmpq) or not poly.is_constant():
            return poly
        return poly.leading_coefficient() if poly != 0 else fmpq(0)

    def one_over(self, poly: Poly) -> Element:
        """Return 1/poly as an element."""
        return self.inverse((poly, ())) if not isinstance(poly, fmpq) else (1 / poly, ())


def _rational(end: Fraction | None) -> Any:
    return None if end is None else fmpq(end.numerator, end.denominator)


def power_of(field: Field, generator: Poly, n: int) -> Element:
    """generator^n for any integer n; a generator is never zero everywhere."""
    if n >= 0:
        return (field.power(generator, n), ()) if n else ONE
    return (fmpq(1), ((generator, -n),))
