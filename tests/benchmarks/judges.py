"""Our judge beside SymPy's and Math-Verify's, on the same pairs in one run; prints accuracy and times.

    python tests/benchmarks/judges.py [--deadline SECONDS]

Each judge lives in a process of its own that has imported and warmed all it needs; the pairs go round the
judges in handfuls, so that whatever else the machine does falls on all of them alike, and each finds its own
code in the processor's caches but for the first pair of a handful, as it does in practice. A judge that is not
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
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FILES = [HERE.parent / "maths" / "same" / "hard_pairs.jsonl", HERE / "gradient_answers.jsonl"]
HANDFUL = 8
Pair = tuple[Any, Any]


class Ours:
    """Our reader; every scalar decided by `same`, decimals with a tolerance by `close`; without SymPy."""

    def read(self, row: dict[str, Any]) -> Pair:
        from quizengine.maths.equality import Domain
        from quizengine.maths.parse import Notation, parse
        from quizengine.maths.tree import Vector, variables

        names = tuple(row["variables"]) if "variables" in row else tuple("xyzwb")
        domain = Domain.positive() if row.get("domain") == "positive" else Domain.real()
        key = parse(row["expected"], Notation(names)).tree
        kind = "vector" if isinstance(key, Vector) else "expression" if variables(key) else "number"
        answer = parse(row["student"], Notation(names, kind)).tree
        return (key, domain, names, row.get("tol")), answer

    def decide(self, pair: Pair) -> bool | None:
        from quizengine.maths.equality import close, same
        from quizengine.maths.tree import Vector

        (key, domain, names, tolerance), answer = pair
        if isinstance(key, Vector) != isinstance(answer, Vector):
            return False
        keys, answers = (key.items, answer.items) if isinstance(key, Vector) else ((key,), (answer,))
        if len(keys) != len(answers):
            return False
        if tolerance:
            bounds = Fraction(str(tolerance["rtol"])), Fraction(str(tolerance["atol"]))
            return all(close(a, b, *bounds) for a, b in zip(keys, answers, strict=True))
        told = [same(a, b, names, domain).equal for a, b in zip(keys, answers, strict=True)]
        assert "sympy" not in sys.modules
        return None if None in told and False not in told else all(told)


class Simplify:
    """SymPy: parse_expr with implicit multiplication, then simplify(key - answer) == 0."""

    def __init__(self) -> None:
        import sympy
        from sympy.parsing import sympy_parser as reader

        self.sympy, self.reader = sympy, reader
        self.how = (*reader.standard_transformations, reader.implicit_multiplication_application, reader.convert_xor)
        self.words = {"e": sympy.E, "sigmoid": lambda u: 1 / (1 + sympy.exp(-u)), "arctan": sympy.atan}

    def read(self, row: dict[str, Any]) -> Pair:
        assumed = {"positive": True} if row.get("domain") == "positive" else {"real": True}
        names = {name: self.sympy.Symbol(name, **assumed) for name in row.get("variables", "xyzwb")}
        key, answer = (
            self.reader.parse_expr(row[side], {**self.words, **names}, self.how) for side in ("expected", "student")
        )
        return key, answer

    def decide(self, pair: Pair) -> bool | None:
        key, answer = pair
        if isinstance(key, tuple) and isinstance(answer, tuple):
            return len(key) == len(answer) and all(map(self.equal, key, answer))
        return not isinstance(key, tuple) and not isinstance(answer, tuple) and self.equal(key, answer)

    def equal(self, key: Any, answer: Any) -> bool | None:
        return bool(self.sympy.simplify(key - answer) == 0)


class Equals(Simplify):
    """SymPy: the same reader, then key.equals(answer)."""

    def equal(self, key: Any, answer: Any) -> bool | None:
        told = key.equals(answer)
        return None if told is None else bool(told)


class MathVerify:
    """Math-Verify, given both sides as LaTeX, which our printer writes."""

    def read(self, row: dict[str, Any]) -> Pair:
        from math_verify import parse as parse_latex

        from quizengine.maths.parse import Notation, parse
        from quizengine.maths.print import show

        notation = Notation(tuple(row.get("variables", "xyzwb")))
        key, answer = (
            parse_latex(f"${show(parse(row[side], notation).tree, 'latex')}$") for side in ("expected", "student")
        )
        return key, answer

    def decide(self, pair: Pair) -> bool | None:
        from math_verify import verify

        return bool(verify(*pair))


JUDGES: dict[str, Any] = {"quizengine": Ours, "sympy simplify": Simplify, "sympy equals": Equals}
if importlib.util.find_spec("math_verify"):
    JUDGES["math-verify"] = MathVerify
WARM = {"id": "warm", "expected": "2*x*y+sin(x)^2", "student": "x*y+y*x+1-cos(x)^2", "variables": ["x", "y"]}


@dataclass(frozen=True)
class Result:
    """What a judge told of one pair, and the seconds it took to read both sides and to decide."""

    right: bool
    told: bool | None
    reading: float
    deciding: float


def serve(name: str, wire: Connection) -> None:
    """The life of a judge's process: a row in, a Result out."""
    judge = JUDGES[name]()
    judge.decide(judge.read(WARM))
    wire.send("ready")
    while True:
        row = wire.recv()
        start = parse = time.perf_counter()
        try:
            pair = judge.read(row)
            parse = time.perf_counter()
            told = judge.decide(pair)
        except Exception:
            told = False  # what cannot be read is not right
        wire.send(Result(row["verdict"], told, parse - start, time.perf_counter() - parse))


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

    def ask(self, row: dict[str, Any]) -> Result:
        self.wire.send(row)
        if self.wire.poll(self.deadline):
            return self.wire.recv()
        self.process.kill()
        self.start()
        return Result(row["verdict"], None, 0.0, self.deadline)


def rows(file: Path) -> Iterator[dict[str, Any]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def spread(times: list[float]) -> tuple[float, float, float]:
    """Median, 95th percentile and maximum, in milliseconds."""
    ordered = sorted(times)
    return tuple(1e3 * x for x in (statistics.median(ordered), ordered[int(len(ordered) * 0.95)], ordered[-1]))


def report(results: dict[str, list[Result]]) -> None:
    """The table of one file: counts of wrong judgements, then times in ms with their ratios to ours."""
    print(f"{'':16}false right  false wrong  no answer | {'reading: median':>15} {'ratio':>6} |", end="")
    print(f"{'deciding: median':>17} {'ratio':>6} {'p95':>9} {'ratio':>6} {'max':>9}")
    parse, base = (spread([getattr(r, side) for r in results["quizengine"]]) for side in ("reading", "deciding"))
    for name, told in results.items():
        wrong = [sum(r.told is True and not r.right for r in told), sum(r.told is False and r.right for r in told)]
        silent = sum(r.told is None for r in told)
        median = spread([r.reading for r in told])[0]
        middle, most, top = spread([r.deciding for r in told])
        print(f"{name:16}{wrong[0]:11}{wrong[1]:13}{silent:11} | {median:15.3f} {median / parse[0]:6.0f} |", end="")
        print(f"{middle:17.3f} {middle / base[0]:6.0f} {most:9.2f} {most / base[1]:6.0f} {top:9.1f}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--deadline", type=float, default=10.0)
    courts = [Court(name, arguments.parse_args().deadline) for name in JUDGES]
    for file in FILES:
        results: dict[str, list[Result]] = {name: [] for name in JUDGES}
        pairs = list(rows(file))
        for number, start in enumerate(range(0, len(pairs), HANDFUL)):
            for court in courts[number % len(courts) :] + courts[: number % len(courts)]:
                results[court.name].extend(map(court.ask, pairs[start : start + HANDFUL]))
        print(f"\n{file.stem}: {len(results['quizengine'])} pairs, times in ms")
        report(results)


if __name__ == "__main__":
    main()
