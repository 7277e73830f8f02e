"""`path`: points joined by straight lines, numbered from 0, as of a descent; on level curves where there are some."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from quizengine.figures.figure import Expression
from quizengine.figures.level_map.model import MapModel
from quizengine.figures.rectangle.figure import RectangleFigure
from quizengine.figures.rectangle.ground import Ground
from quizengine.figures.rectangle.model import corners
from quizengine.figures.rectangle.polylines import Polyline

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace


class PathModel(MapModel):
    """path: a list of points; on: the function whose level curves lie below, none without it."""

    kind: ClassVar = "path"
    path: Expression
    on: Expression | None = None

    def draw(self, workspace: Workspace) -> RectangleFigure:
        rectangle = self.rectangle(workspace)
        ground = self.level_map(self.on, rectangle, workspace, "thin") if self.on else Ground()
        over = self.over(rectangle, workspace)
        numbered = Polyline("", corners(self.path, workspace), numbered=True)
        return RectangleFigure(
            self.own_words(workspace), rectangle, ground, replace(over, paths=(numbered, *over.paths))
        )
