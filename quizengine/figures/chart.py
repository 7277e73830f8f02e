"""What graphs and curves have in common: two axes with a frame, ticks, grid lines, zero lines, and named points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quizengine.figures.drawing import Drawing, Label, Mark, Point, Stroke
from quizengine.figures.grid_lines import lines_at, with_numbers, zero_lines
from quizengine.figures.numbers import listed, number_text, read_text, rounded_text
from quizengine.figures.placing import Box, Space, box_of
from quizengine.figures.plane import Axis, Plane, below, plane

RATIO = 0.62  # the height of the frame by its width


@dataclass(frozen=True, slots=True)
class NamedPoint:
    """A point with its name, "" for none; x and y are numbers on the axes."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Two axes with the numbers at which there are ticks, and grid lines where `grid` is true."""

    across: Axis
    up: Axis
    ticks: tuple[float, ...]
    up_ticks: tuple[float, ...]
    grid: bool = False

    def plane(self, width: float, right: float = 0.0) -> Plane:
        """Return the frame in a drawing that is `width` ems wide, of which `right` ems on the right stay free."""
        across = with_numbers(self.across, self.ticks, True, width - right - 3)
        up = with_numbers(self.up, self.up_ticks, False, (width - right - 3) * RATIO)
        frame = plane(across, up, width - right, RATIO)
        return replace(frame, height=float(round(frame.height)))  # in characters, numbers stand a row below the frame

    def space(self, frame: Plane, strokes: Iterable[Stroke], marks: Iterable[Mark]) -> Space:
        """Return the space inside the frame in which names may stand."""
        (left, top), right, bottom = frame.corner, frame.corner[0] + frame.width, frame.bottom
        space = Space((left, top, right, bottom))
        space.cross(strokes)
        space.take_marks(marks)
        return space

    def drawing(
        self, frame: Plane, width: float, strokes: Sequence[Stroke], marks: Sequence[Mark], names: Sequence[Label]
    ) -> Drawing:
        """Return a drawing of curves, marks and their names, which are in ems, with the frame and all that belongs to
        it.
        """
        around: list[Box] = [box_of(name) for name in names]
        ticks, numbers = frame.ticks()
        grid = list(lines_at(frame, self.ticks, self.up_ticks, around)) if self.grid else []
        behind = (*frame.frame(), *ticks, *grid, *zero_lines(frame, around))
        labels = tuple(
            replace(label, at=(round(label.at[0], 2), round(label.at[1], 2))) for label in (*numbers, *names)
        )
        return Drawing(width, round(below(frame), 2), (), (*behind, *strokes), tuple(marks), labels)

    def place(self, frame: Plane, x: float, y: float) -> Point:
        """Return where a point lies in the drawing."""
        return frame.at_shares(((self.across.share(x), self.up.share(y)),))[0]

    def numbers(self, share: Point) -> Point:
        """Return the numbers of a point that is given by shares of the frame."""
        return self.across.value(share[0]), self.up.value(share[1])

    def words(self) -> str:
        """Return what the axes show, in sentences."""
        return f"{_axis_words('To the right', self.across)} {_axis_words('Upwards', self.up)}"

    def point_words(self, point: NamedPoint) -> str:
        """Return where a named point lies."""
        return f"{point.name} is at {self.read(point.x, point.y)}."

    def read(self, x: float, y: float) -> str:
        """Return a point as it can be read off: (2, −1.5)."""
        return f"({self.read_across(x)}, {self.read_up(y)})"

    def read_across(self, x: float) -> str:
        """Return a number as it can be read off the horizontal axis."""
        return _read(self.across, x)

    def read_up(self, y: float) -> str:
        """Return a number as it can be read off the vertical axis."""
        return _read(self.up, y)

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point lies in the frame or on its edge."""
        slack = 1e-9
        return all(
            (not axis.logarithmic or value > 0) and -slack <= axis.share(value) <= 1 + slack
            for axis, value in ((self.across, x), (self.up, y))
        )

    def curve_words(self, values: Iterable[tuple[float, float | None]]) -> str:
        """Return where a curve runs, from its values at some places; None where it has none."""
        values = list(values)
        seen = [(x, y) for x, y in values if y is not None and self.holds(x, y)]
        hidden = [(x, y) for x, y in values if y is not None and not self.holds(x, y)]
        groups = (
            ("is above the frame at", [x for x, y in hidden if y > self.up.high]),
            ("is below the frame at", [x for x, y in hidden if y < self.up.low]),
            ("has no value at", [x for x, y in values if y is None]),
        )
        told = [f"runs through {', '.join(self.read(*point) for point in seen)}"] if seen else []
        return listed(told + [f"{what} {', '.join(map(self.read_across, xs))}" for what, xs in groups if xs])


def _axis_words(way: str, axis: Axis) -> str:
    name = f"{axis.name}, " if axis.name else ""
    scale = ", on a logarithmic scale" if axis.logarithmic else ""
    ends = (_read(axis, end) if axis.logarithmic else number_text(end) for end in (axis.low, axis.high))
    return f"{way}: {name}from {' to '.join(ends)}{scale}."


def _read(axis: Axis, value: float) -> str:
    return rounded_text(value) if axis.logarithmic else read_text(value, axis.low, axis.high)
