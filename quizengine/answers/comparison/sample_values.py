"""What a tree is worth at a few points: enough to tell most trees apart, at next to no cost.

A wrong answer is held against dozens of trees: the item's own mistakes, the key with its components swapped, with one
sign turned, without an inner derivative. Nearly all of them are told from it by one ball each; only the others go to
`same`. Sound for the reason that `same` gives: balls enclose true values, so that two that are disjoint are two values,
and of functions without jumps two on a whole neighbourhood.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property, lru_cache

from quizengine.answers.comparison.decimals import decimals_in
from quizengine.answers.constraints import Accuracy, Constraints
from quizengine.maths.equality import Domain, same
from quizengine.maths.equality.at_point import exact_ball
from quizengine.maths.evaluate import Ball, Undefined, Unsure, ball, precision
from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.tree import Itself, Node, Number, functions, variables

BITS = 64
_JUMPS = frozenset(name for name, row in FUNCTIONS.items() if row.jumps)
_ZERO = Number(0)
_STEPS = ((37, 29, 97), (53, 41, 89), (61, 23, 101))  # start, stride and modulus: no two variables are alike
_OUT = (0, 1, 3)  # how far from zero, or from a finite end, the points begin


class SamplePoints:
    """The points, as balls, at which trees in these variables are told apart: ordinary ones, as nobody types them."""

    def __init__(self, names: tuple[str, ...], domain: Domain) -> None:
        self.names = names
        self.domain = domain
        count = len(_STEPS) if names else 1
        with precision(BITS):
            self.places: tuple[Mapping[str, Ball], ...] = tuple(
                {name: exact_ball(_coordinate(index, place, *domain.range(name))) for place, name in enumerate(names)}
                for index in range(count)
            )


def _coordinate(index: int, place: int, low: Fraction | None, high: Fraction | None) -> Fraction:
    """The first point lies near zero, where most functions have a value, the second on the other side of it."""
    start, stride, modulus = _STEPS[index]
    share = Fraction(1 + (start + stride * place) % (modulus - 1), modulus)
    out = share * (1 + _OUT[index]) + _OUT[index]
    if low is None:
        return (-out if index == 1 else out) if high is None else high - out
    return low + out if high is None else low + (high - low) * share


class Samples:
    """A tree with its values at the points `where`, each worked out when first asked for."""

    def __init__(self, node: Node, where: SamplePoints) -> None:
        self.node = node
        self.where = where
        self._values: list[Ball | None] = []

    def at(self, index: int) -> Ball | None:
        """Return the ball at a point; None where there is no value, or none that can be told."""
        try:
            return self._values[index]
        except IndexError:
            self._values.append(_value(self.node, self.where.places[len(self._values)]))
            return self.at(index)

    @cached_property
    def first(self) -> Ball | None:
        """The ball at the first point, which tells most trees apart."""
        return self.at(0)

    @cached_property
    def told(self) -> bool:
        """Has the tree a value at one of the points at least?"""
        return any(self.at(index) is not None for index in range(len(self.where.places)))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The variables of the tree."""
        return variables(self.node)

    @cached_property
    def steady(self) -> bool:
        """Does nothing in the tree jump, so that what holds at a point holds around it?"""
        return _JUMPS.isdisjoint(functions(self.node))

    @cached_property
    def decimals(self) -> tuple[Number, ...]:
        """The decimals that were typed in the tree."""
        return decimals_in(self.node)

    @cached_property
    def zero(self) -> bool:
        """Is it proven, or as good as proven, that the tree is zero on the whole domain?"""
        if self.first is not None and not self.first.contains(0) and self.steady:
            return False
        return same(_ZERO, self.node, self.where.names, self.where.domain).equal is True


def _value(node: Node, place: Mapping[str, Ball]) -> Ball | None:
    with precision(BITS):
        try:
            return ball(node, place)
        except (Undefined, Unsure, KeyError):
            return None


def samples_of(node: Node, constraints: Constraints) -> Samples:
    """Return the samples of `node` as a function of the variables: the same object for a tree while it is in use."""
    return _worth(Itself(node), _where(Itself(constraints)))


def all_samples(nodes: Iterable[Node], constraints: Constraints) -> tuple[Samples, ...]:
    """Return the samples of each of `nodes`."""
    where = _where(Itself(constraints))
    return tuple(_worth(Itself(node), where) for node in nodes)


def beside(known: Samples, node: Node) -> Samples:
    """Return the samples of a tree made from those of another; to be kept by whoever made it."""
    return Samples(node, known.where)


@lru_cache(maxsize=2_048)
def _worth(node: Itself, where: SamplePoints) -> Samples:
    return Samples(node.node, where)


@lru_cache(maxsize=512)
def _where(constraints: Itself) -> SamplePoints:
    return _points(constraints.node.variables, constraints.node.domain)


@lru_cache(maxsize=256)
def _points(names: tuple[str, ...], domain: Domain) -> SamplePoints:
    return SamplePoints(names, domain)


def differ(expected: Samples, answer: Samples, accuracy: Accuracy) -> bool:
    """Return whether it is proven that `answer` is not right where `expected` is, not even to the accuracy. False tells
    nothing.
    """
    if accuracy.exact:
        return _apart(expected, answer)
    if answer.decimals and (expected.names or answer.names):
        return False  # rounded coefficients are compared by moving them
    share, absolute = _allowed(Itself(accuracy))
    with precision(BITS):
        return any(abs(theirs - ours) > share * abs(ours) + absolute for ours, theirs in pairs((expected,), (answer,)))


def pairs(one: Sequence[Samples], other: Sequence[Samples]) -> Iterator[tuple[Ball, Ball]]:
    """Yield the values of two lists, tree by tree, at each point in turn: those that there are, of trees
    without jumps.
    """
    both = [pair for pair in zip(one, other, strict=True) if pair[0].steady and pair[1].steady]
    for index in range(len(one[0].where.places)):
        for mine, yours in both:
            ours, theirs = mine.at(index), yours.at(index)
            if ours is not None and theirs is not None:
                yield ours, theirs


def _apart(one: Samples, other: Samples) -> bool:
    ours, theirs = one.first, other.first
    if ours is None or theirs is None or ours.overlaps(theirs):
        return one.node != other.node and _apart_further(one, other)
    return one.steady and other.steady


def _apart_further(one: Samples, other: Samples) -> bool:
    return any(not ours.overlaps(theirs) for ours, theirs in pairs((one,), (other,)))


@lru_cache(maxsize=256)
def _allowed(accuracy: Itself) -> tuple[Ball, Ball]:
    """No less than the share of the right value, and the distance, that an answer may be off."""
    found: Accuracy = accuracy.node
    place = Fraction(10) ** (1 - found.digits) if found.digits else Fraction(0)
    return exact_ball(max(found.relative, place)), exact_ball(found.absolute)
