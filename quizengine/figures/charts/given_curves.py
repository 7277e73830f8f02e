"""What an author gives for a curve: an expression in a variable, a list of values or a list of points."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizengine.errors import CannotCompute
from quizengine.figures.charts.chart import RATIO, Chart
from quizengine.figures.charts.ranges import Ends, shown_values
from quizengine.figures.charts.sampled_curve import Piece, height, joined, sampled
from quizengine.figures.drawing import Point
from quizengine.figures.texts import label_name
from quizengine.figures.values import MOST_ENTRIES, curve, node, real, value_or_nan
from quizengine.maths.evaluate.columns import columns
from quizengine.maths.language import Workspace
from quizengine.maths.tree import Node, Vector

MOST_TOLD = 12  # values of a curve, of which all are told
FAR = 1e6  # heights of the frame that a value may lie above or below it
ENDS = (0.0, 10.0)  # of the horizontal axis, where there are expressions alone


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve with its letter. pieces and dots: in shares of the frame; dots: its values that are marked; values: what
    is told of it, None where it has no value.
    """

    name: str
    pieces: tuple[Piece, ...]
    values: tuple[tuple[float, float | None], ...]
    dots: tuple[Point, ...] = ()


class GivenCurve(ABC):
    """A curve as an author gives it, before its axes are known."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    @abstractmethod
    def places(self) -> Ends | None:
        """Return from where to where it goes; None for an expression."""

    @abstractmethod
    def is_at_whole_places(self) -> bool:
        """Return whether it has values at whole numbers alone."""

    @abstractmethod
    def values_between(self, low: float, high: float) -> list[float]:
        """Return the values that the vertical axis has to show."""

    @abstractmethod
    def between(self, chart: Chart, dots: bool) -> Curve:
        """Return the curve between two axes; dots: its values are marked."""

    @abstractmethod
    def flaws(self, chart: Chart) -> Iterator[str]:
        """Yield which of its values cannot be shown, with the cure."""


class GivenPoints(GivenCurve):
    """Points that are joined by straight lines, their heights infinite or nan where they have no value."""

    __slots__ = ("points",)

    def __init__(self, name: str, points: Sequence[Point]) -> None:
        super().__init__(name)
        self.points = sorted(points)

    def places(self) -> Ends:
        xs = [x for x, _ in self.points]
        return min(xs, default=0.0), max(xs, default=1.0)

    def is_at_whole_places(self) -> bool:
        return all(x.is_integer() for x, _ in self.points)

    def values_between(self, low: float, high: float) -> list[float]:
        return [y for x, y in self.points if low <= x <= high]

    def between(self, chart: Chart, dots: bool) -> Curve:
        places = [(chart.across.share(x), height(chart.up, y, FAR)) for x, y in self.points]
        told = [(x, y if math.isfinite(y) else None) for x, y in self.points if chart.across.holds(x)]
        if len(told) > MOST_TOLD:
            told = [(x, y) for x, y in told if any(abs(x - tick) < 1e-9 for tick in chart.ticks)]
        marked = [(round(u, 5), round(v, 5)) for u, v in places if 0 <= round(u, 9) <= 1 and 0 <= round(v, 9) <= 1]
        return Curve(self.name, joined(places, RATIO), tuple(told), tuple(marked) if dots else ())

    def flaws(self, chart: Chart) -> Iterator[str]:
        if any(not math.isfinite(y) for _, y in self.points):
            yield f"curve {self.name} has values that are infinite or no numbers; they are left out"
        if chart.up.logarithmic and any(y <= 0 for _, y in self.points):
            yield f"curve {self.name} has values that are not positive, which a logarithmic axis cannot show"


class GivenExpression(GivenCurve):
    """An expression in the variable of the horizontal axis."""

    __slots__ = ("tree", "variable")

    def __init__(self, name: str, tree: Node, variable: str) -> None:
        super().__init__(name)
        self.tree, self.variable = tree, variable

    def values(self, places: Sequence[float]) -> list[float]:
        """Return its value at each place, nan where it has none."""
        return columns(self.tree, {self.variable: places})

    def places(self) -> None:
        return None

    def is_at_whole_places(self) -> bool:
        return False

    def values_between(self, low: float, high: float) -> list[float]:
        return shown_values(self.values, low, high)

    def between(self, chart: Chart, dots: bool) -> Curve:
        told = zip(chart.ticks, self.values(chart.ticks), strict=True)
        values = tuple((x, y if math.isfinite(y) else None) for x, y in told)
        return Curve(self.name, sampled(self.values, chart.across, chart.up, RATIO), values)

    def flaws(self, chart: Chart) -> Iterator[str]:
        if chart.up.logarithmic and any(y <= 0 for y in self.values(chart.ticks)):
            yield f"curve {self.name} has values that are not positive, which a logarithmic axis cannot show"


def curve_from(name: str, written: str, variable: str, workspace: Workspace) -> GivenCurve:
    """Return the curve that an author gives; raises CannotCompute or Unreadable."""
    shown, value = label_name(name, workspace), node(written, workspace)
    if not isinstance(value, Vector):
        return GivenExpression(shown, curve(written, variable, workspace), variable)
    if not 1 <= len(value.items) <= MOST_ENTRIES:
        raise CannotCompute(written, f"a curve has 1 to {MOST_ENTRIES} values")
    return GivenPoints(shown, [_point(item, place, written) for place, item in enumerate(value.items)])


def _point(item: Node, place: int, written: str) -> Point:
    if not isinstance(item, Vector):
        return float(place), value_or_nan(item, written)
    if len(item.items) != 2:
        raise CannotCompute(written, "a point of a curve has two numbers, such as (1, 2)")
    return real(item.items[0], written), value_or_nan(item.items[1], written)


def widest(ends: Iterable[Ends | None]) -> Ends:
    """Return from where to where all curves go; one place alone gets some width."""
    known = [each for each in ends if each is not None] or [ENDS]
    low, high = min(low for low, _ in known), max(high for _, high in known)
    return (low, high) if high > low else (low - 0.5, high + 0.5)
