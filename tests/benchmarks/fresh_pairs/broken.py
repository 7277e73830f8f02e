"""Places where an answer is spoilt, or only looks so: hidden zeros, gaps, drowned pieces, jumps."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction

from .expr import Expr, name, number, put, read
from .laws import NUMBERS, law, sections
from .rewrite import naturally, ranged, rewritten
from .settings import Setting, argument, far, function, loose, numbers
from .truth import Point

ROWS = sections("zeros.txt", "gaps.txt", "pieces.txt", "jumps.txt")
TREES = {title: [(row, read(row)) for row in rows if " = " not in row] for title, rows in ROWS.items()}
LAWS = {title: [(row, law(row)) for row in rows if " = " in row] for title, rows in ROWS.items()}


@dataclass(frozen=True)
class Spoilt:
    """An answer made anew, whether it is still right, and where to look; `key`, of A, where both change."""

    answer: Expr
    right: bool
    kind: str
    hints: tuple[Point, ...] = ()
    key: Expr | None = None


def zero(at: Setting, rng: random.Random) -> Expr:
    """Something that is zero everywhere on the domain, hidden."""
    chance = rng.random()
    if chance < 0.25:
        left, right = rng.choice(NUMBERS)
    elif chance < 0.4:
        left = function(at, rng)
        right = naturally(left, rng, rng.randint(1, 3))
    elif chance < 0.8:
        left, right = ranged(at, rng)
    else:
        u, w = argument("real", at, rng), loose(at, rng)
        rows = (
            "(u + 1)^2 = u^2 + 2*u + 1",
            "u = u",
            "(u + w)*(u - w) = u^2 - w^2",
            "w*(u + 2) = u*w + 2*w",
            "u + w = w + u",
        )
        left, right = law(rng.choice(rows))
        left, right = (put(side, {"u": u, "w": w}) for side in (left, right))
    z = left - right if rng.random() < 0.7 else right - left
    again = rng.choice(
        ("z",) * 8
        + ("3*z", "z^2", "sin(z)", "exp(z) - 1", "z/(1 + x^2)", "ln(1 + z)", "-z", "abs(z)", "z*x", "2^z - 1")
    )
    return put(read(again), {"z": z, "x": name(rng.choice(at.letters))})


def with_zero(answer: Expr, at: Setting, rng: random.Random, right: bool) -> Spoilt:
    title = (
        "right with a zero" if right else "no value with a zero" if rng.random() < 0.93 else "another value with a zero"
    )
    row, tree = rng.choice(TREES[title])
    places = {"A": answer, "z": zero(at, rng), "x": name(rng.choice(at.letters))}
    return Spoilt(put(tree, places), right, f"zero: {row}")


def turning(at: Setting, rng: random.Random) -> tuple[Expr, tuple[Point, ...]]:
    """Something that has both signs on the domain, and places on each side."""
    letter = rng.choice(at.letters)
    place = far(letter, at, rng)
    if at.ranges[letter] == (None, None) and rng.random() < 0.5:
        place = Fraction(0)
    v, m = name(letter), number(place)
    forms = ["v - m", "v - m", "v - m", "m - v", "2*v - 2*m", "(v - m)*3", "(v - m)^3"]
    low = at.ranges[letter][0]
    if low is None:
        forms += ["sinh(v - m)", "exp(v - m) - 1", "tanh(v - m)", "atan(v - m)"]
    elif low >= 0:
        forms += ["v^2 - m^2", "ln(v/m)", "sqrt(v) - sqrt(m)", "v - m^2/v"]
    step = Fraction(1, 200)
    hints = tuple({letter: place + side * step * (1 + i)} for i in range(3) for side in (1, -1))
    if len(at.letters) > 1 and rng.random() < 0.25:
        return loose(at, rng) - loose(at, rng), hints
    return put(read(rng.choice(forms)), {"v": v, "m": m if place else number(0)}), hints


def with_gap(answer: Expr, at: Setting, rng: random.Random) -> Spoilt:
    """A gap in an open part of the domain."""
    if rng.random() < 0.25:
        return in_a_box(answer, at, rng)
    u, hints = turning(at, rng)
    if rng.random() < 0.3:
        row, tree = rng.choice(TREES["lost where u > 0"])
        return Spoilt(put(tree, {"A": answer, "u": u}), False, f"gap: {row}", hints)
    first, d = rng.choice(TREES["zero where u < 0"])
    row, tree = rng.choice(TREES["lost where d is 0"])
    d = put(d, {"u": u})
    if rng.random() < 0.2:
        d = d + zero(at, rng)
    elif rng.random() < 0.4:
        d = rewritten(d, at, rng, 1)
    return Spoilt(put(tree, {"A": answer, "d": d}), False, f"gap: {row} with {first}", hints)


def in_a_box(answer: Expr, at: Setting, rng: random.Random) -> Spoilt:
    letter = rng.choice(at.letters)
    place, half = far(letter, at, rng), Fraction(1, rng.choice((4, 10, 100, 1000)))
    row, tree = rng.choice(TREES["gone in a box"])
    places = {"A": answer, "v": name(letter), "m": number(place), "h": number(half)}
    hints = tuple({letter: place + half * Fraction(k, 7)} for k in (1, -2, 9, -11, 30))
    return Spoilt(put(tree, places), False, f"box: {row}", hints)


def with_harmless_gap(answer: Expr, at: Setting, rng: random.Random) -> Spoilt:
    """What is divided by vanishes only where that does not matter."""
    chance = rng.random()
    if chance < 0.5:
        u = argument("positive", at, rng)
        first, d = rng.choice(TREES["zero where u < 0"])
    elif chance < 0.6:
        u = Expr("neg", (argument("positive", at, rng),))
        row, tree = rng.choice(TREES["lost where u > 0"])
        return Spoilt(put(tree, {"A": answer, "u": u}), True, f"no gap: {row}")
    else:
        u = turning(at, rng)[0]
        first, d = rng.choice(
            [("u", name("u")), ("u^2", read("u^2")), ("sin(u)", read("sin(u)")), ("u^3", read("u^3"))]
        )
        row = rng.choice(("A*d/d", "A + 0/d", "A + 1/d - 1/d", "A*(d/d)", "A/(d/d)", "A*d^2/d^2", "A + 0*ln(d^2)"))
        return Spoilt(put(read(row), {"A": answer, "d": put(d, {"u": u})}), True, f"no gap: {row} with {first}")
    row, tree = rng.choice(TREES["lost where d is 0"])
    return Spoilt(put(tree, {"A": answer, "d": put(d, {"u": u})}), True, f"no gap: {row} with {first}")


def in_place(answer: Expr, at: Setting, rng: random.Random, title: str) -> Spoilt:
    """Key and answer both get one side of a row whose two sides part where u < 0."""
    row, sides = rng.choice(LAWS[title])
    u, hints = turning(at, rng)
    left, right = (put(side, {"u": u}) for side in sides)
    how = read(rng.choice(("A + B", "A*B", "A - B", "B", "B/(1 + A^2)")))
    new = put(how, {"A": answer, "B": right})
    return Spoilt(new, False, f"{title}: {row}", hints, put(how, {"B": left}))


def with_piece(answer: Expr, at: Setting, rng: random.Random, right: bool) -> Spoilt:
    """Something that is zero but far out, or but in a small box; `right` if that lies outside the domain."""
    letter, other = rng.choice(at.letters), rng.choice(at.letters)
    titles = ["pieces", "pieces", "pieces in two variables"] if letter != other else ["pieces"]
    row, tree = rng.choice(TREES[rng.choice(titles)])
    place, second = far(letter, at, rng), far(other, at, rng)
    half = Fraction(1, rng.choice((2, 20, 1000, 10**4, 10**6)))
    small = read(rng.choice(("1", "1", "1/1000", "10^(-12)", "exp(-30)", "5")))
    _, high = at.ranges[letter]
    if right and high is not None:
        place = high + 3
    elif right:
        return Spoilt(
            answer + put(read("relu(v - m)*relu(m - h - v)"), _named(letter, place, half)), True, "empty piece"
        )
    places = {**_named(letter, place, half), "w": name(other), "n": number(second), "k": small}
    piece = put(tree, places)
    spots = ((half / 7, half / 5), (3 * half, 2 * half), (Fraction(2), Fraction(2)))
    hints = tuple({other: second + dy, letter: place + dx} for dx, dy in spots)
    if rng.random() < 0.4:
        where, sides = rng.choice(LAWS["drowning"])
        key, new = (put(side, {"P": piece, "v": name(letter), "w": name(other)}) for side in sides)
        return Spoilt(put(new, {"A": answer}), right, f"piece: {where} with {row}", hints, key)
    where, how = rng.choice(TREES["where a piece goes"])
    return Spoilt(put(how, {"A": answer, "P": piece}), right, f"piece: {where} with {row}", hints)


def _named(letter: str, place: Fraction, half: Fraction) -> dict[str, Expr]:
    return {"v": name(letter), "m": number(place), "h": number(half)}


def with_jump(answer: Expr, at: Setting, rng: random.Random, right: bool) -> Spoilt:
    title = "jumps alike" if right else "jumps apart"
    row, sides = rng.choice(LAWS[title])
    letters = [name(letter) for letter in rng.sample(at.letters, len(at.letters))]
    u, v = [*letters, argument("real", at, rng)][:2]
    if rng.random() < 0.4:
        u = argument("real", at, rng)
    places = {"u": u, "v": v, **numbers(rng)}
    how = read(rng.choice(("A + B", "A*B", "B", "A*(1 + B)", "max(A, B)", "exp(B)*A")))
    left, new = (put(side, places) for side in sides)
    return Spoilt(put(how, {"A": answer, "B": new}), right, f"{title}: {row}", (), put(how, {"B": left}))
