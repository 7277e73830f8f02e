"""What stands beside the prompt: a table of data, a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizengine.draw.parts import fill
from quizengine.draw.values import Figure, Table
from quizengine.errors import CannotCompute
from quizengine.maths.show import arrange
from quizengine.maths.tree import Node, Vector

if TYPE_CHECKING:
    from quizengine.item.model import WrittenFigure, WrittenTable
    from quizengine.maths.workspace import Workspace


def draw_table(written: WrittenTable, workspace: Workspace) -> Table:
    """The table with its numbers; raises CannotCompute or Unreadable."""
    header = tuple(fill(cell, workspace) for cell in written.header)
    if not isinstance(written.rows, str):
        return Table(header, tuple(tuple(fill(cell, workspace) for cell in row) for row in written.rows))
    rows = [_list(row, written.rows) for row in _list(workspace.evaluate(written.rows), written.rows)]
    if len({len(row) for row in rows} | ({len(header)} if header else set())) != 1:
        raise CannotCompute(written.rows, "all rows of a table, and its header, need as many cells")
    return Table(header, tuple(tuple((arrange(cell),) for cell in row) for row in rows))


def draw_figure(written: WrittenFigure, workspace: Workspace) -> Figure:
    """The figure with its numbers; raises CannotCompute or Unreadable."""
    left, right = (_value(bound, workspace) for bound in written.horizontal)
    low, high = (_value(bound, workspace) for bound in written.vertical)
    levels = written.levels
    return Figure(
        function=_value(written.contours, workspace),
        variables=written.variables,
        horizontal=(left, right),
        vertical=(low, high),
        levels=levels if isinstance(levels, int) else tuple(_value(level, workspace) for level in levels),
        points=tuple((name, _value(point, workspace)) for name, point in written.points.items()),
        says=fill(written.says, workspace),
    )


def _value(expression: int | str, workspace: Workspace) -> Node:
    value = workspace.evaluate(str(expression))
    if isinstance(value, str | bool | tuple):
        raise CannotCompute(str(expression), "a number or an expression is needed here")
    return value


def _list(value: object, expression: str) -> tuple[Node, ...]:
    if not isinstance(value, Vector):
        raise CannotCompute(expression, "the rows of a table are a list of lists: [[1, 2], [3, 4]]")
    return value.items
