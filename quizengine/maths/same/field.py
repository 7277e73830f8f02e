"""The ring of one decision together with what its generators stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flint import fmpq

from quizengine.maths.same.domain import Domain
from quizengine.maths.same.ring import ONE, Element, Poly, Relation, Ring, TooHard
from quizengine.maths.tree import Node

_SPECIAL = frozenset({"log", "pi", "atan", "asin"})


@dataclass(frozen=True, slots=True)
class Stands:
    """What a generator stands for.

    kind: "name", "pi", "i", "exp" (e^(unit·mono/over)), "turn" (e^(i·unit·mono/over)), "size" (|base|),
    "root" (|base|^(1/order)), "log" (ln|base|), or the name of any other function of mono/over.
    sign: 1 where it cannot be negative. real: whether its value is real.
    """

    kind: str
    name: str = ""
    mono: Poly = None
    over: Poly = None
    unit: Any = None
    base: Poly = None
    order: int = 1
    sign: int = 0
    real: bool = True


@dataclass(frozen=True, slots=True)
class Condition:
    """sign · (product of the factors) ≥ 0, which the expression needs to be defined."""

    sign: int
    factors: tuple[Poly, ...]


class Field(Ring):
    """A ring that knows its generators, and the conditions under which the expressions built in it are defined."""

    def __init__(self, size: int, domain: Domain) -> None:
        super().__init__(size)
        self.domain = domain
        self.stands: list[Stands] = []
        self.known: dict[tuple[str, str], Poly] = {}  # generators by kind and name
        self.special: list[tuple[Poly, Stands]] = []  # generators whose exponential has a closed form
        self.memo: dict[Node, Element] = {}
        self.conditions: list[Condition] = []
        self.risky = False  # divides by something that may vanish on an open set

    def fork(self) -> Field:
        """A copy that can grow without touching this one; its conditions start empty."""
        twin = super().fork()
        assert isinstance(twin, Field)
        twin.domain, twin.stands, twin.known = self.domain, self.stands.copy(), self.known.copy()
        twin.special, twin.memo = self.special.copy(), self.memo.copy()
        twin.conditions, twin.risky = [], False
        return twin

    def new(self, stands: Stands, relation: Relation | None = None) -> Poly:
        """A new generator that stands for `stands`."""
        made = self.generator(relation)
        self.stands.append(stands)
        if stands.kind in _SPECIAL:
            self.special.append((made, stands))
        return made

    def find(self, kind: str, mono: Poly = None, over: Poly = None, base: Poly = None) -> tuple[Poly, Stands] | None:
        """The newest generator of `kind` with these data, and what it stands for."""
        for index in range(len(self.stands) - 1, -1, -1):
            there = self.stands[index]
            if there.kind != kind:
                continue
            if base is not None:
                if there.base == base:
                    return self.made[index], there
            elif there.mono == mono and there.over == over:
                return self.made[index], there
        return None

    def simple(self, kind: str, sign: int = 0, name: str = "") -> Poly:
        """The one generator of `kind` and `name`, made if it is not there yet."""
        made = self.known.get((kind, name))
        if made is None:
            made = self.known[kind, name] = self.new(Stands(kind, name, sign=sign))
        return made

    def imaginary(self) -> Poly:
        """The generator i, with i² = -1."""
        made = self.known.get(("i", ""))
        if made is None:
            made = self.known["i", ""] = self.new(Stands("i", real=False), Relation(2, fmpq(-1)))
        return made

    def used(self, poly: Poly) -> Iterator[tuple[int, int]]:
        """The (index, greatest power) of each generator in `poly`."""
        if not isinstance(poly, fmpq):
            for index, power in enumerate(poly.degrees()):
                if power > 0:
                    yield index, int(power)

    def real(self, poly: Poly) -> bool:
        """Is every generator of `poly` real-valued?"""
        return all(self.stands[index].real for index, _ in self.used(poly))

    def inverse(self, element: Element) -> Element:
        """1/element; TooHard where element is zero everywhere."""
        numerator = element[0]
        if not isinstance(numerator, fmpq) and len(numerator) > 1:
            # |x| + x is zero on half of the line: what divides by it has a gap that no factor shows.
            self.risky |= any(self.stands[index].kind == "size" for index, _ in self.used(numerator))
        return super().inverse(element)

    def lowest(self, element: Element) -> tuple[Poly, Poly]:
        """`element` as numerator and denominator, multiplied out, reduced, without common factor, denominator monic."""
        top, bottom = self.reduce(element[0]), self.reduce(self.expand(element[1]))
        if isinstance(bottom, fmpq) or bottom.is_constant():
            lead = bottom if isinstance(bottom, fmpq) else bottom.leading_coefficient()
            if lead == 0:
                raise TooHard
            return self._plain(top * (1 / lead)), fmpq(1)
        if not isinstance(top, fmpq) and top != 0:
            common = top.gcd(bottom)
            if not common.is_constant():
                top, bottom = divmod(top, common)[0], divmod(bottom, common)[0]
        scale = 1 / bottom.leading_coefficient()
        return self._plain(top * scale), self._plain(bottom * scale)

    def _plain(self, poly: Poly) -> Poly:
        """A constant polynomial as a rational, so that one value has one form."""
        if isinstance(poly, fmpq) or not poly.is_constant():
            return poly
        return poly.leading_coefficient() if poly != 0 else fmpq(0)

    def one_over(self, poly: Poly) -> Element:
        """1/poly as an element."""
        return self.inverse((poly, ())) if not isinstance(poly, fmpq) else (1 / poly, ())


def power_of(field: Field, generator: Poly, n: int) -> Element:
    """generator^n for any integer n; a generator is never zero everywhere."""
    if n >= 0:
        return (field.power(generator, n), ()) if n else ONE
    return (fmpq(1), ((generator, -n),))
