"""A figure over a rectangle: a ground with points, arrows and paths on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from quizengine.figures.drawing import PAGE, Drawing, Label, Stroke, rounded
from quizengine.figures.figure import KEPT, Figure, OwnWords
from quizengine.figures.numbers import listed
from quizengine.figures.placing import Box, Space, box_of
from quizengine.figures.plane import Plane, below
from quizengine.figures.rectangle.ground import Ground
from quizengine.figures.rectangle.over import Over
from quizengine.figures.rectangle.rectangle import Rectangle, point_text
from quizengine.figures.scale import Scale, ScaleName, of_plane
from quizengine.figures.titles import with_titles
from quizengine.figures.walks import walk

MOST_LETTERS = 1_150  # of the readings, about
_EDGE = 0.1  # between labels and the frame
_ARROW = 10.0  # what it costs to stand on an arrow or a path; curves are cut under names
_FEW = 3  # points around which more is told
_TOLD = 4  # texts without room that are told one by one
_LOWER = 0.12  # by how much letters are lower than a line


@dataclass(frozen=True, slots=True)
class RectangleFigure(Figure):
    """A ground, and what lies over it."""

    words: OwnWords
    rectangle: Rectangle
    ground: Ground
    over: Over = field(default_factory=Over)

    def drawing(self, width: float) -> Drawing:
        return _laid_out(self, width)[0]

    def laid_out(self, width: float) -> tuple[Drawing, list[str], list[str]]:
        """Return the drawing, the names that hide something, and the texts on curves for which there is no room."""
        plane = self.rectangle.plane(width)
        titled, over = list(self.ground.strokes(plane)), self.over.strokes(self.rectangle, plane)
        marks = [*self.ground.marks(plane), *self.over.marks(self.rectangle, plane)]
        space = Space(_inner(plane))
        if self.over.named:
            space.cross(each.walk.places for each in titled)
        space.cross((walk(stroke.points).places for stroke in over), _ARROW)
        space.take_marks(marks)
        names, hiding = self.over.names(self.rectangle, plane, space)
        curves, titles, missing = with_titles(titled, over, space, [_letters(name) for name in names])
        ticks, numbers = plane.ticks()
        lines = self.rectangle.lines(plane, [box_of(each) for each in (*names, *titles)])
        strokes = [*plane.frame(), *ticks, *lines, *curves, *over]
        drawing = Drawing(
            round(max([plane.corner[0] + plane.width + _EDGE, *(box_of(each)[2] for each in numbers)]), 2),
            round(below(plane), 2),
            strokes=tuple(
                Stroke(tuple(map(rounded, each.points)), each.dash, each.weight, each.arrow) for each in strokes
            ),
            marks=tuple(replace(each, at=rounded(each.at)) for each in marks),
            labels=tuple(replace(each, at=rounded(each.at)) for each in (*numbers, *names, *titles)),
        )
        return drawing, hiding, missing

    def readings(self) -> str:
        told = []
        for name, at in self.over.points:
            around = self.ground.around(at, 2 if len(self.over.points) <= _FEW else 1)
            told.append(f"{name} at {point_text(*at)}{', ' if around else ''}{around}")
        told += self.over.readings(self.rectangle)
        if not self.rectangle.one_scale:
            told.append("The axes have different scales")
        below = [*self.ground.readings(MOST_LETTERS - sum(map(len, told)))] or [f"Shown: {self.rectangle.told()}"]
        return " ".join(f"{sentence}." for sentence in (*below, *told))

    def scales(self) -> Mapping[ScaleName, Scale]:
        return {**of_plane(self.rectangle.plane(PAGE)), **self.ground.scales()}

    def faults(self) -> Iterator[str]:
        wrong = [*self.ground.faults(), *self.over.faults(self.rectangle)]
        yield from wrong
        hiding, missing = ([], []) if wrong else _laid_out(self, PAGE)[1:]
        for text in hiding:
            yield f"the name {text} hides something, for no place beside it is free; show less around it"
        if untold := self.ground.untold(missing):
            more = [f"{len(untold) - _TOLD} more"] if len(untold) > _TOLD else []
            yield f"no curve has room for {listed([*untold[:_TOLD], *more])}; choose fewer levels, or fewer labels"


@lru_cache(maxsize=KEPT)  # what a check looks at is drawn, too
def _laid_out(figure: RectangleFigure, width: float) -> tuple[Drawing, list[str], list[str]]:
    return figure.laid_out(width)


def _inner(plane: Plane) -> Box:
    left, top = plane.corner
    return left + _EDGE, top + _EDGE, left + plane.width - _EDGE, plane.bottom - _EDGE


def _letters(label: Label) -> Box:
    """What the letters of a name fill."""
    left, top, right, bottom = box_of(label)
    return left - _LOWER, top + _LOWER, right + _LOWER, bottom - _LOWER
