"""Rational numbers added, multiplied and divided in whole numbers: quicker than by Fractions, and the same."""

from __future__ import annotations

from collections.abc import Callable
from math import gcd

from quizengine.maths.normalise.surds import LIMIT
from quizengine.maths.tree import Negative, Node, Number

Ratio = tuple[int, int]  # a numerator, and a denominator above 0


def ratio_of(node: Node) -> Ratio | None:
    """Return numerator and denominator of a rational number as normalising writes it; None for all else."""
    if type(node) is Number:
        return node.numerator, node.denominator
    if type(node) is Negative and type(node.operand) is Number:
        return -node.operand.numerator, node.operand.denominator
    return None


def folded(parts: tuple[Node, ...], rule: Callable[[Ratio, Ratio], Ratio]) -> Node | None:
    """Return what two or more rational numbers come to by a rule, as most sums and products of a draw; None where one
    is no such number, where it becomes too long, and where `rule` divides by zero.
    """
    found: Ratio | None = None
    for part in parts:
        ratio = ratio_of(part)
        if ratio is None:
            return None
        if found is None:
            found = ratio
            continue
        top, bottom = rule(found, ratio)
        if not bottom:
            return None
        common = gcd(top, bottom)
        found = top // common, bottom // common
        if abs(found[0]) >= LIMIT or found[1] >= LIMIT:
            return None
    if found is None or len(parts) == 1:
        return None
    number = Number(abs(found[0]), found[1])
    return Negative(number) if found[0] < 0 else number


def added(one: Ratio, other: Ratio) -> Ratio:
    """Return one + other, not in lowest terms."""
    return one[0] * other[1] + other[0] * one[1], one[1] * other[1]


def multiplied(one: Ratio, other: Ratio) -> Ratio:
    """Return one·other, not in lowest terms."""
    return one[0] * other[0], one[1] * other[1]


def divided(top: Ratio, bottom: Ratio) -> Ratio:
    """Return top/bottom, not in lowest terms; its denominator is 0 where `bottom` is."""
    sign = -1 if bottom[0] < 0 else 1
    return sign * top[0] * bottom[1], abs(bottom[0]) * top[1]
