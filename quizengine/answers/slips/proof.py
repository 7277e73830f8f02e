"""Proofs that an answer is some function of the key."""

from __future__ import annotations

from fractions import Fraction

from flint import arb, fmpq

from quizengine.answers.numeric import sample, signed, value_at
from quizengine.answers.setting import Setting
from quizengine.maths.same import same
from quizengine.maths.tree import Negative, Node, Number, Product, sum_of, variables

_POINTS = 6
_LARGEST = 1_000  # numerator and denominator of a factor that is worth telling


def equal(known: Node, answer: Node, setting: Setting) -> bool:
    """Is it proven, or as good as proven, that `answer` equals `known` wherever that is defined on the domain?

    What is known comes first: it has a value at most points, so that a strange answer is found to differ at once.
    """
    names = tuple(dict.fromkeys((*setting.variables, *variables(known), *variables(answer))))
    return same(known, answer, names, setting.domain).equal is True


def all_equal(left: tuple[Node, ...], right: tuple[Node, ...], setting: Setting) -> bool:
    """Are all components equal, one by one?"""
    return len(left) == len(right) and all(equal(a, b, setting) for a, b in zip(left, right, strict=True))


def is_zero(node: Node, setting: Setting) -> bool:
    """Is it proven that `node` is zero everywhere?"""
    return equal(node, Number(0), setting)


def factor(key: tuple[Node, ...], answer: tuple[Node, ...], setting: Setting) -> Fraction | None:
    """The one rational number c with answer = c·key in every component, not 0 or 1; None if there is none."""
    guess = next(filter(None, (_guess(k, a, setting) for k, a in zip(key, answer, strict=True))), None)
    if guess is None or guess == 1:
        return None
    c = Number(guess.numerator, guess.denominator)
    proven = all(equal(Product((c, k)), a, setting) for k, a in zip(key, answer, strict=True))
    return guess if proven else None


def _guess(key: Node, answer: Node, setting: Setting) -> Fraction | None:
    """answer/key at the first point where it is a simple rational number."""
    for point in sample(setting, _POINTS):
        ours, theirs = value_at(key, point), value_at(answer, point)
        if ours is not None and theirs is not None and signed(ours):
            return _simple(theirs / ours)
    return None


def _simple(ratio: arb) -> Fraction | None:
    size = abs(ratio)
    if not (ratio.is_finite() and size < 2 * _LARGEST and size * 2 * _LARGEST > 1):
        return None  # a tower of powers has a ratio of millions of digits
    middle = Fraction(str(ratio.mid().str(50, radius=False)))
    near = middle.limit_denominator(_LARGEST)
    if near == 0 or abs(near.numerator) > _LARGEST or not ratio.overlaps(arb(fmpq(near.numerator, near.denominator))):
        return None
    return near


def negative(node: Node) -> Node:
    """-node, for comparing."""
    return node.operand if isinstance(node, Negative) else Negative(node)


def without(terms: tuple[Node, ...], place: int, instead: Node) -> Node:
    """The sum of `terms` with one of them replaced."""
    changed = (*terms[:place], instead, *terms[place + 1 :])
    return sum_of(changed)
