"""Trees in all formats, as trees.jsonl has them; `python tests/maths/print/test_trees.py` writes its columns anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from quizengine.maths.parse import Notation, parse
from quizengine.maths.print import Format, layout_of, plain, show, tall
from quizengine.maths.tree import (
    Call,
    Constant,
    Name,
    Negative,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Vector,
    walk,
)

GOLDEN = Path(__file__).with_name("trees.jsonl")
KNOWN = Notation(("x", "y", "z", "w_1", "w_2", "theta", "h", "n"))
CASES = [json.loads(row) for row in GOLDEN.read_text(encoding="utf-8").splitlines()]
FORMATS: tuple[Format, ...] = get_args(Format)


def shown(source: str) -> dict[str, object]:
    tree = parse(source, KNOWN).tree
    lines = {"tall": tall(layout_of(tree))}
    return {"tree": source, "plain": plain(tree)} | {name: show(tree, name) for name in FORMATS} | lines


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["tree"])
def test_every_format_shows_the_tree_as_agreed(case):
    assert shown(case["tree"]) == case


x, y = Name("x"), Name("y")


@pytest.mark.parametrize(
    ("tree", "text", "latex"),
    [
        (Number(-3), "−3", "-3"),
        (Number(-1, 3), "−1/3", "-\\frac{1}{3}"),
        (Number(-1, 2, "-0.5"), "−0.5", "-0.5"),
        (Number(3, 2000, "1.5e-3"), "1.5·10⁻³", "1.5 \\cdot 10^{-3}"),
        (Sum((x, Number(-3))), "x − 3", "x - 3"),
        (Sum((x, Product((Number(-3), y)))), "x − 3·y", "x - 3y"),
        (Sum((x, Product((Negative(Number(3)), y)))), "x + (−3·y)", "x + (-3y)"),
        (Product((x, Number(-3))), "x·(−3)", "x(-3)"),
        (Power(Number(-3), Number(2)), "(−3)²", "(-3)^2"),
        (Power(Number(1, 2), Number(2)), "(1/2)²", "\\left(\\frac{1}{2}\\right)^2"),
        (Power(x, Number(-1, 2)), "x^(−1/2)", "x^{-1/2}"),
        (Power(Call("sin", (x,)), Number(-1)), "sin(x)⁻¹", "\\sin(x)^{-1}"),
        (Product((x, Number(1, 2))), "x·(1/2)", "x\\frac{1}{2}"),
        (Product((Number(2), Number(1, 2))), "2·(1/2)", "2 \\cdot \\frac{1}{2}"),
        (Product((Product((Number(2), x)), y)), "2·x·y", "2xy"),
        (Product((Name("rate"), x)), "rate·x", "\\mathrm{rate} \\cdot x"),
        (Vector((Number(0), Number(1)), "[)"), "[0, 1)", "[0, 1)"),
        (Vector((x, y), ""), "x, y", "x, y"),
        (Relation((Number(0), x, Number(1)), ("<", "≤")), "0 < x ≤ 1", "0 < x \\leq 1"),
        (Constant("infinity"), "∞", "\\infty"),
        (Name("w_ij"), "wᵢⱼ", "w_{ij}"),
        (Name("x_max"), "x_max", "x_{\\mathrm{max}}"),
    ],
    ids=str,
)
def test_computed_trees_pull_signs_out_and_bracket_what_needs_it(tree, text, latex):
    assert (show(tree), show(tree, "latex")) == (text, latex)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sigma(y^2)", "sigma(y)^2"),
        ("|x^2|", "|x|^2"),
        ("sin(x*2)", "sin(x)*2"),
        ("sqrt(x*2)", "sqrt(x)*2"),
        ("x/y/2", "x/(y/2)"),
        ("(x + y/2)/x", "(x + y)/(2/x)"),
        ("2/x*2", "2/(x*2)"),
        ("e^(-x)/2", "e^(-x/2)"),
        ("e^(x/2)*y", "e^(x/(2*y))"),
        ("norm(x, y)^2", "norm(x, y^2)"),
        ("x^(1/2)", "x^1/2"),
    ],
)
def test_formulas_that_differ_do_not_sound_alike(one, other):
    said = [show(parse(source, KNOWN).tree, "spoken") for source in (one, other)]
    assert said[0] != said[1]
    assert not any(",," in words or ",;" in words for words in said)


def nested(kind: str) -> Node:
    tree: Node = x
    for _ in range(119):
        tree = {
            "power": Power(x, tree),
            "base": Power(tree, Number(2)),
            "quotient": Quotient(Number(1), tree),
            "root": Call("sqrt", (tree,)),
            "sum": Product((Number(2), Sum((tree, Number(1))))) if kind == "sum" else x,
            "vector": Vector((tree,), "[]"),
        }[kind]
        if sum(1 for _ in walk(tree)) > 400:
            break
    return tree


@pytest.mark.parametrize("kind", ["power", "base", "quotient", "root", "sum", "vector"])
def test_the_deepest_trees_are_shown_too(kind):
    tree = nested(kind)
    assert all(show(tree, name) for name in FORMATS)
    assert plain(tree)
    assert tall(layout_of(tree))


if __name__ == "__main__":
    rows = [json.dumps(shown(case["tree"]), ensure_ascii=False) for case in CASES]
    GOLDEN.write_text("\n".join(rows) + "\n", encoding="utf-8")
