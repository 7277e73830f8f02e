"""Drawings as lines, outlines and texts: arrows end where they point to, names look as in formulas."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.fixed_figure import DASHES, SHAPES, WEIGHTS, Fixed

from quizengine.figures.drawing import Drawing, Label, Mark, Point, Points, Stroke
from quizengine.sheet.outlines import Outlines, outlines

PLACES = st.tuples(st.floats(-20, 20), st.floats(-20, 20)).map(lambda at: (round(at[0], 2), round(at[1], 2)))
PATHS = st.lists(PLACES, min_size=2, max_size=6).map(tuple)


def outlines_of(*strokes: Stroke, marks: tuple[Mark, ...] = (), labels: tuple[Label, ...] = ()) -> Outlines:
    return outlines(Drawing(20, 20, (), strokes, marks, labels))


def length(points: Points) -> float:
    return sum(math.dist(start, end) for start, end in pairwise(points))


@given(PATHS, st.sampled_from(WEIGHTS), st.sampled_from(DASHES))
def test_the_head_of_an_arrow_has_its_tip_where_the_stroke_ends(points: Points, weight: str, dash: str) -> None:
    shown = outlines_of(Stroke(points, dash, weight, arrow=True))  # type: ignore[arg-type]
    (line,) = shown.lines
    if not length(points):
        assert shown.solid == ()
        return
    ((tip, over, under),) = shown.solid
    base = middle(over, under)
    assert tip == points[-1]
    assert line.points[0] == points[0]
    assert base == pytest.approx(line.points[-1], abs=1e-6)
    assert length(line.points) < length(points)
    assert math.dist(tip, base) <= 0.85 + 1e-9
    assert math.dist(over, under) < math.dist(tip, base) or math.dist(tip, base) < length(points) - length(line.points)


def middle(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def test_a_short_arrow_has_a_small_head() -> None:
    long, short = (outlines_of(Stroke(((0, 0), (far, 0)), arrow=True)) for far in (10, 0.5))
    assert long.lines[0].points == ((0, 0), (pytest.approx(9.35), 0))
    assert short.lines[0].points == ((0, 0), (pytest.approx(0.275), 0))
    assert outlines_of(Stroke(((0, 0), (10, 0)))).solid == ()


def test_dashes_and_weights_are_told_apart() -> None:
    lines = [outlines_of(Stroke(((0, 0), (9, 0)), dash, weight)).lines[0] for dash in DASHES for weight in WEIGHTS]
    assert len({(line.width, line.dash) for line in lines}) == len(DASHES) * len(WEIGHTS)
    assert [len(outlines_of(Stroke(((0, 0), (9, 0)), dash)).lines[0].dash) for dash in DASHES] == [0, 2, 2, 4]
    thin, normal, thick = sorted({line.width for line in lines})
    assert thick / normal > 1.7
    assert normal / thin > 1.7


def test_marks_are_told_apart_and_stand_around_their_place() -> None:
    seen = set()
    for shape in SHAPES:
        shown = outlines_of(marks=(Mark((3, 4), shape),))
        points = [point for part in (*shown.solid, *(line.points for line in shown.lines)) for point in part]
        assert all(0.1 < math.dist(point, (3, 4)) < 0.3 for point in points)
        seen.add((len(shown.solid), len(shown.lines), len(points)))
    assert len(seen) == len(SHAPES)


@pytest.mark.parametrize(
    ("text", "slanted", "runs"),
    [
        ("h₁", True, [("h", "", True), ("1", "lowered", False)]),
        ("h₁", False, [("h", "", False), ("1", "lowered", False)]),
        ("x⁻²", True, [("x", "", True), ("−2", "raised", False)]),
        ("w₁₂xᵢ", True, [("w", "", True), ("12", "lowered", False), ("x", "", True), ("i", "lowered", True)]),
        ("10⁻³", True, [("10", "", False), ("−3", "raised", False)]),
        ("ηx", True, [("η", "", False), ("x", "", True)]),
        ("y\u0302₀", True, [("y\u0302", "", True), ("0", "lowered", False)]),
        ("<b>$_^&", False, [("<b>$_^&", "", False)]),
    ],
)
def test_a_name_looks_as_in_a_formula(text: str, slanted: bool, runs: list[tuple[str, str, bool]]) -> None:
    (shown,) = outlines_of(labels=(Label((1, 1), text, slanted=slanted),)).texts
    assert [(run.text, run.level, run.slanted) for run in shown.runs] == runs


@given(st.text(max_size=12))
def test_the_runs_of_a_text_are_the_text_and_come_back_to_its_line(text: str) -> None:
    (shown,) = outlines_of(labels=(Label((1, 1), text + "."),)).texts
    assert len("".join(run.text for run in shown.runs)) == len(text) + 1
    assert sum(run.down for run in shown.runs) == pytest.approx(0)


def test_lengths_are_in_the_unit_asked_for() -> None:
    ems, tenths = (outlines(Fixed().drawing(24), unit) for unit in (1.0, 10.0))
    assert tenths.width == 240
    assert tenths.texts[0].at == pytest.approx(tuple(10 * n for n in ems.texts[0].at))
    assert tenths.lines[7].dash == pytest.approx([10 * n for n in ems.lines[7].dash])
    assert tenths.solid[0][0] == pytest.approx(tuple(10 * n for n in ems.solid[0][0]))
    assert tenths.areas[0].shade == ems.areas[0].shade
