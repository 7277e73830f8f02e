"""Whether an answer is right, by looking at many points: near, far, at the ends, and on both sides of all that bends.

A set without interior does not count: where the two disagree, they must disagree all around.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from .expr import Expr, components, names_of, number, put
from .oracle import Point, Tape, at, rough, tape

Range = tuple[Fraction | None, Fraction | None]
Ranges = dict[str, Range]

ORDINARY, FAR, TINY = 14, 5, 3
AROUND = 3
MOST_BENDS = 8
BESIDE = (Fraction(1, 2**40), Fraction(1, 2**14), Fraction(1, 64), Fraction(1, 3))


@dataclass(frozen=True)
class Found:
    """The oracle's word: right or not (None: it cannot tell), a point that shows it, how many points told something."""

    right: bool | None
    point: Point | None
    told: int


def differ(key: str, answer: str, point: Point) -> bool | None:
    """Whether two texts have different values at a point, or the answer none; None where it cannot be told."""
    # As numbers, for an exponent that is a whole number here by chance may have a negative base.
    here = {letter: number(value) for letter, value in point.items()}
    both = zip(components(key), components(answer), strict=True)
    told = [at(tape(put(ours, here), put(theirs, here)), {}) for ours, theirs in both]
    if any(found is not None and found[0] in ("differ", "gap") for found in told):
        return True
    return None if None in told else False


def dyadic(value: Fraction | float, bits: int = 60) -> Fraction:
    return Fraction(round(Fraction(value) * 2**bits), 2**bits)


def pick(rng: random.Random, within: Range, scale: float) -> Fraction:
    """A point of a range; `scale` says how large, and with two ends how near to one of them."""
    low, high = within
    if low is not None and high is not None:
        share = Fraction(rng.random()) * (1 if scale >= 1 else Fraction(scale))
        return dyadic(low + (high - low) * (share if rng.random() < 0.5 else 1 - share))
    size = Fraction(rng.random() + 2.0**-30) * Fraction(scale)
    if low is not None:
        return dyadic(low + size)
    return dyadic(high - size if high is not None else size if rng.random() < 0.5 else -size)


def inside(point: Point, ranges: Ranges) -> bool:
    return all(
        (low is None or point[letter] > low) and (high is None or point[letter] < high)
        for letter, (low, high) in ranges.items()
    )


def anywhere(rng: random.Random, ranges: Ranges) -> Iterator[Point]:
    scales = [3.0] * ORDINARY + [12, 40, 150, 900, 2500][:FAR] + [0.01, 1e-4, 0.3][:TINY]
    for scale in scales:
        yield {letter: pick(rng, within, scale) for letter, within in ranges.items()}


def around_bends(rng: random.Random, bends: tuple[Expr, ...], ranges: Ranges) -> Iterator[Point]:
    """Along lines: points beside the zeros of all that bends, and halfway between neighbouring zeros."""
    lines = [(tape(bend), sorted(names_of(bend) & set(ranges))) for bend in bends]
    moving = sorted(set().union(*(letters for _, letters in lines)))
    for letter in rng.sample(moving * 3, min(3, 3 * len(moving))):
        start = {name: pick(rng, within, 3) for name, within in ranges.items()}
        found = [zero_along(line, letter, start) for line, letters in lines if letter in letters]
        zeros = sorted({zero for zero in found if zero is not None})
        halves = [(a + b) / 2 for a, b in itertools.pairwise(zeros)]
        beside = [
            zero + side * step for zero in zeros for side, step in zip((1, -1), rng.sample(BESIDE, 2), strict=True)
        ]
        for value in halves + beside:
            point = {**start, letter: dyadic(value)}
            if inside(point, ranges):
                yield point


def zero_along(line: Tape, letter: str, start: Point) -> Fraction | None:
    """Where the tape's tree is zero along one variable, by secants."""
    a, b = start[letter], start[letter] + Fraction(1, 2)
    first = rough(line, {**start, letter: a})
    for _ in range(9):
        second = rough(line, {**start, letter: b})
        if first is None or second is None or first == second or abs(b) > 10**5:
            return None
        if second == 0 or abs(b - a) < Fraction(1, 2**40):
            return b
        a, b = b, dyadic(b - Fraction(second) * (b - a) / (Fraction(second) - Fraction(first)))
        first = second
    return None


def shows(line: Tape, point: Point, ranges: Ranges, rng: random.Random) -> str | None:
    """ "no" where key and answer disagree at the point and all around, else what stands there."""
    there = at(line, point)
    if there is None or there[0] in ("open", "equal"):
        return there and there[0]
    for _ in range(AROUND):
        near = {letter: dyadic(v + (Fraction(rng.random()) - Fraction(1, 2)) / 2**34) for letter, v in point.items()}
        if inside(near, ranges):
            around = at(line, near)
            if around is None or around[0] not in ("gap", "differ"):
                return "border"
    return "no"


def judge(
    key: tuple[Expr, ...], answer: tuple[Expr, ...], ranges: Ranges, hints: list[Point], rng: random.Random
) -> Found:
    """The oracle's word on an answer; `hints` are points that the construction finds interesting."""
    told = 0
    for k, a in zip(key, answer, strict=True):
        if k == a:
            told += 1
            continue
        line = tape(k, a)
        equal = 0
        for point in hinted(hints, line, ranges, rng):
            word = shows(line, point, ranges, rng)
            if word == "no":
                return Found(False, point, told + 1)
            equal += word == "equal"
        if equal < 4:
            return Found(None, None, told)
        told += equal
    return Found(True, None, told)


def hinted(hints: list[Point], line: Tape, ranges: Ranges, rng: random.Random) -> Iterator[Point]:
    everywhere = {letter: pick(rng, within, 2) for letter, within in ranges.items()}
    yield from ({**everywhere, **hint} for hint in hints if inside({**everywhere, **hint}, ranges))
    yield from anywhere(rng, ranges)
    yield from around_bends(rng, line.bends[:MOST_BENDS], ranges)
