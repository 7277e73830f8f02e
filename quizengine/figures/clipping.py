"""Straight lines and curves at a box: what of them lies inside, what outside."""

from __future__ import annotations

from itertools import pairwise

from quizengine.figures.drawing import Point, Points
from quizengine.figures.placing import Box

Span = tuple[float, float]  # of a straight line: shares of it, 0 at its start and 1 at its end


def span_inside(start: Point, end: Point, box: Box) -> Span | None:
    """Return which part of a straight line lies in a box, None where none does (Y. Liang, B. Barsky, 1984)."""
    enters, leaves = 0.0, 1.0
    for a, b, low, high in ((start[0], end[0], box[0], box[2]), (start[1], end[1], box[1], box[3])):
        if a == b:
            if not low <= a <= high:
                return None
            continue
        one, other = (low - a) / (b - a), (high - a) / (b - a)
        enters, leaves = max(enters, min(one, other)), min(leaves, max(one, other))
    return (enters, leaves) if enters <= leaves else None


def between(start: Point, end: Point, share: float) -> Point:
    """Return the point of a straight line at a share of it; the very ends at 0 and 1."""
    if share in (0.0, 1.0):
        return end if share else start
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def outside(points: Points, box: Box) -> list[Points]:
    """Return what of a curve lies outside a box, in pieces; of a closed curve that begins outside, its start is inside
    a piece.
    """
    left, top, right, bottom = box
    pieces: list[list[Point]] = [[points[0]]]
    for start, end in pairwise(points):
        (x, y), (u, v) = start, end
        if (x < left and u < left) or (x > right and u > right) or (y < top and v < top) or (y > bottom and v > bottom):
            pieces[-1].append(end)  # most lines are far off, and this is soon seen
            continue
        span = span_inside(start, end, box)
        if span is None or span[0] == span[1]:
            pieces[-1].append(end)
            continue
        pieces[-1].append(between(start, end, span[0]))
        pieces.append([between(start, end, span[1]), end])
    kept = [tuple(piece) for piece in pieces if len(set(piece)) > 1]
    if len(kept) > 1 and points[0] == points[-1] == kept[0][0] == kept[-1][-1]:
        kept = [kept[-1] + kept[0][1:], *kept[1:-1]]
    return kept


def crosses(points: Points, box: Box) -> bool:
    """Return whether a curve runs through a box."""
    return any(span_inside(start, end, box) for start, end in pairwise(points))


def encloses(points: Points, at: Point) -> bool:
    """Return whether a closed curve runs around a place: whether a way out to the right crosses it an odd number of
    times.
    """
    x, y = at
    crossed = [(v > y) != (s > y) and x < u + (y - v) / (s - v) * (r - u) for (u, v), (r, s) in pairwise(points)]
    return sum(crossed) % 2 == 1
