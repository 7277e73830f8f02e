from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from support.graph_checks import assert_legible

from quizengine.errors import CannotCompute
from quizengine.figures.drawing import Drawing
from quizengine.figures.figure import Figure
from quizengine.figures.kinds import KINDS
from quizengine.maths.language import Workspace

SMALL = [["x_1", "x_2"], ["h_1", "h_2"], ["y"]]
WEIGHTS = {"x_1 h_1": "2", "x_1 h_2": "a", "x_2 h_1": "3", "x_2 h_2": "-0.5", "h_1 y": "-1", "h_2 y": 4}
VALUES = {"x_1": "1", "x_2": "a", "h_1": "0", "h_2": "7/2", "y": "?"}
WIDTHS = (18, 24, 36)


def figure(workspace: Workspace | None = None, **written: object) -> Figure:
    return KINDS["network"].model_validate(written).draw(workspace or Workspace().define("a", "-2"))


def texts(drawing: Drawing) -> list[str]:
    return [label.text for label in drawing.labels]


@pytest.mark.parametrize("width", WIDTHS)
def test_names_values_and_weights_stand_in_it(width: float) -> None:
    drawing = figure(network=SMALL, values=VALUES, weights=WEIGHTS).drawing(width)
    names, values = ["x₁", "x₂", "h₁", "h₂", "y"], ["1", "−2", "0", "7/2", "?"]
    assert sorted(texts(drawing)) == sorted([*names, *values, "2", "−2", "3", "−0.5", "−1", "4"])
    assert_legible(drawing)
    assert drawing.width <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "sizes", [(1, 1), (2, 1), (3, 2), (2, 3, 1), (3, 3, 2), (2, 2, 2, 1), (1, 6, 1), (2, 2, 1, 2, 1)]
)
def test_no_weight_lies_on_an_edge_a_node_or_another(sizes: tuple[int, ...], width: float) -> None:
    layers = [[f"{letter}_{n}" for n in range(1, size + 1)] for letter, size in zip("xghky", sizes, strict=False)]
    edges = [f"{a} {b}" for left, right in pairwise(layers) for a in left for b in right]
    drawn = figure(network=layers, weights={edge: (-1) ** n * (n % 9 + 1) for n, edge in enumerate(edges)})
    assert not list(drawn.faults())
    assert_legible(drawn.drawing(width))
    assert sum(text.lstrip("−").isdigit() for text in texts(drawn.drawing(width))) == len(edges)


@given(st.lists(st.integers(1, 6), min_size=2, max_size=5), st.sampled_from([14, 18, 24, 36]))
@settings(max_examples=12, deadline=None)
def test_any_network_is_drawn_within_its_width(sizes: list[int], width: float) -> None:
    layers = [[f"{letter}{n}" for n in range(size)] for letter, size in zip("xghky", sizes, strict=False)]
    drawing = figure(network=layers).drawing(width)
    assert drawing.width <= width
    assert_legible(drawing)
    assert drawing == figure(network=layers).drawing(width)


def test_what_has_no_place_is_left_out_and_told() -> None:
    six = [[f"{letter}_{n}" for n in range(6)] for letter in "xy"]
    weights = {f"{a} {b}": "-0.25" for a in six[0] for b in six[1]}
    drawn = figure(network=six, weights=weights)
    told = list(drawn.faults())
    assert any(
        re.match(r"no place for '−0.25' on the edge from x_\d to y_\d at a width of 24 em; write", line)
        for line in told
    )
    assert_legible(drawn.drawing(24))


def test_a_bold_edge_is_two_lines_and_is_named_in_words() -> None:
    plain, bold = figure(network=SMALL), figure(network=SMALL, bold=["x_1 h_2"])
    assert len(bold.drawing(24).strokes) == len(plain.drawing(24).strokes) + 1
    assert "Drawn as a double line: x₁ to h₂." in bold.readings()
    assert plain != bold


def test_weights_by_matrices_are_those_one_by_one() -> None:
    one_by_one = figure(network=SMALL, weights=WEIGHTS)
    assert figure(network=SMALL, weights=["[[2, 3], [a, -0.5]]", "[[-1, 4]]"]) == one_by_one


def test_values_by_name_are_those_of_the_workspace() -> None:
    space = Workspace().define("h_1", "3").define("y", "1/4")
    named = figure(space, network=SMALL, values=["h_1", "y"])
    assert named == figure(network=SMALL, values={"h_1": "3", "y": "1/4"})
    decimals = Workspace(space.values, decimals=True)
    assert "0.25" in texts(figure(decimals, network=SMALL, values=["y"]).drawing(24))


def test_readings_tell_layers_values_and_each_edge() -> None:
    told = figure(network=SMALL, values=VALUES, weights=WEIGHTS, biases={"h_1": "1/2", "y": "-3"}).readings()
    assert "Layer 1: x₁ = 1, x₂ = −2." in told
    assert "Biases beside nodes: h₁ 1/2, y −3." in told
    assert "x₁ to h₁ 2, x₁ to h₂ −2, x₂ to h₁ 3, x₂ to h₂ −0.5, h₁ to y −1, h₂ to y 4." in told


def test_words_name_no_node_whose_name_is_not_to_be_seen() -> None:
    told = figure(network=SMALL, values=VALUES, names=False).readings()
    assert "Layer 1: 1a = 1, 1b = −2. Layer 2: 2a = 0, 2b = 7/2." in told
    assert "x₂" not in told


def test_some_edges_alone_are_listed() -> None:
    drawn = figure(network=SMALL, edges=["x_1 h_1", "h_1 y"])
    assert "Edges: x₁ to h₁, h₁ to y." in drawn.readings()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"values": {"h_3": 1}}, "'h_3' is no node; did you mean 'h_"),
        ({"biases": {"cost": 1}}, "'cost' is no node; the nodes are h_1, h_2, x_1, x_2, y"),
        ({"weights": {"x_1 y": 1}}, "'x_1 y' is no edge here; an edge leads from a layer to the next one"),
        ({"weights": {"x_1": 1}}, "'x_1' is no edge; write its two nodes, as 'x_1 h_1'"),
        ({"bold": ["x_1 h_9"]}, "'h_9' is no node"),
        ({"edges": ["x_1 h_1"], "bold": ["x_1 h_2"]}, "'x_1 h_2' is no edge here"),
        ({"network": [["x", "x"], ["y"]]}, "x stands in it twice; give each node a name of its own"),
        ({"network": [["x y"], ["z"]]}, "'x y' has a blank in it"),
    ],
)
def test_faults_of_authors_are_told_with_their_cures(written: Mapping[str, object], told: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(told)):
        figure(**{"network": SMALL, **written})


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(ValidationError) as found:
        figure(network=SMALL, values={"a": 1}, weights={"b y": 1}, bold=["c y"])
    assert found.value.error_count() == 3


@pytest.mark.parametrize("weights", [["[[1, 2]]"], ["[[1, 2], [3, 4]]", "[[1, 2], [3, 4]]"], ["2", "3"]])
def test_matrices_of_another_shape_are_told(weights: list[str]) -> None:
    with pytest.raises(CannotCompute, match="needed here"):
        figure(network=SMALL, weights=weights)


def test_the_edge_in_bold_may_be_chosen_by_a_seed() -> None:
    workspace = Workspace().define("n", "2")
    chosen = figure(workspace, network=SMALL, weights={"x_1 h_2": 7}, bold=["x_1 h_<< n >>"])
    assert chosen == figure(workspace, network=SMALL, weights={"x_1 h_2": 7}, bold=["x_1 h_2"])
    assert "Drawn as a double line: x₁ to h₂." in chosen.readings()


@pytest.mark.parametrize("written", ["x_1 h_<< n + 1 >>", "<< n >>", "h_<< n >> x_1"])
def test_an_edge_that_a_fill_in_names_must_be_there(written: str) -> None:
    with pytest.raises(CannotCompute, match=r"no node|no edge"):
        figure(Workspace().define("n", "2"), network=SMALL, bold=[written])
