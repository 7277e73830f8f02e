"""How many bits deep a difference may hide: x + e^(-1000) and x agree to 1,442 bits, and are not equal."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from flint import arb

from quizengine.maths.equality.at_point import LADDER, place
from quizengine.maths.equality.domain import Coordinates
from quizengine.maths.evaluate import Ball, Undefined, Unsure, ball, precision, rational_exponent
from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.tree import Call, Name, Node, Number, Power, children, rebuild, walk

_TINY = arb((1, -2_000))  # less than a zero that is not exact is known to at the deepest rung


def bits_deep(point: Coordinates, *nodes: Node) -> int | None:
    """Return the most bits that a number written in `nodes`, or a value met on the way at `point`, reaches from 1.

    None where a value is too large or too small to count on, or cannot be told.
    """
    deepest = sum(
        part.numerator.bit_length() + part.denominator.bit_length()
        for node in nodes
        for part in walk(node)
        if isinstance(part, Number)
    )
    for node in nodes:
        found = _measured(node, point)
        if found is None:
            return None
        deepest = max(deepest, *found)
    return deepest


def _measured(node: Node, point: Coordinates) -> list[int] | None:
    """The depths of all values on the way to that of `node`, on the first rung on which there is one."""
    for bits in LADDER:
        with precision(bits):
            found: list[int] = []
            try:
                _measure(node, place(point, bits), found)
            except (Undefined, Unsure):
                continue
            except OverflowError:
                return None
            return found
    return None


def _measure(node: Node, where: Mapping[str, Ball], found: list[int]) -> Ball:
    """The ball of `node`, with the depth of it and of all below it put into `found`."""
    below = children(node)
    values = dict(where)
    names: list[Node] = []
    for number, part in enumerate(below):
        if isinstance(node, Power) and number == 1 and rational_exponent(part) is not None:
            names.append(part)  # the real root of a negative base wants the exponent as it is written
            continue
        values[f"#{number}"] = _measure(part, where, found)
        names.append(Name(f"#{number}"))
    value = ball(rebuild(node, tuple(names)) if below else node, values)
    found.append(_exponent(value))
    if isinstance(node, Call) and (tail := _tail(node)):
        found.append(tail * ceil(float(abs(values["#0"]).upper())))
    return value


def _tail(call: Call) -> int:
    """By how many bits for each unit of its argument a function comes nearer to a limit; OverflowError if not told."""
    tail = FUNCTIONS[call.function].tail
    if tail is None:
        raise OverflowError
    return tail


def _exponent(value: Ball) -> int:
    """How far |value| is from 1, in bits; 0 for zero; OverflowError where it may be zero and is not proven to be."""
    size = abs(value)
    if size.is_zero():
        return 0
    if not size > 0:
        if size.upper() < _TINY:
            raise OverflowError
        return 0
    logarithm = abs(size.log() / arb(2).log()).upper()
    if not logarithm < 10**9:
        raise OverflowError
    return ceil(float(logarithm))
