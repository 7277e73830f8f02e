"""The numbers at which there are ticks on an axis at all widths, as an author gives them or as they are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizengine.errors import CannotCompute
from quizengine.figures.numbers import multiples, nice_steps, powers_of_ten
from quizengine.figures.plane import Axis
from quizengine.figures.values import node, number, numbers
from quizengine.maths.tree import Vector

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace

MOST = 60


def round_values(low: float, high: float, count: int, logarithmic: bool) -> tuple[float, ...]:
    """Return the numbers on an axis at which there are ticks and grid lines: about `count`, or the powers of ten."""
    if not logarithmic:
        return tuple(nice_steps(low, high, count))
    decades = powers_of_ten(low, high, 2 * count)
    if len(decades) > 2:
        return tuple(decades)
    tens = powers_of_ten(low / 10, high, 100)
    return tuple(times * ten for ten in tens for times in (1, 2, 5) if low <= times * ten <= high)


def ticks_of(
    written: int | str | None, axis: Axis, count: int, workspace: Workspace, least: float = 0.0
) -> tuple[float, ...]:
    """Return where the ticks are: at an author's list, or from tick to tick by his step; raises CannotCompute.

    count: about so many where he gives nothing, then with at least `least` from one to the next.
    """
    if written is None:
        found = round_values(axis.low, axis.high, count, axis.logarithmic)
        close = not axis.logarithmic and len(found) > 1 and found[1] - found[0] < least
        return tuple(multiples(least, axis.low, axis.high)) if close else found
    if isinstance(node(written, workspace), Vector):
        given = sorted(set(numbers(str(written), workspace)))
    else:
        step = number(written, workspace)
        if not step * MOST >= axis.high - axis.low:
            raise CannotCompute(str(written), f"the step from tick to tick is positive; there are at most {MOST}")
        given = multiples(step, axis.low, axis.high)
    return tuple(tick for tick in given if axis.holds(tick))
