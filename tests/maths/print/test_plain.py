"""What `plain` writes, `parse` reads back to an equal tree."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.parse import Notation, parse
from quizengine.maths.print import layout_of, plain, render, show
from quizengine.maths.print.layout_queries import breakable_pieces
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
    children,
    rebuild,
)

NAMES = ("x", "y", "w_1", "theta")
ONE_ARGUMENT = [name for name, row in FUNCTIONS.items() if row.unary]


def decimal(text: str) -> Number:
    value = Fraction(text)
    return Number(value.numerator, value.denominator, text)


leaves = st.one_of(
    st.integers(0, 20).map(Number),
    st.sampled_from(["0.5", "2.50", "3.0"]).map(decimal),
    st.sampled_from(NAMES).map(Name),
    st.sampled_from(["pi", "e"]).map(Constant),
)


def larger(below: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(below, min_size=2, max_size=3).map(tuple)
    degrees = st.integers(4, 12).map(Number)
    return st.one_of(
        several.map(Sum),
        several.map(Product),
        below.map(Negative),
        st.builds(Quotient, below, below),
        st.builds(Power, below, below),
        st.builds(lambda name, a: Call(name, (a,)), st.sampled_from(ONE_ARGUMENT), below),
        st.builds(lambda name, items: Call(name, items), st.sampled_from(["max", "min", "norm"]), several),
        st.builds(lambda base, a: Call("log", (base, a)), degrees, below),
    )


def with_roots(below: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    roots = st.builds(lambda degree, a: Call("root", (degree, a)), st.integers(4, 12).map(Number), below)
    logarithms = st.builds(lambda name, a: Call("log", (Name(name), a)), st.sampled_from(NAMES), below)
    return st.one_of(larger(below), roots, logarithms)


expressions = st.recursive(leaves, with_roots, max_leaves=10)
readable = st.recursive(leaves, larger, max_leaves=10)  # `⁴√x` is for the eye only
vectors = st.builds(
    Vector,
    st.lists(expressions, min_size=2, max_size=3).map(tuple),
    st.sampled_from(["()", "[]", "<>", "{}", ""]),
)


@settings(max_examples=100, deadline=None)
@given(st.one_of(expressions, vectors))
def test_plain_text_reads_back_to_the_tree(tree):
    assert parse(plain(tree), Notation(NAMES)).tree == tree


def settled(node: Node) -> Node:
    """The tree without what print does not tell apart: a product in a product, exp(x) and e^x, (-a)·b and -(a·b)."""
    parts = tuple(map(settled, children(node)))
    match node:
        case Call("exp"):
            return Power(Constant("e"), parts[0])
        case Product():
            factors = tuple(f for part in parts for f in (part.factors if isinstance(part, Product) else (part,)))
            if isinstance(factors[0], Negative):
                return Negative(settled(Product((factors[0].operand, *factors[1:]))))
            return Product(factors)
        case _:
            return rebuild(node, parts) if parts else node


@settings(max_examples=100, deadline=None)
@given(readable)
def test_what_is_shown_reads_back_too(tree):
    """The echo tells how an answer was read, so no bracket may be missing in it."""
    forms = ("text", "ascii") if "w_1" in plain(tree) else ("text", "ascii", "latex")  # xw_1 is not read as x·w_1
    for form in forms:
        assert settled(parse(show(tree, form), Notation(NAMES)).tree) == settled(tree)


@settings(max_examples=100, deadline=None)
@given(st.one_of(expressions, vectors))
def test_a_torn_formula_is_the_whole_in_pieces(tree):
    whole = layout_of(tree)
    pieces = "".join(render(piece, "latex") for piece in breakable_pieces(whole)).replace("\\text{}", "")
    assert unsized(pieces) == unsized(render(whole, "latex"))


def unsized(latex: str) -> str:
    """Without blanks and the sizes of brackets, which a piece has for itself."""
    return re.sub(r"\\(left|right)\b\.?|\s", "", latex)


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (Number(-3), "-3"),
        (Number(-1, 2), "-1/2"),
        (Product((Number(-3), Name("x"))), "(-3)*x"),
        (Sum((Name("x"), Number(-3))), "x - 3"),
        (Power(Number(1, 2), Number(2)), "(1/2)^2"),
        (Relation((Name("x"), Number(2), Name("y")), ("≤", "≠")), "x <= 2 != y"),
        (Vector((Vector((Number(1),), "[]"), Vector((Number(2),), "[]")), "[]"), "[[1], [2]]"),
        (Vector((Number(0), Number(1)), "[)"), "[0, 1)"),
        (decimal("1e-5"), "1e-5"),
        (Call("root", (Name("n"), Name("x"))), "x^(1/n)"),
        (Call("log", (Name("w_1"), Name("x"))), "log_(w_1)(x)"),
    ],
    ids=str,
)
def test_plain_text_of_computed_trees(tree, text):
    assert plain(tree) == text
