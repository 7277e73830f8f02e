"""Where the nodes and bends of a layered graph stand: columns for layers, rows within each."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from quizengine.figures.layering import Bend, Layers, Pair, Place, way_of
from quizengine.figures.node_shapes import Shape

MOST_GAP = 8.0  # between two layers
BETWEEN = 0.6  # the least gap between two nodes of a layer
BEND = 0.5  # half of the height of a bend
EDGE = 0.25  # left and right of the whole
SWEEPS = 6


def half_width(layer: Iterable[Place], shapes: Mapping[str, Shape]) -> float:
    """Return half the width of the widest node of a layer."""
    return max((shapes[item].wide for item in layer if isinstance(item, str)), default=0.0)


def columns(
    layers: Layers, shapes: Mapping[str, Shape], beside: Mapping[str, float], width: float
) -> tuple[list[float], float, float]:
    """Return where layers stand in a drawing `width` ems wide, how much of it is used, and the gap between two layers.

    beside: half the widths of the texts above and below nodes.
    """
    halves = [half_width(layer, shapes) for layer in layers]
    ends = [EDGE + max([halves[n], *(beside[item] for item in layers[n] if isinstance(item, str))]) for n in (0, -1)]
    inside = sum(left + right for left, right in pairwise(halves))
    gap = min(MOST_GAP, (width - sum(ends) - inside) / max(1, len(layers) - 1))
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
