"""A drawing as lines, filled outlines and texts with all their sizes, so that SVG and TikZ look alike."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypeAlias

from quizengine.figures.drawing import Anchor, Area, Drawing, Label, Mark, Point, Points, Stroke, length

# all in ems; 0.4, 0.7 and 1.3 points in letters of 11 points
_WIDTHS = {"thin": 0.036, "normal": 0.064, "thick": 0.118}
_DASHES = {"solid": (), "dashed": (0.6, 0.35), "dotted": (0.1, 0.24), "dash-dotted": (0.65, 0.24, 0.1, 0.24)}
_HEADS = {"thin": (0.5, 0.17), "normal": (0.65, 0.21), "thick": (0.85, 0.29)}  # length and half the width
_LONGEST_HEAD = 0.45  # of an arrow
_DOT, _RING, _SQUARE, _CROSS = 0.21, 0.24, 0.2, 0.2  # from the middle outwards
_CORNERS = 24  # of a circle
_BELOW_MIDDLE = 0.33  # from the middle line of letters down to the line that they stand on
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "0123456789+−=()ni", strict=True))
_LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ", "0123456789+−=()aeoxhklmnpstijruv", strict=True))

Level: TypeAlias = Literal["", "raised", "lowered"]
_DOWN: dict[Level, float] = {"": 0.0, "raised": -0.38, "lowered": 0.17}  # ems


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its width and the lengths of its dashes and gaps in turn, () for a line without gaps."""

    points: Points
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of a text that look alike; down: how far below the run before it this one stands.

    sign: they are Greek or mathematical signs, which come from the font of formulas.
    """

    text: str
    level: Level
    down: float
    slanted: bool
    sign: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A text of one line that stands on the height of `at`."""

    at: Point
    anchor: Anchor
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Outlines:
    """What a painter draws, from below to above; solid: outlines that are filled with full ink."""

    width: float
    height: float
    areas: tuple[Area, ...]
    lines: tuple[Line, ...]
    solid: tuple[Points, ...]
    texts: tuple[Text, ...]


def outlines(drawing: Drawing, unit: float = 1.0) -> Outlines:
    """Return a drawing as outlines in lengths of which `unit` is one em."""

    def scaled(points: Iterable[Point]) -> Points:
        return tuple((x * unit, y * unit) for x, y in points)

    pairs = [_line_and_head(stroke) for stroke in drawing.strokes]
    lines = [line for line, _ in pairs] + [line for mark in drawing.marks for line in _lines_of(mark)]
    solid = [head for _, head in pairs if head] + [shape for mark in drawing.marks for shape in _solid_of(mark)]
    return Outlines(
        drawing.width * unit,
        drawing.height * unit,
        tuple(Area(scaled(area.points), area.shade) for area in drawing.areas),
        tuple(Line(scaled(one.points), one.width * unit, tuple(part * unit for part in one.dash)) for one in lines),
        tuple(map(scaled, solid)),
        tuple(_text(label, unit) for label in drawing.labels),
    )


def _line_and_head(stroke: Stroke) -> tuple[Line, Points]:
    """The line, which ends inside the head of an arrow, and the head, () for none."""
    width, dash = _WIDTHS[stroke.weight], _DASHES[stroke.dash]
    whole = length(stroke.points)
    if not stroke.arrow or not whole:
        return Line(stroke.points, width, dash), ()
    long, half = _HEADS[stroke.weight]
    share = min(1.0, _LONGEST_HEAD * whole / long)
    shaft, tip = _shortened(stroke.points, long * share), stroke.points[-1]
    (x, y), (u, v) = shaft[-1], tip
    across = half * share / (math.dist((x, y), tip) or 1.0)
    over, under = (x - (v - y) * across, y + (u - x) * across), (x + (v - y) * across, y - (u - x) * across)
    return Line(shaft, width, dash), (tip, over, under)


def _shortened(points: Points, by: float) -> Points:
    """The points of a path without the last `by` ems, which are less than the whole."""
    kept = list(points)
    while (last := math.dist(kept[-2], kept[-1])) < by:
        by -= last
        kept.pop()
    (x, y), (u, v) = kept[-2:]
    share = by / last
    return (*kept[:-1], (u + (x - u) * share, v + (y - v) * share))


def _solid_of(mark: Mark) -> Iterator[Points]:
    if mark.shape == "dot":
        yield _circle(mark.at, _DOT)
    elif mark.shape == "square":
        (x, y), far = mark.at, _SQUARE
        yield (x - far, y - far), (x + far, y - far), (x + far, y + far), (x - far, y + far)


def _lines_of(mark: Mark) -> Iterator[Line]:
    (x, y), width = mark.at, _WIDTHS["normal"]
    if mark.shape == "ring":
        circle = _circle(mark.at, _RING)
        yield Line((*circle, circle[0]), width)
    elif mark.shape == "cross":
        yield Line(((x - _CROSS, y - _CROSS), (x + _CROSS, y + _CROSS)), width)
        yield Line(((x - _CROSS, y + _CROSS), (x + _CROSS, y - _CROSS)), width)


def _circle(at: Point, radius: float) -> Points:
    turns = (2 * math.pi * n / _CORNERS for n in range(_CORNERS))
    return tuple((at[0] + radius * math.cos(turn), at[1] + radius * math.sin(turn)) for turn in turns)


def _text(label: Label, unit: float) -> Text:
    x, y = label.at
    return Text((x * unit, (y + _BELOW_MIDDLE) * unit), label.anchor, tuple(_runs(label, unit)))


def _runs(label: Label, unit: float) -> Iterator[Run]:
    """Digits are never slanted, as in formulas."""
    level_before: Level = ""
    for (level, slanted, sign), letters in groupby(_looks(label), key=lambda look: look[1:]):
        text = "".join(letter for letter, *_ in letters)
        yield Run(text, level, (_DOWN[level] - _DOWN[level_before]) * unit, slanted, sign)
        level_before = level


def _looks(label: Label) -> Iterator[tuple[str, Level, bool, bool]]:
    """Each letter with its level, whether it is slanted and whether it is a sign; accents look as their letter does."""
    look: tuple[Level, bool, bool] = ("", False, False)
    for character in label.text:
        plain = _RAISED.get(character) or _LOWERED.get(character) or character
        if not unicodedata.combining(character):
            level: Level = "raised" if character in _RAISED else "lowered" if character in _LOWERED else ""
            sign = plain not in "−√" and ("Ͱ" <= plain <= "Ͽ" or "←" <= plain <= "⋿")
            look = level, label.slanted and plain.isalpha() and not sign, sign
        yield plain, *look
