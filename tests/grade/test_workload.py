"""Which values leave less to do than ours; each pair differs in one thing."""

import pytest

from quizengine.grade.workload import differ, easier, empty
from quizengine.maths.parse import Notation, parse


def tree(text, wants="vector"):
    return parse(text, Notation(("x", "y"), wants)).tree


@pytest.mark.parametrize(
    ("ours", "theirs", "is_easier"),
    [
        ("(3, 5)", "(5, 3)", False),
        ("(3, 5)", "(-3, 1)", False),
        ("(3, 5)", "(0, 5)", True),
        ("(3, 0)", "(0, 5)", False),  # as many zeros as ours
        ("(3, 5)", "(2 - 2, 5)", True),
        ("(3, 5)", "(sqrt(8) - 2 sqrt(2), 5)", True),
        ("(3, 5)", "(sqrt(e^(-9^9^9)), 5)", True),  # nobody can tell whether it is zero
        ("(3, 5)", "(1, -1)", True),
        ("(1, -1)", "(1, 1)", True),  # the same in both components
        ("(4, 4)", "(6, 6)", False),
        ("(3, 5)", "(6, 6)", True),
        ("(3, 5)", "(3/5, 4/5)", True),
        ("(3/5, 4/5)", "(4/5, -3/5)", False),
        ("(3, 5)", "(3, 5, 7)", True),
        ("(2x + 3y, x - 4y)", "(2x - 3y, x - 4y)", False),
        ("(2x + 3y, x - 4y)", "(x - 4y, 2x + 3y)", False),
        ("(2x + 3y, x - 4y)", "(2x + 3y + 7x^2, 9)", True),  # only one component is left to be worked out
        ("(2x + 3, 5)", "(5, 2x + 3)", False),
        ("(2x + 3, 5)", "(2x + 3, 5y)", True),  # a variable that ours has not
        ("(2x + 3y, x - 4y)", "(x, y)", True),
        ("(2x + 3y, x - 4y)", "(3x + 2y, x)", False),
    ],
)
def test_what_is_easier_to_work_with(ours, theirs, is_easier):
    assert easier(tree(ours), tree(theirs)) is is_easier


@pytest.mark.parametrize(
    ("ours", "theirs", "is_easier"),
    [
        ("7", "8", False),
        ("7", "0", True),
        ("7", "-1", True),
        ("1", "-1", False),
        ("x^2 + 3x", "5", True),
        ("7", "x", True),
    ],
)
def test_numbers_and_formulas(ours, theirs, is_easier):
    assert easier(tree(ours, "expression"), tree(theirs, "expression")) is is_easier


@pytest.mark.parametrize(
    ("theirs", "is_empty"), [("(0, 5)", False), ("(0, 0)", True), ("(1, 1)", False), ("(3, 5, 7)", True)]
)
def test_an_answer_may_have_a_zero_but_not_be_all_zeros(theirs, is_empty):
    assert empty(tree("(3, 5)"), tree(theirs)) is is_empty
    assert not empty(tree("(0, 0)"), tree("(0, 0)"))
    assert empty(tree("(2x, y)"), tree("(2x, 7)"))


def test_values_differ_when_that_is_shown():
    assert differ(tree("(3, 5)"), tree("(3, 6)"))
    assert differ(tree("(3, 5)"), tree("(3, 5, 0)"))
    assert not differ(tree("(3, 2x)"), tree("(6/2, x + x)"))
    assert not differ(tree("(3, 5)"), tree("(3 + sqrt(e^(-9^9^9)), 5)"))
