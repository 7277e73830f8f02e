"""What graphs and curves have in common: two axes with a frame, ticks, grid lines, zero lines, and named points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizengine.figures.drawing import Drawing, Label, Mark, Point, Stroke, rounded
from quizengine.figures.grid_lines import lines_at, with_numbers, zero_lines
from quizengine.figures.numbers import listed
from quizengine.figures.placing import Box, Space, box_of
from quizengine.figures.plane import Axis, Plane, below, plane, shortened
from quizengine.figures.walks import walk

RATIO = 0.62  # the height of the frame by its width
ABOVE = 1.25  # ems above the frame


@dataclass(frozen=True, slots=True)
class NamedPoint:
    """A point with its name, "" for none; x and y are numbers on the axes."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Two axes with the numbers at which there are ticks, and grid lines where `grid_lines` is true."""

    across: Axis
    up: Axis
    ticks: tuple[float, ...]
    up_ticks: tuple[float, ...]
    grid_lines: bool = False

    def plane(self, width: float, right: float = 0.0) -> Plane:
        """Return the frame in a drawing that is `width` ems wide, of which `right` ems on the right stay free."""
        across = with_numbers(self.across, self.ticks, True, width - right - 3)
        up = with_numbers(self.up, self.up_ticks, False, (width - right - 3) * RATIO)
        frame = plane(across, up, width - right, RATIO)
        # in characters, numbers stand a row below the frame, and names may stand above it
        return replace(frame, corner=(frame.corner[0], ABOVE), height=float(round(frame.height)))

    def space(self, frame: Plane, strokes: Iterable[Stroke], marks: Iterable[Mark]) -> Space:
        """Return the space inside the frame in which names may stand."""
        (left, top), right, bottom = frame.corner, frame.corner[0] + frame.width, frame.bottom
        space = Space((left, top - ABOVE, right, bottom))
        space.take(*map(box_of, frame.ticks()[1]))
        space.cross(walk(stroke.points).places for stroke in (*frame.frame(), *strokes))
        space.take_marks(marks)
        return space

    def drawing(
        self, frame: Plane, width: float, strokes: Sequence[Stroke], marks: Sequence[Mark], names: Sequence[Label]
    ) -> Drawing:
        """Return a drawing of curves, marks and their names, which are in ems, with the frame and all that belongs to
        it.
        """
        around: list[Box] = [box_of(name) for name in names]
        short, numbers = frame.ticks()
        across, up = ([tick for tick in ticks if tick] for ticks in (self.ticks, self.up_ticks))  # 0 has its own line
        grid = list(lines_at(frame, across, up, around)) if self.grid_lines else []
        behind = (*frame.frame(), *short, *grid, *zero_lines(frame, around))
        labels = tuple(replace(label, at=rounded(label.at)) for label in (*numbers, *names))
        return Drawing(width, round(below(frame), 2), (), (*behind, *strokes), tuple(marks), labels)

    def place(self, frame: Plane, x: float, y: float) -> Point:
        """Return where a point lies in the drawing."""
        return frame.at_shares(((self.across.share(x), self.up.share(y)),))[0]

    def numbers(self, share: Point) -> Point:
        """Return the numbers of a point that is given by shares of the frame."""
        return self.across.value(share[0]), self.up.value(share[1])

    def long_names(self, frame: Plane) -> Iterator[str]:
        """Yield which names of axes do not fit on them, with the cure."""
        for name, room in ((self.across.name, frame.corner[0] + frame.width), (self.up.name, frame.width)):
            if shortened(name, room) != name:
                yield f"the name '{name}' is too long for its axis; take a shorter one"

    def words(self) -> str:
        """Return what the axes show, in sentences."""
        return f"{self.across.words('To the right')} {self.up.words('Upwards')}"

    def point_words(self, point: NamedPoint) -> str:
        """Return where a named point lies."""
        return f"{point.name} is at {self.read(point.x, point.y)}."

    def read(self, x: float, y: float) -> str:
        """Return a point as it can be read off: (2, −1.5)."""
        return f"({self.across.read(x)}, {self.up.read(y)})"

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point lies in the frame or on its edge."""
        return self.across.holds(x) and self.up.holds(y)

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
        return listed(told + [f"{what} {', '.join(map(self.across.read, xs))}" for what, xs in groups if xs])
