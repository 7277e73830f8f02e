"""Proofs that an answer is some function of the key."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TypeVar

from flint import arb, fmpq

from quizengine.answers.comparison import coefficients, decimals
from quizengine.answers.comparison.sample_values import BITS, Samples, beside, differ, pairs
from quizengine.answers.comparison.values_at_points import sample, signed, value_at
from quizengine.answers.constraints import Constraints
from quizengine.maths.equality import same
from quizengine.maths.evaluate import precision
from quizengine.maths.tree import Negative, Node, Number, Product, Relation, Vector

T = TypeVar("T")
_POINTS = 6
_LARGEST = 1_000  # numerator and denominator of a factor that is looked for
LARGEST = 12  # numerator and denominator of a factor that a slip may have made


def equal(expected: Samples, answer: Samples, constraints: Constraints) -> bool:
    """Would `answer` be right if `expected` were the key: equal, or as near as the item's accuracy allows?

    Of an answer without a value that can be told, where the key has one, nothing is said: all of algebra and every
    precision would be spent on each mistake, in vain.
    """
    if differ(expected, answer, constraints.accuracy) or (expected.told and not answer.told):
        return False
    if isinstance(answer.node, Vector | Relation):
        return False
    names = tuple(dict.fromkeys((*constraints.variables, *expected.names, *answer.names)))
    if same(expected.node, answer.node, names, constraints.domain).equal:
        return True
    return not constraints.accuracy.exact and coefficients.within(expected.node, answer.node, constraints)


def all_equal(expected: Sequence[Samples], answers: Sequence[Samples], constraints: Constraints) -> bool:
    """Return whether all components are equal, one by one."""
    both = zip(expected, answers, strict=False)
    return len(expected) == len(answers) and all(equal(wanted, answer, constraints) for wanted, answer in both)


def read_badly(expected: Sequence[Samples], answers: Sequence[Samples], constraints: Constraints) -> bool:
    """Return whether all answers are as near to what is right as reading off badly may bring them."""
    if not constraints.accuracy.within:
        return False
    both = zip(expected, answers, strict=True)
    return all(decimals.near_miss(wanted.node, answer.node, constraints.accuracy) for wanted, answer in both)


def about(expected: Sequence[Samples], answers: Sequence[Samples], constraints: Constraints) -> bool:
    """Return whether all components are equal, or decimals of three or more figures to which the expected ones can be
    rounded.
    """
    both = zip(expected, answers, strict=False)
    return len(expected) == len(answers) and all(
        equal(wanted, answer, constraints) or decimals.rounds_to(wanted.node, answer.node) for wanted, answer in both
    )


def factor(key: tuple[Samples, ...], answer: tuple[Samples, ...], constraints: Constraints) -> Fraction | None:
    """Return the one rational number c with answer = c·key in every component, not 0 or 1; None if there is none."""
    if constraints.accuracy.exact and not _in_proportion(key, answer):
        return None
    if constraints.accuracy.within and all_equal(times(decimals.HALF, key), answer, constraints):
        return decimals.HALF  # the likeliest; read off, it is near other simple numbers as well
    guess = next(filter(None, (_guess(k.node, a.node, constraints) for k, a in zip(key, answer, strict=True))), None)
    if guess is None or guess == 1:
        return None
    return guess if all_equal(times(guess, key), answer, constraints) else None


def _in_proportion(key: tuple[Samples, ...], answer: tuple[Samples, ...]) -> bool:
    """May `answer` be one number times `key`, as far as the values at a few points tell?"""
    ratio = None
    with precision(BITS):
        for ours, theirs in pairs(key, answer):
            if ratio is None and signed(ours):
                ratio = theirs / ours
            elif ratio is not None and not theirs.overlaps(ratio * ours):
                return False
    return True


@lru_cache(maxsize=1_024)
def times(factor: Fraction, items: tuple[Samples, ...]) -> tuple[Samples, ...]:
    """Return every one of `items` times `factor`, for comparing."""
    c = Number(factor.numerator, factor.denominator)
    return tuple(beside(item, Product((c, item.node))) for item in items)


def _guess(key: Node, answer: Node, constraints: Constraints) -> Fraction | None:
    """answer/key at the first point where it is a simple rational number, or near one where decimals will do."""
    for point in sample(constraints, _POINTS):
        ours, theirs = value_at(key, point), value_at(answer, point)
        if ours is not None and theirs is not None and signed(ours):
            return _simple(theirs / ours, constraints.accuracy.exact)
    return None


def _simple(ratio: arb, exact: bool) -> Fraction | None:
    size = abs(ratio)
    if not (ratio.is_finite() and size < 2 * _LARGEST and size * 2 * _LARGEST > 1):
        return None  # a tower of powers has a ratio of millions of digits
    middle = Fraction(str(ratio.mid().str(50, radius=False)))
    near = middle.limit_denominator(_LARGEST if exact else LARGEST)
    if near == 0 or abs(near.numerator) > _LARGEST:
        return None
    return near if not exact or ratio.overlaps(arb(fmpq(near.numerator, near.denominator))) else None


@lru_cache(maxsize=1_024)
def negative(item: Samples) -> Samples:
    """Return -item, for comparing; kept, since a key is held against many answers."""
    return beside(item, opposite(item.node))


def opposite(node: Node) -> Node:
    """Return -node, for comparing."""
    return node.operand if isinstance(node, Negative) else Negative(node)


def replaced(items: tuple[T, ...], place: int, instead: T) -> tuple[T, ...]:
    """Return `items` with one of them replaced."""
    return (*items[:place], instead, *items[place + 1 :])


def left_out(items: tuple[T, ...], place: int) -> tuple[T, ...]:
    """Return `items` without one of them."""
    return (*items[:place], *items[place + 1 :])
