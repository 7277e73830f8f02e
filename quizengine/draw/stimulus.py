"""What stands beside the prompt: a table of data, a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizengine.draw.question import Figure, Table
from quizengine.errors import CannotCompute
from quizengine.maths.evaluate import Undefined, Unsure, ball
from quizengine.maths.language.fill_in import prose_of, prose_of_value
from quizengine.maths.language.values import canonical
from quizengine.maths.print.display import inline_only
from quizengine.maths.tree import Node, Relation, Vector, size, variables

if TYPE_CHECKING:
    from flint import arb

    from quizengine.item.model import WrittenFigure, WrittenTable
    from quizengine.maths.language import Value, Workspace


AxisRange = tuple[Node, Node]

MOST_NODES = 200  # of a function, which is evaluated at some two thousand places
MOST_SIDE, LEAST_SIDE = 1_000_000, 1e-6


def draw_table(written: WrittenTable, workspace: Workspace) -> Table:
    """Return the table with its numbers; raises CannotCompute or Unreadable."""
    header = tuple(inline_only(prose_of(workspace, cell)) for cell in written.header)
    if not isinstance(written.rows, str):
        cells = (tuple(inline_only(prose_of(workspace, cell)) for cell in row) for row in written.rows)
        return Table(header, tuple(cells))
    rows = [_list(row, written.rows) for row in _list(workspace.evaluate(written.rows), written.rows)]
    if len({len(row) for row in rows} | ({len(header)} if header else set())) != 1:
        raise CannotCompute(written.rows, "all rows of a table, and its header, need as many cells")
    return Table(header, tuple(tuple(inline_only(prose_of_value(workspace, cell)) for cell in row) for row in rows))


def draw_figure(written: WrittenFigure, workspace: Workspace) -> Figure:
    """Return the figure with its numbers; raises CannotCompute or Unreadable."""
    levels, names = written.levels, (canonical(written.variables[0]), canonical(written.variables[1]))
    sides = (_range(written.horizontal, workspace), _range(written.vertical, workspace))
    return Figure(
        function=_surface(written.contours, names, workspace),
        variables=names,
        horizontal=sides[0],
        vertical=sides[1],
        levels=levels if isinstance(levels, int) else tuple(_number(level, workspace) for level in levels),
        points=tuple((name, _point(point, sides, workspace)) for name, point in written.points.items()),
        says=prose_of(workspace, written.says),
    )


def _surface(contours: str, names: tuple[str, str], workspace: Workspace) -> Node:
    value = _value(contours, workspace)
    free = set(variables(value))
    if isinstance(value, Vector | Relation) or not free or free - set(names):
        raise CannotCompute(contours, f"contours need an expression in {' and '.join(names)} and in nothing else")
    if size(value) > MOST_NODES:
        raise CannotCompute(
            contours, f"this is too long to be drawn at each of a thousand places ({size(value)} parts)"
        )
    return value


def _range(bounds: tuple[int | str, int | str], workspace: Workspace) -> AxisRange:
    low, high = (_number(bound, workspace) for bound in bounds)
    ends = [_real(end, str(bound)) for end, bound in zip((low, high), bounds, strict=True)]
    if not ends[0] < ends[1]:
        raise CannotCompute(f"[{bounds[0]}, {bounds[1]}]", "a side of a figure goes from a lower to a higher number")
    if not (ends[0] > -MOST_SIDE and ends[1] < MOST_SIDE and ends[1] - ends[0] > LEAST_SIDE):
        why = f"a side of a figure lies between -{MOST_SIDE:,} and {MOST_SIDE:,} and is longer than {LEAST_SIDE}"
        raise CannotCompute(f"[{bounds[0]}, {bounds[1]}]", why)
    return low, high


def _real(number: Node, written: str) -> arb:
    try:
        return ball(number, {})
    except (Undefined, Unsure):
        raise CannotCompute(written, "this has no real value") from None


def _number(expression: int | str, workspace: Workspace) -> Node:
    value = _value(expression, workspace)
    if isinstance(value, Vector | Relation) or variables(value):
        raise CannotCompute(str(expression), "a number is needed here")
    return value


def _point(expression: str, sides: tuple[AxisRange, AxisRange], workspace: Workspace) -> Node:
    value = _value(expression, workspace)
    if not isinstance(value, Vector) or len(value.items) != 2 or variables(value):
        raise CannotCompute(expression, "a point of a figure has two numbers, such as (1, 2)")
    for place, (low, high) in zip(value.items, sides, strict=True):
        at = _real(place, expression)
        if at < ball(low, {}) or at > ball(high, {}):
            raise CannotCompute(expression, "this point lies outside the figure; widen horizontal or vertical")
    return value


def _value(expression: int | str, workspace: Workspace) -> Node:
    value = workspace.evaluate(str(expression))
    if isinstance(value, str | bool | tuple):
        raise CannotCompute(str(expression), "a number or an expression is needed here")
    return workspace.shown(value)


def _list(value: Value, expression: str) -> tuple[Value, ...]:
    if not isinstance(value, Vector | tuple):
        raise CannotCompute(expression, "the rows of a table are a list of lists: [[1, 2], [3, 4]]")
    return value if isinstance(value, tuple) else value.items
