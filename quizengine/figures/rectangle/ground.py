"""What lies below the points, arrows and paths over a rectangle: level curves, a field of arrows, or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from quizengine.figures.drawing import Point
from quizengine.figures.plane import Plane
from quizengine.figures.titles import Titled


class Ground:
    """Nothing; what shows something has all of these methods of its own."""

    __slots__ = ()

    def strokes(self, plane: Plane) -> Iterator[Titled]:
        """Yield what is drawn, with the texts that stand on it."""
        return iter(())

    def readings(self) -> Iterator[str]:
        """Yield sentences on what is to be read off."""
        return iter(())

    def around(self, point: Point) -> str:
        """Return what one meets around a point, as the end of a sentence, "" for nothing."""
        return ""

    def faults(self) -> Iterator[str]:
        """Yield why there is nothing to see."""
        return iter(())
