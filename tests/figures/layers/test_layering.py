from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.figures.layers.layering import Bend, in_a_circle, layered, way_of, with_bends

Reads = Mapping[str, tuple[str, ...]]

#: what each node reads; a node reads only those before it
GRAPHS = st.integers(2, 8).flatmap(
    lambda count: st.tuples(*(st.sets(st.integers(0, n - 1), min_size=1, max_size=3) for n in range(1, count))).map(
        lambda sets: {f"n{n}": tuple(f"n{k}" for k in sorted(read)) for n, read in enumerate(sets, 1)}
    )
)


def pairs(reads: Reads) -> list[tuple[str, str]]:
    return [(source, name) for name, sources in reads.items() for source in sources]


@pytest.mark.parametrize(
    ("reads", "layers"),
    [
        ({"z": ("x", "y"), "x": ("t",), "y": ("t",)}, (("t",), ("x", "y"), ("z",))),
        ({"s": ("x", "y"), "p": ("s", "z")}, (("x", "y"), ("s", "z"), ("p",))),  # z stands where it is needed
        ({"a": ("x",), "b": ("a", "x")}, (("x",), ("a",), ("b",))),
    ],
)
def test_each_node_stands_right_of_what_it_reads(reads: Reads, layers: tuple[tuple[str, ...], ...]) -> None:
    assert tuple(tuple(sorted(layer)) for layer in layered(reads)) == layers


@given(GRAPHS)
def test_all_edges_lead_right_and_long_ones_bend_in_each_layer_that_they_pass(reads: Reads) -> None:
    layers = with_bends(layered(reads), pairs(reads))
    home = {item: n for n, layer in enumerate(layers) for item in layer}
    assert len(home) == sum(map(len, layers))
    for edge in pairs(reads):
        way = way_of(edge, layers)
        assert [home[item] for item in way] == list(range(home[edge[0]], home[edge[1]] + 1))
    assert sum(isinstance(item, Bend) for item in home) == sum(len(way_of(edge, layers)) - 2 for edge in pairs(reads))


def test_edges_that_need_not_cross_do_not() -> None:
    layers = with_bends([["a", "b", "c"], ["x", "y", "z"]], [("a", "z"), ("b", "y"), ("c", "x")])
    order = [next(layer.index(name) for layer in layers if name in layer) for name in "abczyx"]
    assert order[:3] == order[3:]


@pytest.mark.parametrize(
    ("reads", "turning"),
    [
        ({"a": ("b",), "b": ("a",)}, {"a", "b"}),
        ({"a": ("a",)}, {"a"}),
        ({"a": ("x",), "b": ("a", "x")}, set()),
    ],
)
def test_what_reads_itself_is_found(reads: Reads, turning: set[str]) -> None:
    assert set(in_a_circle(reads)) == turning


@given(GRAPHS)
def test_no_more_edges_cross_than_in_the_order_as_written(reads: Reads) -> None:
    plain = [list(layer) for layer in layered(reads)]
    assert crossings(with_bends(plain, pairs(reads)), reads) <= crossings(unsorted(plain, reads), reads)


def unsorted(layers: list[list[str]], reads: Reads) -> list[list[str | Bend]]:
    found: list[list[str | Bend]] = [list(layer) for layer in layers]
    for edge in pairs(reads):
        for bend in way_of(edge, layers)[1:-1]:
            assert isinstance(bend, Bend)
            found[bend.layer].append(bend)
    return found


def crossings(layers: object, reads: Reads) -> int:
    assert isinstance(layers, list | tuple)
    place = {item: n for layer in layers for n, item in enumerate(layer)}
    steps = [step for edge in pairs(reads) for step in pairwise(way_of(edge, layers))]
    layer_of = {item: n for n, layer in enumerate(layers) for item in layer}
    return sum(
        layer_of[a] == layer_of[c] and (place[a] - place[c]) * (place[b] - place[d]) < 0
        for n, (a, b) in enumerate(steps)
        for c, d in steps[n + 1 :]
    )
