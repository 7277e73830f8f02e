"""A number line: names above their marks, arrows above the names, intervals on the line."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.drawings import labels_on_labels, labels_on_strokes, over_the_edge

from quizengine.errors import CannotCompute
from quizengine.figures.charts.line_layout import levels_of
from quizengine.figures.kinds.number_line import NumberLine, NumberLineModel
from quizengine.maths.language import Workspace

FIGURES: list[dict[str, Any]] = [
    {"number_line": (-4, 8), "points": {"x_0": 8, "x_1": -4, "x_2": 2, "x_3": -1, "x*": 0}, "ticks": 1},
    {
        "number_line": (-3, 3),
        "points": {"A": 1, "B": "1.4", "long name": -1},
        "arrows": {"step": ("A", -2), "s": (-2, "-1.6"), "u": (-2, 3)},
    },
    {"number_line": (0, 10), "intervals": {"I": "[1, 4)", "J": "(6, oo)"}},
    {
        "number_line": (-2, 2),
        "dots": "[1/10, 1/9, 1/8, 1/2, -3/10, -0.31]",
        "points": {"g": "0.2"},
        "arrows": {"d": ("g", 2)},
    },
]


def line(**keys: Any) -> NumberLine:
    return NumberLineModel.model_validate(keys).draw(Workspace())


@pytest.mark.parametrize("width", [14, 18, 24, 36])
@pytest.mark.parametrize("keys", FIGURES)
def test_no_label_lies_on_another_or_on_a_line(keys: dict[str, Any], width: float) -> None:
    drawing = line(**keys).drawing(width)
    assert not over_the_edge(drawing)
    assert not labels_on_labels(drawing)
    assert not labels_on_strokes(drawing.labels, drawing.strokes)
    assert drawing.height < 12
    assert not list(line(**keys).faults())


@given(st.lists(st.tuples(st.floats(0, 20), st.floats(0.1, 5)), max_size=12), st.floats(0.1, 1))
def test_spans_at_the_same_level_keep_apart(given_spans: list[tuple[float, float]], apart: float) -> None:
    spans = [(left, left + wide) for left, wide in given_spans]
    levels = levels_of(spans, apart)
    for (one, a), (other, b) in combinations(zip(spans, levels, strict=True), 2):
        assert a != b or one[1] + apart <= other[0] or other[1] + apart <= one[0]
    assert sorted(set(levels)) == list(range(len(set(levels)))), "no level is left out"


def test_marks_lie_where_their_numbers_are() -> None:
    drawing = line(number_line=(0, 10), points={"A": 0, "B": 5, "C": 10}).drawing(24)
    xs = [mark.at[0] for mark in drawing.marks]
    assert xs[1] - xs[0] == pytest.approx(xs[2] - xs[1], abs=0.02)
    numbers = {label.text: label.at[0] for label in drawing.labels}
    assert [numbers["0"], numbers["10"]] == [xs[0], xs[2]]


def test_an_interval_has_its_ends_and_a_head_where_it_has_none() -> None:
    drawing = line(number_line=(0, 10), intervals={"I": "[1, 4)", "J": "(6, oo)"}).drawing(24)
    assert [mark.shape for mark in drawing.marks] == ["dot", "ring", "ring"]
    thick = [stroke for stroke in drawing.strokes if stroke.weight == "thick"]
    assert [stroke.arrow for stroke in thick] == [False, False, False, True]
    for ring in (mark.at for mark in drawing.marks if mark.shape == "ring"):
        level = [stroke.points for stroke in drawing.strokes if stroke.points[0][1] == stroke.points[-1][1] == ring[1]]
        assert not any(min(p[0][0], p[-1][0]) < ring[0] < max(p[0][0], p[-1][0]) for p in level), "no line goes through"


def test_arrows_go_from_tail_to_head_above_the_names() -> None:
    figure = line(number_line=(-3, 3), points={"A": 1}, arrows={"step": ("A", -2)})
    drawing = figure.drawing(24)
    (head,) = [stroke for stroke in drawing.strokes if stroke.arrow and stroke.weight == "normal"]
    (name,) = [label for label in drawing.labels if label.text == "A"]
    assert head.points[0][0] > head.points[1][0]
    assert head.points[0][1] < name.at[1] - 0.5


def test_readings() -> None:
    figure = line(number_line=(-3, 3), points={"x_0": 1}, arrows={"step": ("x_0", "-3/2")}, intervals={"I": "(-oo, 2]"})
    assert figure.readings() == (
        "A number line from −3 to 3. x₀ is at 1. An arrow, step, goes from 1 to −1.5. "
        "The interval I goes from 2 (filled end) to the left without end."
    )
    assert "Dots are at −1, 0.5 and 1." in line(number_line=(-3, 3), dots="[1, 1/2, -1]").readings()
    assert "from 0 (open end) to 2 (filled end)." in line(number_line=(-3, 3), intervals={"I": "(0, 2]"}).readings()


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ({}, "there is nothing on the number line"),
        ({"points": {"A": 9}}, "A lies outside the number line"),
        ({"arrows": {"s": (0, 9)}}, "s lies outside the number line"),
        ({"intervals": {"I": "[7, 9]"}}, "I lies outside the number line"),
        ({"intervals": {"I": "[1, 10^9)"}}, "the interval I goes on beyond the number line"),
        ({"points": {"long" * 15: 0}}, "too long for a number line"),
        ({"dots": "[1, 9, 8]"}, "2 of the dots lie outside"),
        ({"points": {"A": "1/3", "B": "1/3"}}, "the points A and B lie on each other"),
        ({"points": {f"point number {n}": f"{n}/9" for n in range(7)}}, "names stand above each other"),
    ],
)
def test_faults(keys: dict[str, Any], fault: str) -> None:
    figure = line(number_line=(-3, 3), **keys)
    assert any(fault in each for each in figure.faults())
    assert not over_the_edge(figure.drawing(14))


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ({"intervals": {"I": "1, 2"}}, "an interval is written with its ends"),
        ({"intervals": {"I": "[2, 1]"}}, "from a lower to a higher number"),
        ({"points": {"A": "x"}}, "a number is needed"),
        ({"arrows": {"s": ("Q", 1)}}, "a number is needed here; Q has no value"),
        ({"number_line": (1, 1)}, "from a lower to a higher number"),
    ],
)
def test_what_cannot_be_drawn_is_told(keys: dict[str, Any], why: str) -> None:
    with pytest.raises(CannotCompute, match=why):
        line(**{"number_line": (-3, 3), **keys})
