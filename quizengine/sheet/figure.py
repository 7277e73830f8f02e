"""A contour map as geometry that a template draws: curves, labels, ticks and points, in hundredths of its width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizengine.draw import Figure
from quizengine.maths.evaluate import ball, precision
from quizengine.maths.show import Layout, arrange, show
from quizengine.maths.tree import Name, Node, Vector
from quizengine.sheet.contours import CELLS, Grid, Point, cells, curves, nice_steps, sample

WIDTH = 100.0
TICKS = 6


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
    """The geometry of `figure`."""
    left, right, low, high = map(_float, (*figure.horizontal, *figure.vertical))
    frame = _Frame(left, right, low, high, min(1.3, max(0.6, (high - low) / (right - left))) * WIDTH)
    grid = sample(figure.function, figure.variables, _spread(left, right), _spread(low, high))
    ticks = [nice_steps(*bounds, TICKS) for bounds in ((left, right), (low, high))]
    return Drawing(
        width=WIDTH,
        height=frame.height,
        curves=_all_curves(grid, _levels(figure, grid), frame),
        across=tuple((frame.x(tick), _text(tick)) for tick in ticks[0]),
        up=tuple((frame.y(tick), _text(tick)) for tick in ticks[1]),
        points=tuple(_point(name, node, frame) for name, node in figure.points),
        names=(arrange(Name(figure.variables[0])), arrange(Name(figure.variables[1]))),
    )


def _spread(low: float, high: float) -> list[float]:
    return [low + (high - low) * step / CELLS for step in range(CELLS + 1)]


def _levels(figure: Figure, grid: Grid) -> Sequence[tuple[float, str]]:
    if not isinstance(figure.levels, int):
        return [(_float(level), show(level)) for level in figure.levels]
    values = sorted(value for row in grid for value in row if value == value)
    if not values:
        return []
    edge = len(values) // 50  # the outermost hundredths may be steep
    return [(level, _text(level)) for level in nice_steps(values[edge], values[-1 - edge], figure.levels)]


def _all_curves(grid: Grid, levels: Sequence[tuple[float, str]], frame: _Frame) -> tuple[Curve, ...]:
    """The curves of all levels; neighbouring levels have their labels at different places."""
    among = cells(grid)
    drawn = []
    for index, (level, text) in enumerate(levels):
        for path in curves(grid, level, among):
            points = tuple((round(x / CELLS * WIDTH, 2), round((1 - y / CELLS) * frame.height, 2)) for x, y in path)
            label_at = points[int(len(points) * (0.35, 0.65, 0.5)[index % 3])]
            drawn.append(Curve(points, text if len(points) > CELLS // 4 else "", label_at))
    return tuple(drawn)


def _point(name: str, node: Node, frame: _Frame) -> tuple[float, float, str]:
    first, second = node.items if isinstance(node, Vector) else (node, node)
    return frame.x(_float(first)), frame.y(_float(second)), name


def _float(node: Node) -> float:
    with precision(53):
        return float(ball(node, {}).mid())


def _text(value: float) -> str:
    return f"{round(value, 6):g}".replace("-", "−")
