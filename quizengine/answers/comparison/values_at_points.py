"""The values of trees at exact points, as balls: for what an answer is told about, not for whether it is right."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

from quizengine.answers.constraints import Constraints
from quizengine.maths.equality.at_point import exact_ball
from quizengine.maths.equality.domain import Coordinates, points
from quizengine.maths.evaluate import Ball, Undefined, Unsure, ball, precision
from quizengine.maths.tree import Itself, Node, Number

BITS = 192


def value_at(node: Node, point: Iterable[tuple[str, Fraction]] = ()) -> Ball | None:
    """Return the value of `node` at `point`; None where it has none or it cannot be told, also for free names."""
    with precision(BITS):
        try:
            return ball(node, {name: exact_ball(x) for name, x in point})
        except (Undefined, Unsure, KeyError):
            return None


def undefined_at(node: Node, point: Iterable[tuple[str, Fraction]]) -> bool:
    """Return whether `node` has provably no value at `point`."""
    return valued_at(node, point) is False


def valued_at(node: Node, point: Iterable[tuple[str, Fraction]]) -> bool | None:
    """Return whether `node` has a value at `point`. None if it cannot be told, also for free names."""
    with precision(BITS):
        try:
            ball(node, {name: exact_ball(x) for name, x in point})
        except Undefined:
            return False
        except (Unsure, KeyError):
            return None
    return True


def sample(constraints: Constraints, count: int) -> tuple[Coordinates, ...]:
    """Return up to `count` exact points of the domain of `constraints`, nice ones first."""
    return _points(Itself(constraints))[:count]


@lru_cache(maxsize=256)
def _points(constraints: Itself) -> tuple[Coordinates, ...]:
    return points(constraints.node.variables, constraints.node.domain)


def nodes_of(point: Iterable[tuple[str, Fraction]]) -> dict[str, Node]:
    """Return a point as values to be substituted."""
    return {name: Number(x.numerator, x.denominator) for name, x in point}


def signed(ball: Ball) -> int:
    """Return 1 or -1 for the proven sign of a ball, 0 if it is not proven."""
    return 1 if ball > 0 else -1 if ball < 0 else 0
