"""What a tree is worth at a point, whether two are equal there: mpmath at 70 digits, far more where needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from mpmath import mp, mpf

from .balls import NEVER, Ball, Balls, Imprecise, Unusable, either, size
from .expr import Expr, children, literal, number, put, read

BITS = 240
MOST_BITS = 40_000
Point = dict[str, Fraction]

#: Functions that are written with others.
WRITTEN = {
    head: read(body)
    for head, body in {
        "sec": "1/cos(u)", "csc": "1/sin(u)", "cot": "cos(u)/sin(u)", "sech": "1/cosh(u)", "csch": "1/sinh(u)",
        "coth": "cosh(u)/sinh(u)", "log_2": "ln(u)/ln(2)", "log_10": "ln(u)/ln(10)", "tan": "sin(u)/cos(u)",
        "acosh": "ln(u + sqrt(u - 1)*sqrt(u + 1))", "atanh": "ln((1 + u)/(1 - u))/2",
    }.items()
}  # fmt: skip


def _step(b: Balls, a: Ball) -> Ball | None:
    sign = b.sign(a)
    return None if sign == 0 else b.number(Fraction(sign > 0))


def _larger(b: Balls, x: Ball, y: Ball) -> Ball:
    return max(x[0], y[0]), either(x[1], y[1])


def _sinh(b: Balls, a: Ball, sign: int) -> Ball:
    up, down = b.exp(a), b.exp(b.neg(a))
    return b.mul(b.number(Fraction(1, 2)), b.add(up, down) if sign > 0 else b.sub(up, down))


def _softplus(b: Balls, a: Ball) -> Ball | None:
    return b.ln(b.add(b.number(Fraction(1)), b.exp(a)))


ZERO = (mpf(0), NEVER)
HEADS: dict[str, Callable[..., Ball | None]] = {
    "+": Balls.add, "-": Balls.sub, "*": Balls.mul, "/": Balls.div, "neg": Balls.neg, "exp": Balls.exp, "ln": Balls.ln,
    "sqrt": lambda b, a: b.root(a, 2), "cbrt": lambda b, a: b.root(a, 3), "abs": lambda b, a: (abs(a[0]), a[1]),
    "sign": lambda b, a: b.number(Fraction(b.sign(a))), "step": _step, "relu": lambda b, a: _larger(b, a, ZERO),
    "max": _larger, "min": lambda b, x, y: b.neg(_larger(b, b.neg(x), b.neg(y))),
    "sin": lambda b, a: b.wave(mp.sin, a), "cos": lambda b, a: b.wave(mp.cos, a),
    "atan": lambda b, a: b.flattening(mp.atan, a, 2), "asinh": lambda b, a: b.flattening(mp.asinh, a, 1),
    "tanh": lambda b, a: b.saturating(mp.tanh, a), "sinh": lambda b, a: _sinh(b, a, -1),
    "cosh": lambda b, a: _sinh(b, a, 1), "softplus": _softplus,
    "sigmoid": lambda b, a: b.div(b.number(Fraction(1)), b.add(b.number(Fraction(1)), b.exp(b.neg(a)))),
    "asin": lambda b, a: b.arc(mp.asin, a), "acos": lambda b, a: b.arc(mp.acos, a),
}  # fmt: skip


@dataclass(frozen=True)
class Tape:
    """Trees as one list of steps, each equal part once; `roots` are the places of the trees, `bends` of what bends."""

    steps: tuple[tuple[str, tuple[int, ...], Fraction | str | None], ...]
    roots: tuple[int, ...]
    bends: tuple[Expr, ...]


def tape(*trees: Expr) -> Tape:
    steps: list[tuple[str, tuple[int, ...], Fraction | str | None]] = []
    known: dict[Expr, int] = {}
    bends: dict[Expr, None] = {}

    def place(tree: Expr) -> int:
        if tree in known:
            return known[tree]
        bends.update(dict.fromkeys(_bend(tree)))
        if tree.op in WRITTEN:
            index = place(put(WRITTEN[tree.op], {"u": tree.args[0]}))
            known[tree] = index
            return index
        value = literal(tree.args[1]) if tree.op == "^" else None
        if tree.op in ("name", "number"):
            steps.append((tree.op, (), tree.args[0]))
        elif tree.op == "^" and value is not None:
            steps.append(("power", (place(tree.args[0]),), value))
        else:
            steps.append((tree.op, tuple(map(place, children(tree))), None))
        known[tree] = len(steps) - 1
        return known[tree]

    roots = tuple(map(place, trees))
    return Tape(tuple(steps), roots, tuple(bends))


def _bend(tree: Expr) -> list[Expr]:
    """What changes its sign where the tree bends or jumps."""
    if tree.op in ("abs", "sign", "step", "relu"):
        return [tree.args[0]]
    if tree.op in ("max", "min"):
        return [tree.args[0] - tree.args[1]]
    if tree.op == "sqrt" and tree.args[0].op == "^" and tree.args[0].args[1] == number(2):
        return [tree.args[0].args[0]]
    return [tree.args[0]] if tree.op in ("sqrt", "ln") else []


def worth(line: Tape, point: Point, balls: Balls) -> list[Ball | None]:
    """The worth of each step at a point."""
    values: list[Ball | None] = []
    for op, places, given in line.steps:
        if op == "number":
            values.append(balls.number(given))  # type: ignore[arg-type]
        elif op == "name":
            values.append(_named(str(given), point, balls))
        else:
            args = [values[place] for place in places]
            if None in args:
                values.append(None)
            elif op == "power":
                values.append(balls.fixed_power(args[0], given))  # type: ignore[arg-type]
            elif op == "^":
                values.append(balls.power(*args))  # type: ignore[arg-type]
            else:
                values.append(HEADS[op](balls, *args))
    return values


def _named(letter: str, point: Point, balls: Balls) -> Ball:
    if letter in point:
        return balls.number(point[letter])
    constant = +mp.pi if letter == "pi" else +mp.e
    return constant, float(2 - balls.bits)


def at(line: Tape, point: Point) -> tuple[str, float] | None:
    """How key and answer (the two roots) stand at a point: "equal", "differ", "gap" (only the key has a value),
    "open" (the key has none); with log2 of the difference. None where nothing in reach can tell."""
    bits = BITS
    for _ in range(3):
        balls = Balls(bits)
        try:
            with mp.workprec(bits):
                key, answer = (worth(line, point, balls)[root] for root in line.roots)
                told, gap = _compare(key, answer, balls)
        except Imprecise:
            told, gap = "", 0.0
        except Unusable:
            return None
        wanted = int(2 * balls.spread + 2 * BITS)
        settled = not balls.assumed and (told != "equal" or balls.spread < BITS / 4)
        if told and (settled or bits >= wanted):
            return told, gap
        if wanted <= bits:
            wanted = 2 * bits
        if wanted > MOST_BITS:
            return None
        bits = wanted
    return None


def _compare(key: Ball | None, answer: Ball | None, balls: Balls) -> tuple[str, float]:
    if key is None:
        return "open", 0.0
    if answer is None:
        return "gap", 0.0
    value, error = key[0] - answer[0], either(key[1], answer[1])
    if size(value) > error + 8:
        return "differ", size(value)
    if error > max(size(key[0]), 0) - balls.bits / 3:
        raise Imprecise
    return "equal", NEVER


def rough(line: Tape, point: Point) -> float | None:
    """A rough value of the tape's first tree, for looking for its zeros."""
    balls = Balls(80)
    try:
        with mp.workprec(80):
            value = worth(line, point, balls)[line.roots[0]]
    except (Imprecise, Unusable):
        return None
    return None if value is None or size(value[0]) > 1000 else float(value[0])
