"""Level curves as a ground: strokes with the levels that stand on them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from quizengine.figures.drawing import Point, Stroke, Weight
from quizengine.figures.level_map.faults import faults
from quizengine.figures.level_map.levels import Levels
from quizengine.figures.level_map.readings import around, readings
from quizengine.figures.plane import Plane
from quizengine.figures.rectangle.ground import Ground
from quizengine.figures.scale import Scale, ScaleName, of_levels
from quizengine.figures.titles import Titled

MOST_CURVES = 3  # of one level that get a label, the longest ones


@dataclass(frozen=True, slots=True)
class LevelMap(Ground):
    """Levels and the weight of their curves."""

    levels: Levels
    weight: Weight = "normal"

    def strokes(self, plane: Plane) -> Iterator[Titled]:
        for (text, rank), of_level in zip(self.levels.titles(), self.levels.curves(), strict=True):
            for number, curve in enumerate(of_level):
                stroke = Stroke(tuple(_on_paper(plane, place) for place in curve), weight=self.weight)
                yield Titled(stroke, text if number < MOST_CURVES else "", rank + 2 * number)

    def told_without(self, missing: Collection[str]) -> bool:
        return self.levels.told_without(missing)

    def readings(self) -> Iterator[str]:
        return readings(self.levels)

    def around(self, point: Point, most: int) -> str:
        return around(self.levels, point, most)

    def scales(self) -> Mapping[ScaleName, Scale]:
        return of_levels([level for level, _ in self.levels.levels])

    def faults(self) -> Iterator[str]:
        return faults(self.levels)


def _on_paper(plane: Plane, share: Point) -> Point:
    """Where a place, in shares of the rectangle's width, lies in the drawing."""
    return plane.corner[0] + share[0] * plane.width, plane.bottom - share[1] * plane.width
