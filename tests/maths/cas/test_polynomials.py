"""Polynomials without SymPy: what is one, its derivative, and how it is written."""

from __future__ import annotations

import pytest

from quizengine.maths.cas.polynomials import (
    MAX_EXPONENT,
    MAX_TERMS,
    derived,
    flat,
    multiplied_out,
    simple,
    written,
)
from quizengine.maths.normalise import normalise
from quizengine.maths.parse import parse_author
from quizengine.maths.print import plain
from quizengine.maths.tree import Node


def read(text: str) -> Node:
    return normalise(parse_author(text))  # type: ignore[arg-type]  # these texts hold no words


#: a text and the polynomial that it is when it is multiplied out, in textbook order
POLYNOMIALS = [
    ("7/3", "7/3"),
    ("0", "0"),
    ("w", "w"),
    ("-(x - y)", "y - x"),
    ("x + y + x + 1 - 1", "2*x + y"),
    ("x*y*x*y^3", "x^2*y^4"),
    ("(x + 1)*(x - 1)", "x^2 - 1"),
    ("(2*x - 3)/4", "x/2 - 3/4"),
    ("(x + y)^3", "x^3 + 3*x^2*y + 3*x*y^2 + y^3"),
    ("(x - 1)^2 - x^2", "1 - 2*x"),
    ("w_10 + w_9", "w_9 + w_10"),
    ("5 + x^2 + y + x*y + y^2", "x^2 + x*y + y^2 + y + 5"),
]


@pytest.mark.parametrize(("text", "expected"), POLYNOMIALS)
def test_a_polynomial_is_multiplied_out(text: str, expected: str) -> None:
    found = multiplied_out(read(text))
    assert found is not None
    assert all(found.coeffs())
    assert plain(written(found)) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("sin(x)", "1/x", "x^(1/2)", "x^-1", "x^y", "2^x", "sqrt(2)*x", "x*sin(y)", "1 + e^x", "-ln(x)", "pi/2"),
        *(f"(x + 1)^{MAX_EXPONENT + 1}", "(x + y + z)^12", "(1 + sin(x))/2", "x^0.5"),
    ],
)
def test_what_is_no_polynomial_or_too_large_is_left_to_sympy(text: str) -> None:
    assert multiplied_out(read(text)) is None


def test_as_many_terms_as_may_be() -> None:
    side = " + ".join(f"x_{count}" for count in range(10))
    product = multiplied_out(read(f"({side})*({side.replace('x', 'y')})"))
    assert product is not None
    assert len(product) == MAX_TERMS
    assert multiplied_out(read(f"({side} + x_10)*({side.replace('x', 'y')})")) is None
    assert multiplied_out(read(f"(x + 1)^{MAX_EXPONENT}")) is not None


@pytest.mark.parametrize(
    ("text", "is_flat", "is_simple"),
    [
        ("3*x^2*y - x/2 + 1", True, True),
        ("x^5", True, True),
        ("2*(x - 1)^2", False, True),
        ("(x + 1)*(y + 2)", False, True),
        ("(x + 1)^3", False, False),
        ("x*(x + y)^2", False, False),
        ("sqrt(2)*x", False, False),
        ("x*sin(x)", False, False),
    ],
)
def test_brackets_of_a_high_degree_are_kept(text: str, is_flat: bool, is_simple: bool) -> None:
    assert (flat(read(text)) is not None) is is_flat
    assert (simple(read(text)) is not None) is is_simple


def test_like_terms_of_a_flat_sum_are_added() -> None:
    found = flat(read("x*y + y*x + x - x"))
    assert found is not None
    assert found.to_dict() == {(1, 1): 2}


@pytest.mark.parametrize(
    ("text", "variable", "expected"),
    [
        ("x^3*y - 2*x*y^2 + y + 4", "x", "3*x^2*y - 2*y^2"),
        ("x^3*y - 2*x*y^2 + y + 4", "y", "x^3 - 4*x*y + 1"),
        ("x^3*y", "z", "0"),
        ("x^2*y/2 + x*y", "x", "x*y + y"),
    ],
)
def test_derived(text: str, variable: str, expected: str) -> None:
    polynomial = flat(read(text))
    assert polynomial is not None
    assert plain(written(derived(polynomial, variable))) == expected
