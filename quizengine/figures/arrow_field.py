"""A field of vectors as arrows at round places, all of one scale."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from quizengine.figures.drawing import Mark, Point, Stroke
from quizengine.figures.numbers import number_text
from quizengine.figures.plane import Plane
from quizengine.figures.rectangle.ground import Ground
from quizengine.figures.rectangle.rectangle import Rectangle
from quizengine.figures.titles import Titled
from quizengine.maths.tree import Node

FILLED = 0.9  # of the distance between two places: the longest arrow
ZERO = 0.01  # of the longest arrow: one that is shorter is a ring
SHORT = 0.06  # of the longest arrow: one that is shorter cannot be read
CLOSE = 2.0  # in ems: how close two places may lie on paper
MORE = 2  # places in a row beyond those asked for, for the sake of round numbers
TOLD = 5  # places in a row that are told
_LONG = 10  # the longest arrow in words
_MOST_STEPS = 60


@dataclass(frozen=True, slots=True)
class _Shown:
    """Arrows at places: their vectors, in shares of the figure's width; apart: of two places, in the same."""

    xs: list[float]
    ys: list[float]
    vectors: dict[Point, Point]
    apart: float

    @property
    def longest(self) -> float:
        return max((math.hypot(*vector) for vector in self.vectors.values()), default=0.0)


@dataclass(frozen=True, slots=True)
class ArrowField(Ground):
    """The two components of a field; columns: about how many arrows stand in a row."""

    components: tuple[Node, Node]
    rectangle: Rectangle
    columns: int

    def strokes(self, plane: Plane) -> Iterator[Titled]:
        shown = self._shown(self._across(plane))
        for place, (right, up) in shown.vectors.items():
            if math.hypot(right, up) > ZERO * shown.longest:
                (x, y), half = plane.place(*place), FILLED / 2 * shown.apart / shown.longest * plane.width
                yield Titled(Stroke(((x - half * right, y + half * up), (x + half * right, y - half * up)), arrow=True))

    def marks(self, plane: Plane) -> Iterator[Mark]:
        shown = self._shown(self._across(plane))
        for place, vector in shown.vectors.items():
            if math.hypot(*vector) <= ZERO * shown.longest:
                yield Mark(plane.place(*place), "ring")

    def readings(self, room: int) -> Iterator[str]:
        shown = self._shown(TOLD)
        yield f"Arrows of a field; {self.rectangle.told()}"
        across, up = self.rectangle.names
        yield (
            f"The middle of each arrow lies at its place; here as (right, up), the longest of these {_LONG} long, at"
            f" {across} = {', '.join(map(number_text, shown.xs))}"
        )
        for y in reversed(shown.ys):
            yield f"{up} = {number_text(y)}: {', '.join(self._told(shown, (x, y)) for x in shown.xs)}"

    def faults(self) -> Iterator[str]:
        shown = self._shown(self.columns)
        lengths = sorted(math.hypot(*vector) for vector in shown.vectors.values())
        places = len(shown.xs) * len(shown.ys)
        if len(lengths) < places / 2:
            yield f"the field has a value at {len(lengths)} of {places} places only; take another rectangle"
        elif not lengths[-1] > 0:
            yield "there is nothing to see: the field is zero at all places; take another rectangle"
        elif lengths[len(lengths) // 2] < SHORT * lengths[-1]:
            yield "most arrows are too short to be read beside the longest one; leave out where the field is strong"

    def _across(self, plane: Plane) -> int:
        """How many places of a row may be shown in a drawing."""
        return max(TOLD, min(self.columns, int(plane.width / CLOSE)))

    def _shown(self, count: int) -> _Shown:
        (wide, high), rectangle = self.rectangle.size, self.rectangle
        step = _step(*rectangle.horizontal, count)
        rise = step if rectangle.one_scale else _step(*rectangle.vertical, max(2, round(count * rectangle.height)))
        xs, ys = _places(*rectangle.horizontal, step), _places(*rectangle.vertical, rise)
        at = [(x, y) for y in ys for x in xs]
        flat = tuple(zip(*at, strict=True)) or ((), ())
        first, second = (rectangle.values(each, *flat) if at else [] for each in self.components)
        vectors = {
            place: (right / wide, up / high * rectangle.height)
            for place, right, up in zip(at, first, second, strict=True)
            if math.isfinite(right) and math.isfinite(up)
        }
        return _Shown(xs, ys, vectors, min(step / wide, rise / high * rectangle.height))

    def _told(self, shown: _Shown, place: Point) -> str:
        if place not in shown.vectors:
            return "none"
        right, up = (number_text(round(_LONG * part / (shown.longest or 1.0), 1), 2) for part in shown.vectors[place])
        return f"({right}, {up})"


def _step(low: float, high: float, count: int) -> float:
    """The least round step with about `count` multiples in a side, away from its ends."""
    power = 10.0 ** math.floor(math.log10((high - low) / (count + MORE)) - 1e-9)
    steps = (power * digit for digit in (1, 2, 5, 10, 20, 50))
    return next(step for step in steps if len(_places(low, high, step)) <= count + MORE)


def _places(low: float, high: float, step: float) -> list[float]:
    """The multiples of `step` at which an arrow of one step fits in; the middle where there is none."""
    inner = FILLED / 2
    first, last = math.ceil(low / step + inner - 1e-9), math.floor(high / step - inner + 1e-9)
    return [number * step for number in range(first, min(last, first + _MOST_STEPS) + 1)] or [(low + high) / 2]
