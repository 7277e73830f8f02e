"""A polygon with letters at its corners: a kind of figure that no other file knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from quizengine.figures.drawing import Drawing, Label, Stroke
from quizengine.figures.figure import Expression, Figure, FigureModel, OwnWords
from quizengine.figures.numbers import number_text
from quizengine.figures.values import points

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace


class PolygonModel(FigureModel):
    """polygon = '[(0, 0), (1, 0), (0, 1)]': corners between (0, 0) and (1, 1)."""

    kind: ClassVar[str] = "polygon"
    polygon: Expression

    def draw(self, workspace: Workspace) -> Polygon:
        return Polygon(points(self.polygon, workspace), self.own_words(workspace))


@dataclass(frozen=True, slots=True)
class Polygon(Figure):
    """Its corners, in order."""

    corners: tuple[tuple[float, float], ...]
    words: OwnWords

    def drawing(self, width: float) -> Drawing:
        places = [(1 + x * (width - 2), 1 + (1 - y) * (width - 2)) for x, y in self.corners]
        labels = [Label((x, y - 0.6), "ABCDEFGH"[n], slanted=True) for n, (x, y) in enumerate(places)]
        return Drawing(width, width, strokes=(Stroke((*places, places[0])),), labels=tuple(labels))

    def readings(self) -> str:
        corners = (f"({number_text(x)}, {number_text(y)})" for x, y in self.corners)
        return f"A polygon with the corners {', '.join(corners)}."

    def faults(self) -> Iterator[str]:
        if len(self.corners) < 3:
            yield "there is nothing to see: a polygon has three corners or more"
