"""Authors' formulas in all formats, as formulas.jsonl has them; run this file to write its columns anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.errors import Unreadable
from quizengine.maths.parse import Notation, parse
from quizengine.maths.print import Format, formula, render, tall
from quizengine.maths.tree import Node

GOLDEN = Path(__file__).with_name("formulas.jsonl")
CASES = [json.loads(row) for row in GOLDEN.read_text(encoding="utf-8").splitlines()]
FORMATS: tuple[Format, ...] = get_args(Format)
KNOWN = Notation(("x", "y"))
WORDS = {"unit": "metres & more", "name": "T"}


def fill(expression: str) -> Node | str:
    return WORDS[expression] if expression in WORDS else parse(expression, KNOWN).tree


def shown(source: str) -> dict[str, object]:
    layout = formula(source, fill)
    return {"formula": source} | {name: render(layout, name) for name in FORMATS} | {"tall": tall(layout)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["formula"])
def test_every_format_shows_the_formula_as_agreed(case):
    assert shown(case["formula"]) == case


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<<-3>>^2", "(−3)²"),
        ("x + <<-3>>", "x − 3"),
        ("x + <<-3*x + 1>>", "x − 3·x + 1"),
        ("x - <<-3>>", "x − (−3)"),
        ("x - <<x + 1>>", "x − (x + 1)"),
        ("<<-3>>x^2", "−3x²"),
        ("x + <<-3>>y", "x − 3y"),
        ("<<x + 1>>y", "(x + 1)y"),
        ("2<<3>>", "2·3"),
        ("x<<3>>", "x·3"),
        ("<<3>>2", "3·2"),
        ("2<<-3>>", "2(−3)"),
        ("2 \\cdot <<-3>>", "2·(−3)"),
        ("2 \\cdot <<x + 1>> + 1", "2·(x + 1) + 1"),
        ("<<1/2>>x", "(1/2)x"),
        ("<<1/2>>^2", "(1/2)²"),
        ("e^{<<-x>>}", "e^(−x)"),
        ("e^<<-x>>", "e^(−x)"),
        ("\\frac{<<x + 1>>}{<<-3>>}", "(x + 1)/(−3)"),
        ("f<<(1, -2)>>", "f(1, −2)"),
        ("f(<<-3>>, <<2>>) = <<-1>>", "f(−3, 2) = −1"),
        ("\\sin <<x>>", "sin x"),
        ("\\sin <<2*x>>", "sin(2·x)"),
        ("\\nabla <<x + y>>", "∇(x + y)"),
        ("|<<-3>>|", "|−3|"),
        ("1 / <<2*x>>", "1/(2·x)"),
        ("<<name>>(x)", "T(x)"),
        ("5\\,\\text{in <<unit>>}", "5 in metres & more"),
        ("5\\,<<unit>>", "5 metres & more"),
        ("\\text{at <<x + 1>>}", "at x + 1"),
        ("\\$5", "$5"),
        ("x = <<2>>, y = <<-1>>", "x = 2, y = −1"),
        ("-<<-4>>", "−(−4)"),
        ("||<<x>>|| + |<<-x>>|", "‖x‖ + |−x|"),
    ],
)
def test_a_filled_in_tree_is_bracketed_where_its_place_needs_it(source, text):
    assert render(formula(source, fill), "text") == text


@pytest.mark.parametrize(
    ("source", "letter"),
    [
        ("\\mathbb{E}", "𝔼"),
        ("\\mathbb{R}", "ℝ"),
        ("\\mathcal{A}", "𝒜"),
        ("\\mathcal{L}", "ℒ"),
        ("\\mathbf{w_1}", "𝐰"),
        ("\\mathbf{\\hat{x}}", "𝐱"),
        ("\\mathbf{F(x)}", "𝐅"),
        ("\\boldsymbol{\\alpha}", "𝛂"),
        ("\\boldsymbol{\\Sigma}", "𝚺"),
    ],
)
def test_a_letter_has_its_alphabet_in_mathml(source, letter):
    assert f"<mi>{letter}</mi>" in render(formula(source, fill), "mathml")


@pytest.mark.parametrize(
    ("source", "reason", "offset", "cure"),
    [
        ("x + \\fraq{1}{2}", "unknown-command", 4, "did you mean \\frac?"),
        ("\\loss(x)", "unknown-command", 0, "\\operatorname{…}"),
        ("\\frac{1}", "argument-missing", 0, "needs something after it"),
        ("(x + 1", "bracket-not-closed", 0, "not closed"),
        ("{x + 1", "bracket-not-closed", 0, "not closed"),
        ("x + 1)", "bracket-not-opened", 5, "not open"),
        ("x}", "bracket-not-opened", 1, "write \\}"),
        ("\\left( x", "bracket-not-closed", 0, "not closed"),
        ("x \\right)", "bracket-not-opened", 2, "no \\left"),
        ("a & b", "bracket-not-opened", 2, "cells"),
        ("x^10", "script-needs-braces", 2, "^{10}"),
        ("x^-1", "script-needs-braces", 2, "^{…}"),
        ("e^(x)", "script-needs-braces", 2, "^{…}"),
        ("x^2^3", "double-script", 3, "braces"),
        ("x²", "raised-character", 1, "^"),
        ("x # y", "unknown-character", 2, "\\text"),
        ("été", "unknown-character", 0, "\\text"),
        ("x + <<a", "fill-in-not-closed", 4, ">>"),
        ("\\text x", "argument-missing", 0, "braces"),
        ("\\text{x", "bracket-not-closed", 5, "}"),
        ("\\begin{array} x \\end{array}", "unknown-environment", 0, "pmatrix"),
        ("\\begin{pmatrix} x \\end{bmatrix}", "bracket-not-closed", 18, "\\end{bmatrix}"),
        ("||w", "bracket-not-closed", 0, "not closed"),
        ("x \\", "lone-backslash", 2, "command"),
        ("{" * 100, "too-deep", 60, "deep"),
        ("\\hat" * 100, "too-deep", 240, "deep"),
        ("x" * 3000, "too-long", 2000, "2000"),
    ],
)
def test_a_fault_has_its_place_and_its_cure(source, reason, offset, cure):
    with pytest.raises(Unreadable) as caught:
        formula(source, fill)
    assert (caught.value.reason, caught.value.offset) == (reason, offset)
    assert cure in caught.value.message
    assert len(caught.value.message) <= 200


SIGNS = r"x y f 2 0.5 + - = < , ( ) [ ] { } | ^ _ ' & \\ ! <<x>> <<-3>> <<unit>>"
COMMANDS = r"\frac \sqrt \left( \right) \nabla \partial \text{if} \sum \{ \} \hat \mathbf \sin \lim \cdot \, \quad \Big"
PIECES = st.sampled_from([*SIGNS.split(), *COMMANDS.split(), r"\langle", r"\begin{pmatrix}", r"\end{pmatrix}"])


@pytest.mark.parametrize(
    ("source", "text", "spoken"),
    [
        ("\\nabla \\cdot F", "∇·F", "the divergence of F"),
        ("\\nabla \\times F", "∇×F", "the curl of F"),
        ("\\mathbf{w} \\cdot \\mathbf{x} + b", "w·x + b", "w dot x plus b"),
        ("\\vec{u} \\times \\vec{v}", "u⃗×v⃗", "vector u cross vector v"),
        ("2 \\cdot 3", "2·3", "2 times 3"),
        ("90^\\circ", "90°", "90 degrees"),
        ("\\lambda_{\\max}", "λ_(max)", "lambda sub max"),
        ("\\forall x \\exists y", "∀x∃y", "for all x there is y"),
        ("\\overline{x + y}", "(x + y)_bar", "x plus y, all of it, bar"),
        (
            "\\begin{cases} x & x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}",
            "{x if x > 0; 0 otherwise}",
            "x if x is greater than 0; 0 otherwise",
        ),
    ],
)
def test_signs_are_said_as_they_are_meant(source, text, spoken):
    layout = formula(source, fill)
    assert (render(layout, "text"), render(layout, "spoken")) == (text, spoken)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_any_text_is_a_formula_in_all_formats_or_unreadable(source):
    try:
        layout = formula(source, fill)
    except Unreadable:
        return
    for name in FORMATS:
        render(layout, name)
    assert tall(layout)
    assert render(layout, "ascii").isascii()


if __name__ == "__main__":
    rows = [json.dumps(shown(case["formula"]), ensure_ascii=False) for case in CASES]
    GOLDEN.write_text("\n".join(rows) + "\n", encoding="utf-8")
