"""A figure with everything that a drawing may hold, for who paints one or prints one."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from quizengine.figures.drawing import Area, Dash, Drawing, Label, Mark, Point, Stroke
from quizengine.figures.figure import Figure, OwnWords

DASHES: tuple[Dash, ...] = ("solid", "dashed", "dotted", "dash-dotted")


@dataclass(frozen=True, slots=True)
class Scene(Figure):
    """high: its height by its width; text: what stands in its middle."""

    words: OwnWords = field(default_factory=OwnWords)
    high: float = 0.5
    text: str = "α = −0.5"

    def drawing(self, width: float) -> Drawing:
        high = max(6.0, width * self.high)

        def at(x: float, y: float) -> Point:
            return round(1 + x * (width - 2), 2), round(1 + y * (high - 2), 2)

        corners = (at(0, 0), at(1, 0), at(1, 1), at(0, 1))
        wave = tuple(at(n / 60, 0.25 - 0.2 * math.sin(n / 8)) for n in range(61))
        lines = (Stroke((at(0.02, 0.5 + n / 10), at(0.98, 0.5 + n / 10)), dash) for n, dash in enumerate(DASHES))
        rays = (
            Stroke(
                (at(0.5, 0.5), at(0.5 + 0.2 * math.cos(n * math.pi / 4), 0.5 + 0.2 * math.sin(n * math.pi / 4))),
                arrow=True,
            )
            for n in range(8)
        )
        return Drawing(
            width,
            high,
            areas=(Area((at(0.7, 0), at(1, 0), at(1, 0.4), at(0.7, 0.4)), 0.5),),
            strokes=(Stroke((*corners, corners[0]), weight="thin"), Stroke(wave, weight="thick"), *lines, *rays),
            marks=(
                Mark(at(0.1, 0.9)),
                Mark(at(0.3, 0.9), "ring"),
                Mark(at(0.5, 0.9), "square"),
                Mark(at(0.7, 0.9), "cross"),
            ),
            labels=(
                Label(at(0.85, 0.2), self.text),
                Label(at(0, 0.95), "P", "start", slanted=True),
                Label((width, 0.4), "end", "end"),
            ),
        )

    def readings(self) -> str:
        return (
            f"A wave, four lines and eight arrows in a frame {self.high:g} times as high as wide. It says {self.text}."
        )
