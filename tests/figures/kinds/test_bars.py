"""Bars: their heights, names, readings and faults."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.drawings import labels_on_labels, over_the_edge

from quizengine.errors import CannotCompute
from quizengine.figures.kinds.bars import Bars, BarsModel
from quizengine.maths.language import Workspace

LONG = ["first layer", "second layer", "output layer, long", "bias"]
FIGURES: list[dict[str, Any]] = [
    {"bars": "[1, 1/4, 1/16, 1/64, 1/256]", "logarithmic": True, "across": "layer", "up": "gradient length"},
    {"bars": "[3, -2, 3/2, 0, 4]"},
    {"bars": "[3, 2, 3/2, 7]", "names": LONG, "up": "length"},
    {"bars": "[1/5, 3/10, 0, 1/10]", "names": ["a", "b", "c", "d"], "logarithmic": True},
    {"bars": "[-3, -5]"},
]


def bars(**keys: Any) -> Bars:
    return BarsModel.model_validate(keys).draw(Workspace())


@pytest.mark.parametrize("width", [14, 18, 24, 36])
@pytest.mark.parametrize("keys", FIGURES)
def test_nothing_reaches_over_the_edge_and_no_label_lies_on_another(keys: dict[str, Any], width: float) -> None:
    drawing = bars(**keys).drawing(width)
    assert not over_the_edge(drawing)
    assert not labels_on_labels(drawing)
    assert not list(bars(**keys).faults())


@given(st.lists(st.integers(-9, 9), min_size=2, max_size=6).filter(any))
def test_heights_are_as_the_values(values: list[int]) -> None:
    areas = bars(bars=str(values)).drawing(24).areas
    heights = [area.points[1][1] - area.points[0][1] for area in areas]  # downwards, from 0
    seen = [value for value in values if value]
    for value, height in zip(seen, heights, strict=True):
        assert height * seen[0] == pytest.approx(heights[0] * value, abs=0.3)
        assert (height < 0) == (value > 0)


def test_on_a_logarithmic_axis_equal_factors_are_equal_steps() -> None:
    areas = bars(bars="[1, 1/10, 1/100]", logarithmic=True).drawing(24).areas
    tops = [area.points[1][1] for area in areas]
    assert tops[1] - tops[0] == pytest.approx(tops[2] - tops[1], abs=0.02)
    assert all(area.points[0][1] - area.points[1][1] > 1 for area in areas), "the shortest is to be seen"


def test_long_names_stand_beside_bars_that_lie() -> None:
    figure = bars(bars="[3, 2, 3/2, 7]", names=LONG)
    wide = [area.points[1][0] - area.points[0][0] for area in figure.drawing(24).areas]
    assert wide[3] == pytest.approx(wide[0] * 7 / 3, abs=0.05)
    assert {label.anchor for label in figure.drawing(24).labels if label.text in LONG} == {"end"}


def test_readings() -> None:
    figure = bars(bars="[1, 1/31, 0]", logarithmic=True, across="layer", up="gradient length")
    assert figure.readings() == (
        "3 bars. Their lengths: gradient length, from 0.01 to 1, on a logarithmic scale. "
        "layer 1: 1; layer 2: 0.032; layer 3: 0."
    )
    assert bars(bars="[3, -2]", names=["u", "v"]).readings().endswith("u: 3; v: −2.")
    assert bars(bars="[5, 50]", vertical=(0, 20)).readings().endswith("2: beyond the end, at 20.")


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ({"bars": "[0, 0]"}, "there is no bar to see"),
        ({"bars": "[1, -2]", "logarithmic": True}, "bar 2 has the value −2"),
        ({"bars": "[1, 10^400]"}, "infinite or no number"),
        ({"bars": "[5, 50]", "vertical": (0, 20)}, "bar 2 reaches beyond the axis"),
        ({"bars": "[1]", "names": ["a name of a bar that takes more than half of it"]}, "too long for a bar"),
    ],
)
def test_faults(keys: dict[str, Any], fault: str) -> None:
    figure = bars(**keys)
    assert any(fault in each for each in figure.faults())
    assert not over_the_edge(figure.drawing(14))


def test_what_cannot_be_drawn_is_told() -> None:
    for keys, why in (
        ({"bars": "[1, 2]", "names": ["a"]}, "2 bars, and there are 1 names"),
        ({"bars": "[1, x]"}, "a number is needed"),
        ({"bars": "2"}, "a list is needed"),
        ({"bars": "[1]", "vertical": (0, 1), "logarithmic": True}, "begins at a positive number"),
    ):
        with pytest.raises(CannotCompute, match=why):
            bars(**keys)


def test_equal_numbers_are_equal_figures() -> None:
    assert bars(bars="[1/2, 2]") == bars(bars="[2/4, 1 + 1]")
    assert bars(bars="[1, 2]").values != bars(bars="[1, 3]").values
    assert not any(value is not None and math.isnan(value) for value in bars(bars="[1, 10^400]").values)
