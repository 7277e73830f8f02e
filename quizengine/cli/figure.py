"""A contour map as characters: which of its bands each place lies in, and the named points."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizengine.draw import Figure
    from quizengine.maths.tree import Node

COLUMNS, ROWS = 49, 17
BANDS = " .:-=+*#%@"


def contours(figure: Figure, width: int | None = None) -> str:
    """Return the map as lines, low places light and high ones dark; "" when the function has no values there.

    width: of the window, where there is one; a map in a narrow one has fewer columns.
    """
    room = COLUMNS if width is None else min(COLUMNS, max(width - 3, 5))
    across, up = _ticks(figure.horizontal, room), _ticks(figure.vertical, ROWS)
    if not across or not up:
        return ""
    grid = [[_value(figure, x, y) for x in across] for y in reversed(up)]
    seen = [value for row in grid for value in row if value is not None]
    if not seen or min(seen) == max(seen):
        return ""
    low, high = min(seen), max(seen)
    rows = [[_band(value, low, high) for value in row] for row in grid]
    for name, place in figure.points:
        _mark(rows, name, place, (across, up))
    x, y = figure.variables
    sides = (
        f"  {x}: {across[0]} to {across[-1]}, left to right; {y}: {up[0]} to {up[-1]}, bottom to top; darker is higher"
    )
    return "\n".join(["  " + "".join(row) for row in rows] + [sides])


def _ticks(bounds: tuple[Node, Node], count: int) -> list[Fraction]:
    from quizengine.maths.evaluate import rational

    low, high = rational(bounds[0]), rational(bounds[1])
    if low is None or high is None:
        return []
    return [low + (high - low) * n / (count - 1) for n in range(count)]


def _value(figure: Figure, x: Fraction, y: Fraction) -> float | None:
    from quizengine.draw.figure_grid import MOST
    from quizengine.maths.evaluate import Undefined, Unsure, ball
    from quizengine.maths.tree import Number

    names = zip(figure.variables, (x, y), strict=True)
    point = {name: ball(Number(value.numerator, value.denominator), {}) for name, value in names}
    try:
        found = float(ball(figure.function, point))
        return found if abs(found) <= MOST else None
    except (Undefined, Unsure, KeyError, ValueError, OverflowError):
        return None


def _band(value: float | None, low: float, high: float) -> str:
    if value is None:
        return " "
    return BANDS[min(int(len(BANDS) * (value - low) / (high - low)), len(BANDS) - 1)]


def _mark(rows: list[list[str]], name: str, place: Node, ticks: tuple[Sequence[Fraction], Sequence[Fraction]]) -> None:
    from quizengine.maths.evaluate import rational
    from quizengine.maths.tree import Vector

    if not isinstance(place, Vector) or len(place.items) != 2:
        return
    at = [rational(item) for item in place.items]
    across, up = ticks
    if at[0] is None or at[1] is None:
        return
    column = _nearest(across, at[0])
    row = len(up) - 1 - _nearest(up, at[1])
    for step, letter in enumerate(f"({name})"):
        if 0 <= column - 1 + step < len(rows[row]):
            rows[row][column - 1 + step] = letter


def _nearest(ticks: Sequence[Fraction], value: Fraction) -> int:
    return min(range(len(ticks)), key=lambda n: abs(ticks[n] - value))
