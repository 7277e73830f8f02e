"""What lies over the ground of a figure: points, arrows and paths with their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizengine.figures.clipping import crosses
from quizengine.figures.drawing import Label, Mark, Point, Stroke
from quizengine.figures.placing import Space, beside, box_of
from quizengine.figures.plane import Plane
from quizengine.figures.rectangle import arrows as arrow
from quizengine.figures.rectangle.arrows import Arrow
from quizengine.figures.rectangle.polylines import Polyline
from quizengine.figures.rectangle.rectangle import Rectangle, point_text

_HIDES = 100.0  # what a place costs that hides a mark or another name


@dataclass(frozen=True, slots=True)
class Over:
    """points: their names and coordinates; factor: of the vectors of all arrows."""

    points: tuple[tuple[str, Point], ...] = ()
    arrows: tuple[Arrow, ...] = ()
    factor: float = 1.0
    paths: tuple[Polyline, ...] = ()

    @property
    def named(self) -> bool:
        """Return whether there is anything with a name."""
        return bool(self.points or self.arrows or self.paths)

    def strokes(self, rectangle: Rectangle, plane: Plane) -> list[Stroke]:
        """Return the paths and arrows on paper."""
        paths = [stroke for path in self.paths for stroke in path.strokes(rectangle, plane)]
        return paths + [arrow.stroke(each, self.factor, plane) for each in self.arrows]

    def marks(self, rectangle: Rectangle, plane: Plane) -> list[Mark]:
        """Return the marks of the points, and of those of the paths."""
        paths = [mark for path in self.paths for mark in path.marks(rectangle, plane)]
        return paths + [Mark(plane.place(*at)) for _, at in self.points]

    def names(self, rectangle: Rectangle, plane: Plane, space: Space) -> tuple[list[Label], list[str]]:
        """Return the names, and those among them that hide a stroke, a mark or each other."""
        wanted = [beside(plane.place(*at), name) for name, at in self.points]
        wanted += [arrow.names(each, arrow.stroke(each, self.factor, plane)) for each in self.arrows]
        placed = [space.best(places) for places in wanted]
        strokes = self.strokes(rectangle, plane)
        hiding = [
            label.text
            for label, cost in placed
            if cost >= _HIDES or any(crosses(stroke.points, box_of(label)) for stroke in strokes)
        ]
        paths = [label for path in self.paths for label in path.names(rectangle, plane, space)]
        return [label for label, _ in placed] + paths, hiding

    def readings(self, rectangle: Rectangle) -> Iterator[str]:
        """Yield the arrows and paths in words."""
        yield from (arrow.told(each, self.factor) for each in self.arrows)
        yield from (path.told(rectangle) for path in self.paths)

    def faults(self, rectangle: Rectangle) -> Iterator[str]:
        """Yield what reaches out of the figure or does not point as it looks."""
        for each in self.arrows:
            if not rectangle.holds(*arrow.head(each, self.factor)):
                yield f"arrow {each.name} reaches out of the figure; widen horizontal or vertical"
            if not any(each.vector):
                yield f"arrow {each.name} has no length at {point_text(*each.tail)}; leave it out"
        if self.arrows and not rectangle.one_scale:
            yield "arrows do not point as they look, since one side is too long; take sides up to 1.6 times as long"
        for path in self.paths:
            if not any(rectangle.holds(*point) for point in path.points):
                yield f"{path} has no point in the figure; widen horizontal or vertical"
