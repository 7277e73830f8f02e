"""That the simulated learners err as their misconceptions say, and that the program finds most of them out."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from random import Random

import pytest
from benchmarks.diagnosis.learner import answer_of, misworked
from benchmarks.diagnosis.misconceptions import MISCONCEPTIONS, Misconception
from benchmarks.diagnosis.run import run
from benchmarks.diagnosis.wrong_words import (
    Differentiation,
    FactorByFactor,
    NotReduced,
    OthersZero,
    Undifferentiated,
    WithoutExponent,
    WithoutInner,
)

from quizengine.answers import judge
from quizengine.bank import load_bank
from quizengine.draw import Question, draw_question
from quizengine.maths.equality import REAL, same
from quizengine.maths.parse import Notation, parse

NOTATION = Notation(("x", "y"))
DERIVATIVES = [
    (Differentiation(), "x^3*y + 2*x", "3*x^2*y + 2"),
    (Differentiation(), "x*e^(2*x)/y", "(1 + 2*x)*e^(2*x)/y"),
    (Differentiation(), "sqrt(x^2 + 1)*sin(x*y)", "x*sin(x*y)/sqrt(x^2 + 1) + y*sqrt(x^2 + 1)*cos(x*y)"),
    (WithoutExponent(), "x^3*y + 2*x", "x^2*y + 2"),
    (NotReduced(), "x^3*y", "3*x^3*y"),
    (WithoutInner(), "(2*x + 1)^3", "3*(2*x + 1)^2"),
    (FactorByFactor(), "x^2*e^x", "2*x*e^x"),
    (OthersZero(), "x^2 + x*y + y^2", "2*x"),
    (Undifferentiated(), "x^2*y", "x^2*y"),
]


@pytest.mark.parametrize(("rules", "function", "gives"), DERIVATIVES)
def test_differentiation_with_and_without_a_rule(rules: Differentiation, function: str, gives: str) -> None:
    found = rules(parse(function, NOTATION).tree, "x")
    assert same(found, parse(gives, NOTATION).tree, ("x", "y"), REAL).equal


def held(title: str) -> Misconception:
    return next(one for one in MISCONCEPTIONS if one.title == title)


def question(item: str, seed: int = 1) -> Question:
    bank = load_bank()
    return draw_question(bank.item(item), seed, bank.mistakes)


def test_a_learner_answers_wrong_where_the_misconception_leads_elsewhere_and_else_right() -> None:
    step = question("descent/step-in-two-variables")
    wrong = misworked(step, 0, held("descent goes uphill"))
    assert wrong is not None
    assert judge(step.parts[0].key, wrong).credit < 1
    other = misworked(step, 0, held("a direction need not have length 1"))
    assert other is None
    typed = [answer_of(step.parts[0], other, Random(n)) for n in range(100)]
    right = [text for text in typed if judge(step.parts[0].key, text).credit == 1]
    assert 80 <= len(right) < 100, "one in ten is a slip"


def test_the_program_names_most_misconceptions() -> None:
    """A small sample; `run.py` takes 500 learners."""
    with ProcessPoolExecutor(2) as pool:
        runs = list(pool.map(run, range(3 * len(MISCONCEPTIONS)), repeat(7), repeat(12), chunksize=3))
    assert sum(one.found for one in runs) >= 0.6 * len(runs)
