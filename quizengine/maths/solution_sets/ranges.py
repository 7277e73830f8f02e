"""The sign of a polynomial on a closed curve such as an ellipse, by the ranges of what occurs in it."""

from __future__ import annotations

from math import prod
from typing import Any

from flint import arb, fmpq

from quizengine.maths.evaluate import Ball, precision
from quizengine.maths.solution_sets.ring import Poly, Ring, used

_BITS = 128


def never_negative(ring: Ring, poly: Poly, factor: Poly) -> bool:
    """Return whether `poly` is ≥ 0 wherever `factor` is zero."""
    with precision(_BITS):
        ranges = _ranges(factor)
        total = None if ranges is None else _value(ring, poly, ranges)
        return total is not None and bool(total >= 0)


def _value(ring: Ring, poly: Poly, ranges: dict[int, Ball]) -> Ball | None:
    """A ball that holds the values of `poly`; None where the range of a generator is not known."""
    for index in used(poly):
        if index not in ranges and not _of_root(ring, index, ranges):
            return None
    total = arb(0)
    for exponents, size in poly.to_dict().items():
        # Not by a power: flint has none of a ball that holds 0.
        parts = [ranges[index] for index, power in enumerate(exponents) for _ in range(int(power))]
        total = total + prod(parts, start=arb(size))
    return total


def _of_root(ring: Ring, index: int, ranges: dict[int, Ball]) -> bool:
    """Notes the range of a square root: from 0 to the root of the largest value."""
    stands = ring.stands[index]
    inside = _value(ring, stands.value, ranges) if stands.order == 2 else None
    if inside is None:
        return False
    ranges[index] = arb(0, 1) * abs(inside).upper().sqrt()
    return True


def _ranges(poly: Poly) -> dict[int, Ball] | None:
    """For Σ aᵢ(gᵢ - mᵢ)² = C with all aᵢ > 0: the range of each generator where `poly` is zero; None for others."""
    middle: dict[int, Any] = {}
    weight: dict[int, Any] = {}
    constant: Any = fmpq(0)
    for exponents, size in poly.to_dict().items():
        places = [(index, power) for index, power in enumerate(exponents) if power]
        if not places:
            constant = size
        elif len(places) > 1 or places[0][1] > 2:
            return None
        else:
            (weight if places[0][1] == 2 else middle)[places[0][0]] = size
    side = 1 if all(size > 0 for size in weight.values()) else -1
    if set(middle) - set(weight) or any(size * side <= 0 for size in weight.values()):
        return None
    rest = -constant + sum((m * m / (4 * weight[index]) for index, m in middle.items()), fmpq(0))
    if rest * side < 0:
        return None
    return {
        index: arb(-middle.get(index, fmpq(0)) / (2 * size)) + arb(0, 1) * arb(rest / size).sqrt()
        for index, size in weight.items()
    }
