"""Equal ways to write an answer, by the laws; and changes in one place that make it wrong."""

from __future__ import annotations

import random
from fractions import Fraction

from .derive import tidy
from .expr import Expr, match, name, number, places, put, read, replace, size
from .laws import NATURAL, NUMBERS, RANGED, REWRITINGS, WRAPPINGS, Law
from .settings import Setting, argument

LONGEST = 90


def rewritten(tree: Expr, at: Setting, rng: random.Random, times: int) -> Expr:
    """Rewritten in some places; the same where no law fits."""
    for _ in range(times):
        new = once(tree, at, rng)
        tree = new if size(new) <= LONGEST else tree
    return tree


def once(tree: Expr, at: Setting, rng: random.Random) -> Expr:
    chance = rng.random()
    path, part = rng.choice([(path, part) for path, part in places(tree) if not exponent(tree, path)])
    if chance < 0.08:
        return replace(tree, path, put(rng.choice(WRAPPINGS), {"a": part}))
    if chance < 0.12:
        left, right = rng.choice(NUMBERS)
        return replace(tree, path, rng.choice((part + left - right, part * left / right, part - (right - left))))
    if chance < 0.18:
        left, right = ranged(at, rng)
        return replace(tree, path, rng.choice((part + left - right, part - right + left)))
    return by_law(tree, REWRITINGS, rng)


def naturally(tree: Expr, rng: random.Random, times: int) -> Expr:
    """Rewritten as learners do."""
    for _ in range(times):
        new = tidy(by_law(tree, NATURAL, rng))
        tree = new if size(new) <= LONGEST else tree
    return tree


def by_law(tree: Expr, laws: list[Law], rng: random.Random) -> Expr:
    """Rewritten in one place by one of these laws; inside a function as often as in a sum or product."""
    fitting = []
    for path, part in places(tree):
        if exponent(tree, path):
            continue
        for left, right in laws:
            if left.op == part.op:
                found: dict[str, Expr] = {}
                if match(left, part, found):
                    fitting.append((path, put(right, found)))
    heads = [(path, new) for path, new in fitting if part_at(tree, path).op not in "+-*/^"]
    if not fitting:
        return tree
    return replace(tree, *rng.choice(heads if heads and rng.random() < 0.5 else fitting))


def part_at(tree: Expr, path: tuple[int, ...]) -> Expr:
    for index in path:
        tree = tree.args[index]
    return tree


def exponent(tree: Expr, path: tuple[int, ...]) -> bool:
    """Whether the way leads through the exponent of a power, which stays as it is."""
    for index in path:
        if tree.op == "^" and index == 1:
            return True
        tree = tree.args[index]
    return False


def ranged(at: Setting, rng: random.Random) -> tuple[Expr, Expr]:
    """Both sides of a law that holds on this domain."""
    within = rng.choice(list(RANGED))
    left, right = rng.choice(RANGED[within])
    inner = {"a": argument(within, at, rng)}
    return put(left, inner), put(right, inner)


SWAPS = {
    "sin": "cos", "cos": "sin", "exp": "cosh", "sinh": "cosh", "tanh": "atan", "atan": "tanh", "relu": "abs",
    "abs": "relu", "max": "min", "min": "max", "sigmoid": "tanh", "softplus": "relu", "sign": "step", "step": "sign",
    "ln": "log_2", "sqrt": "cbrt", "asin": "acos", "acos": "asin", "cosh": "sinh", "asinh": "atan",
}  # fmt: skip
ADDED = (
    "1",
    "exp(-40)",
    "10^(-12)",
    "10^(-30)",
    "1/1000",
    "x",
    "x^2/10^6",
    "exp(-x^2 - 30)",
    "10^(-9)*x*sin(x)",
    "pi - 22/7",
)
SCALED = (
    "1001/1000",
    "2",
    "-1",
    "1/2",
    "1 + 10^(-9)",
    "1 + exp(-50)",
    "1 + x/10^6",
    "sign(x)",
    "step(x)",
    "tanh(40 + x^2)",
)


def changed(tree: Expr, at: Setting, rng: random.Random) -> tuple[Expr, str]:
    """A change in one place, and its name. It may happen to change nothing."""
    path, part = rng.choice(list(places(tree)))
    letter = name(rng.choice(at.letters))
    how = rng.choice(("swap", "swap", "number", "number", "letter", "add", "scale", "drop", "sign", "drop"))
    options = list(places(tree))
    if how == "swap" and (heads := [(p, t) for p, t in options if t.op in SWAPS]):
        path, part = rng.choice(heads)
        return replace(tree, path, Expr(SWAPS[part.op], part.args)), "another function"
    if how == "number" and (numbers := [(p, t) for p, t in options if t.op == "number"]):
        path, part = rng.choice(numbers)
        step = rng.choice((1, -1, 2, Fraction(1, 2)))
        return replace(tree, path, number(part.args[0] + step)), "another number"
    if how == "letter" and len(at.letters) > 1 and (names := [(p, t) for p, t in options if t.args[0] in at.letters]):
        path, part = rng.choice(names)
        return replace(tree, path, name(rng.choice([v for v in at.letters if v != part.args[0]]))), "another variable"
    if how == "drop" and (sums := [(p, t) for p, t in options if t.op in "+-*/^"]):
        path, part = rng.choice(sums)
        return replace(tree, path, part.args[0]), "a part dropped"
    if exponent(tree, path):
        path, part = (), tree
    if how == "sign":
        return replace(tree, path, Expr("neg", (part,))), "another sign"
    if how == "add":
        return replace(tree, path, part + put(read(rng.choice(ADDED)), {"x": letter})), "a small term"
    return replace(tree, path, put(read(rng.choice(SCALED)), {"x": letter}) * part), "a factor"
