"""Rational numbers are folded in whole numbers as Fractions fold them, and what is normalised is read without more."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.maths.normalise import node_of_fraction, normalise, normalise_node, number_of, surd_of
from quizengine.maths.normalise.surds import LIMIT
from quizengine.maths.parse import parse_author
from quizengine.maths.tree import Node, Number, Product, Quotient, Sum

rationals = st.fractions(-(10**6), 10**6, max_denominator=10**4)


@given(st.lists(rationals, min_size=2, max_size=5))
def test_sums_products_and_quotients_are_exact(values: list[Fraction]) -> None:
    nodes = tuple(map(node_of_fraction, values))
    product = Fraction(1)
    for value in values:
        product *= value
    assert normalise_node(Sum(nodes)) == node_of_fraction(sum(values, Fraction(0)))
    if max(abs(product.numerator), product.denominator) < LIMIT:
        assert normalise_node(Product(nodes)) == node_of_fraction(product)
    if values[1]:
        assert normalise_node(Quotient(*nodes[:2])) == node_of_fraction(values[0] / values[1])


@pytest.mark.parametrize("zero", [Number(0), Number(0, 1, "0.0")])
def test_nothing_is_divided_by_zero(zero: Node) -> None:
    assert normalise_node(Quotient(Number(3), zero)) == Quotient(Number(3), zero)


def test_a_sum_that_becomes_too_long_stays_a_sum() -> None:
    parts = (Number(LIMIT - 1), Number(LIMIT - 1))
    assert normalise_node(Sum(parts)) == Sum(parts)


@pytest.mark.parametrize(
    "text", ["3", "-2/7", "x", "sqrt(8)/3", "-sqrt(2)", "2*x", "pi", "e^2", "sqrt(2) + 1", "x + 1 - x", "0*x", "1/x"]
)
def test_the_number_of_a_normalised_tree_needs_no_second_look(text: str) -> None:
    node = normalise(parse_author(text))
    assert number_of(node) == surd_of(node)
