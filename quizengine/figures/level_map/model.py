"""What an author writes for level curves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from quizengine.figures import values
from quizengine.figures.drawing import Weight
from quizengine.figures.figure import Expression, Number
from quizengine.figures.level_map.levels import Labels, Level, Levels, round_levels
from quizengine.figures.level_map.map import LevelMap
from quizengine.figures.numbers import number_text
from quizengine.figures.rectangle.model import RectangleModel
from quizengine.figures.rectangle.rectangle import Rectangle
from quizengine.maths.print import show
from quizengine.maths.tree import Node, Vector

if TYPE_CHECKING:
    from quizengine.maths.language import Workspace

MOST_LEVELS = 40
_LONGEST = 6  # of a level as it is written: one that is longer is rounded


class MapModel(RectangleModel):
    """levels: about how many, at round numbers, or a list of them; labels: which of them are written on the curves."""

    levels: (
        Annotated[int, Field(strict=True, ge=1, le=MOST_LEVELS)]
        | Annotated[tuple[Number, ...], Field(min_length=1, max_length=MOST_LEVELS)]
        | Expression
    ) = 9
    labels: Labels = "all"

    def level_map(self, expression: str, rectangle: Rectangle, workspace: Workspace, weight: Weight) -> LevelMap:
        """Return the level curves of a function; raises CannotCompute or Unreadable."""
        function = values.function(expression, self.variables, workspace)
        if isinstance(self.levels, int):
            levels = [(level, number_text(level)) for level in round_levels(function, rectangle, self.levels)]
        else:
            levels = [_level(node, workspace) for node in self._nodes(workspace)]
        return LevelMap(Levels(function, rectangle, tuple(sorted(dict(levels).items())), self.labels), weight)

    def _nodes(self, workspace: Workspace) -> list[Node]:
        if isinstance(self.levels, tuple):
            return [values.node(level, workspace) for level in self.levels]
        listed = values.node(str(self.levels), workspace)
        return list(listed.items) if isinstance(listed, Vector) else [listed]


def _level(node: Node, workspace: Workspace) -> Level:
    value = values.real(node, show(node))
    text = show(workspace.shown(node))
    return value, text if len(text) <= _LONGEST else number_text(value, 3)
