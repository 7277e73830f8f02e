"""Linear and quadratic equations have by their formula the solutions that SymPy finds, written the same."""

from __future__ import annotations

import pytest
import sympy

from quizengine.maths.cas.from_sympy import from_sympy
from quizengine.maths.cas.quadratic import real_roots
from quizengine.maths.cas.to_sympy import symbol, to_sympy
from quizengine.maths.parse import parse_author
from quizengine.maths.tree import Node


def node(text: str) -> Node:
    tree = parse_author(text)
    assert isinstance(tree, Node)
    return tree


@pytest.mark.parametrize(
    "text",
    [
        *("z^2 - 5*z + 6", "z^2 + z - 1", "-z^2 + 4*z + 1", "3*z^2 - 2*z/7 - 5/3", "2*z^2 + z + 1", "(z - 3)^2", "z^2"),
        *("4*z - 6", "-z/3 + 2/9", "(z - 1/2)*(z + 4) - 7", "0.5*z^2 - 1", "z^2 - 8", "(z^2 - 1)/2", "z^3 - z^3 + z"),
    ],
)
def test_the_solutions_are_those_of_sympy(text: str) -> None:
    tree = node(text)
    theirs = [value for value in sympy.solve(to_sympy(tree), symbol("z")) if value.is_real]
    found = real_roots(tree, "z")
    assert found is not None
    assert [from_sympy(root, tree) for root in found] == [from_sympy(root, tree) for root in sorted(theirs)]


@pytest.mark.parametrize("text", ["z^3 - 1", "a*z - 1", "sin(z)", "1/z - 2", "5", "z^2 - pi", "x - 1", "sqrt(z) - 1"])
def test_all_else_is_left_to_sympy(text: str) -> None:
    assert real_roots(node(text), "z") is None
