"""Contour maps on which there is nothing to see."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan

from quizengine.draw import Figure
from quizengine.draw.figure_grid import MOST, all_values, real

CELLS = 10  # in each direction
FLAT = 1e-9


def empty(figure: Figure) -> Iterator[str]:
    """Why there is nothing to see: values too large, no values, no change, or no level among the values."""
    values = [value for row in all_values(figure, CELLS) for value in row if not isnan(value)]
    if any(abs(value) > MOST for value in values):
        yield f"the values of the function grow beyond {MOST:,.0f} in this rectangle, where no curves can be drawn"
        return
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
