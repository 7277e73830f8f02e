"""A contour map as geometry that a template draws: curves, labels, ticks and points, in hundredths of its width."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from quizengine.answers.wording import minus
from quizengine.draw import Figure
from quizengine.draw.figure_grid import Grid, grid, real
from quizengine.maths.print import Layout, layout_of, show
from quizengine.maths.tree import Name, Node, Vector
from quizengine.sheet.contours import CELLS, Point, cells, curves, nice_steps

WIDTH = 100.0
TICKS = 6
SHORT = 8  # points of a curve that is too short for a label
EDGE, APART = 4.0, 9.0  # how far labels keep from the frame and from each other


@dataclass(frozen=True, slots=True)
class Curve:
    """One level curve; `at` is where its label stands."""

    points: tuple[Point, ...]
    label: str
    at: Point


@dataclass(frozen=True, slots=True)
class Drawing:
    """The origin is the upper left corner, y goes down. Ticks are (place, text)."""

    width: float
    height: float
    curves: tuple[Curve, ...]
    across: tuple[tuple[float, str], ...]
    up: tuple[tuple[float, str], ...]
    points: tuple[tuple[float, float, str], ...]
    names: tuple[Layout, Layout]


@dataclass(frozen=True, slots=True)
class _Frame:
    """The rectangle of the figure and how it lies on paper."""

    left: float
    right: float
    low: float
    high: float
    height: float

    def x(self, value: float) -> float:
        return round((value - self.left) / (self.right - self.left) * WIDTH, 2)

    def y(self, value: float) -> float:
        return round((self.high - value) / (self.high - self.low) * self.height, 2)


def drawing(figure: Figure) -> Drawing:
    """Return the geometry of `figure`."""
    left, right, low, high = map(real, (*figure.horizontal, *figure.vertical))
    frame = _Frame(left, right, low, high, min(1.3, max(0.6, (high - low) / (right - left))) * WIDTH)
    values = grid(figure, CELLS)
    points = tuple(_point(name, node, frame) for name, node in figure.points)
    counts = (TICKS, max(2, round(TICKS * frame.height / WIDTH)))
    ticks = [nice_steps(*bounds, count) for bounds, count in zip(((left, right), (low, high)), counts, strict=True)]
    return Drawing(
        width=WIDTH,
        height=frame.height,
        curves=_all_curves(values, _levels(figure, values), frame, [(x, y) for x, y, _ in points]),
        across=tuple((frame.x(tick), _text(tick)) for tick in ticks[0]),
        up=tuple((frame.y(tick), _text(tick)) for tick in ticks[1]),
        points=points,
        names=(layout_of(Name(figure.variables[0])), layout_of(Name(figure.variables[1]))),
    )


def _levels(figure: Figure, values: Grid) -> Sequence[tuple[float, str]]:
    if not isinstance(figure.levels, int):
        return [(real(level), show(level)) for level in figure.levels]
    seen = sorted(value for row in values for value in row if value == value)
    if not seen:
        return []
    edge = len(seen) // 50  # the outermost hundredths may be steep
    return [(level, _text(level)) for level in nice_steps(seen[edge], seen[-1 - edge], figure.levels)]


def _all_curves(
    values: Grid, levels: Sequence[tuple[float, str]], frame: _Frame, keep: list[Point]
) -> tuple[Curve, ...]:
    """The curves of all levels, with labels that keep away from each other and from the points `keep`."""
    among = cells(values)
    taken = [*keep]
    drawn = []
    for level, text in levels:
        for path in curves(values, level, among):
            points = tuple((round(x / CELLS * WIDTH, 2), round((1 - y / CELLS) * frame.height, 2)) for x, y in path)
            place = _free_place(points, frame.height, taken)
            if place:
                taken.append(place)
            drawn.append(Curve(points, text if place else "", place or points[0]))
    return tuple(drawn)


def _free_place(points: tuple[Point, ...], height: float, taken: list[Point]) -> Point | None:
    """A place for a label on a curve, none if the curve is short or all is taken."""
    if len(points) < SHORT:
        return None
    for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9):
        place = points[int(len(points) * share)]
        inside = EDGE < place[0] < WIDTH - EDGE and EDGE < place[1] < height - EDGE
        if inside and all(math.dist(place, other) > APART for other in taken):
            return place
    return None


def _point(name: str, node: Node, frame: _Frame) -> tuple[float, float, str]:
    first, second = node.items if isinstance(node, Vector) else (node, node)
    return frame.x(real(first)), frame.y(real(second)), name


def _text(value: float) -> str:
    return minus(f"{round(value, 6):g}")
