"""Zeros of a tree along lines parallel to the axes: exact ones, and cages in which there is one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, count, pairwise

from flint import arb

from quizengine.answers.comparison.values_at_points import BITS, nodes_of, sample, signed, value_at
from quizengine.answers.constraints import Constraints
from quizengine.maths.equality.at_point import evaluate, exact_ball
from quizengine.maths.equality.domain import Coordinates, Range
from quizengine.maths.evaluate import Ball, precision, rational
from quizengine.maths.tree import Call, Itself, Node, substitute, walk

_HELD = ((0, 1, -1), (1, 2, 0), (-1, 1, 2), (2, -1, 1))  # tried for the first coordinates that are held
_FAR = (10, 20, 50, 100, 1_000)
_GRID = tuple(Fraction(n) for n in sorted({*range(-8, 9), *_FAR, *(-n for n in _FAR)}))
_CUTS = 16  # of a range with two ends
_STEPS = 20  # of a search for a zero
_NARROW = Fraction(1, 2**32)  # half of the width of a cage
_PLACES = 2**40
_DEAR = 8  # how many sums a function costs


@dataclass(frozen=True, slots=True)
class Line:
    """All points at which the variables `held` have these values; `name` moves, and is looked at on `grid`."""

    name: str
    held: Coordinates
    grid: tuple[Fraction, ...] = _GRID


@dataclass(frozen=True, slots=True)
class Caged:
    """A point, or one whose coordinate `name` lies within `width` of what `point` says."""

    point: Coordinates
    width: Fraction
    name: str

    def balls(self) -> Mapping[str, Ball]:
        """Return the cage as balls, at the precision in force."""
        return {name: arb(exact_ball(x), exact_ball(self.width * (name == self.name))) for name, x in self.point}


class Effort:
    """What a search may still take, in nodes that are evaluated."""

    def __init__(self, nodes: int) -> None:
        self.left = nodes
        self.costs: dict[Itself, int] = {}

    def __bool__(self) -> bool:
        return self.left > 0

    def spend(self, node: Node) -> None:
        """Counts one evaluation of `node`."""
        known = Itself(node)
        if known not in self.costs:
            self.costs[known] = sum(_DEAR if type(part) is Call else 1 for part in walk(node))
        self.left -= self.costs[known]


def lines(constraints: Constraints) -> Iterator[Line]:
    """Yield the lines that are tried, each variable moving in turn."""
    for index, values in enumerate(_HELD):
        for name in reversed(constraints.variables):
            others = [other for other in constraints.variables if other != name]
            if others or not index:
                held = tuple(zip(others, map(Fraction, chain(values, count(3))), strict=False))
                if not all(constraints.domain.holds(other, x) for other, x in held):
                    held = tuple(pair for pair in sample(constraints, index + 1)[-1] if pair[0] != name)
                yield Line(name, held, _grid(constraints.domain.range(name)))


def _grid(ends: Range) -> tuple[Fraction, ...]:
    low, high = ends
    if low is None or high is None:
        return _GRID
    return tuple(low + (high - low) * Fraction(cut, _CUTS) for cut in range(_CUTS + 1))


def inside(caged: Caged, constraints: Constraints) -> bool:
    """Return whether the point lies in the domain."""
    return all(constraints.domain.holds(name, x) for name, x in caged.point)


def zeros(node: Node, line: Line, effort: Effort) -> Iterator[Caged]:
    """Yield points of a line at which `node` is zero, each with the width of the cage around it: 0 where it is
    exact.
    """
    if (exact := _of_linear(node, line, effort)) is not None:
        yield exact
        return
    signs: dict[Fraction, int | None] = {}
    for x in sorted(line.grid, key=lambda x: (abs(x), x < 0)):  # as a person would like to meet them
        if not effort:
            break
        signs[x] = _sign(node, _at(line, x), effort)
        if signs[x] == 0:
            yield Caged(_at(line, x), Fraction(0), line.name)
    known = pairwise(x for x in line.grid if x in signs)
    for low, high in sorted(known, key=lambda ends: (abs(ends[0] + ends[1]), ends[0] < 0)):
        left, right = signs[low], signs[high]
        if left and right and left != right:
            yield from _caged(node, line, (low, high), left, effort)


def fixed(node: Node, point: Coordinates) -> Fraction | None:
    """Return the exact value of `node` at a point, also 0 where a ball is exactly that; None where it is not known."""
    exact = rational(substitute(node, nodes_of(point)))
    if exact is not None:
        return exact
    value = value_at(node, point)
    return Fraction(0) if value is not None and value.is_zero() else None


def _at(line: Line, x: Fraction) -> Coordinates:
    return (*line.held, (line.name, x))


def _of_linear(node: Node, line: Line, effort: Effort) -> Caged | None:
    """The zero of `node` if it is linear along the line, else None."""
    effort.spend(node)
    effort.spend(node)
    ends = [rational(substitute(node, nodes_of(_at(line, x)))) for x in (Fraction(0), Fraction(1))]
    if ends[0] is None or ends[1] is None or ends[0] == ends[1]:
        return None
    point = _at(line, ends[0] / (ends[0] - ends[1]))
    return Caged(point, Fraction(0), line.name) if _sign(node, point, effort) == 0 else None


def _sign(node: Node, point: Coordinates, effort: Effort) -> int | None:
    """1, -1, 0 where `node` is exactly zero, None where that is not proven."""
    effort.spend(node)
    value = value_at(node, point)
    side = 0 if value is None else signed(value)
    return side or (0 if fixed(node, point) == 0 else None)


def _caged(node: Node, line: Line, ends: tuple[Fraction, Fraction], left: int, effort: Effort) -> Iterator[Caged]:
    """The zero between two ends of opposite signs: a secant guesses it, and two points around it close the cage."""
    low, high = ends
    for _ in range(_STEPS):
        if not effort or high - low <= 2 * _NARROW:
            break
        guess = _secant(node, line, (low, high), effort)
        tried = [x for x in (guess - _NARROW, guess + _NARROW) if low < x < high]
        for x in (*tried, (low + high) / 2) if high - low > 4 * _NARROW else ((low + high) / 2,):
            if low < x < high:
                sign = _sign(node, _at(line, x), effort)
                if not sign:
                    if sign == 0:
                        yield Caged(_at(line, x), Fraction(0), line.name)
                    return
                low, high = (x, high) if sign == left else (low, x)
    found = Caged(_at(line, (low + high) / 2), (high - low) / 2, line.name)
    with precision(BITS):
        if isinstance(evaluate(node, found.balls()), arb):  # no pole and no jump between the ends
            yield found


def _secant(node: Node, line: Line, ends: tuple[Fraction, Fraction], effort: Effort) -> Fraction:
    """Where the line through the values at both ends is zero; their middle where that is not between them."""
    low, high = ends
    values = [value_at(node, _at(line, x)) for x in ends]
    effort.spend(node)
    effort.spend(node)
    middle = (low + high) / 2
    if values[0] is None or values[1] is None:
        return middle
    share = values[0] / (values[0] - values[1])
    return low + (high - low) * Fraction(float(share)).limit_denominator(_PLACES) if 0 < share < 1 else middle
