"""Figures of numbers that are far too large, too small, equal or missing: drawn, or told to their author."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import pytest

from quizengine.errors import CannotCompute
from quizengine.figures import KINDS
from quizengine.figures.characters import ascii_art, braille
from quizengine.figures.drawing import Drawing
from quizengine.figures.kinds.graph import Graph
from quizengine.maths.language import Workspace

FAR = "10^308*x"
MANY = f"[{','.join(['7'] * 400)}]"
DRAWN: list[dict[str, Any]] = [
    {"graph": "10^20"},
    {"graph": "10^20 + x"},
    {"graph": FAR},
    {"graph": "10^300*x", "horizontal": ["-10^9", "10^9"], "tangent": 0},
    {"graph": "exp(exp(exp(x)))"},
    {"graph": "sqrt(-1 - x^2)", "points": {"P": 1}},
    {"graph": "sin(10^12*x)", "tangent": "[0, 1]"},
    {"graph": "x", "vertical": ["10^9 - 1", "10^9"]},
    {"curves": {"A": "exp(-800*t)", "B": "10^20"}, "logarithmic": True},
    {"curves": {"A": "[10^(-320), 1]"}, "vertical": ["10^8", "10^9"], "logarithmic": True},
    {"curves": {"A": "[1, 2]"}, "vertical": ["10^(-320)", 1], "logarithmic": True},
    {"curves": {"A": "[10^400, -10^400, 3]", "B": "[5]"}, "dots": True},
    {"curves": {"A": MANY}, "dots": True},
    {"bars": "[0]"},
    {"bars": "[10^308, -10^308, 10^400]"},
    {"bars": "[10^(-320), 1]", "logarithmic": True},
    {"number_line": [0, 9], "dots": MANY},
    {"number_line": [0, "10^(-8)"], "points": {"a": 0, "b": "10^9"}, "intervals": {"I": "(-oo, oo)"}},
    {"grid": "[[0, 5*10^(-323)]]", "shade": True, "numbers": False},
    {"grid": "[[7, 7], [7, 7]]", "shade": True},
    {"grid": f"[{', '.join(['[10^9, -10^9, 1/3]'] * 12)}]", "shade": True},
    {"network": [["a"], ["b"]], "weights": {"a b": "10^400"}, "values": {"a": "1/3^50"}},
    {"computation": {"b": "exp(a)"}, "values": {"a": "10^300"}, "rates": {"a b": "2^900"}},
]
REFUSED: list[dict[str, Any]] = [
    {"graph": "x", "horizontal": [1, 1]},
    {"graph": "x", "horizontal": [0, "10^10"]},
    {"graph": "x", "ticks": "10^(-9)"},
    {"graph": "x", "tangent": "1/0"},
    {"curves": {"A": "[]"}},
    {"curves": {"A": MANY.replace("]", ",7]")}},
    {"curves": {"A": "[1/0]"}},
    {"curves": {"A": "[(10^20, 1)]"}},
    {"curves": {"A": "[1]"}, "vertical": [0, 1], "logarithmic": True},
    {"bars": "[]"},
    {"bars": MANY},
    {"number_line": ["-1/0", 1]},
    {"number_line": [0, 1], "points": {"a": "1/0"}},
    {"grid": "[[]]"},
    {"grid": "[[1], [1, 2]]"},
    {"grid": "[[1/0]]"},
    {"network": [["a"], ["b"]], "weights": ["[]"]},
]


def named(table: dict[str, Any]) -> str:
    return " ".join(str(value) for value in table.values())[:50]


def numbers(drawing: Drawing) -> Iterator[float]:
    yield from (drawing.width, drawing.height)
    for points in (*(one.points for one in drawing.strokes), *(one.points for one in drawing.areas)):
        yield from (number for point in points for number in point)
    for one in (*drawing.marks, *drawing.labels):
        yield from one.at


@pytest.mark.parametrize("table", DRAWN, ids=named)
def test_all_that_is_drawn_is_finite(table: dict[str, Any]) -> None:
    figure = KINDS[next(iter(table))].model_validate(table).draw(Workspace())
    for width in (14.0, 24.0, 36.0):
        drawing = figure.drawing(width)
        assert all(map(math.isfinite, numbers(drawing)))
        assert braille(drawing)
        assert ascii_art(drawing)
    assert "nan" not in figure.readings()
    assert "inf" not in figure.readings()
    assert all(isinstance(fault, str) for fault in figure.faults())
    assert all(scale.low < scale.high for scale in figure.scales().values())


@pytest.mark.parametrize("table", REFUSED, ids=named)
def test_what_cannot_be_drawn_is_told(table: dict[str, Any]) -> None:
    with pytest.raises(CannotCompute):
        KINDS[next(iter(table))].model_validate(table).draw(Workspace())


def test_dots_on_each_other_are_too_many() -> None:
    few, many = ({"number_line": [0, 9], "dots": dots} for dots in ("[7, 7, 7, 7, 7, 7]", MANY))
    faults = [list(KINDS["number_line"].model_validate(table).draw(Workspace()).faults()) for table in (few, many)]
    assert faults[0] == []
    assert [fault.partition(";")[0] for fault in faults[1]] == ["it is higher than it is wide"]


def test_a_line_that_stands_upright_is_no_tangent() -> None:
    table = {"graph": "10^300*x", "horizontal": ["-10^9", "10^9"], "tangent": 0}
    figure = KINDS["graph"].model_validate(table).draw(Workspace())
    assert isinstance(figure, Graph)
    assert figure.tangents == ()
    assert any("there is no tangent at 0" in fault for fault in figure.faults())
