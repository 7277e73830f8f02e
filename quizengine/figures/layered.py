"""A graph in layers from left to right: nodes as circles or boxes with texts, edges from rim to rim with labels."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from quizengine.figures.drawing import LETTER, Drawing, Label, Point, Stroke
from quizengine.figures.edge_labels import CLEAR, Free, Piece, doubled, without
from quizengine.figures.layer_places import columns, half_width, rows
from quizengine.figures.layering import Bend, Edge, Layers, Node, Place, way_of
from quizengine.figures.node_shapes import shapes

NARROW = (24.0, 18.0)  # ems: half a page, and a terminal of 40 columns
LEAST_GAP = 0.9  # between two layers
EDGE = 0.1  # above and below the whole
BESIDE = 1.15  # the height of a text above or below a node
WIDER = (0, 2, 4, 6)  # how much further apart nodes may stand for the labels of their edges
SHIFTS = (0.0, -0.5, 0.5, -1.0, 1.0, -1.5, 1.5)  # of a text above or below its node


@dataclass(frozen=True, slots=True)
class Graph:
    """layers: the names of the nodes from left to right, with a bend where an edge passes a layer."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    layers: Layers
    arrows: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A graph as it is drawn, and what cannot be read in it, each with its cure."""

    drawing: Drawing
    faults: tuple[str, ...]


@lru_cache(maxsize=64)  # a page, a check and a terminal ask for the same one several times
def picture(graph: Graph, width: float) -> Picture:
    """Return the graph at most `width` ems wide, with nodes so far apart that the labels of edges have a place."""
    best: Picture | None = None
    for wider in WIDER:
        arranged = _Arranged(graph, width, wider)
        found = arranged.picture()
        if best is None or len(found.faults) < len(best.faults):
            best = found
        if arranged.settled:
            break
    assert best is not None
    return best


def legible_faults(pictured: Callable[[float], Picture]) -> Iterator[str]:
    """Yield why a graph cannot be read on half a page, or else why not in a narrow terminal."""
    for width in NARROW:
        if faults := pictured(width).faults:
            yield from faults
            return


class _Arranged:
    """A graph whose nodes have places."""

    def __init__(self, graph: Graph, width: float, wider: int) -> None:
        self._graph, self._width, self._wider = graph, width, wider
        self._nodes = {node.name: node for node in graph.nodes}
        self._shapes = shapes(
            {item: self._nodes[item].lines for item in layer if isinstance(item, str)} for layer in graph.layers
        )
        self._at = self._places()
        self._placed = 0  # labels of edges

    def picture(self) -> Picture:
        free = Free(
            ((n, piece, self._graph.edges[n].doubled) for n, pieces in enumerate(self._ways) for piece in pieces),
            (shape.box(self._at[name]) for name, shape in self._shapes.items() if not shape.round),
            ((self._at[name], shape.wide) for name, shape in self._shapes.items() if shape.round),
        )
        labels, faults = list(self._inside()), []
        for node in self._nodes.values():
            for label, clear in self._beside(node, free):
                labels.append(label)
                if clear < CLEAR:
                    faults.append(f"'{label.text}' beside {node.name} stands on an edge; write a shorter text")
        placed: dict[int, Label] = {}
        for n in sorted(range(len(self._ways)), key=lambda n: -len(self._graph.edges[n].label)):
            edge = self._graph.edges[n]
            if edge.label:
                label, clear = free.on_edge(n, self._ways[n], edge.label)
                if clear < CLEAR:
                    faults.append(
                        f"no place for '{edge.label}' on the edge from {edge.start} to {edge.end} at a width of "
                        f"{self._width:g} em; write shorter labels, fewer nodes or fewer layers"
                    )
                    continue
                free.take(label)
                placed[n] = label
        if self.crowded:
            cure = "write shorter texts in nodes or fewer layers"
            faults.append(f"neighbouring layers touch at a width of {self._width:g} em; {cure}")
        self._placed = len(placed)
        strokes = [*self._edges(placed), *self._outlines()]
        drawing = Drawing(self._used, self._height, strokes=tuple(strokes), labels=(*labels, *placed.values()))
        return Picture(drawing, tuple(faults))

    def _places(self) -> dict[Place, Point]:
        """The middles of nodes and bends."""
        graph, nodes = self._graph, self._nodes
        sides = {name: max(map(len, (node.above, node.below, node.near))) * LETTER / 2 for name, node in nodes.items()}
        across, self._used, self._gap = columns(graph.layers, self._shapes, sides, self._width)
        above = BESIDE if any(node.above for node in nodes.values()) else 0.0
        below = BESIDE if any(node.below or node.near for node in nodes.values()) else 0.0
        down = rows(graph.layers, [(e.start, e.end) for e in graph.edges], self._shapes, above + below, self._wider)
        half = 0.5 if max(len(node.lines) for node in nodes.values()) < 2 else 0.0  # where rows of a terminal lie
        highs = {name: self._shapes[name].high + EDGE for name in nodes}
        upper = [down[name] - highs[name] - BESIDE * bool(node.above or node.near) for name, node in nodes.items()]
        lower = [down[name] + highs[name] + BESIDE * bool(node.below or node.near) for name, node in nodes.items()]
        bends = [y for item, y in down.items() if isinstance(item, Bend)]
        top = math.ceil(-min(upper + [y - EDGE for y in bends]) - half) + half
        self._height = round(max(lower + [y + EDGE for y in bends]) + top, 2)
        return {item: (across[n], down[item] + top) for n, layer in enumerate(graph.layers) for item in layer}

    @cached_property
    def _ways(self) -> list[list[Piece]]:
        """The straight pieces of each edge."""
        half = [half_width(layer, self._shapes) for layer in self._graph.layers]
        ways = []
        for edge in self._graph.edges:
            points: list[Point] = []
            for bend in way_of((edge.start, edge.end), self._graph.layers)[1:-1]:
                if isinstance(bend, Bend):
                    (x, y), wide = self._at[bend], half[bend.layer]
                    points += [(x - wide, y), (x + wide, y)]
            start, end = self._at[edge.start], self._at[edge.end]
            first = self._shapes[edge.start].rim(start, points[0] if points else end)
            last = self._shapes[edge.end].rim(end, points[-1] if points else start)
            ways.append(list(pairwise([first, *points, last])))
        return ways

    def _inside(self) -> Iterator[Label]:
        for name, node in self._nodes.items():
            x, y = self._at[name]
            first = y - (len(node.lines) - 1) / 2
            yield from (Label((x, first + n), text) for n, text in enumerate(node.lines))

    def _beside(self, node: Node, free: Free) -> Iterator[tuple[Label, float]]:
        (x, y), high = self._at[node.name], self._shapes[node.name].high
        above, below = y - high - 0.65, y + high + 0.65
        for text, heights in ((node.above, (above,)), (node.below, (below,)), (node.near, (below, above))):
            if text:
                half = len(text) * LETTER / 2
                places = [max(half, min(self._used - half, x + shift)) for shift in SHIFTS]
                labels = [Label((round(place, 2), round(row, 2)), text) for row in heights for place in places]
                clear = [free.around(label) for label in labels]
                best = next((n for n, far in enumerate(clear) if far >= CLEAR), clear.index(max(clear)))
                free.take(labels[best])
                yield labels[best], clear[best]

    @property
    def crowded(self) -> bool:
        """Whether there is no room between layers."""
        return self._gap < LEAST_GAP

    @property
    def settled(self) -> bool:
        """Whether it is no use to try other places for nodes."""
        return self.crowded or self._placed == sum(bool(edge.label) for edge in self._graph.edges)

    def _edges(self, placed: Mapping[int, Label]) -> Iterator[Stroke]:
        for n, (edge, way) in enumerate(zip(self._graph.edges, self._ways, strict=True)):
            for piece in way:
                kept = without(piece, placed[n]) if n in placed else [piece]
                for part in kept:
                    head = self._graph.arrows and part is kept[-1] and piece is way[-1]
                    for line in doubled(part) if edge.doubled else [part]:
                        yield Stroke(line, weight="normal" if edge.doubled else "thin", arrow=head)

    def _outlines(self) -> Iterator[Stroke]:
        for name in self._nodes:
            yield Stroke(self._shapes[name].outline(self._at[name]))
