"""A rectangle of the plane as it lies on paper, and the functions on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizengine.figures.drawing import Point, Stroke
from quizengine.figures.grid_lines import lines_at, with_numbers
from quizengine.figures.numbers import listed, multiples, nice_steps, number_text, read_text
from quizengine.figures.placing import Box
from quizengine.figures.plane import Axis, Plane, plane
from quizengine.maths.evaluate.columns import columns
from quizengine.maths.print import show
from quizengine.maths.tree import Name, Node

LONGEST = 1.6  # the longer side by the shorter one, up to which both axes have one scale
LEAST, MOST = 1 / LONGEST, 1.3  # height by width of a rectangle that is longer
HIGHEST = 1.1  # height by width of a drawing; a higher rectangle is drawn narrower
_BY_ROUNDING = 1e-9
_MARGINS = 2.5  # ems beside the frame
_FEW, _MOST_WHOLE = 4, 20  # the lengths of a side with whole ends that has a line at each whole number
_ABOUT = 10  # lines of another side
_PARTS_TOLD = 500  # of a side, to which a point is told


@dataclass(frozen=True, slots=True)
class Rectangle:
    """The numbers from left to right and from below to above; variables: their names, as in expressions; grid_lines:
    dotted lines at the ticks, which are then the same at all widths.
    """

    horizontal: tuple[float, float]
    vertical: tuple[float, float]
    variables: tuple[str, str] = ("x", "y")
    grid_lines: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in numbers."""
        return self.horizontal[1] - self.horizontal[0], self.vertical[1] - self.vertical[0]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Return the least and greatest coordinates: left, lower, right, upper."""
        return self.horizontal[0], self.vertical[0], self.horizontal[1], self.vertical[1]

    @property
    def height(self) -> float:
        """Return the height on paper by the width there: that of the numbers, unless one side is much longer."""
        ratio = self.size[1] / self.size[0]
        return ratio if 1 / LONGEST <= ratio <= LONGEST else min(MOST, max(LEAST, ratio))

    @property
    def one_scale(self) -> bool:
        """Return whether a step is as long upwards as it is across, so that directions are as they look."""
        return abs(self.height - self.size[1] / self.size[0]) < _BY_ROUNDING

    @property
    def names(self) -> tuple[str, str]:
        """Return the names of the axes as they are printed."""
        return show(Name(self.variables[0])), show(Name(self.variables[1]))

    def share(self, x: float, y: float) -> Point:
        """Return where a point lies, in shares of the width, from the lower left corner to the right and up."""
        (wide, high), (left, low) = self.size, (self.horizontal[0], self.vertical[0])
        return (x - left) / wide, (y - low) / high * self.height

    def numbers(self, share: Point) -> Point:
        """Return the coordinates of a place in shares of the width."""
        (wide, high), (left, low) = self.size, (self.horizontal[0], self.vertical[0])
        return left + share[0] * wide, low + share[1] / self.height * high

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point lies in the rectangle or on its sides."""
        u, v = self.share(x, y)
        return -_BY_ROUNDING <= u <= 1 + _BY_ROUNDING and -_BY_ROUNDING <= v <= self.height + _BY_ROUNDING

    def values(self, node: Node, xs: Sequence[float], ys: Sequence[float]) -> list[float]:
        """Return the values of a function at points, nan where it has none."""
        return columns(node, dict(zip(self.variables, (xs, ys), strict=True)))

    def values_in_shares(self, node: Node, us: Sequence[float], vs: Sequence[float]) -> list[float]:
        """Return the values of a function at places in shares of the width."""
        (wide, high), (left, low) = self.size, (self.horizontal[0], self.vertical[0])
        high /= self.height
        return self.values(node, [left + u * wide for u in us], [low + v * high for v in vs])

    def plane(self, width: float) -> Plane:
        """Return the frame in a drawing that is at most `width` ems wide."""
        width *= min(1.0, HIGHEST / self.height)
        across, up = (
            Axis(*ends, name) for ends, name in zip((self.horizontal, self.vertical), self.names, strict=True)
        )
        if self.grid_lines:
            across = with_numbers(across, _ticks(*self.horizontal), True, width - _MARGINS)
            up = with_numbers(up, _ticks(*self.vertical), False, (width - _MARGINS) * self.height)
        return plane(across, up, width, self.height)

    def lines(self, plane: Plane, around: Sequence[Box]) -> list[Stroke]:
        """Return the dotted lines in a drawing, if there are any, cut where labels are."""
        if not self.grid_lines:
            return []
        across, up = ([tick for tick, _ in axis.marked(0)] for axis in (plane.across, plane.up))
        return list(lines_at(plane, across, up, around))

    def told(self) -> str:
        """Return the sides in words."""
        ends = [
            f"{name} from {number_text(low)} to {number_text(high)}"
            for name, (low, high) in zip(self.names, (self.horizontal, self.vertical), strict=True)
        ]
        return f"{ends[0]} (to the right), {ends[1]} (upwards){self._lines_told()}"

    def _lines_told(self) -> str:
        if not self.grid_lines:
            return ""
        steps = [number_text(ticks[1] - ticks[0], 3) for ticks in (_ticks(*self.horizontal), _ticks(*self.vertical))]
        return f", dotted lines {listed(list(dict.fromkeys(steps)))} apart"

    def told_point(self, x: float, y: float) -> str:
        """Return a point in words, to one of some 500 parts of each side."""
        return f"({read_text(x, *self.horizontal, _PARTS_TOLD)}, {read_text(y, *self.vertical, _PARTS_TOLD)})"


def point_text(x: float, y: float, figures: int = 3) -> str:
    """Return a point as it is read off."""
    return f"({number_text(x, figures)}, {number_text(y, figures)})"


def _ticks(low: float, high: float) -> Sequence[float]:
    """The numbers at which there are dotted lines: all whole ones where both ends are whole and not too far apart."""
    if low.is_integer() and high.is_integer() and _FEW <= high - low <= _MOST_WHOLE:
        return multiples(1.0, low, high)
    return nice_steps(low, high, _ABOUT)
