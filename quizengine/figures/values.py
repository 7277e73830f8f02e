"""An author's expressions as the numbers, points, lists and functions of a figure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from quizengine.errors import CannotCompute
from quizengine.figures.numbers import listed
from quizengine.maths.evaluate import Undefined, Unsure, ball, precision
from quizengine.maths.evaluate.columns import columns
from quizengine.maths.tree import Node, Relation, Vector, size, variables

if TYPE_CHECKING:
    from quizengine.maths.language import Value, Workspace

MOST_NODES = 200  # of a function, which is evaluated at some thousand places
MOST, LEAST = 1e9, 1e-9  # an axis ends between -MOST and MOST and is longer than LEAST
MOST_ENTRIES = 400  # of a list


def node(expression: int | str, workspace: Workspace) -> Node:
    """Return the value of an expression that is mathematics; raises CannotCompute."""
    value = workspace.evaluate(str(expression))
    if isinstance(value, str | bool | tuple):
        raise CannotCompute(str(expression), "a number or an expression is needed here")
    return value


def number(expression: int | str, workspace: Workspace) -> float:
    """Return the value of an expression that is a finite number; raises CannotCompute."""
    return real(node(expression, workspace), expression)


def real(value: Node, expression: int | str) -> float:
    """Return the value of a number; raises CannotCompute with the text of `expression`."""
    if isinstance(value, Vector | Relation) or variables(value):
        raise CannotCompute(str(expression), f"a number is needed here{_without_value(value)}")
    try:
        with precision(53):
            found = float(ball(value, {}).mid())
    except (Undefined, Unsure, OverflowError, ValueError):
        raise CannotCompute(str(expression), "this has no real value") from None
    if not abs(found) <= MOST:
        raise CannotCompute(str(expression), f"a number of a figure lies between -{MOST:,.0f} and {MOST:,.0f}")
    return found


def value_or_nan(value: Node, expression: str) -> float:
    """Return the value of a number, nan where it has none, infinity where it is too large; raises CannotCompute where
    it is no number.
    """
    if isinstance(value, Vector | Relation) or variables(value):
        raise CannotCompute(expression, f"a number is needed here{_without_value(value)}")
    return columns(value, {"": [0.0]})[0]


def values_or_nan(expression: str, workspace: Workspace) -> tuple[float, ...]:
    """Return the values of a list of numbers, nan and infinity among them; raises CannotCompute."""
    return tuple(value_or_nan(item, expression) for item in _items(expression, workspace))


def numbers(expression: str, workspace: Workspace) -> tuple[float, ...]:
    """Return the values of a list of numbers; raises CannotCompute."""
    return tuple(real(item, expression) for item in _items(expression, workspace))


def number_or_numbers(expression: int | str, workspace: Workspace) -> tuple[float, ...]:
    """Return the values of a list of numbers, or of one number; raises CannotCompute."""
    value = node(expression, workspace)
    return numbers(str(expression), workspace) if isinstance(value, Vector) else (real(value, expression),)


def rows(expression: str, workspace: Workspace) -> tuple[tuple[float, ...], ...]:
    """Return the values of a list of equally long lists of numbers; raises CannotCompute."""
    needed = "a list of rows is needed here, such as [[1, 2], [3, 4]]"
    found = [_list(row, expression, needed) for row in _list(workspace.evaluate(expression), expression, needed)]
    if len({len(row) for row in found}) != 1:
        raise CannotCompute(expression, "all rows need as many numbers")
    return tuple(tuple(real(item, expression) for item in row) for row in found)


def point(expression: str, workspace: Workspace) -> tuple[float, float]:
    """Return the two coordinates of a point; raises CannotCompute."""
    x, y = _pair(node(expression, workspace), expression)
    return x, y


def points(expression: str, workspace: Workspace) -> tuple[tuple[float, float], ...]:
    """Return the coordinates of a list of points; raises CannotCompute."""
    return tuple(_pair(item, expression) for item in _items(expression, workspace))


def function(expression: str, names: Sequence[str], workspace: Workspace) -> Node:
    """Return an expression in `names` and in nothing else, short enough to be drawn; raises CannotCompute."""
    value = node(expression, workspace)
    _check_function(value, names, expression)
    return value


def curve(expression: str, name: str, workspace: Workspace) -> Node:
    """Return an expression in one variable, or a constant one, short enough to be drawn; raises CannotCompute."""
    value = node(expression, workspace)
    _check_function(value, (name,), expression, constant=True)
    return value


def functions(expression: str, names: Sequence[str], count: int, workspace: Workspace) -> tuple[Node, ...]:
    """Return the `count` components of a vector of expressions in `names`; raises CannotCompute."""
    needed = f"{count} components in {' and '.join(names)} are needed here, such as ({', '.join(names)})"
    items = _list(workspace.evaluate(expression), expression, needed)
    if len(items) != count:
        raise CannotCompute(expression, f"{count} components are needed here, and there are {len(items)}")
    for item in items:
        _check_function(item, names, expression, constant=True)
    return items


def side(ends: tuple[int | str, int | str], workspace: Workspace) -> tuple[float, float]:
    """Return the ends of an axis; raises CannotCompute."""
    low, high = (number(end, workspace) for end in ends)
    if not high - low > LEAST:
        raise CannotCompute(f"[{ends[0]}, {ends[1]}]", "a side of a figure goes from a lower to a higher number")
    return low, high


def _check_function(value: Node, names: Collection[str], expression: str, constant: bool = False) -> None:
    free = set(variables(value))
    if isinstance(value, Vector | Relation) or free - set(names) or not (free or constant):
        others = _without_value(value, names)
        raise CannotCompute(
            expression, f"an expression in {' and '.join(names)} and in nothing else is needed here{others}"
        )
    if size(value) > MOST_NODES:
        raise CannotCompute(expression, f"this is too long to be drawn at thousands of places ({size(value)} parts)")


def _without_value(value: Node, names: Collection[str] = ()) -> str:
    """What is told of variables that are none of `names`: they are mostly slips of the finger."""
    others = sorted(set(variables(value)) - set(names))
    return f"; {listed(others)} {'has' if len(others) == 1 else 'have'} no value" if others else ""


def _pair(value: Node, expression: str) -> tuple[float, float]:
    if not isinstance(value, Vector) or len(value.items) != 2 or variables(value):
        raise CannotCompute(expression, "a point of a figure has two numbers, such as (1, 2)")
    return real(value.items[0], expression), real(value.items[1], expression)


def _items(expression: str, workspace: Workspace) -> tuple[Node, ...]:
    return _list(workspace.evaluate(expression), expression)


def _list(value: Value, expression: str, needed: str = "a list is needed here, such as [1, 2, 3]") -> tuple[Node, ...]:
    if not isinstance(value, Vector):
        raise CannotCompute(expression, needed)
    if len(value.items) > MOST_ENTRIES:
        raise CannotCompute(expression, f"a list of {len(value.items):,}; a figure shows at most {MOST_ENTRIES}")
    return value.items
