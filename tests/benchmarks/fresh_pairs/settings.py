"""What a pair is about: variables, a domain, a key; and arguments that lie in a wanted range there."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .derive import derive, tidy
from .expr import Expr, name, names_of, number, put, read, size
from .laws import sections
from .truth import Ranges

ROWS = sections("functions.txt")
FUNCTIONS = {title: [read(row) for row in ROWS[title]] for title in ("real", "positive", "small")}
LOOSE = [read(row) for row in ROWS["loose arguments"]]
ARGUMENTS: dict[str, list[Expr]] = {}
for _row in ROWS["ranges of arguments"]:
    ARGUMENTS.setdefault(_row.split(": ")[0], []).append(read(_row.split(": ")[1]))

LETTERS = ("xyz", "xyz", "xyz", "wxb", "uvw", "tsr")
LARGEST = 45


@dataclass(frozen=True)
class Setting:
    """The variables, the domain as `compare --jsonl` writes it, and as ranges."""

    letters: tuple[str, ...]
    domain: Any
    ranges: Ranges

    def positive(self, letter: str) -> bool:
        low, _ = self.ranges[letter]
        return low is not None and low >= 0

    def unit(self, letter: str) -> bool:
        low, high = self.ranges[letter]
        return low is not None and high is not None and low >= -1 and high <= 1


def setting(rng: random.Random) -> Setting:
    letters = tuple(rng.choice(LETTERS)[: rng.choice((1, 2, 2, 2, 3))])
    kind = rng.choice(("real", "real", "real", "positive", "positive", "box", "half"))
    if kind in ("real", "positive"):
        return Setting(letters, kind, dict.fromkeys(letters, (Fraction(0) if kind == "positive" else None, None)))
    if kind == "half":
        low = Fraction(rng.choice((-2, 1, 2, 5)))
        ranges: Ranges = dict.fromkeys(letters, (low, None))
    else:
        end = rng.choice(((0, 1), (0, 1), (-1, 1), (Fraction(1, 4), Fraction(3, 4)), (0, 6), (-10, 10), (1, 100)))
        ranges = {letter: (Fraction(end[0]), Fraction(end[1])) for letter in letters}
    written = {letter: [None if end is None else str(end) for end in ends] for letter, ends in ranges.items()}
    return Setting(letters, written, ranges)


def numbers(rng: random.Random) -> dict[str, Expr]:
    return {"p": number(rng.randint(1, 5)), "q": number(rng.randint(1, 7)), "r": number(rng.randint(2, 9))}


def lettered(template: Expr, at: Setting, rng: random.Random) -> Expr:
    """A template with the setting's letters and fresh numbers."""
    chosen = [rng.choice(at.letters) for _ in range(3)] if rng.random() < 0.3 else list(at.letters)
    chosen = (chosen * 3)[:3]
    return tidy(put(template, {**dict(zip("xyz", map(name, chosen), strict=True)), **numbers(rng)}))


def function(at: Setting, rng: random.Random) -> Expr:
    """A function whose gradient might be asked for, here; hardly ever a number."""
    found = _function(at, rng)
    while not names_of(found) and rng.random() < 0.95:
        found = _function(at, rng)
    return found


def _function(at: Setting, rng: random.Random) -> Expr:
    kinds = ["real"]
    if all(map(at.positive, at.letters)):
        kinds += ["positive"]
    if all(map(at.unit, at.letters)):
        kinds += ["small", "small"]
    first = lettered(rng.choice(FUNCTIONS[rng.choice(kinds)]), at, rng)
    if rng.random() < 0.3:
        second = lettered(rng.choice(FUNCTIONS[rng.choice(kinds)]), at, rng)
        return rng.choice((first + second, first - second, first * second))
    if rng.random() < 0.15:
        return put(read(rng.choice(("u^2", "exp(-u)", "ln(1 + u^2)", "sin(u)", "atan(u)", "sigmoid(u)"))), {"u": first})
    return first


def keys(
    at: Setting, rng: random.Random, rewritten: Callable[[Expr], Expr]
) -> tuple[tuple[Expr, ...], tuple[Expr, ...]]:
    """The components of a key, and the same worked out from the function as it is rewritten."""
    f = function(at, rng)
    again = rewritten(f)
    how = rng.choice(("plain", "slope", "slope", "gradient"))
    if how == "plain" or (how == "gradient" and len(at.letters) < 2):
        return (f,), (again,)
    letters = list(at.letters) if how == "gradient" else [rng.choice(at.letters)]
    key = tuple(derive(f, letter) for letter in letters)
    if not any(map(names_of, key)) and rng.random() < 0.95:
        return keys(at, rng, rewritten)
    answer = tuple(derive(again, letter) for letter in letters)
    if sum(map(size, key)) > LARGEST:
        return (f,), (again,)
    return key, answer if sum(map(size, answer)) < 2 * LARGEST else key


def loose(at: Setting, rng: random.Random) -> Expr:
    return lettered(rng.choice(LOOSE), at, rng)


def argument(within: str, at: Setting, rng: random.Random) -> Expr:
    """Something that lies in a range everywhere on the domain."""
    fitting = [letter for letter in at.letters if within == "real" or getattr(at, within, lambda _: False)(letter)]
    if fitting and rng.random() < 0.5:
        return name(rng.choice(fitting))
    return put(rng.choice(ARGUMENTS[within]), {"v": loose(at, rng), **numbers(rng)})


def far(letter: str, at: Setting, rng: random.Random) -> Fraction:
    """A place inside a variable's range: near, odd, or far out."""
    low, high = at.ranges[letter]
    if low is not None and high is not None:
        return low + (high - low) * Fraction(rng.randint(1, 96), 97)
    place = Fraction(rng.choice((1, 2, 3, 7, 20, 50, 100, 300, 1000))) + Fraction(rng.randint(0, 6), 7)
    if low is None:
        return place * rng.choice((1, 1, -1))
    return low + place
