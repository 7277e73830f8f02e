"""Speeds as ratios within one run: pytest-benchmark prints each group relative to its fastest row.

    python -m pytest -o addopts="--import-mode=importlib" tests/benchmarks --benchmark-columns=median,iqr,rounds

The accuracy and the tails of judging stand in judges.py, which kills what does not end.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support.caches import forget

HERE = Path(__file__).parent
# Notation that all three readers take: explicit products, ** for powers.
TEXTS = [
    "2*x*y", "(2*x*y, x**2+3*cos(3*y))", "x/(x**2+y**2)", "-2*x*exp(-x**2-y**2)", "1/(1+exp(-x))", "(x-1)**2*(y+2)",
    "sqrt(x**2+y**2)", "sin(x)*cos(y)-x*y**2/3", "(2*(x-1)*(y**2+4*y+5), 3*x)", "0.5*x-0.25*y", "log(1+x**2)/2",
    "(1+x*y)*exp(x*y)",
]  # fmt: skip
PAIRS = [json.loads(line) for line in (HERE.parent / "maths/equality/hard_pairs.jsonl").read_text().splitlines()][::6]


@pytest.mark.benchmark(group="reading twelve answers")
@pytest.mark.parametrize("reader", ["ours", "ast.parse", "parse_expr"])
def test_reading(benchmark: Any, reader: str) -> None:
    if reader == "ours":
        from quizengine.maths.parse import Notation, parse

        notation = Notation(("x", "y"))
        benchmark(lambda: [parse(text, notation) for text in TEXTS])
    elif reader == "ast.parse":
        benchmark(lambda: [ast.parse(text, mode="eval") for text in TEXTS])
    else:
        from sympy.parsing import sympy_parser as sympy

        how = (*sympy.standard_transformations, sympy.implicit_multiplication_application, sympy.convert_xor)
        benchmark.pedantic(lambda: [sympy.parse_expr(text, {}, how) for text in TEXTS], rounds=10, warmup_rounds=1)


@pytest.mark.benchmark(group="judging every sixth hard pair, nothing kept from before")
@pytest.mark.parametrize("judge", ["ours", "simplify"])
def test_judging(benchmark: Any, judge: str) -> None:
    if judge == "ours":
        from quizengine.maths.equality import POSITIVE, REAL, same
        from quizengine.maths.parse import Notation, parse

        notation = Notation(tuple("xyzwb"))
        trees = [
            (parse(pair["expected"], notation).tree, parse(pair["student"], notation).tree, pair) for pair in PAIRS
        ]

        def ours() -> list[bool | None]:
            return [
                same(a, b, notation.variables, POSITIVE if pair["domain"] == "positive" else REAL).equal
                for a, b, pair in trees
            ]

        told = benchmark.pedantic(ours, setup=lambda: forget("quizengine.maths.equality"), rounds=20, warmup_rounds=2)
        assert told == [pair["verdict"] for pair in PAIRS]
    else:
        import sympy
        from sympy.core.cache import clear_cache
        from sympy.parsing.sympy_parser import convert_xor, parse_expr, standard_transformations

        words = {"e": sympy.E, "sigmoid": lambda u: 1 / (1 + sympy.exp(-u))}
        how = (*standard_transformations, convert_xor)
        both = [[parse_expr(pair[side], dict(words), how) for side in ("expected", "student")] for pair in PAIRS]
        benchmark.pedantic(
            lambda: [sympy.simplify(a - b) == 0 for a, b in both], setup=clear_cache, rounds=2, warmup_rounds=0
        )


KEY = "(2*x*y+3*x^2, x^2-4*y^3)"
TYPED = {
    "as the key": KEY,
    "in signs": "⟨2xy + 3x², x² − 4y³⟩",
    "in LaTeX": r"\left(2xy + 3x^{2},\; x^{2} - 4y^{3}\right)",
    "with decimals": "(2.0xy + 3.0x^2, x^2 - 4.0y^3)",
    "labelled": "∇f = (2xy + 3x^2, x^2 - 4y^3)",
    "with i and j": "(2xy + 3x^2) i + (x^2 - 4y^3) j",
    "rearranged": "(x*(3x + 2y), x^2 - 4y^3)",
    "wrong, one component": "(2x + 3y, x^2 - 4y^3)",
    "wrong, both": "(3xy + x, 5x - y^2)",
    "wrong, swapped": "(x^2 - 4y^3, 2xy + 3x^2)",
    "wrong, one sign": "(3x^2 + 2xy, 4y^3 + x^2)",
}
MISTAKES = ["(x^2-4*y^3, 2*x*y+3*x^2)", "(2*y+6*x, -12*y^2)", "(2*x*y, -4*y^3)", "(3*x^2, x^2)", "(2*x+3*x^2, 1-4*y^3)"]


@pytest.mark.benchmark(group="reading and judging the answer (2xy + 3x², x² - 4y³)")
@pytest.mark.parametrize("typed", TYPED.values(), ids=list(TYPED))
def test_grading(benchmark: Any, typed: str) -> None:
    from quizengine.answers import judge, key_from_text

    key = key_from_text(None, KEY, ("x", "y"))
    benchmark(lambda: judge(key, typed))


@pytest.mark.benchmark(group="a wrong answer with two components, beside reading it")
@pytest.mark.parametrize("what", ["read", "parse_expr", "judged", "judged, with five mistakes of an item"])
def test_a_wrong_answer(benchmark: Any, what: str) -> None:
    from quizengine.answers import judge, key_from_text
    from quizengine.draw import Mistake

    key = key_from_text(None, KEY, ("x", "y"))
    wrong = "(2*x + 3*y, x**2 - 4*y**3)"
    if what == "read":
        benchmark(lambda: key.read(wrong))
    elif what == "parse_expr":
        from sympy.parsing import sympy_parser as sympy

        how = (*sympy.standard_transformations, sympy.implicit_multiplication_application, sympy.convert_xor)
        benchmark.pedantic(lambda: sympy.parse_expr(wrong, {}, how), rounds=200, warmup_rounds=5)
    else:
        named = [Mistake(text, (text,), key_from_text(None, text, ("x", "y"))) for text in MISTAKES]
        mistakes = tuple(named) if "five" in what else ()
        assert benchmark(lambda: judge(key, wrong, mistakes)).outcome == "partial"


@pytest.mark.benchmark(group="start to the first question")
@pytest.mark.parametrize("program", ["bare python", "import click, sqlite3", "quizengine"])
def test_start(benchmark: Any, program: str, tmp_path: Path) -> None:
    """Until the question can be read; with nothing to read on its input the session pauses right after it."""
    code = {
        "bare python": "pass",
        "import click, sqlite3": "import click, sqlite3",
        "quizengine": "from quizengine.cli import main; main()",
    }[program]
    environment = {**os.environ, "QUIZENGINE_STORE": str(tmp_path / "store.db")}

    def start() -> bytes:
        return subprocess.run(
            [sys.executable, "-c", code], stdin=subprocess.DEVNULL, capture_output=True, env=environment, check=False
        ).stdout

    printed = benchmark.pedantic(start, setup=lambda: (tmp_path / "store.db").unlink(missing_ok=True), rounds=10)
    if program == "quizengine":
        assert b"1/10" in printed


@pytest.mark.benchmark(group="a question with a map, and its map alone")
@pytest.mark.parametrize("what", ["question", "map on a page", "map in a terminal", "map in words"])
def test_figure(benchmark: Any, what: str) -> None:
    from quizengine.bank import load_bank
    from quizengine.draw import draw_question
    from quizengine.figures.characters import braille

    bank = load_bank()
    item = bank.item("level/steepest-place")
    questions = [draw_question(item, seed, bank.mistakes) for seed in range(5)]
    figures = [question.figure for question in questions if question.figure is not None]
    work = {
        "question": lambda: [draw_question(item, seed, bank.mistakes) for seed in range(5)],
        "map on a page": lambda: [figure.drawing(24) for figure in figures],
        "map in a terminal": lambda: [braille(figure.drawing(18)) for figure in figures],
        "map in words": lambda: [figure.readings() for figure in figures],
    }
    assert len(figures) == len(questions)
    benchmark.pedantic(work[what], setup=lambda: forget("quizengine.figures"), rounds=10)
