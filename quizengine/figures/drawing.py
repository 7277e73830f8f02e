"""A drawing as areas, strokes, marks and labels: all that a painter knows of a figure.

Lengths are in ems, the height of the letters around the figure: the origin is the upper left corner, y goes down. A
letter is about half an em wide, so that in a terminal an em is two columns and one row.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
Points = tuple[Point, ...]
Dash = Literal["solid", "dashed", "dotted", "dash-dotted"]
Weight = Literal["thin", "normal", "thick"]
Shape = Literal["dot", "ring", "square", "cross"]
Anchor = Literal["middle", "start", "end"]  # of a label's text at its place: start is the left end

LETTER = 0.5  # the width of a letter
PAGE, OPTION = 24.0, 14.0  # widths of drawings: half a page; an option there, of which two stand beside each other
NARROW = 18.0  # in a terminal of 40 columns


def length(points: Sequence[Point]) -> float:
    """Return how long a line through points is, in their unit."""
    return sum(map(math.dist, points, points[1:]))


def rounded(at: Point) -> Point:
    """Return a place to a hundredth of an em, which is finer than anybody sees."""
    return round(at[0], 2), round(at[1], 2)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through `points`, from the first to the last; arrow: it has a head at the last one."""

    points: Points
    dash: Dash = "solid"
    weight: Weight = "normal"
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """The inside of a polygon, filled: shade is the share of ink, 0 (none) to 1."""

    points: Points
    shade: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A small sign whose middle is at `at`."""

    at: Point
    shape: Shape = "dot"


@dataclass(frozen=True, slots=True)
class Label:
    """A text of one line whose middle line goes through `at`; slanted: it is the name of a variable or a point."""

    at: Point
    text: str
    anchor: Anchor = "middle"
    slanted: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """Areas lie below strokes, these below marks and labels; nothing reaches over the edge."""

    width: float
    height: float
    areas: tuple[Area, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    marks: tuple[Mark, ...] = ()
    labels: tuple[Label, ...] = ()
