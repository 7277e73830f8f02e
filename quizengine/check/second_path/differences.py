"""Derivatives by central differences on balls of 150 digits: an error of a few 10^-36 where the function is smooth.

f'(x) = (f(x + h) - f(x - h))/(2h) + O(h²); one difference after the other gives mixed and higher derivatives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from flint import arb

from quizengine.maths.evaluate import Ball, Undefined, Unsure, ball, precision
from quizengine.maths.tree import Node, Vector, variables

BITS, STEP_BITS = 512, 60
HIGHEST_ORDER = 4  # each order costs as many bits as the step has, and twice as many values
POINTS = 3  # at which both have values
_CLOSE, _APART = arb((1, -70)), arb((1, -40))
#: coordinates that no author writes, so that kinks and poles of a function are elsewhere
_FIRST, _NEXT = (
    (Fraction(37, 29), Fraction(-19, 43), Fraction(53, 23), Fraction(-71, 31), Fraction(11, 61)),
    Fraction(17, 41),
)

Point = Mapping[str, Ball]


def derivative_agrees(function: Node, by: tuple[str, ...], derivative: Node) -> bool | None:
    """Return whether `derivative` is that of `function`, differentiated by `by` one after the other; None where that
    cannot be told, as where neither has values.
    """
    if len(by) > HIGHEST_ORDER or isinstance(function, Vector) or isinstance(derivative, Vector):
        return None
    names = tuple(dict.fromkeys((*variables(function), *by, *variables(derivative))))
    found: list[bool | None] = []
    with precision(BITS):
        for point in points(names):
            try:
                theirs = ball(derivative, point)
                ours = _difference(function, by, point)
            except (Undefined, Unsure):
                continue
            found.append(_alike(ours, theirs))
            if found[-1] is False or len(found) == POINTS:
                break
    return False if False in found else (True if found and None not in found else None)


def values_agree(one: Node, other: Node) -> bool | None:
    """Return whether two expressions have the same values; None where that cannot be told."""
    return derivative_agrees(one, (), other)


def points(names: tuple[str, ...]) -> Iterator[Point]:
    """Yield points in these variables, the first ones near 1, later ones all over."""
    for number in range(4 * POINTS):
        yield {
            name: _exact(_FIRST[(place + number) % len(_FIRST)] * (1 + number * _NEXT))
            if number % 2
            else _exact(abs(_FIRST[place % len(_FIRST)]) + number * _NEXT / 3)
            for place, name in enumerate(names)
        }


def _exact(number: Fraction) -> Ball:
    return arb(number.numerator) / number.denominator


def _difference(function: Node, by: tuple[str, ...], point: Point) -> Ball:
    if not by:
        return ball(function, point)
    step = arb((1, -STEP_BITS))
    ahead, behind = (_difference(function, by[1:], {**point, by[0]: point[by[0]] + way * step}) for way in (1, -1))
    return (ahead - behind) / (2 * step)


def _alike(ours: Ball, theirs: Ball) -> bool | None:
    size = 1 + abs(theirs)
    distance = abs(ours - theirs)
    if distance < _CLOSE * size:
        return True
    return False if distance > _APART * size else None
