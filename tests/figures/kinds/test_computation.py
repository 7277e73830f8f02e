from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from pydantic import ValidationError
from support.graph_checks import assert_legible

from quizengine.errors import CannotCompute
from quizengine.figures.figure import Figure
from quizengine.figures.kinds import KINDS
from quizengine.figures.layers.operations import operation
from quizengine.maths.language import Workspace

STEPS = {"s": "x + y", "p": "s*z", "m": "max(x, p)", "L": "m^2"}
VALUES = {"x": 2, "y": "-3", "z": "1/2", "s": -1, "p": "-1/2", "m": 2, "L": 4}
PATHS = {"z": "x, y", "x": "t", "y": "t"}
RATES = {"t x": 3, "t y": "-2", "x z": 4, "y z": "1/2"}


def figure(**written: object) -> Figure:
    return KINDS["computation"].model_validate(written).draw(Workspace().define("x", "2").define("p", "-1/2"))


@pytest.mark.parametrize("width", [18, 24, 36])
@pytest.mark.parametrize(
    "written",
    [
        {"computation": STEPS, "values": VALUES, "gradients": {"L": 1, "m": "?"}},
        {"computation": PATHS, "rates": RATES},
        {"computation": {"z": "x, y, t", "x": "t", "y": "t"}, "rates": {**RATES, "t z": -7}},
        {"computation": {"d": "a - b", "L": "d^2"}, "values": {"a": 3}},
        {"computation": {"a": "x, y", "b": "a, x", "c": "b, y", "d": "c, x"}},
    ],
)
def test_nothing_lies_on_anything(written: Mapping[str, object], width: float) -> None:
    drawn = figure(**written)
    assert not list(drawn.faults())
    drawing = drawn.drawing(width)
    assert_legible(drawing)
    assert drawing.width <= width
    assert drawing == figure(**written).drawing(width)


def test_arrows_lead_right_and_each_edge_has_one_head() -> None:
    heads = [stroke for stroke in figure(computation=STEPS).drawing(24).strokes if stroke.arrow]
    assert len(heads) == 7
    assert all(stroke.points[0][0] < stroke.points[-1][0] for stroke in heads)


def test_values_stand_above_and_gradients_below() -> None:
    labels = {
        label.text: label.at
        for label in figure(computation={"y": "exp(x)"}, values={"y": 7}, gradients={"y": 9}).drawing(24).labels
    }
    assert labels["7"][1] < labels["exp"][1] < labels["9"][1]


def test_signs_stand_in_nodes_and_names_where_asked_for() -> None:
    assert {label.text for label in figure(computation=STEPS).drawing(24).labels} == {
        "x",
        "y",
        "z",
        "+",
        "×",
        "max",
        "( )²",
    }
    named = {label.text for label in figure(computation=STEPS, names=True).drawing(24).labels}
    assert named == {"x", "y", "z", "+", "×", "max", "( )²", "s", "p", "m", "L"}


@pytest.mark.parametrize(
    ("written", "sign", "reads"),
    [
        ("x, y", "", ("x", "y")),
        ("t", "", ("t",)),
        ("x + y + z", "+", ("x", "y", "z")),
        ("w_1*x_1", "×", ("w_1", "x_1")),
        ("a - b", "−", ("a", "b")),
        ("a/b", "÷", ("a", "b")),
        ("x^2", "( )²", ("x",)),
        ("2*x", "2·( )", ("x",)),
        ("-x", "−( )", ("x",)),
        ("x + 1", "( )+1", ("x",)),
        ("1/x", "1/( )", ("x",)),
        ("softplus(x)", "softplus", ("x",)),
        ("max(x, y)", "max", ("x", "y")),
    ],
)
def test_short_forms(written: str, sign: str, reads: tuple[str, ...]) -> None:
    assert (operation(written).sign, operation(written).reads) == (sign, reads)


@pytest.mark.parametrize(
    "written", ["x + y*z", "(x + y)^2", "x - y - z", "exp(x + y)", "x**2", "2", "x*x", "max(x, x)", "x +"]
)
def test_what_is_no_single_operation_is_told(written: str) -> None:
    with pytest.raises(ValueError, match=r"no single operation; write|reads a node twice; write"):
        operation(written)


def test_what_is_subtracted_is_marked_on_its_arrow() -> None:
    drawing = figure(computation={"d": "a - b"}).drawing(24)
    assert sorted(label.text for label in drawing.labels) == ["a", "b", "−", "−"]


def test_readings_tell_operations_values_and_arrows() -> None:
    told = figure(computation=STEPS, values=["x", "p"], gradients={"p": "?"}).readings()
    assert "Node x: above it 2." in told
    assert "Node s: x + y." in told
    assert "Node p: s × z, above it −1/2, below it ?." in told
    assert "Node m: max of x and p." in told
    assert (
        "Arrows: t to x 3, t to y −2, x to z 4, y to z 1/2."
        in figure(computation={"x": "t", "y": "t", "z": "x, y"}, rates=RATES).readings()
    )


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"computation": {"a": "b", "b": "a + x"}}, "a and b read each other in a circle; a node reads only"),
        ({"values": {"ss": 1}}, "'ss' is no node; did you mean 's'?"),
        ({"gradients": {"nowhere": 1}}, "'nowhere' is no node; the nodes are L, m, p, s, x, y, z"),
        ({"rates": {"x L": 1}}, "'x L' is no arrow; the arrows are 'x s'"),
        ({"computation": {"a": "x + y*z"}}, "'x + y*z' is no single operation"),
        ({"computation": {"a": f"x + {'y' * 13}"}}, "is too long for a node; a name has at most 12 letters"),
        ({"computation": {f"n{n + 1}": f"n{n}" for n in range(8)}}, "9 nodes follow each other; 7 can be drawn"),
    ],
)
def test_faults_of_authors_are_told_with_their_cures(written: Mapping[str, object], told: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(told)):
        figure(**{"computation": STEPS, **written})


def test_what_is_too_wide_is_told() -> None:
    names = {f"number{n + 1}": f"number{n}" for n in range(5)}
    assert "write shorter texts in nodes or fewer layers" in next(figure(computation=names).faults())


def test_what_a_node_does_may_be_chosen_by_a_seed() -> None:
    workspace = Workspace().define("how", '"x*z"').define("n", "2")
    model = KINDS["computation"].model_validate(
        {"computation": {"s": "<< how >>", "L": "s^<< n >>"}, "values": {"z": 5}}
    )
    assert model.draw(workspace) == figure(computation={"s": "x*z", "L": "s^2"}, values={"z": 5})


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"computation": {"s": "<< how >>"}}, "no single operation"),
        ({"computation": {"s": "x + L", "L": "s + << name >>"}}, "in a circle"),
        ({"computation": {"L": "x + << name >>"}, "values": {"z": 1}}, "no node"),
        ({"computation": {"L": "x + << name >>"}, "rates": {"z L": 1}}, "no arrow"),
    ],
)
def test_what_comes_of_fill_ins_is_looked_at(written: Mapping[str, object], told: str) -> None:
    workspace = Workspace().define("how", '"x + y*z"').define("name", '"y"')
    with pytest.raises(CannotCompute, match=told):
        KINDS["computation"].model_validate(written).draw(workspace)
