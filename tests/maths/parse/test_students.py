"""What students type, and how it is read: one row of students.jsonl or faults.jsonl each."""

import json
from pathlib import Path

import pytest

from quizengine.errors import Unreadable
from quizengine.maths.parse import Conventions, Notation, parse
from quizengine.maths.print import plain
from quizengine.maths.tree import Name, Number, Product, Vector

HERE = Path(__file__).parent


def rows(name):
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


def notation(row):
    return Notation(tuple(row["variables"]), row["wants"])


@pytest.mark.parametrize("row", rows("students.jsonl"), ids=lambda row: f"{row['wants']}:{row['text']!a}")
def test_reads(row):
    reading = parse(row["text"], notation(row))
    told = {ambiguity.code: ambiguity.offset for ambiguity in reading.ambiguities}
    assert (plain(reading.tree), told, ", ".join(reading.labels)) == (
        row["says"],
        row.get("told", {}),
        row.get("label", ""),
    )


@pytest.mark.parametrize("row", rows("faults.jsonl"), ids=lambda row: f"{row['wants']}:{row['text']!a}")
def test_refuses(row):
    with pytest.raises(Unreadable) as caught:
        parse(row["text"], notation(row))
    fault = caught.value
    assert (fault.reason, fault.offset) == (row["reason"], row["offset"])
    assert len(fault.message) <= 200
    assert fault.message.isprintable()


@pytest.mark.parametrize(
    ("text", "conventions", "says"),
    [
        ("1/2x", Conventions(quotient="product"), "1/(2*x)"),
        ("x/2 sin y", Conventions(quotient="product"), "x/(2*sin(y))"),
        ("1/2x + 1/2", Conventions(quotient="product"), "1/(2*x) + 1/2"),
        ("e^xy", Conventions(exponent="product"), "e^(x*y)"),
        ("e^-xy", Conventions(exponent="product"), "e^(-x*y)"),
        ("x^1/2", Conventions(exponent="product"), "x^(1/2)"),
        ("e^-x^2/2", Conventions(exponent="product"), "e^(-x^2/2)"),
        ("sin x^2", Conventions(function="atom"), "sin(x)^2"),
        ("sin 2x", Conventions(function="atom"), "sin(2)*x"),
        ("sin pi/4", Conventions(function="term"), "sin(pi/4)"),
        ("sin x*y", Conventions(function="term"), "sin(x*y)"),
        ("cos x (1+x)", Conventions(function="term"), "cos(x*(1 + x))"),
        ("sin x/2 cos y", Conventions(function="term"), "sin(x/2)*cos(y)"),
        ("x^y^2", Conventions(tower="left"), "(x^y)^2"),
        ("2^x^y^2 y", Conventions(tower="left"), "((2^x)^y)^2*y"),
        ("e^x²", Conventions(tower="left"), "(e^x)^2"),
        ("√2x", Conventions(root="product"), "sqrt(2*x)"),
        ("√x y + √y", Conventions(root="product"), "sqrt(x*y) + sqrt(y)"),
        ("log x", Conventions(log="ten"), "log_10(x)"),
        ("sin^-1 x", Conventions(inverse="reciprocal"), "sin(x)^(-1)"),
        ("1,234", Conventions(comma="thousands"), "1234"),
    ],
)
def test_the_other_rule_reads_otherwise(text, conventions, says):
    asked = Notation(("x", "y"), "expression")
    reading = parse(text, asked)
    assert conventions in [ambiguity.conventions for ambiguity in reading.ambiguities]
    assert plain(reading.tree) != says
    assert plain(parse(text, asked, conventions).tree) == says


def test_a_name_has_the_notation_s_own_spelling():
    asked = Notation(("x_1", "w1", "lam", "yhat"), "expression")
    for text, spelling in [("x1", "x_1"), ("x₁", "x_1"), ("w_1", "w1"), ("w_{1}", "w1"), ("λ", "lam"), ("ŷ", "yhat")]:
        assert parse(text, asked).tree == Name(spelling)


def test_numbers_are_exact_and_decimals_keep_what_was_typed():
    assert parse("0.50").tree == Number(1, 2, "0.50")
    assert parse("1.2e-4").tree == Number(3, 25000, "1.2e-4")
    assert parse("½").tree == Number(1, 2)
    assert parse("007").tree == Number(7)
    assert parse("2,50", Notation(wants="number")).tree == Number(5, 2, "2.50")


def test_components_keep_their_tree():
    assert parse("2*(x, 3)").tree == Vector((Product((Number(2), Name("x"))), Product((Number(2), Number(3)))), "()")


@pytest.mark.parametrize(
    ("text", "asked", "reason"),
    [
        ("∂f/∂x_3 = 4", Notation(("x", "y"), "vector", (2,)), "incomplete"),
        ("g_2 = -6, g_3 = 3", Notation(("x", "y", "z", "a", "b"), "vector", (4,)), "label"),
        ("(x, y) = (3, -2)", Notation(("x", "y"), "points", (1,)), "label"),
    ],
)
def test_a_label_beyond_what_is_asked_is_asked_back(text, asked, reason):
    with pytest.raises(Unreadable) as caught:
        parse(text, asked)
    assert caught.value.reason == reason


def test_points_are_a_vector_of_points_whatever_is_typed():
    for text in ["(1,2)", "{(1,2)}", "x = 1, y = 2", "(x, y) = (1, 2)"]:
        points = parse(text, Notation(("x", "y"), "points")).tree
        assert [item.items for item in points.items] == [(Number(1), Number(2))]
    assert parse("3", Notation(("x",), "points")).tree.items == (Number(3),)


@pytest.mark.parametrize(("text", "offset"), [("2*(x+1", 2), ("x + q*y", 4), ("x\u0000", 1), ("日q", 0), ("x +", 3)])
def test_the_place_of_a_fault_is_told(text, offset):
    with pytest.raises(Unreadable) as caught:
        parse(text, Notation(("x", "y"), "expression"))
    assert caught.value.offset == offset


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("2*х", "Cyrillic small letter ha, U+0445) only looks like the Latin letter x; type x"),
        ("γ", "only looks like the Latin letter y; type y"),
        ("2q", "the known names are x, y"),
        ("sqr(x)", "did you mean sqrt?"),
        ("x2", "did you mean x^2 or x*2?"),
        ("sin(X)", "did you mean x?"),
        ("sni x", "did you mean sin?"),
        ("nl x", "did you mean ln?"),
        ("x!", "write the product out"),
        ("log(x, 2)", "write log_2(x)"),
        ("50%", "write 0.1 or 1/10 for 10 percent"),
        ("sin", "write sin(…)"),
    ],
)
def test_a_fault_gives_the_cure(text, part):
    with pytest.raises(Unreadable) as caught:
        parse(text, Notation(("x", "y"), "expression"))
    assert part in caught.value.message
