from __future__ import annotations

import math
import re
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from support.graph_checks import terminal_cells, text_box

from quizengine.errors import CannotCompute
from quizengine.figures.cell_table import CellTable, Margin, faults_of, table_drawing
from quizengine.figures.drawing import Area, Drawing, Label
from quizengine.figures.figure import Figure
from quizengine.figures.kinds import KINDS
from quizengine.maths.language import Workspace

MAP = {
    "grid": "[[a, 4, 7], [3, 5.5, 8], [1, 2, -3]]",
    "across": "[0, 1, 2]",
    "up": [0, "1/2", 1],
    "variables": ["x", "y"],
}
TABLE = {
    "grid": "[[1, 2], [3, 4]]",
    "down": ["early", "late"],
    "across": ["1 €", "2 €"],
    "variables": ["price", "time"],
}


def figure(**written: object) -> Figure:
    return KINDS["grid"].model_validate(written).draw(Workspace().define("a", "12"))


def place(drawing: Drawing, text: str) -> tuple[float, float]:
    return next(label.at for label in drawing.labels if label.text.strip() == text)


def area_at(drawing: Drawing, label: Label) -> Area | None:
    x, y = label.at
    inside = [a for a in drawing.areas if a.points[0][0] < x < a.points[2][0] and a.points[0][1] < y < a.points[2][1]]
    return inside[0] if inside else None


def test_rows_run_upwards_as_on_a_map_and_say_so() -> None:
    drawn = figure(**MAP)
    drawing = drawn.drawing(24)
    assert place(drawing, "12")[1] > place(drawing, "3")[1] > place(drawing, "1/2")[1] - 1e-9
    assert place(drawing, "1/2")[1] == place(drawing, "5.5")[1]
    assert place(drawing, "↑ y")[1] < place(drawing, "x →")[1]
    assert "Rows, y, upwards, as on a map: 0, 1/2, 1." in drawn.readings()
    assert "y = 0: 12, 4, 7. y = 1/2: 3, 5.5, 8. y = 1: 1, 2, −3." in drawn.readings()


def test_rows_run_downwards_in_a_table() -> None:
    drawing = figure(**TABLE).drawing(24)
    assert place(drawing, "early")[1] == place(drawing, "1")[1] < place(drawing, "3")[1]
    assert place(drawing, "1 €")[1] < place(drawing, "1")[1]
    assert "Rows, time, downwards: early, late." in figure(**TABLE).readings()


@pytest.mark.parametrize("width", [14, 18, 24, 36])
@pytest.mark.parametrize("more", [{}, {"shade": True}, {"shade": True, "numbers": False}, {"frame": "[2, 1]"}])
@pytest.mark.parametrize("written", [MAP, TABLE])
def test_no_text_lies_on_another_or_over_the_edge(
    written: Mapping[str, object], more: Mapping[str, object], width: float
) -> None:
    drawing = figure(**written, **more).drawing(width)
    assert drawing.width <= width
    taken: set[tuple[int, int]] = set()
    for label in drawing.labels:
        left, top, right, bottom = text_box(label)
        assert 0 <= left < right <= drawing.width + 0.01, label
        assert 0 <= top < bottom <= drawing.height, label
        assert not terminal_cells(label) & taken, label
        taken |= terminal_cells(label)
    points = [point for shape in (*drawing.strokes, *drawing.areas) for point in shape.points]
    assert all(0 <= x <= drawing.width and 0 <= y <= drawing.height for x, y in points)


@given(st.lists(st.lists(st.integers(-9, 99), min_size=3, max_size=3), min_size=2, max_size=4))
@settings(max_examples=40, deadline=None)
def test_more_ink_is_a_higher_value(rows: list[list[int]]) -> None:
    drawing = figure(grid=str(rows), shade=True).drawing(24)
    cells = drawing.labels[: 3 * len(rows)]
    values = [value for row in rows for value in row]
    inks = [
        (value, area.shade if (area := area_at(drawing, cell)) else 0.0)
        for value, cell in zip(values, cells, strict=True)
    ]
    for (low, less), (high, more) in zip(sorted(inks), sorted(inks)[1:], strict=False):
        assert less < more or low == high
    assert max(ink for _, ink in inks) <= 0.6  # digits stay legible


def test_the_scale_tells_the_lowest_and_the_highest_value() -> None:
    drawing = figure(**MAP, shade=True, numbers=False).drawing(24)
    high, low = place(drawing, "12"), place(drawing, "−3")
    assert high[0] == low[0] > max(x for area in drawing.areas[:-4] for x, _ in area.points)
    assert high[1] < low[1]
    assert "the scale goes from −3, no ink, to 12" in figure(**MAP, shade=True).readings()


def test_without_numbers_words_tell_what_can_be_read_off_the_shades() -> None:
    told = figure(grid="[[0, 3.14], [5.05, 10]]", shade=True, numbers=False).readings()
    assert "Row 1: 0, 3. Row 2: 5, 10." in told
    assert "to a tenth of the scale" in told


def test_a_framed_cell_has_thick_lines_and_is_named() -> None:
    drawn = figure(**MAP, frame="[2, 3]")
    x, y = place(drawn.drawing(24), "8")
    (thick,) = [stroke for stroke in drawn.drawing(24).strokes if stroke.weight == "thick"]
    across, down = zip(*thick.points, strict=True)
    assert (min(across) + max(across)) / 2 == pytest.approx(x)
    assert (min(down) + max(down)) / 2 == pytest.approx(y)
    assert "Framed is the cell at y = 1/2, x = 2." in drawn.readings()
    assert "Framed is the cell at row 2, column 1." in figure(grid="[[1, 2], [3, 4]]", frame="[2, 1]").readings()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"up": [1, 2], "down": [1, 2]}, "write 'up' as on a map, or 'down' as in a table, and not both"),
        ({"numbers": False}, "nothing is left to see; write shade = true"),
    ],
)
def test_what_does_not_go_together_is_told(written: Mapping[str, object], told: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(told)):
        figure(grid="[[1, 2], [3, 4]]", **written)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"grid": "[[1, 2], [3]]"}, "must be equally long"),
        ({"across": "[1, 2, 3]"}, "the grid has 2 columns, and here are 3 names"),
        ({"up": [1]}, "the grid has 2 rows, and here are 1 names"),
        ({"frame": "[3, 1]"}, "a row from 1 to 2 and a place in it from 1 to 2 are needed here"),
        ({"frame": "[1/2, 1]"}, "a row from 1 to 2"),
        ({"grid": str([[0] * 13])}, "a grid of 1 rows and 13 columns; each is at most 12"),
        ({"grid": "[[1, x], [3, 4]]"}, "a number is needed here; x has no value"),
        ({"grid": "[1, 2, 3]"}, "a list of rows is needed here"),
    ],
)
def test_what_cannot_be_drawn_is_told(written: Mapping[str, object], told: str) -> None:
    with pytest.raises(CannotCompute, match=re.escape(told)):
        figure(**{"grid": "[[1, 2], [3, 4]]", **written})


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        (figure(grid="[[1, 1], [1, 1]]", shade=True), "all cells are equal, so that shades tell nothing"),
        (figure(grid=str([[123456.5] * 8] * 2)), "8 columns do not fit into 24 em; write fewer columns"),
    ],
)
def test_nothing_to_see_and_too_wide_are_told(drawn: Figure, told: str) -> None:
    assert any(told in fault for fault in drawn.faults())
    assert drawn.drawing(14) == drawn.drawing(14)


def test_a_good_grid_has_no_faults() -> None:
    assert not [*figure(**MAP, shade=True).faults(), *figure(**TABLE).faults()]


def test_what_is_no_finite_number_ends_nothing() -> None:
    table = CellTable(((1.0, math.nan), (math.inf, 2.0)), (), Margin(), Margin(), shaded=True)
    assert table.range() == (1.0, 2.0)
    assert any("no finite number" in fault for fault in faults_of(table, [24.0]))
    assert all(math.isfinite(area.shade) for area in table_drawing(table, 24).areas)
