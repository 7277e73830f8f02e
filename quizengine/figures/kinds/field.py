"""`field`: a field of vectors in the plane as arrows, with points and arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from quizengine.figures import values
from quizengine.figures.arrow_field import ArrowField
from quizengine.figures.figure import Expression
from quizengine.figures.rectangle.figure import RectangleFigure
from quizengine.figures.rectangle.model import RectangleModel

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace

FEWEST, MOST = 3, 25  # arrows in a row


class FieldModel(RectangleModel):
    """field: the vector of its two components; columns: about how many arrows stand in a row, at round places."""

    kind: ClassVar = "field"
    field: Expression
    columns: Annotated[int, Field(strict=True, ge=FEWEST, le=MOST)] = 9

    def draw(self, workspace: Workspace) -> RectangleFigure:
        rectangle = self.rectangle(workspace)
        first, second = values.functions(self.field, self.variables, 2, workspace)
        ground = ArrowField((first, second), rectangle, self.columns)
        return RectangleFigure(self.own_words(workspace), rectangle, ground, self.over(rectangle, workspace))
