"""A graph in layers from left to right: nodes as circles or boxes with texts, edges from rim to rim with labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizengine.figures.drawing import LETTER, NARROW, PAGE, Drawing, Label, Stroke, rounded
from quizengine.figures.layers.edge_labels import CLEAR, Free, doubled, joined, together, without
from quizengine.figures.layers.layering import LayeredGraph, Node
from quizengine.figures.layers.places import Places
from quizengine.figures.texts import is_variable

LEAST_GAP = 0.9  # between two layers
SHIFTS = (0.0, -0.5, 0.5, -1.0, 1.0, -1.5, 1.5)  # of a text above or below its node


@dataclass(frozen=True, slots=True)
class DrawnGraph:
    """A graph as it is drawn, and what cannot be read in it, each with its cure."""

    drawing: Drawing
    faults: tuple[str, ...]


def drawn_graph(graph: LayeredGraph, width: float) -> DrawnGraph:
    """Return the graph at most `width` ems wide, with nodes so far apart that the labels of edges have a place."""
    tried = []
    for wider in _wider(graph):
        tried.append(_Written(graph, Places(graph, width, wider)))
        if not tried[-1].missing or tried[-1].crowded:
            break
    return min(tried, key=lambda written: written.missing).drawn(width)


def _wider(graph: LayeredGraph) -> tuple[int, ...]:
    """How much further apart than they must nodes may stand, what is tried first at the front."""
    home = {item: n for n, layer in enumerate(graph.layers) for item in layer}
    labelled = [home[edge.start] for edge in graph.edges if edge.label]
    most = max((labelled.count(n) for n in set(labelled)), default=0)  # of labels between two layers
    return (0, 2, 4, 6) if most < 5 else (2, 4, 6, 8) if most < 8 else (4, 6, 8)


def legible_faults(drawn: Callable[[float], DrawnGraph]) -> Iterator[str]:
    """Yield why a graph cannot be read on half a page, or else why not in a narrow terminal."""
    for width in (PAGE, NARROW):
        if faults := drawn(width).faults:
            yield from faults
            return


class _Written:
    """A graph with the places of its labels: those on edges by the numbers of these, and all others."""

    def __init__(self, graph: LayeredGraph, places: Places) -> None:
        self._graph, self._places = graph, places
        shapes = [(shape, places.at[name]) for name, shape in places.shapes.items()]
        free = Free(
            ((n, piece, graph.edges[n].doubled) for n, way in enumerate(places.ways) for piece in way),
            (shape.box(at) for shape, at in shapes if not shape.round),
            ((at, shape.wide) for shape, at in shapes if shape.round),
        )
        self._labels = list(self._inside())
        self._hidden: list[tuple[str, str]] = []  # texts beside nodes, with the names of these
        for node in places.nodes.values():
            for label, clear in self._beside(node, free):
                self._labels.append(label)
                if clear < CLEAR:
                    self._hidden.append((label.text, node.name))
        edges = {n: edge for n, edge in enumerate(graph.edges) if edge.label}
        self._placed = together({n: free.on_edge(n, places.ways[n], edge.label) for n, edge in edges.items()})
        self._left = [edge for n, edge in edges.items() if n not in self._placed]

    @property
    def missing(self) -> int:
        """How many edges have no place for their label."""
        return len(self._left)

    @property
    def crowded(self) -> bool:
        """Whether there is no room between layers."""
        return self._places.gap < LEAST_GAP

    def drawn(self, width: float) -> DrawnGraph:
        """Return the drawing, with what cannot be read at this width."""
        strokes, labels = (*self._edges(), *self._outlines()), (*self._labels, *self._placed.values())
        drawing = Drawing(self._places.width, self._places.height, strokes=strokes, labels=labels)
        return DrawnGraph(
            drawing, tuple(f"{fault} at a width of {width:g} em; {cure}" for fault, cure in self._faults())
        )

    def _faults(self) -> Iterator[tuple[str, str]]:
        """What cannot be read, each with its cure."""
        if self.crowded:
            yield "neighbouring layers touch", "write shorter texts in nodes or fewer layers"
        for text, name in self._hidden:
            yield f"'{text}' beside {name} stands on an edge", "write a shorter text"
        for edge in self._left:
            place = f"no place for '{edge.label}' on the edge from {edge.start} to {edge.end}"
            yield place, "write shorter labels, fewer nodes or fewer layers"

    def _inside(self) -> Iterator[Label]:
        for name, node in self._places.nodes.items():
            x, y = self._places.at[name]
            first = y - (len(node.lines) - 1) / 2
            yield from (Label((x, first + n), text, slanted=is_variable(text)) for n, text in enumerate(node.lines))

    def _beside(self, node: Node, free: Free) -> Iterator[tuple[Label, float]]:
        (x, y), high = self._places.at[node.name], self._places.shapes[node.name].high
        above, below = y - high - 0.65, y + high + 0.65
        for text, heights in ((node.above, (above,)), (node.below, (below,)), (node.near, (below, above))):
            if text:
                half = len(text) * LETTER / 2
                places = [max(half, min(self._places.width - half, x + shift)) for shift in SHIFTS]
                labels = [Label(rounded((place, row)), text) for row in heights for place in places]
                clear = [free.around(label) for label in labels]
                best = next((n for n, far in enumerate(clear) if far >= CLEAR), clear.index(max(clear)))
                free.take(labels[best])
                yield labels[best], clear[best]

    def _edges(self) -> Iterator[Stroke]:
        for n, (edge, way) in enumerate(zip(self._graph.edges, self._places.ways, strict=True)):
            for line in zip(*map(doubled, way), strict=True) if edge.doubled else [way]:
                parts = [
                    part
                    for piece in line
                    for part in (without(piece, self._placed[n]) if n in self._placed else [piece])
                ]
                strokes = list(joined(parts))
                for points in strokes:
                    head = self._graph.arrows and points is strokes[-1]
                    yield Stroke(points, weight="normal" if edge.doubled else "thin", arrow=head)

    def _outlines(self) -> Iterator[Stroke]:
        for name in self._places.nodes:
            yield Stroke(self._places.shapes[name].outline(self._places.at[name]))
