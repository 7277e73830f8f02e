"""Polynomials split into irreducible factors, as far as that takes no long time."""

from __future__ import annotations

from typing import Any

from quizengine.maths.budget import spend
from quizengine.maths.equality.normal_form.ring import Poly, TooHard

_MOST_DEGREES = (0, 150, 24, 16)  # by the number of generators: to split x³⁰ + y³⁰ - 1 takes a minute
_SPLIT = 30  # work
_DEGREES = 200  # squared degrees that are one unit of work


def irreducible_factors(poly: Poly) -> tuple[Any, list[tuple[Poly, int]]]:
    """Return a polynomial as a rational and irreducible factors with their powers; raises TooHard, Spent."""
    places = sum(degree > 0 for degree in poly.degrees())
    degree = int(poly.total_degree())
    if degree > _MOST_DEGREES[min(places, 3)]:
        raise TooHard
    spend(_SPLIT + degree**2 / _DEGREES)
    constant, factors = poly.factor()
    return constant, [(factor, int(power)) for factor, power in factors]
