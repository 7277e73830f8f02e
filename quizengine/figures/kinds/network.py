"""A small network: layers of nodes from left to right, values in the circles, weights on the edges."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from quizengine.errors import CannotCompute
from quizengine.figures.figure import Expression, Figure, FigureModel, Number, OwnWords, ShortText
from quizengine.figures.layers.layered import DrawnGraph, drawn_graph, legible_faults
from quizengine.figures.layers.layering import Edge, LayeredGraph, Node, Pair
from quizengine.figures.layers.written import Values, unknown_nodes, value_texts
from quizengine.figures.numbers import listed
from quizengine.figures.texts import label_text, name_text, shown_text, value_text
from quizengine.figures.values import node as value_node
from quizengine.maths.tree import Vector

if TYPE_CHECKING:
    from quizengine.figures.drawing import Drawing
    from quizengine.maths.language import Workspace

Layer = Annotated[list[Annotated[str, Field(min_length=1, max_length=12)]], Field(min_length=1, max_length=6)]


@dataclass(frozen=True, slots=True)
class Network(Figure):
    """A network with what is written in its nodes and on its edges. values, biases: by the names of the nodes."""

    layers: tuple[tuple[str, ...], ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    values: tuple[tuple[str, str], ...]
    biases: tuple[tuple[str, str], ...]
    words: OwnWords

    def drawing(self, width: float) -> Drawing:
        return self._drawn(width).drawing

    def readings(self) -> str:
        called, spoken = self._called(), {}
        for name, text in self.values:
            spoken[name] = f"{called[name]} = {text}"
        told = [f"A network with {len(self.layers)} layers of nodes, from left to right."]
        if any(called[name] != name_text(name) for name in called):
            told.append("Nodes are called by their layer and, from the top, a letter.")
        for n, layer in enumerate(self.layers, 1):
            told.append(f"Layer {n}: {', '.join(spoken.get(name, called[name]) for name in layer)}.")
        if self.biases:
            told.append(f"Biases beside nodes: {', '.join(f'{called[name]} {text}' for name, text in self.biases)}.")
        told.append(self._edges_in_words(called))
        bold = [f"{called[edge.start]} to {called[edge.end]}" for edge in self.edges if edge.doubled]
        if bold:
            told.append(f"Drawn as a double line: {listed(bold)}.")
        return " ".join(told)

    def faults(self) -> Iterator[str]:
        return legible_faults(self._drawn)

    def _drawn(self, width: float) -> DrawnGraph:
        return drawn_graph(LayeredGraph(self.nodes, self.edges, self.layers, arrows=False), width)

    def _called(self) -> dict[str, str]:
        """What nodes are called in words: by their name or, where it is not written, by layer and place, as 2a."""
        shown = {node.name for node in self.nodes if node.lines and node.lines[0] == name_text(node.name)}
        return {
            name: name_text(name) if name in shown else f"{n}{letter}"
            for n, layer in enumerate(self.layers, 1)
            for letter, name in zip("abcdef", layer, strict=False)
        }

    def _edges_in_words(self, called: Mapping[str, str]) -> str:
        labelled = [edge for edge in self.edges if edge.label]
        if not labelled and len(self.edges) == sum(len(a) * len(b) for a, b in pairwise(self.layers)):
            return "Each node is joined to all of the next layer."
        head = "Edges with their weights: " if labelled else "Edges: "
        parts = (f"{called[edge.start]} to {called[edge.end]} {edge.label}".rstrip() for edge in self.edges)
        return f"{head}{', '.join(parts)}."


class NetworkModel(FigureModel):
    """network: the names of the nodes, layer by layer. An edge is named by its two nodes, as 'x_1 h_1'.

    values: what stands in nodes below their names, or in place of them with names = false; a list gives the names of
    nodes whose values are those of the same names in [let]; weights: on edges, one by one, or a matrix for each step
    from layer to layer, with a row for each node that is reached; biases: beside nodes; bold: edges as double lines,
    perhaps by << fill-ins >>; edges: those that are drawn, where that is not each node with all of the next layer.
    """

    kind: ClassVar[str] = "network"
    network: Annotated[list[Layer], Field(min_length=2, max_length=5)]
    edges: list[ShortText] | None = None
    values: Values = Field(default_factory=dict)
    biases: dict[str, Number] = Field(default_factory=dict)
    weights: dict[str, Number] | list[Expression] = Field(default_factory=dict)
    bold: list[ShortText] = Field(default_factory=list)
    names: bool = True

    @field_validator("network")
    @classmethod
    def _once(cls, layers: list[list[str]]) -> list[list[str]]:
        names = [name for layer in layers for name in layer]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"{listed(twice)} stands in it twice; give each node a name of its own")
        if blank := [name for name in names if len(name.split()) != 1]:
            raise ValueError(f"'{blank[0]}' has a blank in it; the name of a node is one word")
        return layers

    @field_validator("values", "biases")
    @classmethod
    def _of_nodes(cls, written: Iterable[str], info: ValidationInfo) -> Iterable[str]:
        names = [name for layer in info.data.get("network", ()) for name in layer]
        if names and (wrong := unknown_nodes(written, names)):
            raise ValueError(wrong)
        return written

    @field_validator("edges", "weights", "bold")
    @classmethod
    def _of_edges(cls, written: list[str] | dict[str, str] | None, info: ValidationInfo) -> object:
        layers = info.data.get("network")
        if not layers or written is None or (info.field_name == "weights" and isinstance(written, list)):
            return written
        drawn = info.data.get("edges")
        known = {tuple(edge.split()) for edge in drawn} if drawn else set(_complete(layers))
        now = [edge for edge in written if info.field_name != "bold" or "<<" not in edge]
        if wrong := [fault for edge in now if (fault := _fault(edge, layers, known))]:
            raise ValueError("; ".join(wrong))
        return written

    def draw(self, workspace: Workspace) -> Network:
        layers = tuple(tuple(layer) for layer in self.network)
        values, biases = (value_texts(written, workspace) for written in (self.values, self.biases))
        pairs = _complete(self.network) if self.edges is None else [_pair(edge) for edge in self.edges]
        weights, bold = self._weights(workspace), self._bold(pairs, workspace)
        return Network(
            layers,
            tuple(self._node(name, values, biases) for layer in layers for name in layer),
            tuple(Edge(*pair, weights.get(pair, ""), pair in bold) for pair in pairs),
            tuple(values.items()),
            tuple(biases.items()),
            self.own_words(workspace),
        )

    def _node(self, name: str, values: Mapping[str, str], biases: Mapping[str, str]) -> Node:
        shown = (name_text(name),) if self.names else ()
        value = (values[name],) if name in values else ()
        return Node(name, shown + value, near=_added(biases[name]) if name in biases else "")

    def _bold(self, pairs: list[Pair], workspace: Workspace) -> set[Pair]:
        """The edges drawn as double lines, some of which may come of << fill-ins >>; raises CannotCompute."""
        texts = [label_text(edge, workspace) for edge in self.bold]
        if wrong := [fault for text in texts if (fault := _fault(text, self.network, set(pairs)))]:
            raise CannotCompute(", ".join(self.bold), wrong[0])
        return {_pair(text) for text in texts}

    def _weights(self, workspace: Workspace) -> dict[Pair, str]:
        if isinstance(self.weights, dict):
            return {_pair(edge): value_text(text, workspace) for edge, text in self.weights.items()}
        found = {}
        steps = list(pairwise(self.network))
        if len(self.weights) != len(steps):
            raise CannotCompute(str(self.weights), f"{len(steps)} matrices are needed here, one for each two layers")
        for written, (left, right) in zip(self.weights, steps, strict=True):
            matrix = value_node(written, workspace)
            rows = [row.items for row in matrix.items if isinstance(row, Vector)] if isinstance(matrix, Vector) else []
            if len(rows) != len(right) or any(len(row) != len(left) for row in rows):
                shape = f"a matrix with {len(right)} × {len(left)} numbers"
                raise CannotCompute(written, f"{shape} is needed here, a row for each of {', '.join(right)}")
            for end, row in zip(right, rows, strict=True):
                for start, value in zip(left, row, strict=True):
                    found[start, end] = shown_text(value, workspace)
        return found


def _added(bias: str) -> str:
    return bias if bias[:1] in "+−?" else f"+{bias}"


def _complete(layers: Iterable[list[str]]) -> list[Pair]:
    return [(start, end) for left, right in pairwise(layers) for start in left for end in right]


def _pair(edge: str) -> Pair:
    start, end = edge.split()
    return start, end


def _fault(edge: str, layers: list[list[str]], known: Container[tuple[str, ...]]) -> str:
    """Why an edge is none, or ""."""
    names = [name for layer in layers for name in layer]
    ends = tuple(edge.split())
    if len(ends) != 2:
        return f"'{edge}' is no edge; write its two nodes, as '{layers[0][0]} {layers[1][0]}'"
    if wrong := unknown_nodes(ends, names):
        return wrong
    return "" if ends in known else f"'{edge}' is no edge here; an edge leads from a layer to the next one"
