"""Where the nodes and bends of a layered graph stand: columns for layers, rows within each."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from quizengine.figures.drawing import LETTER, Point
from quizengine.figures.layers.edge_labels import CLEAR
from quizengine.figures.layers.layering import Bend, Edge, LayeredGraph, Layers, Pair, Place, way_of
from quizengine.figures.layers.node_shapes import Shape, shapes

MOST_GAP, LABELLED_GAP = 8.0, 12.0  # between two layers, with no labels on edges and with some
MARGIN = 0.1  # above and below the whole
BESIDE = 1.15  # the height of a text above or below a node
BETWEEN = 0.6  # the least gap between two nodes of a layer
BEND = 0.5  # half of the height of a bend
EDGE = 0.25  # left and right of the whole
SWEEPS = 6


class Places:
    """Where the nodes, bends and edges of a graph are, in a drawing at most `width` ems wide.

    wider: how much further apart nodes stand than they must; at: the middles of nodes and bends; gap: between two
    layers; width, height: of the whole; ways: the straight pieces of each edge.
    """

    def __init__(self, graph: LayeredGraph, width: float, wider: int) -> None:
        self._layers = graph.layers
        self.nodes = {node.name: node for node in graph.nodes}
        self.shapes = shapes(
            {item: self.nodes[item].lines for item in layer if isinstance(item, str)} for layer in graph.layers
        )
        halves = [half_width(layer, self.shapes) for layer in graph.layers]
        self._halves = {item: half for layer, half in zip(graph.layers, halves, strict=True) for item in layer}
        most = LABELLED_GAP if any(edge.label for edge in graph.edges) else MOST_GAP
        sides = {n: max(map(len, (node.above, node.below, node.near))) * LETTER / 2 for n, node in self.nodes.items()}
        across, self.width, self.gap = columns(graph.layers, self.shapes, sides, width, most)
        down, self.height = self._down(graph, wider)
        self.at = {item: (across[n], down[item]) for n, layer in enumerate(graph.layers) for item in layer}
        self.ways = [list(pairwise(self._corners(edge))) for edge in graph.edges]

    def _down(self, graph: LayeredGraph, wider: int) -> tuple[dict[Place, float], float]:
        """How far down nodes and bends stand, and the height of the whole."""
        nodes = self.nodes
        above = BESIDE if any(node.above for node in nodes.values()) else 0.0
        below = BESIDE if any(node.below or node.near for node in nodes.values()) else 0.0
        down = rows(graph.layers, [(e.start, e.end) for e in graph.edges], self.shapes, above + below, wider)
        highs = {name: self.shapes[name].high + MARGIN for name in nodes}
        upper = [down[name] - highs[name] - BESIDE * bool(node.above or node.near) for name, node in nodes.items()]
        lower = [down[name] + highs[name] + BESIDE * bool(node.below or node.near) for name, node in nodes.items()]
        bends = [y for item, y in down.items() if isinstance(item, Bend)]
        half = 0.5 if max(len(node.lines) for node in nodes.values()) < 2 else 0.0  # where rows of a terminal lie
        top = math.ceil(-min(upper + [y - MARGIN for y in bends]) - half) + half
        height = round(max(lower + [y + MARGIN for y in bends]) + top, 2)
        return {item: y + top for item, y in down.items()}, height

    def _corners(self, edge: Edge) -> list[Point]:
        """The ends of an edge and where it bends: it runs level through a layer, past the widest node there."""
        found: list[Point] = []
        for item in way_of((edge.start, edge.end), self._layers):
            (x, y), half = self.at[item], self._halves[item]
            if isinstance(item, Bend):
                found += [(x - half, y), (x + half, y)]
            elif half - self.shapes[item].wide > CLEAR:
                found.append((x + half, y) if item == edge.start else (x - half, y))
        start, end = self.at[edge.start], self.at[edge.end]
        first = self.shapes[edge.start].rim(start, found[0] if found else end)
        last = self.shapes[edge.end].rim(end, found[-1] if found else start)
        return [first, *found, last]


def half_width(layer: Iterable[Place], shapes: Mapping[str, Shape]) -> float:
    """Return half the width of the widest node of a layer."""
    return max((shapes[item].wide for item in layer if isinstance(item, str)), default=0.0)


def columns(
    layers: Layers, shapes: Mapping[str, Shape], beside: Mapping[str, float], width: float, most: float
) -> tuple[list[float], float, float]:
    """Return where layers stand in a drawing `width` ems wide, how much of it is used, and the gap between two layers.

    beside: half the widths of the texts above and below nodes; most: the most that the gap may be.
    """
    halves = [half_width(layer, shapes) for layer in layers]
    ends = [EDGE + max([halves[n], *(beside[item] for item in layers[n] if isinstance(item, str))]) for n in (0, -1)]
    inside = sum(left + right for left, right in pairwise(halves))
    gap = min(most, (width - sum(ends) - inside) / max(1, len(layers) - 1))
    at = [ends[0]]
    for left, right in pairwise(halves):
        at.append(at[-1] + left + gap + right)
    return [round(x * 2) / 2 for x in at], round(min(width, at[-1] + ends[1]), 2), gap


def rows(
    layers: Layers, edges: Iterable[Pair], shapes: Mapping[str, Shape], beside: float, wider: int
) -> dict[Place, float]:
    """Return how far down nodes and bends stand, in whole ems; each near the mean of its neighbours, where it can.

    beside: the height of the texts above and below each node; wider: how much further apart nodes stand than they must.
    """
    gaps = [[_gap(upper, lower, shapes, beside, wider) for upper, lower in pairwise(layer)] for layer in layers]
    at: dict[Place, float] = {}
    for layer, apart in zip(layers, gaps, strict=True):
        at.update(zip(layer, _apart([0.0] * len(layer), apart), strict=True))
    neighbours: dict[Place, list[Place]] = {}
    for edge in edges:
        for left, right in pairwise(way_of(edge, layers)):
            neighbours.setdefault(left, []).append(right)
            neighbours.setdefault(right, []).append(left)
    for _ in range(SWEEPS):
        for layer, apart in zip(layers, gaps, strict=True):
            wanted = [_mean([at[other] for other in neighbours.get(item, (item,))]) for item in layer]
            at.update(zip(layer, _apart(wanted, apart), strict=True))
    return {item: math.floor(y + 0.5) for item, y in at.items()}


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _gap(upper: Place, lower: Place, shapes: Mapping[str, Shape], beside: float, wider: int) -> int:
    halves = [BEND if isinstance(item, Bend) else shapes[item].high + beside / 2 for item in (upper, lower)]
    nodes = sum(isinstance(item, str) for item in (upper, lower))
    least = sum(halves) + BETWEEN + wider * nodes / 2
    return 2 * math.ceil(least / 2) if nodes == 2 else math.ceil(least)


def _apart(wanted: Sequence[float], gaps: Sequence[int]) -> list[float]:
    """Places near those that are wanted, in their order, and at least the gaps apart."""
    low, high = [wanted[0]], [wanted[-1]]
    for place, gap in zip(wanted[1:], gaps, strict=True):
        low.append(max(place, low[-1] + gap))
    for place, gap in zip(reversed(wanted[:-1]), reversed(gaps), strict=True):
        high.append(min(place, high[-1] - gap))
    return [(a + b) / 2 for a, b in zip(low, reversed(high), strict=True)]
