"""A function is one row: with it every room knows the function, and the judge claims no more than the row tells."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).resolve().parent.parent

MATHML = (
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>erf</mi><mo>\u2061</mo>'
    '<mrow><mo form="prefix" stretchy="false">(</mo><mi>x</mi><mo form="postfix" stretchy="false">)</mo></mrow></mrow>'
    r'<annotation encoding="application/x-tex">\operatorname{erf}(x)</annotation></semantics></math>'
)
WALK: list[tuple[tuple[str, ...], Any]] = [
    (("read", "erf(2x)"), "erf(2*x)"),
    (("read", r"\operatorname{erf}(2x)"), "erf(2*x)"),
    (("read", "xErf x"), "x*erf(x)"),
    (("read", "steeproot(x)"), "steep(x)"),
    (("read", "wave(x, y)"), "wave(x, y)"),
    (("show", "erf(2*x)", "text"), "erf(2·x)"),
    (("show", "erf(2*x)", "ascii"), "erf(2*x)"),
    (("show", "erf(2*x)", "latex"), r"\operatorname{erf}(2x)"),
    (("show", "erf(2*x)", "typst"), r'op("erf") lr(\( 2 x \))'),
    (("show", "erf(x)", "mathml"), MATHML),
    (("show", "erf(2*x)", "spoken"), "the error function of 2 x"),
    (("show", "wave(x, y)", "spoken"), "the wave of x and y"),
    (("evaluate", "erf(1)"), "0.84270079294971486934"),
    (("evaluate", "ei(2)"), "4.9542343560018901634"),
    (("evaluate", "steep(4)"), "109.19630006628847816"),
    (("differentiate", "erf(2*x)"), "4*e^(-4*x^2)/sqrt(pi)"),
    (("differentiate", "ei(x)"), "e^x/x"),
    (("differentiate", "steep(x)"), "(2*x + 1)*e^x/(2*sqrt(x))"),
    (("differentiate", "wave(x, y)"), "calculus has no wave"),
    (("differentiate", "gamma(x)"), "the result holds polygamma, which cannot be written as a formula"),
    (("sympy", "x*erf(2*x)^2"), "x*erf(2*x)^2"),
    (("sympy", "ei(x) + steep(x)"), "ei(x) + steep(x)"),
    (("sympy", "erf(0)"), "0"),
    (("judge", "2*e^(-x^2)/sqrt(pi)", "2/sqrt(π) · exp(-x²)"), "correct"),
    (("judge", "erf(2x)", "erf 2x"), "correct"),
    (("judge", "erf(2x)", "2 erf(x)"), "incorrect"),
    (("judge", "erf(2x)", "erf(2, x)"), "unreadable"),
    (("judge", "y = 2x", "erf(y) = erf(2x)"), "correct"),
    (("judge", "y = 2x", "erf(y) = 2erf(x)"), "incorrect"),
    (("judge", "y = x", "ei(y) = ei(x)"), "incorrect"),
]

YES, NO, OPEN = (True, "proven"), (False, "proven"), (None, None)
#: a key, an answer and what is told: never a yes where the key has a value on an open set and the answer none there
TOLD = [
    ("erf(2*x)", "-erf(-x - x)", YES),
    ("x", "x + erf(x)^2 - erf(x)^2", YES),
    ("1", "erf(x)/erf(x)", YES),
    ("x", "x*erf(x - x)/erf(x - x)", NO),
    ("erf(sin(x)^2 + cos(x)^2)", "erf(1)", YES),
    ("erf(x)", "erf(x) + erf(|x|) - erf(|x|)", YES),
    ("ln(erf(x)^2)", "2*ln(|erf(x)|)", YES),
    ("ln(erf(x)^2)", "2*ln(erf(x))", NO),
    ("erf(2*x)", "2*erf(x)", NO),
    ("erf(x)", "tanh(x)", NO),
    ("erf(x)", "erf(x) + 1/10^40", NO),
    ("erf(x)", "erf(x) + 1 - erf(x^2 + 100)", OPEN),  # they differ, by less than anybody looks
    ("|erf(x)|", "erf(|x|)", OPEN),
    ("x", "x + ei(x) - ei(x)", NO),
    ("ei(x)", "x*ei(x)/x", YES),
    ("ln(x)", "ln(x) + ei(x) - ei(x)", YES),
    ("x", "x + ei(x^2) - ei(x^2)", YES),
    ("x", "x + ei(x^3) - ei(x^3)", NO),
    ("x", "x + ei(|x| - x) - ei(|x| - x)", NO),
    ("x", "x + ei(relu(x)) - ei(relu(x))", NO),
    ("x", "x + ei(x - x) - ei(x - x)", NO),
    ("ei(x)", "ei(|x|)", YES),
    ("ei(|x|)", "ei(x)", NO),
    ("x", "x + ei(e^x) - ei(e^x)", YES),
    ("x", "x + ei(steep(x)) - ei(steep(x))", NO),
    ("ei(2*x)", "2*ei(x)", NO),
    ("x", "x + steep(x) - steep(x)", NO),
    ("x", "x + steep(|x| - x) - steep(|x| - x)", YES),
    ("steep(x)", "|steep(x)|", YES),
    ("gamma(2*x)", "gamma(x + x)", YES),
    ("gamma(x)", "gamma(x) + 1", NO),
    ("gamma(x + 1)", "x*gamma(x)", OPEN),
    ("x", "x + gamma(x) - gamma(x)", OPEN),
    ("floor(x)", "floor(x) + floor(x^2) - floor(x^2)", YES),
    ("1", "floor(x)/floor(x)", NO),
    ("floor(x)", "x", NO),
    ("floor(x + 1)", "floor(x) + 1", OPEN),
    ("wave(x, 2*y)", "wave(2*x/2, y + y)", YES),
    ("x", "x + wave(x, 1) - wave(x, 1)", YES),
    ("wave(x, y)", "wave(y, x)", OPEN),
    ("wave(x, y)", "2*wave(x, y)", NO),
]


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, ...], Any]:
    """What a program with more rows in its table says to all that is asked here."""
    asked = [what for what, _ in WALK] + [("same", key, answer) for key, answer, _ in TOLD]
    command = [sys.executable, "-m", "support.new_functions"]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True, cwd=TESTS)
    return dict(zip(asked, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize(("what", "expected"), WALK, ids=[" ".join(what) for what, _ in WALK])
def test_a_row_is_enough_for(what: tuple[str, ...], expected: Any, found: dict[tuple[str, ...], Any]) -> None:
    assert found[what] == expected


@pytest.mark.parametrize(("key", "answer", "told"), TOLD)
def test_the_judge_claims_no_more_than_the_row_tells(
    key: str, answer: str, told: tuple[bool | None, str | None], found: dict[tuple[str, ...], Any]
) -> None:
    assert tuple(found["same", key, answer]) == told
