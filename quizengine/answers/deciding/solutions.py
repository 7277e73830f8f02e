"""A point that solves one equation and provably not another.

Along lines parallel to the axes a zero of the first is caged between two points at which it has opposite signs; the
second has no zero in the cage where its ball excludes 0 (interval bisection; R. Moore, "Interval Analysis", 1966).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from flint import arb

from quizengine.answers.deciding.numeric import nodes_of, signed, value_at
from quizengine.answers.deciding.zeros import Sides, difference, numerator
from quizengine.answers.setting import Setting
from quizengine.answers.wording import minus
from quizengine.maths.evaluate import precision, rational
from quizengine.maths.same.compare import Lack, box, evaluate
from quizengine.maths.tree import Node, substitute

_VALUES = (0, 1, 2, -1)  # tried for the coordinates that are held
_FAR = (10, 20, 50, 100, 1_000)
_GRID = tuple(Fraction(n) for n in sorted({*range(-8, 9), *_FAR, *(-n for n in _FAR)}))
_NICE = tuple(sorted(_GRID, key=lambda x: (abs(x), x < 0)))  # as a person would like to meet them
_STEPS = 50  # halvings of a cage
_BITS = 192
_SHORT = 100  # denominator of a coordinate that is told exactly

Point = dict[str, Fraction]


def apart(first: Sides, second: Sides, setting: Setting) -> str:
    """A point that solves `first` and not `second`, in words; "" if none is found at once."""
    ours, theirs = difference(first), numerator(difference(second))
    for name, held in _lines(setting):
        for point, width in _zeros(ours, name, held):
            inside = all(setting.domain.holds(axis, x) for axis, x in point.items())
            if inside and _has_none(theirs, point, width):
                return _told(point, width, setting)
    return ""


def _lines(setting: Setting) -> Iterator[tuple[str, Point]]:
    """The variable that moves, and the values of those that are held."""
    for name in reversed(setting.variables):
        others = [other for other in setting.variables if other != name]
        for value in _VALUES if others else (0,):
            yield name, {other: Fraction(value + place) for place, other in enumerate(others)}


def _zeros(node: Node, name: str, held: Point) -> Iterator[tuple[Point, Fraction]]:
    """Points of a line at which `node` is zero, each with the width of the cage around it: 0 where it is exact."""
    if (exact := _of_linear(node, name, held)) is not None:
        yield exact, Fraction(0)
        return
    signs = {x: _sign(node, {**held, name: x}) for x in _GRID}
    yield from (({**held, name: x}, Fraction(0)) for x in _NICE if signs[x] == 0)
    for low, high in pairwise(_GRID):
        left, right = signs[low], signs[high]
        if left and right and left != right:
            yield from _caged(node, name, held, (low, high), left)


def _of_linear(node: Node, name: str, held: Point) -> Point | None:
    """The zero of `node` if it is linear in `name`, else None."""
    ends = [rational(substitute(node, nodes_of({**held, name: x}.items()))) for x in (Fraction(0), Fraction(1))]
    if ends[0] is None or ends[1] is None or ends[0] == ends[1]:
        return None
    point = {**held, name: ends[0] / (ends[0] - ends[1])}
    return point if _sign(node, point) == 0 else None


def _sign(node: Node, point: Point) -> int | None:
    """1, -1, 0 where `node` is exactly zero, None where that is not proven."""
    exact = rational(substitute(node, nodes_of(point.items())))
    if exact is not None:
        return (exact > 0) - (exact < 0)
    value = value_at(node, point.items())
    if value is None:
        return None
    return 0 if value.is_zero() else signed(value) or None


def _caged(
    node: Node, name: str, held: Point, ends: tuple[Fraction, Fraction], left: int
) -> Iterator[tuple[Point, Fraction]]:
    low, high = ends
    for _ in range(_STEPS):
        middle = (low + high) / 2
        sign = _sign(node, {**held, name: middle})
        if not sign:
            break
        low, high = (middle, high) if sign == left else (low, middle)
    point, width = {**held, name: (low + high) / 2}, (high - low) / 2
    with precision(_BITS):
        if isinstance(evaluate(node, box(tuple(point.items()), width)), arb):  # no pole and no jump between the ends
            yield point, width


def _has_none(node: Node, point: Point, width: Fraction) -> bool:
    """Is it proven that `node` is zero nowhere in the cage?"""
    with precision(_BITS):
        value = evaluate(node, box(tuple(point.items()), width))
        return value is Lack.UNDEFINED or (isinstance(value, arb) and signed(value) != 0)


def _told(point: Point, width: Fraction, setting: Setting) -> str:
    told = []
    for name in setting.variables:
        short = not width or point[name].denominator < _SHORT
        told.append(f"{name} = {point[name]}" if short else f"{name} ≈ {float(point[name]):.4g}")
    return minus(", ".join(told))
