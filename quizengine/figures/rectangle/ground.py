"""What lies below the points, arrows and paths over a rectangle: level curves, a field of arrows, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from quizengine.figures.drawing import Mark, Point
from quizengine.figures.plane import Plane
from quizengine.figures.scale import Scale, ScaleName
from quizengine.figures.titles import Titled


@dataclass(frozen=True, slots=True)
class Ground:
    """Nothing; what shows something has methods of its own."""

    def strokes(self, plane: Plane) -> Iterator[Titled]:
        """Yield what is drawn, with the texts that stand on it."""
        return iter(())

    def marks(self, plane: Plane) -> Iterator[Mark]:
        """Yield the marks that are drawn."""
        return iter(())

    def untold(self, missing: Collection[str]) -> list[str]:
        """Return which of the texts for which there is no room cannot be told from the others."""
        return list(missing)

    def readings(self, room: int) -> Iterator[str]:
        """Yield sentences on what is to be read off, without full stops; room: about how many letters they may have."""
        return iter(())

    def around(self, point: Point, most: int) -> str:
        """Return what one meets around a point, at most so much in each direction, as the end of a sentence."""
        return ""

    def scales(self) -> Mapping[ScaleName, Scale]:
        """Return by what else than the axes numbers are read off it."""
        return {}

    def faults(self) -> Iterator[str]:
        """Yield why there is nothing to see."""
        return iter(())
