"""Our judge beside SymPy's and Math-Verify's, on the same pairs in one run; prints accuracy and times.

    python tests/benchmarks/judges.py [--deadline SECONDS]

Each judge lives in a process of its own that has imported and warmed all it needs; the pairs go round the
judges one by one, so that whatever else the machine does falls on all of them alike. A judge that is not
done by the deadline is killed and started anew. `math-verify` is optional: pip install math-verify.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import multiprocessing
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FILES = [HERE.parent / "maths" / "same" / "hard_pairs.jsonl", HERE / "gradient_answers.jsonl"]
Judge = Callable[[dict[str, Any]], bool | None]


def ours() -> Judge:
    """Key and answer text to the outcome, as a practice session has it, and without SymPy."""
    from quizengine.answers import key_from_text
    from quizengine.answers.setting import EXACT, Accuracy
    from quizengine.errors import Unreadable
    from quizengine.maths.same import Domain

    def judge(row: dict[str, Any]) -> bool | None:
        domain = Domain.positive() if row.get("domain") == "positive" else Domain.real()
        names = tuple(row["variables"]) if "variables" in row else None
        accuracy = EXACT
        if "tol" in row:
            accuracy = Accuracy(0, Fraction(str(row["tol"]["rtol"])), Fraction(str(row["tol"]["atol"])))
        key = key_from_text(None, row["expected"], names, domain, accuracy)
        try:
            outcome = key.judge(key.read(row["student"])).outcome
        except Unreadable:
            return False
        assert "sympy" not in sys.modules
        return None if outcome == "undecided" else outcome == "correct"

    return judge


def _sympy(decide: Callable[[Any, Any], bool | None]) -> Judge:
    import sympy
    from sympy.parsing.sympy_parser import (
        convert_xor,
        implicit_multiplication_application,
        parse_expr,
        standard_transformations,
    )

    how = (*standard_transformations, implicit_multiplication_application, convert_xor)
    words = {"e": sympy.E, "sigmoid": lambda u: 1 / (1 + sympy.exp(-u)), "arctan": sympy.atan}

    def judge(row: dict[str, Any]) -> bool | None:
        symbol = {"positive": True} if row.get("domain") == "positive" else {"real": True}
        names = {name: sympy.Symbol(name, **symbol) for name in row.get("variables", "xyzwb")}
        try:
            key, answer = (parse_expr(row[side], {**words, **names}, how) for side in ("expected", "student"))
        except Exception:
            return False
        if isinstance(key, tuple):
            same_size = isinstance(answer, tuple) and len(answer) == len(key)
            return same_size and all(decide(*pair) for pair in zip(key, answer, strict=True))
        return not isinstance(answer, tuple) and decide(key, answer)

    return judge


def simplify() -> Judge:
    """SymPy: simplify(key - answer) == 0."""
    import sympy

    return _sympy(lambda key, answer: bool(sympy.simplify(key - answer) == 0))


def equals() -> Judge:
    """SymPy: key.equals(answer)."""
    return _sympy(lambda key, answer: key.equals(answer))


def math_verify() -> Judge:
    """Math-Verify, given both sides as LaTeX."""
    from math_verify import parse, verify

    from quizengine.maths.read import Notation, read
    from quizengine.maths.show import show

    def judge(row: dict[str, Any]) -> bool | None:
        notation = Notation(tuple(row.get("variables", "xyzwb")))
        try:
            key, answer = (f"${show(read(row[side], notation).tree, 'latex')}$" for side in ("expected", "student"))
        except Exception:
            return False
        return bool(verify(parse(key), parse(answer)))

    return judge


JUDGES: dict[str, Callable[[], Judge]] = {"quizengine": ours, "sympy simplify": simplify, "sympy equals": equals}
if importlib.util.find_spec("math_verify"):
    JUDGES["math-verify"] = math_verify
WARM = {"expected": "2*x*y", "student": "x*y+y*x", "variables": ["x", "y"]}


def serve(name: str, wire: Connection) -> None:
    """The life of a judge's process: a row in, (told, seconds) out."""
    judge = JUDGES[name]()
    judge(WARM)
    wire.send("ready")
    while True:
        row = wire.recv()
        start = time.perf_counter()
        try:
            told = judge(row)
        except Exception as problem:
            print(f"{name}: {row['id']}: {problem!r}", file=sys.stderr)
            told = None
        wire.send((told, time.perf_counter() - start))


class Court:
    """One judge in its process, started anew when it had to be killed."""

    def __init__(self, name: str, deadline: float) -> None:
        self.name, self.deadline = name, deadline
        self.start()

    def start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.wire, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(self.name, theirs), daemon=True)
        self.process.start()
        self.wire.recv()

    def ask(self, row: dict[str, Any]) -> tuple[bool | None, float]:
        self.wire.send(row)
        if self.wire.poll(self.deadline):
            return self.wire.recv()
        self.process.kill()
        self.start()
        return None, self.deadline


def rows() -> Iterator[dict[str, Any]]:
    for file in FILES:
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def report(name: str, results: list[tuple[bool, bool | None, float]], base: dict[str, float]) -> None:
    """One row of the table."""
    times = sorted(seconds for _, _, seconds in results)
    median, p95 = statistics.median(times), times[int(len(times) * 0.95)]
    false_right = sum(told is True and not right for right, told, _ in results)
    false_wrong = sum(told is False and right for right, told, _ in results)
    undecided = sum(told is None for _, told, _ in results)
    base.setdefault("median", median)
    base.setdefault("p95", p95)
    print(
        f"{name:16}{false_right:12}{false_wrong:12}{undecided:10}{median * 1e3:12.3f}{p95 * 1e3:11.2f}"
        f"{times[-1] * 1e3:11.1f}{median / base['median']:9.0f}{p95 / base['p95']:8.0f}"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--deadline", type=float, default=10.0)
    courts = [Court(name, arguments.parse_args().deadline) for name in JUDGES]
    results: dict[str, list[tuple[bool, bool | None, float]]] = {name: [] for name in JUDGES}
    for number, row in enumerate(rows()):
        for court in courts[number % len(courts) :] + courts[: number % len(courts)]:
            results[court.name].append((row["verdict"], *court.ask(row)))
    print(f"{len(results['quizengine'])} pairs, reading and judging, times in ms, ratios to quizengine")
    print(
        f"{'':16}{'false right':>12}{'false wrong':>12}{'no answer':>10}"
        f"{'median':>12}{'p95':>11}{'max':>11}{'median/':>9}{'p95/':>8}"
    )
    base: dict[str, float] = {}
    for name, told in results.items():
        report(name, told, base)


if __name__ == "__main__":
    main()
