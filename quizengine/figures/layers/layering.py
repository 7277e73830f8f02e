"""Nodes in layers: which layer each stands in, in which order, and where long edges pass between them.

Sources of the methods: K. Sugiyama, S. Tagawa, M. Toda, Methods for visual understanding of hierarchical system
structures, IEEE Transactions on Systems, Man, and Cybernetics 11 (1981): layers by longest paths, bends in the layers
that an edge passes, order by the mean place of the neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

SWEEPS = 6  # there and back again, until hardly anything changes


@dataclass(frozen=True, slots=True)
class Bend:
    """Where the edge from `start` to `end` passes the layer `layer`."""

    start: str
    end: str
    layer: int


@dataclass(frozen=True, slots=True)
class Node:
    """A node: lines are the texts inside, one or two; above and below stand the others, and near stands below it or,
    where that is not free, above.
    """

    name: str
    lines: tuple[str, ...] = ()
    above: str = ""
    below: str = ""
    near: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from one node to another, further right; doubled: it is drawn as two lines."""

    start: str
    end: str
    label: str = ""
    doubled: bool = False


Place = str | Bend  # what stands in a layer: the name of a node, or a bend
Layers = tuple[tuple[Place, ...], ...]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class LayeredGraph:
    """layers: the names of the nodes from left to right, with a bend where an edge passes a layer."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    layers: Layers
    arrows: bool


def in_a_circle(reads: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the nodes of which each reads, by way of others, itself; `reads` tells of each node what it reads."""
    left = {name: set(sources) for name, sources in reads.items()}
    while free := [name for name, sources in left.items() if not sources & set(left)]:
        for name in free:
            del left[name]
    return list(left)


def layered(reads: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the nodes of a graph without circles by layers: each stands right of all that it reads, and what reads
    nothing just left of its first reader.
    """
    depths: dict[str, int] = {}

    def depth(name: str) -> int:
        if name not in depths:
            depths[name] = max((depth(source) + 1 for source in reads.get(name, ())), default=0)
        return depths[name]

    names = list(dict.fromkeys([source for sources in reads.values() for source in sources] + list(reads)))
    for name in names:
        depth(name)
    for name in names:
        readers = [depths[reader] for reader, sources in reads.items() if name in sources]
        if not reads.get(name) and readers:
            depths[name] = min(readers) - 1
    return tuple(tuple(name for name in names if depths[name] == n) for n in range(max(depths.values()) + 1))


def way_of(edge: Pair, layers: Sequence[Sequence[Place]]) -> list[Place]:
    """Return the two nodes of an edge with the bends between them, from left to right."""
    start, end = edge
    first, last = (next(n for n, layer in enumerate(layers) if name in layer) for name in edge)
    return [start, *(Bend(start, end, n) for n in range(first + 1, last)), end]


def with_bends(layers: Sequence[Sequence[str]], edges: Iterable[Pair]) -> Layers:
    """Return the layers with a bend in each that an edge passes, in an order in which few edges cross."""
    found: list[list[Place]] = [list(layer) for layer in layers]
    before: dict[Place, list[Place]] = {}
    after: dict[Place, list[Place]] = {}
    for edge in edges:
        way = way_of(edge, layers)
        for bend in way[1:-1]:
            if isinstance(bend, Bend):
                found[bend.layer].append(bend)
        for left, right in pairwise(way):
            after.setdefault(left, []).append(right)
            before.setdefault(right, []).append(left)
    return _with_few_crossings(found, before, after)


def _with_few_crossings(
    layers: list[list[Place]], before: Mapping[Place, list[Place]], after: Mapping[Place, list[Place]]
) -> Layers:
    best, fewest = [list(layer) for layer in layers], _crossings(layers, after)
    for sweep in range(SWEEPS):
        there = sweep % 2 == 0
        neighbours = before if there else after
        for n in range(len(layers)) if there else reversed(range(len(layers))):
            layers[n] = _by_neighbours(layers, n, neighbours)
        if (crossings := _crossings(layers, after)) < fewest:
            best, fewest = [list(layer) for layer in layers], crossings
    return tuple(map(tuple, best))


def _by_neighbours(layers: list[list[Place]], n: int, neighbours: Mapping[Place, list[Place]]) -> list[Place]:
    """The layer in the order of the mean places of the neighbours; what has none keeps its place."""
    places = {item: _share(at, len(layer)) for layer in layers for at, item in enumerate(layer)}

    def mean(item: Place) -> float:
        beside = neighbours.get(item)
        return sum(places[other] for other in beside) / len(beside) if beside else places[item]

    return sorted(layers[n], key=mean)


def _share(at: int, count: int) -> float:
    return (at + 0.5) / count


def _crossings(layers: Sequence[Sequence[Place]], after: Mapping[Place, list[Place]]) -> int:
    found = 0
    for left, right in pairwise(layers):
        places = {item: at for at, item in enumerate(right)}
        ends = [[places[other] for other in after.get(item, ())] for item in left]
        for n, upper in enumerate(ends):
            found += sum(high > low for lower in ends[n + 1 :] for high in upper for low in lower)
    return found
