"""Dotted lines at the ticks of contours, fields and paths."""

from __future__ import annotations

from typing import Any

import pytest

from quizengine.figures.clipping import crosses
from quizengine.figures.drawing import Drawing
from quizengine.figures.kinds import KINDS
from quizengine.figures.placing import box_of
from quizengine.figures.rectangle.figure import RectangleFigure
from quizengine.maths.language import Workspace

GROUNDS: dict[str, dict[str, Any]] = {
    "contours": {"contours": "x^2 + 2y^2", "levels": 5, "points": {"P": "(2, -1)"}},
    "field": {"field": "(y, -x)"},
    "path": {"path": "[(2, 2), (-1, -1), (0, 1/2)]"},
}


def figure(kind: str, **written: Any) -> RectangleFigure:
    drawn = KINDS[kind].model_validate({**GROUNDS[kind], **written}).draw(Workspace())
    assert isinstance(drawn, RectangleFigure)
    return drawn


def lines(drawing: Drawing) -> tuple[set[float], set[float]]:
    """The places of upright and of level dotted lines."""
    dotted = [stroke.points for stroke in drawing.strokes if stroke.dash == "dotted" and stroke.weight == "thin"]
    return {p[0][0] for p in dotted if p[0][0] == p[1][0]}, {p[0][1] for p in dotted if p[0][1] == p[1][1]}


@pytest.mark.parametrize("kind", GROUNDS)
@pytest.mark.parametrize("width", [14, 18, 24, 36])
def test_there_is_a_line_at_each_whole_number_inside(kind: str, width: float) -> None:
    drawn = figure(kind, horizontal=[-4, 4], vertical=[-3, 5], grid_lines=True)
    plane = drawn.rectangle.plane(width)
    across, up = lines(drawn.drawing(width))
    assert across == {round(plane.place(x, 0)[0], 2) for x in range(-3, 4)}
    assert up == {round(plane.place(0, y)[1], 2) for y in range(-2, 5)}
    assert lines(figure(kind).drawing(width)) == (set(), set())


@pytest.mark.parametrize("kind", GROUNDS)
def test_no_line_runs_through_a_label(kind: str) -> None:
    drawing = figure(kind, grid_lines=True).drawing(24)
    dotted = [stroke for stroke in drawing.strokes if stroke.dash == "dotted" and stroke.weight == "thin"]
    assert dotted
    for label in drawing.labels:
        left, top, right, bottom = box_of(label)
        inner = left + 0.01, top + 0.01, right - 0.01, bottom - 0.01  # a line may run along the edge
        assert not any(crosses(stroke.points, inner) for stroke in dotted), label


@pytest.mark.parametrize(
    ("sides", "told"),
    [
        (([-3, 3], [-3, 3]), "dotted lines 1 apart"),
        (([0, 20], [0, 20]), "dotted lines 1 apart"),
        (([0, 100], [0, 4]), "dotted lines 10 and 1 apart"),
        (([0, "1/2"], [0, "1/2"]), "dotted lines 0.05 apart"),
    ],
)
def test_the_lines_are_told(sides: tuple[list[Any], list[Any]], told: str) -> None:
    assert told in figure("field", horizontal=sides[0], vertical=sides[1], grid_lines=True).readings()
    assert "dotted" not in figure("field", horizontal=sides[0], vertical=sides[1]).readings()


def test_whole_numbers_are_read_off_exactly_and_others_as_without_lines() -> None:
    with_lines = figure("contours", horizontal=[-10, 10], grid_lines=True).scales()["horizontal"]
    without = figure("contours", horizontal=[-10, 10]).scales()["horizontal"]
    assert [with_lines.told(x) for x in (-7, 3, 9)] == [0, 0, 0]
    assert with_lines.told(2.5) == pytest.approx(without.told(2.5), rel=0.1)


@pytest.mark.parametrize(("name", "printed"), [("P_0", "P₀"), ("P1", "P₁"), ("A", "A"), ("alpha", "α")])
def test_names_of_points_are_printed_with_their_indices(name: str, printed: str) -> None:
    assert printed in [label.text for label in figure("field", points={name: "(1, 1)"}).drawing(24).labels]
