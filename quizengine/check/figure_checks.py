"""Contour maps on which there is nothing to see."""

from __future__ import annotations

from collections.abc import Iterator
from math import isinf, isnan

from quizengine.draw import Figure
from quizengine.draw.figure_grid import MOST, all_values, real

CELLS = 10  # in each direction
FLAT = 1e-9
MUCH = 0.1  # of the places: at the edge of where a function has values some may stay open


def empty(figure: Figure) -> Iterator[str]:
    """Why there is nothing to see: values too large, no values, no change, or no level among the values."""
    values = [value for row in all_values(figure, CELLS) for value in row if not isnan(value)]
    lost, large = sum(map(isinf, values)), max((abs(value) for value in values if not isinf(value)), default=0)
    if large > MOST or lost >= MUCH * (CELLS + 1) ** 2:
        told = f"they reach {large:.3g}" if large > MOST else f"at {lost} of {(CELLS + 1) ** 2} places none can be told"
        yield f"the values of the function are too large to be drawn in this rectangle ({told}); take a smaller one"
        return
    values = [value for value in values if not isinf(value)]
    if not values:
        yield "there is nothing to see: the function has no value in this rectangle"
        return
    least, most = min(values), max(values)
    if most - least <= FLAT * max(1.0, abs(most)):
        yield "there is nothing to see: the function has the same value everywhere"
    elif isinstance(figure.levels, tuple):
        levels = [real(level) for level in figure.levels]
        if not any(least <= level <= most for level in levels):
            yield f"there is nothing to see: the values run from {least:.3g} to {most:.3g}, and no level lies there"
