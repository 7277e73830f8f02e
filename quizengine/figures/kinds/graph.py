"""The graph of a function of one variable, with tangents and points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from quizengine.figures.charts.chart import Chart, NamedPoint
from quizengine.figures.charts.given_curves import GivenExpression
from quizengine.figures.charts.model import ChartModel
from quizengine.figures.charts.ranges import ends_of
from quizengine.figures.charts.tangent import Tangent, tangent_at
from quizengine.figures.drawing import PAGE, Drawing, Label, Mark, Point, Points, Stroke
from quizengine.figures.figure import Expression, Figure, Number, OwnWords
from quizengine.figures.numbers import number_text, read_text
from quizengine.figures.plane import Axis
from quizengine.figures.scale import Scale, ScaleName, of_plane
from quizengine.figures.texts import label_text
from quizengine.figures.values import curve, number_or_numbers, side

if TYPE_CHECKING:
    from quizengine.figures.plane import Plane
    from quizengine.maths.language import Workspace

MOST_ZEROS = 8  # that are told
MOST_PIECES = 6  # of which the ends are told
ENDS = (-5.0, 5.0)  # of the horizontal axis, when an author gives none
HIDES = 3.0  # the cost from which a name hides what lies below it


@dataclass(frozen=True, slots=True)
class Graph(Figure):
    """pieces: the curve, in shares of the frame; values: the curve at the ticks, None where it has no value; left_out:
    what was asked for and is not to be seen, with its cure.
    """

    words: OwnWords
    chart: Chart
    pieces: tuple[Points, ...]
    values: tuple[tuple[float, float | None], ...]
    tangents: tuple[Tangent, ...] = ()
    points: tuple[NamedPoint, ...] = ()
    left_out: tuple[str, ...] = ()

    def drawing(self, width: float) -> Drawing:
        frame = self.chart.plane(width)
        strokes, marks = self._strokes(frame), self._marks(frame)
        names = [name for name, _ in self._names(frame)]
        return self.chart.drawing(frame, width, strokes, marks, names)

    def readings(self) -> str:
        told = ["A curve.", self.chart.words(), f"It {self.chart.curve_words(self.values)}."]
        told += [*self._breaks(), *self._zeros(), *(tangent.words(self.chart) for tangent in self.tangents)]
        return " ".join([*told, *(self.chart.point_words(point) for point in self.points)])

    def scales(self) -> Mapping[ScaleName, Scale]:
        return of_plane(self.chart.plane(PAGE))

    def faults(self) -> Iterator[str]:
        if not self.pieces:
            yield "there is no curve to see: it has no value here or lies outside the frame; give it another range"
        frame = self.chart.plane(PAGE)
        yield from (*self.left_out, *self.chart.long_names(frame))
        for name, cost in self._names(frame):
            if cost >= HIDES:
                yield f"the name {name.text} hides a line or another name; move its point or take a shorter name"

    def _strokes(self, frame: Plane) -> list[Stroke]:
        curve = [Stroke(frame.at_shares(piece)) for piece in self.pieces]
        lines = [line for tangent in self.tangents if (line := tangent.in_frame(self.chart))]
        return curve + [Stroke(frame.at_shares(line), weight="thin") for line in lines]

    def _marks(self, frame: Plane) -> list[Mark]:
        touched = [(tangent.x, tangent.y) for tangent in self.tangents]
        places = dict.fromkeys((*touched, *((point.x, point.y) for point in self.points)))
        return [Mark(self.chart.place(frame, *place)) for place in places]

    def _names(self, frame: Plane) -> list[tuple[Label, float]]:
        space = self.chart.space(frame, self._strokes(frame), self._marks(frame))
        return [space.name_and_cost(self.chart.place(frame, point.x, point.y), point.name) for point in self.points]

    def _breaks(self) -> Iterator[str]:
        """Where the curve is not one line from side to side."""
        if len(self.pieces) > MOST_PIECES:
            yield f"It consists of {len(self.pieces)} pieces."
            return
        for piece in self.pieces:
            ends = [f"{_verb(at, *verbs)} at {self.chart.read(*self.chart.numbers(at))}" for at, verbs in _ends(piece)]
            if ends:
                yield f"A piece of it {' and '.join(ends)}."

    def _zeros(self) -> Iterator[str]:
        if not self.chart.up.low < 0 < self.chart.up.high:
            return
        across = self.chart.across
        places = (across.value(share) for share in _crossings(self.pieces, self.chart.up.share(0)))
        found = dict.fromkeys(read_text(x, across.low, across.high, 100) for x in places)
        if 0 < len(found) <= MOST_ZEROS:
            yield f"It meets the height 0 at {', '.join(found)}."


def _ends(piece: Points) -> Iterator[tuple[Point, tuple[str, str]]]:
    """The ends of a piece that do not lie at the sides of the frame, and what it does there: inside, or at an edge."""
    if piece[0][0] > 0:
        yield piece[0], ("begins", "comes into the frame")
    if piece[-1][0] < 1:
        yield piece[-1], ("ends", "leaves the frame")


def _verb(at: Point, inside: str, at_edge: str) -> str:
    return inside if 0 < at[1] < 1 else at_edge


def _crossings(pieces: tuple[Points, ...], level: float) -> Iterator[float]:
    """Where a curve crosses or touches a height, from left to right."""
    for (x, y), (u, v) in (segment for piece in pieces for segment in pairwise(piece)):
        if min(y, v) <= level <= max(y, v) and y != v:
            yield x + (u - x) * (level - y) / (v - y)


class GraphModel(ChartModel):
    """`graph = 'f'`. tangent: a place or a list of places; points: places on the curve, or points, by name."""

    kind: ClassVar[str] = "graph"
    graph: Expression
    variable: Expression = "x"
    tangent: Number | None = None

    def draw(self, workspace: Workspace) -> Graph:
        given = GivenExpression("", curve(self.graph, self.variable, workspace), self.variable)
        ends = self.ends(workspace, ENDS)
        up = side(self.vertical, workspace) if self.vertical else ends_of(given.values_between(*ends))
        across = self.name_across(workspace, self.variable)
        chart = self.on_axes(workspace, Axis(*ends, across), Axis(*up, label_text(self.up or "", workspace)))
        points, outside = self.named_points(workspace, chart, given.values)
        lines = {x: tangent_at(given.values, x, chart) for x in self._touched(workspace)}
        bent = [
            f"there is no tangent at {number_text(x)}: the curve has no slope there, or is not to be seen; move it"
            for x, line in lines.items()
            if line is None
        ]
        shown = given.between(chart, dots=False)
        return Graph(
            self.own_words(workspace),
            chart,
            tuple(piece.points for piece in shown.pieces),
            shown.values,
            tuple(line for line in lines.values() if line is not None),
            points,
            (*bent, *outside),
        )

    def _touched(self, workspace: Workspace) -> tuple[float, ...]:
        if self.tangent is None:
            return ()
        return number_or_numbers(self.tangent, workspace)
