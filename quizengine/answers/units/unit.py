"""A unit as a value: a scale and powers of base units, so that °C/s, K s⁻¹ and 60 K/min are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

#: Units of temperature that count from another zero: alone they are their own base, in °C/s they are differences.
DIFFERENCES: Mapping[str, Fraction] = {"°C": Fraction(1), "°F": Fraction(5, 9)}


@dataclass(frozen=True, slots=True)
class Unit:
    """`scale` times the base units with their powers, by name and without zeros; see `unit_of`."""

    scale: Fraction
    powers: tuple[tuple[str, int], ...]

    def __mul__(self, other: Unit) -> Unit:
        powers = dict(self.powers)
        for base, power in other.powers:
            powers[base] = powers.get(base, 0) + power
        return unit_of(self.scale * other.scale, powers)

    def __pow__(self, exponent: int) -> Unit:
        return unit_of(self.scale**exponent, {base: power * exponent for base, power in self.powers})

    def settled(self) -> Unit:
        """Return the unit with differences of temperature in kelvin, as in °C/s; °C alone stays."""
        if not any(base in DIFFERENCES for base, _ in self.powers) or (
            self.scale == 1 and len(self.powers) == 1 and self.powers[0][1] == 1
        ):
            return self
        made = Unit(self.scale, ())
        for base, power in self.powers:
            scale = DIFFERENCES.get(base)
            made *= Unit(Fraction(1), ((base, power),)) if scale is None else Unit(scale**power, (("K", power),))
        return made


ONE = Unit(Fraction(1), ())


def unit_of(scale: Fraction, powers: Mapping[str, int]) -> Unit:
    """Return the unit of a scale and powers in any order, zeros too."""
    return Unit(scale, tuple(sorted((base, power) for base, power in powers.items() if power)))
