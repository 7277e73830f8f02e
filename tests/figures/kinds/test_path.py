"""Paths: numbered points, thick lines, cut at the frame, on thin level curves."""

from __future__ import annotations

import math
from typing import Any

import pytest

from quizengine.errors import CannotCompute
from quizengine.figures.drawing import Stroke
from quizengine.figures.kinds import KINDS
from quizengine.figures.rectangle.figure import RectangleFigure
from quizengine.maths.language import Workspace

STEPS = "[(2, 2), (-1, -1), (0, 1/2), (1/2, 0)]"


def figure(**written: Any) -> RectangleFigure:
    drawn = KINDS["path"].model_validate(written).draw(Workspace())
    assert isinstance(drawn, RectangleFigure)
    return drawn


def lines(drawn: RectangleFigure) -> list[Stroke]:
    return [stroke for stroke in drawn.drawing(24).strokes if stroke.weight == "thick"]


@pytest.mark.parametrize("width", [14, 18, 24, 36])
def test_the_points_are_numbered_from_0(width: float) -> None:
    drawing = figure(path=STEPS).drawing(width)
    numbers = [label.text for label in drawing.labels if label.text in "0123" and not label.slanted]
    assert {"0", "3"} <= set(numbers)
    assert [mark.shape for mark in drawing.marks] == ["ring", "dot", "dot", "dot"]


def test_the_lines_are_thick_and_the_curves_below_thin() -> None:
    drawn = figure(path=STEPS, on="x^2 + 4y^2", levels=5)
    plane = drawn.rectangle.plane(24)
    first = lines(drawn)[0]
    for point, at in zip(first.points, [(2, 2), (-1, -1), (0, 0.5), (0.5, 0)], strict=True):
        assert point == pytest.approx(plane.place(*at), abs=0.01)
    assert {stroke.weight for stroke in drawn.drawing(24).strokes} == {"thin", "thick"}


def test_a_path_is_cut_where_it_leaves_the_figure() -> None:
    drawn = figure(path="[(0, 0), (6, 0), (6, 9)]")
    plane = drawn.rectangle.plane(24)
    (line,) = lines(drawn)
    assert line.points[-1] == pytest.approx(plane.place(3, 0), abs=0.01)
    assert list(drawn.faults()) == []
    assert "to (6, 0) to (6, 9)" in drawn.readings()


def test_many_steps_that_hardly_move_leave_out_numbers_and_marks() -> None:
    steps = ", ".join(f"({2 + n}/{1 + n * n}, 1/{1 + n})" for n in range(40))
    drawn = figure(path=f"[{steps}]", on="x^2 + y^2")
    assert len(drawn.drawing(24).marks) < 20
    assert list(drawn.faults()) == []
    assert len(drawn.readings()) < 1_200
    assert "and 28 points more" in drawn.readings()


@pytest.mark.parametrize(
    ("horizontal", "told"),
    [([-3, 3], "(2.28, −0.33) to (0, 1)"), ([-30, 30], "(2.3, −0.33) to (0, 1)"), ([0, 2000], "(2, −0.33) to (0, 1)")],
)
def test_points_are_told_as_finely_as_they_can_be_read(horizontal: list[int], told: str) -> None:
    drawn = figure(path="[(57/25, -1/3), (1/9999, 1)]", horizontal=horizontal)
    assert f"The path goes from {told}." in drawn.readings()


def test_a_path_outside_is_told() -> None:
    assert any("has no point in the figure" in fault for fault in figure(path="[(9, 9), (8, 8)]").faults())


@pytest.mark.parametrize("path", ["[(1, 2)]", "(1, 2)", "x", "[(1, 2, 3), (1, 1, 1)]"])
def test_what_is_no_path(path: str) -> None:
    with pytest.raises(CannotCompute):
        figure(path=path)


def test_a_path_alone_tells_its_sides_and_points() -> None:
    assert figure(path=STEPS).readings() == (
        "Shown: x from −3 to 3 (to the right), y from −3 to 3 (upwards). The path goes from (2, 2) to (−1, −1) to"
        " (0, 0.5) to (0.5, 0)."
    )


def test_dashes_go_on_over_all_points_and_a_head_needs_room() -> None:
    arc = ", ".join(f"(2 - {n}/10, {n}^2/200)" for n in range(21))
    drawn = KINDS["contours"].model_validate(
        {"contours": "x + y", "paths": {"a": f"[{arc}]", "b": "[(-2, -2), (-1, 2)]"}}
    )
    figure = drawn.draw(Workspace())
    one, other = [stroke for stroke in figure.drawing(24).strokes if stroke.weight == "thick"]
    assert {one.dash, other.dash} == {"solid", "dashed"}
    assert one.arrow
    assert other.arrow
    assert 10 < len(one.points) <= 21
    assert math.dist(*one.points[-2:]) > 0.9
