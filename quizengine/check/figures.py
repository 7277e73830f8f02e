"""Contour maps on which there is nothing to see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from quizengine.maths.evaluate import Undefined, Unsure, ball, precision
from quizengine.maths.tree import Number

if TYPE_CHECKING:
    from quizengine.draw import Figure
    from quizengine.maths.tree import Node

STEPS = 10  # the grid that is looked at has one point more on each side
FLAT = 1e-9


def empty(figure: Figure) -> Iterator[str]:
    """Why there is nothing to see: no values, no change, or no level among the values."""
    values = _values(figure)
    if not values:
        yield "there is nothing to see: the function has no value in this rectangle"
        return
    least, most = min(values), max(values)
    if most - least <= FLAT * max(1.0, abs(most)):
        yield "there is nothing to see: the function has the same value everywhere"
    elif isinstance(figure.levels, tuple):
        levels = [float(ball(level, {}).mid()) for level in figure.levels]
        if not any(least <= level <= most for level in levels):
            yield f"there is nothing to see: the values run from {least:.3g} to {most:.3g}, and no level lies there"


def _values(figure: Figure) -> list[float]:
    across, up = (_places(*side) for side in (figure.horizontal, figure.vertical))
    found = []
    with precision(53):
        for x in across:
            for y in up:
                point = dict(zip(figure.variables, (x, y), strict=True))
                try:
                    found.append(float(ball(figure.function, point).mid()))
                except (Undefined, Unsure):
                    continue
    return found


def _places(low: Node, high: Node) -> list[Any]:
    first, last = ball(low, {}), ball(high, {})
    share = [ball(Number(step, STEPS), {}) for step in range(STEPS + 1)]
    return [first + (last - first) * part for part in share]
