"""Generic mistakes: the derivative of inner functions, and that what is named is proven."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings
from mpmath import mpf
from support.independent import NoValue, value
from support.trees import rational_trees

from quizengine.answers import judge, key_from_text
from quizengine.answers.comparison.sample_values import Samples, samples_of
from quizengine.answers.constraints import Constraints
from quizengine.answers.generic_mistakes import NAMES, Target, of_scalar, of_vector, proof
from quizengine.answers.generic_mistakes.chain_rule import forgotten, slope
from quizengine.answers.generic_mistakes.proof import factor
from quizengine.maths.cas import differentiate
from quizengine.maths.equality import Decision, same
from quizengine.maths.parse import Notation, parse
from quizengine.maths.tree import Call, Node, Vector, walk

XY = Constraints(("x", "y"))


def tree(text: str) -> Node:
    return parse(text, Notation(("x", "y"))).tree


def at(text: str) -> Samples:
    return samples_of(tree(text), XY)


def has_value(node: Node) -> bool:
    """Is `node` defined at a point like any other? Of x/0 there is no derivative."""
    try:
        value(node, {"x": mpf(7) / 11, "y": mpf(-13) / 9})
    except NoValue:
        return False
    return True


@settings(max_examples=40, deadline=None)
@given(rational_trees)
def test_the_slope_of_an_inner_function_is_its_derivative(node: Node) -> None:
    found = slope(node, "x")
    assume(found is not None and has_value(node))
    assert same(differentiate(node, "x"), found, ("x", "y")).equal is not False  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("key", "answer", "inner"),
    [
        ("3cos(3x)", "cos(3x)", "3x"),
        ("2x*e^(x^2)", "e^(x^2)", "x^2"),
        ("6x(x^2+1)^2", "3(x^2+1)^2", "x^2+1"),
        ("y*cos(x*y) + 2x", "cos(x*y) + 2x", "x*y"),
        ("2x/(x^2+y^2)", "1/(x^2+y^2)", "x^2+y^2"),
        ("3/(2*sqrt(3x+1))", "1/(2*sqrt(3x+1))", "3x+1"),
        ("-2sin(2x)/5", "-sin(2x)/5", "2x"),
        ("3cos(3x) + 2x", "cos(3x) + 2x", "3x"),
    ],
)
def test_a_lost_inner_derivative_is_found(key: str, answer: str, inner: str) -> None:
    assert forgotten(at(key), at(answer), ("x",), XY) == tree(inner)


@pytest.mark.parametrize(
    ("key", "answer"),
    [("3cos(3x)", "2cos(3x)"), ("3cos(3x)", "cos(x)"), ("cos(x)", "2cos(x)"), ("2x", "x"), ("3cos(3x)", "-sin(3x)")],
)
def test_another_slip_is_no_lost_inner_derivative(key: str, answer: str) -> None:
    assert forgotten(at(key), at(answer), ("x",), XY) is None


@pytest.mark.parametrize(
    ("key", "answer", "told"),
    [("2x", "3x", "3/2"), ("2x", "-6x", "-3"), ("x*sin(y)", "x*sin(y)/7", "1/7"), ("pi", "2pi", "2")],
)
def test_the_factor_of_a_multiple_is_told_exactly(key: str, answer: str, told: str) -> None:
    assert str(factor((at(key),), (at(answer),), XY)) == told


@pytest.mark.parametrize(("key", "answer"), [("2x", "2x"), ("2x", "0"), ("2x", "x^2"), ("2x", "2pi*x"), ("x", "y")])
def test_what_is_no_rational_multiple_has_no_factor(key: str, answer: str) -> None:
    assert factor((at(key),), (at(answer),), XY) is None


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("(0, 0)", "0"),
        ("(0, 0)", "(1, 1)"),
        ("(x, y)", "((1, 2), (3, 4))"),
        ("(x, y)", "(sin(x), y)"),
        ("(x, y)", "(x, y, 1, 2)"),
        ("(x, y)", "x^2"),
        ("(x, y)", "(3x, y)"),
        ("(x^2, y, 1)", "(1, y^2, x)"),
    ],
)
def test_nothing_is_named_where_nothing_is_proven(key: str, answer: str) -> None:
    items = tree(key)
    assert isinstance(items, Vector)
    assert of_vector(Target(items.items, XY), parse(answer).tree) is None


def test_a_list_for_one_number_has_no_generic_mistake() -> None:
    assert of_scalar(Target((tree("2x"),), XY), tree("(2x, 1)")) is None


def test_every_name_is_stable_kebab_case_and_explained() -> None:
    for name, words in NAMES.items():
        assert name == name.lower().replace(" ", "-")
        assert words


@pytest.mark.parametrize(("key", "answer"), [("(2*x, 2*y)", "asin(2 + x^2)"), ("(2*x, 2*y)", "(y, asin(2))")])
def test_an_answer_without_a_value_is_held_against_nothing(
    key: str, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each mistake would go through all of algebra and every precision, and none could be proven."""
    compared: list[Node] = []

    def watched(known: Node, other: Node, *rest: Any) -> Decision:
        if any(isinstance(part, Call) and part.function == "asin" for side in (known, other) for part in walk(side)):
            compared.append(other)
        return same(known, other, *rest)

    monkeypatch.setattr(proof, "same", watched)
    assert judge(key_from_text(None, key, ("x", "y")), answer).mistake is None
    assert not compared
