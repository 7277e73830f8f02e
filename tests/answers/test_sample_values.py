"""What a tree is worth at a few points: what it tells apart is apart, and what is right is never told apart."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.trees import any_trees, rewrite

from quizengine.answers.comparison.sample_values import differ, samples_of
from quizengine.answers.comparison.scalar import compare_scalars, right
from quizengine.answers.constraints import EXACT, Accuracy, Constraints
from quizengine.maths.equality import REAL, Domain, same
from quizengine.maths.parse import Notation, parse
from quizengine.maths.tree import Name, Node, Sum

NAMES = ("x", "y")
XY = Constraints(NAMES)
DOMAINS = [REAL, Domain.positive(), Domain.intervals({"x": ("0", "1/2"), "y": (None, "-3")})]


def tree(text: str) -> Node:
    return parse(text, Notation(NAMES)).tree


def told_apart(key: str, answer: str, accuracy: Accuracy = EXACT, names: tuple[str, ...] = NAMES) -> bool:
    constraints = Constraints(names, REAL, accuracy)
    return differ(samples_of(tree(key), constraints), samples_of(tree(answer), constraints), accuracy)


@settings(max_examples=150, deadline=None)
@given(any_trees, any_trees, st.sampled_from(DOMAINS))
def test_what_is_told_apart_is_not_the_same(key: Node, answer: Node, domain: Domain) -> None:
    constraints = Constraints(NAMES, domain)
    if differ(samples_of(key, constraints), samples_of(answer, constraints), EXACT):
        assert same(key, answer, NAMES, domain).equal is not True


@settings(max_examples=150, deadline=None)
@given(any_trees, st.data(), st.sampled_from(DOMAINS))
def test_a_rewritten_key_is_never_told_apart(key: Node, data: st.DataObject, domain: Domain) -> None:
    constraints = Constraints(NAMES, domain)
    assert not differ(samples_of(key, constraints), samples_of(rewrite(key, data), constraints), EXACT)


@settings(max_examples=100, deadline=None)
@given(any_trees, any_trees, st.sampled_from([EXACT, Accuracy(digits=2), Accuracy(relative=Fraction(1, 10))]))
def test_right_is_what_the_full_comparison_finds(key: Node, answer: Node, accuracy: Accuracy) -> None:
    constraints = Constraints(NAMES, REAL, accuracy)
    assert right(key, answer, constraints) == (compare_scalars(key, answer, constraints).right is True)


@pytest.mark.parametrize(
    ("key", "answer"),
    [("2x", "3x"), ("2x", "2y"), ("x^2 + y", "x^2 - y"), ("sqrt(2)", "1.41421356"), ("relu(x)", "x"), ("abs(x)", "x")],
)
def test_other_formulas_are_told_apart(key: str, answer: str) -> None:
    assert told_apart(key, answer)


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("step(x)", "step(x) + sign(y)"),  # of what may jump, a point tells nothing about the points around it
        ("ln(-x-100)", "x"),  # no value where it is looked
        ("x", "ln(-x-100)"),
        ("(x+1)^2", "x^2+2x+1"),
    ],
)
def test_what_is_not_proven_is_not_told(key: str, answer: str) -> None:
    assert not told_apart(key, answer)


@pytest.mark.parametrize(
    ("key", "answer", "accuracy", "apart"),
    [
        ("7.483", "7.48", Accuracy(digits=3), False),
        ("7.483", "8.3", Accuracy(digits=2), True),
        ("100", "101", Accuracy(relative=Fraction(1, 100)), False),
        ("100", "102", Accuracy(relative=Fraction(1, 100)), True),
        ("100", "100.4", Accuracy(absolute=Fraction(1, 2)), False),
        ("100", "100.6", Accuracy(absolute=Fraction(1, 2)), True),
        ("x/3", "0.333x", Accuracy(digits=3), False),  # its decimals are moved before anything is said
        ("x/3", "0.7x", Accuracy(digits=3), False),
        ("x/3", "x/2", Accuracy(digits=3), True),
    ],
)
def test_the_accuracy_is_left_room(key: str, answer: str, accuracy: Accuracy, apart: bool) -> None:
    assert told_apart(key, answer, accuracy) == apart


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_points_are_in_the_domain_and_differ_in_every_variable(domain: Domain) -> None:
    names = tuple(f"x{n}" for n in range(20))
    places = samples_of(Name("x0"), Constraints(names, domain)).where.places
    for place in places:
        assert len({str(value) for value in place.values()}) == len(names)
    constraints = Constraints(NAMES, domain)
    for place in samples_of(Name("x"), constraints).where.places:
        for name in NAMES:
            low, high = domain.range(name)
            assert low is None or float(place[name]) > low
            assert high is None or float(place[name]) < high


def test_only_zero_is_zero() -> None:
    assert samples_of(tree("x - x"), XY).zero
    assert samples_of(tree("(x+1)^2 - x^2 - 2x - 1"), XY).zero
    assert not samples_of(tree("x - y"), XY).zero
    assert not samples_of(Sum((Name("x"), tree("10^-30"))), XY).zero
