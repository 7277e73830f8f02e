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

FEW_CURVES = 3  # of one level that may get a label, the longest ones, on a map of many levels
MOST_LABELS = 24  # on a map of few levels


@dataclass(frozen=True, slots=True)
class LevelMap(Ground):
    """Levels and the weight of their curves."""

    levels: Levels
    weight: Weight = "normal"

    def strokes(self, plane: Plane) -> Iterator[Titled]:
        (left, _), bottom, width = plane.corner, plane.bottom, plane.width
        most = max(FEW_CURVES, MOST_LABELS // max(1, len(self.levels.levels)))
        for (text, rank), of_level in zip(self.levels.titles(), self.levels.curves(), strict=True):
            for number, curve in enumerate(of_level):
                points = tuple([(left + u * width, bottom - v * width) for u, v in curve])
                yield Titled(Stroke(points, weight=self.weight), text if number < most else "", rank + 2 * number)

    def untold(self, missing: Collection[str]) -> list[str]:
        return self.levels.untold(missing)

    def readings(self, room: int) -> Iterator[str]:
        return iter(readings(self.levels, room))

    def around(self, point: Point, most: int) -> str:
        return around(self.levels, point, most)

    def scales(self) -> Mapping[ScaleName, Scale]:
        return of_levels([level for level, _ in self.levels.levels])

    def faults(self) -> Iterator[str]:
        return faults(self.levels)
