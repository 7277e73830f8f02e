"""`contours`: level curves of a function of two variables, with points, arrows and paths."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from quizengine.figures.figure import Expression
from quizengine.figures.level_map.model import MapModel
from quizengine.figures.rectangle.figure import RectangleFigure

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace


class ContoursModel(MapModel):
    """contours: the function."""

    kind: ClassVar = "contours"
    contours: Expression

    def draw(self, workspace: Workspace) -> RectangleFigure:
        rectangle = self.rectangle(workspace)
        ground = self.level_map(self.contours, rectangle, workspace, "normal")
        return RectangleFigure(self.own_words(workspace), rectangle, ground, self.over(rectangle, workspace))
