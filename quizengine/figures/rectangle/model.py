"""What an author writes for every figure over a rectangle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from quizengine.errors import CannotCompute
from quizengine.figures import values
from quizengine.figures.drawing import Point
from quizengine.figures.figure import Expression, FigureModel, Side
from quizengine.figures.rectangle import arrows as arrow
from quizengine.figures.rectangle.arrows import Arrow
from quizengine.figures.rectangle.over import Over
from quizengine.figures.rectangle.polylines import DASHES, Polyline
from quizengine.figures.rectangle.rectangle import Rectangle
from quizengine.figures.texts import name_text
from quizengine.maths.language.values import canonical

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace

MOST_POINTS, MOST_ARROWS = 12, 12
MOST_CORNERS = 100  # of a path

Short = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_]{1,12}$")]  # the name of a point, an arrow or a path
Variable = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]\w{0,19}$"), AfterValidator(canonical)]


class RectangleModel(FigureModel):
    """horizontal and vertical: the ends of the axes; points: places; arrows: tail, a point or its name, and vector;
    paths: lists of points; lengths: 'true' for arrows as long as their vectors on the axes; grid_lines: dotted lines at
    the ticks.
    """

    variables: tuple[Variable, Variable] = ("x", "y")
    horizontal: Side = (-3, 3)
    vertical: Side = (-3, 3)
    points: Mapping[Short, Expression] = Field(default_factory=dict, max_length=MOST_POINTS)
    arrows: Mapping[Short, tuple[Expression, Expression]] = Field(default_factory=dict, max_length=MOST_ARROWS)
    paths: Mapping[Short, Expression] = Field(default_factory=dict, max_length=len(DASHES))
    lengths: Literal["scaled", "true"] = "scaled"
    grid_lines: bool = False

    def rectangle(self, workspace: Workspace) -> Rectangle:
        """Return the rectangle; raises CannotCompute."""
        horizontal, vertical = (values.side(side, workspace) for side in (self.horizontal, self.vertical))
        return Rectangle(horizontal, vertical, self.variables, self.grid_lines)

    def over(self, rectangle: Rectangle, workspace: Workspace) -> Over:
        """Return the points, arrows and paths; raises CannotCompute or Unreadable."""
        points = {name: _inside(text, rectangle, workspace) for name, text in self.points.items()}
        arrows = tuple(
            Arrow(
                name_text(name),
                points.get(tail) or _inside(tail, rectangle, workspace),
                values.point(vector, workspace),
            )
            for name, (tail, vector) in self.arrows.items()
        )
        paths = zip(self.paths.items(), DASHES, strict=False)
        return Over(
            points=tuple((name_text(name), at) for name, at in points.items()),
            arrows=arrows,
            factor=1.0 if self.lengths == "true" else arrow.scale(arrows, rectangle),
            paths=tuple(Polyline(name_text(name), corners(text, workspace), dash) for (name, text), dash in paths),
        )


def corners(expression: str, workspace: Workspace) -> tuple[Point, ...]:
    """Return the points of a path; raises CannotCompute."""
    found = values.points(expression, workspace)
    if not 2 <= len(found) <= MOST_CORNERS:
        raise CannotCompute(expression, f"a path has 2 to {MOST_CORNERS} points; here it has {len(found)}")
    return found


def _inside(expression: str, rectangle: Rectangle, workspace: Workspace) -> Point:
    at = values.point(expression, workspace)
    if not rectangle.holds(*at):
        raise CannotCompute(expression, "this point lies outside the figure; widen horizontal or vertical")
    return at
