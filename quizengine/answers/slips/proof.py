"""Proofs that an answer is some function of the key."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from flint import arb, fmpq

from quizengine.answers.deciding import coefficients, decimals
from quizengine.answers.deciding.numeric import sample, signed, value_at
from quizengine.answers.setting import Setting
from quizengine.maths.same import same
from quizengine.maths.tree import Negative, Node, Number, Product, Relation, Vector, variables

_POINTS = 6
_LARGEST = 1_000  # numerator and denominator of a factor that is looked for
LARGEST = 12  # numerator and denominator of a factor that a slip may have made


def equal(expected: Node, answer: Node, setting: Setting) -> bool:
    """Would `answer` be right if `expected` were the key: equal, or as near as the item's accuracy allows?"""
    if isinstance(answer, Vector | Relation):
        return False
    names = tuple(dict.fromkeys((*setting.variables, *variables(expected), *variables(answer))))
    if same(expected, answer, names, setting.domain).equal:
        return True
    return not setting.accuracy.exact and coefficients.within(expected, answer, setting)


def all_equal(expected: Sequence[Node], answers: Sequence[Node], setting: Setting) -> bool:
    """Are all components equal, one by one?"""
    pairs = zip(expected, answers, strict=False)
    return len(expected) == len(answers) and all(equal(wanted, answer, setting) for wanted, answer in pairs)


def about(expected: Sequence[Node], answers: Sequence[Node], setting: Setting) -> bool:
    """Are all components equal, or decimals of three or more figures to which the expected ones can be rounded?"""
    pairs = zip(expected, answers, strict=False)
    return len(expected) == len(answers) and all(
        equal(wanted, answer, setting) or decimals.rounds_to(wanted, answer) for wanted, answer in pairs
    )


def factor(key: tuple[Node, ...], answer: tuple[Node, ...], setting: Setting) -> Fraction | None:
    """The one rational number c with answer = c·key in every component, not 0 or 1; None if there is none."""
    guess = next(filter(None, (_guess(k, a, setting) for k, a in zip(key, answer, strict=True))), None)
    if guess is None or guess == 1:
        return None
    return guess if all_equal(times(guess, key), answer, setting) else None


def times(factor: Fraction, items: Sequence[Node]) -> tuple[Node, ...]:
    """Every one of `items` times `factor`, for comparing."""
    c = Number(factor.numerator, factor.denominator)
    return tuple(Product((c, item)) for item in items)


def _guess(key: Node, answer: Node, setting: Setting) -> Fraction | None:
    """answer/key at the first point where it is a simple rational number, or near one where decimals will do."""
    for point in sample(setting, _POINTS):
        ours, theirs = value_at(key, point), value_at(answer, point)
        if ours is not None and theirs is not None and signed(ours):
            return _simple(theirs / ours, setting.accuracy.exact)
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


def negative(node: Node) -> Node:
    """-node, for comparing."""
    return node.operand if isinstance(node, Negative) else Negative(node)


def replaced(items: tuple[Node, ...], place: int, instead: Node) -> tuple[Node, ...]:
    """`items` with one of them replaced."""
    return (*items[:place], instead, *items[place + 1 :])


def left_out(items: tuple[Node, ...], place: int) -> tuple[Node, ...]:
    """`items` without one of them."""
    return (*items[:place], *items[place + 1 :])
