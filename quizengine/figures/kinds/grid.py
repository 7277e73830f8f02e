"""Values on a grid: a table of numbers, cells that are shaded by their values, or both."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field, model_validator

from quizengine.errors import CannotCompute
from quizengine.figures.cell_table import CellTable, Margin, faults_of, table_drawing
from quizengine.figures.drawing import NARROW, PAGE
from quizengine.figures.figure import Expression, Figure, FigureModel, Number, OwnWords, ShortText
from quizengine.figures.numbers import number_text, read_text
from quizengine.figures.texts import label_text, name_text, shown_text
from quizengine.figures.values import numbers, rows
from quizengine.maths.tree import Vector

if TYPE_CHECKING:
    from quizengine.figures.drawing import Drawing
    from quizengine.maths.language import Workspace

Heads = list[Number | ShortText] | Expression  # a list of names or numbers, or an expression of a list
MOST = 12  # rows and columns


@dataclass(frozen=True, slots=True)
class Grid(Figure):
    """A table of numbers, of shades, or of both."""

    table: CellTable
    words: OwnWords

    def drawing(self, width: float) -> Drawing:
        return table_drawing(self.table, width)

    def readings(self) -> str:
        table = self.table
        kind = "A table of numbers" if table.texts else "A grid of shaded cells"
        told = [f"{kind} with {len(table.values)} rows and {len(table.values[0])} columns."]
        told += _margin_in_words("Columns", table.across, "from left to right")
        told += _margin_in_words("Rows", table.side, "upwards, as on a map" if table.upwards else "downwards")
        if table.shaded:
            low, high = table.range()
            ink = f"More ink is a higher value: the scale goes from {number_text(low)}, no ink, to {number_text(high)}."
            told.append(ink if table.texts else f"{ink} The values below are read off it, to a tenth of the scale.")
        for n in range(len(table.values)):
            told.append(f"{_place('Row', table.side, n)}: {', '.join(self._row(n))}.")
        if table.framed:
            row, column = (
                _place(*of) for of in zip(("row", "column"), (table.side, table.across), table.framed, strict=True)
            )
            told.append(f"Framed is the cell at {row}, {column}.")
        return " ".join(told)

    def faults(self) -> Iterator[str]:
        return faults_of(self.table, (PAGE, NARROW))

    def _row(self, n: int) -> list[str]:
        table = self.table
        if table.texts:
            return list(table.texts[n])
        return [_read_off(value, *table.range()) if math.isfinite(value) else "none" for value in table.values[n]]


def _read_off(value: float, low: float, high: float) -> str:
    """A value that its shade tells, to a tenth of the scale from `low` to `high`."""
    tenth = (high - low) / 10
    return read_text(low + round((value - low) / tenth) * tenth, low, high, 10) if tenth else number_text(low)


def _place(what: str, margin: Margin, n: int) -> str:
    """A row or column in words: by its name or number, else by its place."""
    if margin.heads and margin.name:
        return f"{margin.name} = {margin.heads[n]}"
    return f"{what} {margin.heads[n] if margin.heads else n + 1}"


def _margin_in_words(what: str, margin: Margin, way: str) -> Iterator[str]:
    if margin.heads:
        yield f"{what}{f', {margin.name},' if margin.name else ''} {way}: {', '.join(margin.heads)}."
    elif margin.name:
        yield f"{what} {way}: {margin.name}."


class GridModel(FigureModel):
    """grid: a list of equally long rows of numbers.

    across: names or numbers of the columns; down: of the rows, the first one at the top, as in a table; up: of the
    rows, the first one at the bottom, as on a map; variables: the names of both directions; frame: a framed cell, its
    row and its number in the row, counted as in grid[2][3]; shade: cells are filled by their values, with a scale;
    numbers: whether the numbers stand in the cells.
    """

    kind: ClassVar[str] = "grid"
    grid: Expression
    across: Heads | None = None
    down: Heads | None = None
    up: Heads | None = None
    variables: Annotated[list[ShortText], Field(min_length=2, max_length=2)] | None = None
    frame: Expression | None = None
    shade: bool = False
    numbers: bool = True

    @model_validator(mode="after")
    def _consistent(self) -> GridModel:
        if self.up and self.down:
            raise ValueError("rows go up or down; write 'up' as on a map, or 'down' as in a table, and not both")
        if not self.numbers and not self.shade:
            raise ValueError("nothing is left to see; write shade = true, or leave numbers = false out")
        return self

    def draw(self, workspace: Workspace) -> Grid:
        values = rows(self.grid, workspace)
        high, wide = len(values), len(values[0])
        if not 1 <= high <= MOST or not 1 <= wide <= MOST:
            raise CannotCompute(self.grid, f"a grid of {high} rows and {wide} columns; each is at most {MOST}")
        across, side = (_named(name, workspace) for name in self.variables or ("", ""))
        table = CellTable(
            values,
            self._texts(workspace) if self.numbers else (),
            Margin(_heads(self.across, wide, "columns", workspace), across),
            Margin(_heads(self.up or self.down, high, "rows", workspace), side),
            upwards=bool(self.up),
            shaded=self.shade,
            framed=self._framed(high, wide, workspace),
        )
        return Grid(table, self.own_words(workspace))

    def _texts(self, workspace: Workspace) -> tuple[tuple[str, ...], ...]:
        found = workspace.evaluate(self.grid)
        whole = found.items if isinstance(found, Vector) else ()
        return tuple(
            tuple(shown_text(item, workspace) for item in row.items) for row in whole if isinstance(row, Vector)
        )

    def _framed(self, high: int, wide: int, workspace: Workspace) -> tuple[int, int] | None:
        if self.frame is None:
            return None
        place = numbers(self.frame, workspace)
        if len(place) != 2 or place[0] not in range(1, high + 1) or place[1] not in range(1, wide + 1):
            cure = f"a row from 1 to {high} and a place in it from 1 to {wide} are needed here, such as [1, 2]"
            raise CannotCompute(self.frame, cure)
        return int(place[0]) - 1, int(place[1]) - 1


def _heads(written: Heads | None, count: int, what: str, workspace: Workspace) -> tuple[str, ...]:
    """The names or numbers of rows or columns; raises CannotCompute where there are more or fewer of these."""
    if isinstance(written, str):
        value = workspace.evaluate(written)
        items = value.items if isinstance(value, Vector) else value if isinstance(value, tuple) else (value,)
        found = tuple(shown_text(item, workspace) for item in items)
    else:
        found = tuple(str(item) if isinstance(item, int) else label_text(item, workspace) for item in written or ())
    if found and len(found) != count:
        raise CannotCompute(str(written), f"the grid has {count} {what}, and here are {len(found)} names")
    return tuple(text.replace("-", "−", 1) if text.startswith("-") else text for text in found)


def _named(name: str, workspace: Workspace) -> str:
    return name_text(name) if name.isidentifier() else label_text(name, workspace)
