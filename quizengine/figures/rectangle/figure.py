"""A figure over a rectangle: a ground with points, arrows and paths on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from quizengine.figures.drawing import Drawing, Label, Mark, Point, Stroke
from quizengine.figures.figure import Figure, OwnWords
from quizengine.figures.numbers import listed
from quizengine.figures.placing import Space, beside
from quizengine.figures.plane import Plane, below
from quizengine.figures.rectangle import arrows as arrow
from quizengine.figures.rectangle.arrows import Arrow
from quizengine.figures.rectangle.ground import Ground
from quizengine.figures.rectangle.polylines import Polyline
from quizengine.figures.rectangle.rectangle import Rectangle, point_text
from quizengine.figures.titles import with_titles

PAGE = 24.0  # the width, in ems, at which it is told what hides something
_FREE = 1.0  # what a name may cost that hides nothing


@dataclass(frozen=True, slots=True)
class RectangleFigure(Figure):
    """points: their names and coordinates; factor: of the vectors of all arrows."""

    words: OwnWords
    rectangle: Rectangle
    ground: Ground
    points: tuple[tuple[str, Point], ...] = ()
    arrows: tuple[Arrow, ...] = ()
    factor: float = 1.0
    paths: tuple[Polyline, ...] = ()

    def drawing(self, width: float) -> Drawing:
        return self._laid_out(width)[0]

    def _laid_out(self, width: float) -> tuple[Drawing, list[str], list[str]]:
        """The drawing, the names that hide something, and the texts on curves for which there is no room."""
        plane = self.rectangle.plane(width)
        over = _Over(self, plane)
        titled = list(self.ground.strokes(plane))
        space = Space(
            (plane.corner[0] + 0.1, plane.corner[1] + 0.1, plane.corner[0] + plane.width - 0.1, plane.bottom - 0.1)
        )
        space.cross(chain((each.stroke for each in titled), over.strokes))
        space.take_marks(over.marks)
        names, hiding = over.names(space)
        strokes, titles, missing = with_titles(titled, over.strokes, space)
        ticks, numbers = plane.ticks()
        drawing = Drawing(
            round(plane.corner[0] + plane.width + _right(numbers, plane), 2),
            round(below(plane), 2),
            strokes=tuple(_rounded(each) for each in (*plane.frame(), *ticks, *strokes, *over.strokes)),
            marks=tuple(Mark(_round(mark.at), mark.shape) for mark in over.marks),
            labels=tuple(
                Label(_round(each.at), each.text, each.anchor, each.slanted) for each in (*numbers, *names, *titles)
            ),
        )
        return drawing, hiding, missing

    def readings(self) -> str:
        told = [*self.ground.readings()] or [self.rectangle.told()]
        told += [
            ", ".join(filter(None, (f"{name} at {point_text(*at)}", self.ground.around(at))))
            for name, at in self.points
        ]
        told += [arrow.told(each, self.factor) for each in self.arrows]
        told += [path.told() for path in self.paths]
        if not self.rectangle.one_scale:
            told.append("The axes have different scales")
        return " ".join(f"{sentence[0].upper()}{sentence[1:]}." for sentence in told)

    def faults(self) -> Iterator[str]:
        yield from self.ground.faults()
        for each in self.arrows:
            if not self.rectangle.holds(*arrow.head(each, self.factor)):
                yield f"arrow {each.name} reaches out of the figure; widen horizontal or vertical"
        if self.arrows and not self.rectangle.one_scale:
            yield "arrows do not point as they look, since one side is too long; take sides up to 1.6 times as long"
        hiding, missing = self._laid_out(PAGE)[1:]
        for text in hiding:
            yield f"the name {text} hides a curve or another name: no place beside it is free; show less around it"
        if missing:
            yield f"there is no room for {listed(missing)} on any of its curves; choose fewer levels or labels"


class _Over:
    """What lies over the ground: strokes, marks, and the names beside them."""

    def __init__(self, figure: RectangleFigure, plane: Plane) -> None:
        self._figure, self._plane = figure, plane
        self._arrows = [arrow.stroke(each, figure.factor, plane) for each in figure.arrows]
        paths = [stroke for path in figure.paths for stroke in path.strokes(figure.rectangle, plane)]
        self.strokes: list[Stroke] = [*paths, *self._arrows]
        self.marks = [Mark(plane.place(*at)) for _, at in figure.points]

    def names(self, space: Space) -> tuple[list[Label], list[str]]:
        """The names, with those among them that hide something."""
        wanted = [beside(self._plane.place(*at), name) for name, at in self._figure.points]
        wanted += [arrow.names(each, drawn) for each, drawn in zip(self._figure.arrows, self._arrows, strict=True)]
        placed = [space.best(places) for places in wanted]
        return [label for label, _ in placed], [label.text for label, cost in placed if cost >= _FREE]


def _right(numbers: tuple[Label, ...], plane: Plane) -> float:
    """How far the numbers below reach beyond the frame."""
    return max(
        [
            0.1,
            *(
                each.at[0] + len(each.text) / 4 - plane.corner[0] - plane.width
                for each in numbers
                if each.anchor == "middle"
            ),
        ]
    )


def _rounded(stroke: Stroke) -> Stroke:
    return Stroke(tuple(_round(point) for point in stroke.points), stroke.dash, stroke.weight, stroke.arrow)


def _round(at: Point) -> Point:
    return round(at[0], 2), round(at[1], 2)
