"""Where an answer is undefined though the key is defined, in words."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from quizengine.answers.numeric import undefined_at
from quizengine.maths.tree import Node

if TYPE_CHECKING:
    from quizengine.maths.same import Decision

_TRIED = tuple(Fraction(n, 4) for n in (-28, -12, -8, -6, -2, -1, 1, 2, 6, 8, 12, 28))
EVERYWHERE = "everywhere"
_SHAPES: tuple[
    tuple[str, Callable[[Fraction], bool]], ...
] = (  # the regions that have short names, in the order in which they are tried
    ("{} < 0", lambda x: x < 0),
    ("{} > 0", lambda x: x > 0),
    ("|{}| > 1", lambda x: abs(x) > 1),
    ("|{}| < 1", lambda x: abs(x) < 1),
    ("{} < 1", lambda x: x < 1),
    ("{} > 1", lambda x: x > 1),
    ("{} < −1", lambda x: x < -1),
    ("{} > −1", lambda x: x > -1),
)


def undefined_where(key: Node, answer: Node, decision: Decision) -> str:
    """Says where `answer` has no value: "it is undefined where x < 0" if one variable decides it, else a point."""
    point = dict(decision.witness.point) if decision.witness is not None else {}
    if not point:
        return "it has no real value"
    regions = [_region(key, answer, name, point) for name in point]
    if all(region == EVERYWHERE for region in regions):
        return "it has no real value where the right one has one"
    for region in regions:
        if region and region != EVERYWHERE:
            return f"it is undefined where {region}, and the right one is defined there"
    shown = ", ".join(f"{name} = {number}" for name, number in point.items()).replace("-", "−")
    return f"it is undefined at {shown}, for example, and the right one is defined there"


def _region(key: Node, answer: Node, name: str, point: dict[str, Fraction]) -> str | None:
    gaps = {}
    for number in _TRIED:
        there = {**point, name: number}.items()
        if not undefined_at(key, there):
            gaps[number] = undefined_at(answer, there)
    if len(set(gaps.values())) < 2:
        return EVERYWHERE if all(gaps.values()) else None
    for words, holds in _SHAPES:
        if all(holds(number) == gap for number, gap in gaps.items()):
            return words.format(name)
    return None
