"""What the normal forms tell by themselves, without the points that would catch most of their mistakes first."""

from __future__ import annotations

import pytest

from quizengine.maths.equality import POSITIVE, REAL, Domain
from quizengine.maths.equality.cases import Told, walk_cases
from quizengine.maths.equality.normal_form.canonical import Algebra, compare_forms, form
from quizengine.maths.equality.normal_form.ring import SIZES
from quizengine.maths.equality.prepared import Prepared
from quizengine.maths.parse import Notation, parse
from quizengine.maths.tree import Node

OPEN, EQUAL, WHERE, OTHER = Algebra.OPEN, Algebra.EQUAL, Algebra.EQUAL_WHERE_DEFINED, Algebra.OPEN
DOMAINS = {
    "real": REAL,
    "positive": POSITIVE,
    "above 2": Domain.intervals({"x": ("2", None)}),
    "above 1/2": Domain.intervals({"x": ("1/2", None)}),
    "below 1": Domain.intervals({"x": (None, "1")}),
    "0 to 3": Domain.intervals({"x": ("0", "3"), "y": ("0", "3")}),
}


def tree(text: str) -> Node:
    return parse(text, Notation(("x", "y"))).tree


@pytest.mark.parametrize(
    ("key", "answer", "domain", "told"),
    [
        ("abs(1 + ln(x))", "1 + ln(x)", "real", OPEN),
        ("abs(x + 1)", "x + 1", "real", OPEN),
        ("abs(cos(x))", "sqrt(1 - sin(x)^2)", "real", EQUAL),
        ("abs(sin(x))", "sqrt(1 + cos(x)^2)", "real", OPEN),
        ("abs(x + 1)", "x + 1", "positive", EQUAL),
        ("abs(x - 1)", "x - 1", "positive", OPEN),
        ("abs(x - 1)", "x - 1", "above 2", EQUAL),
        ("abs(2 - x)", "x - 2", "above 2", EQUAL),
        ("abs(3 - x)", "x - 3", "above 2", OPEN),
        ("abs(2*x - 1)", "2*x - 1", "above 1/2", EQUAL),
        ("abs(3*x - 2)", "3*x - 2", "above 1/2", OPEN),
        ("abs(x - 1)", "1 - x", "below 1", EQUAL),
        ("abs(x)", "-x", "below 1", OPEN),
        ("abs(9 - x*y)", "9 - x*y", "0 to 3", EQUAL),
        ("abs(8 - x*y)", "8 - x*y", "0 to 3", OPEN),
        ("abs(x^3 - x*y + 9)", "x^3 - x*y + 9", "0 to 3", EQUAL),
        ("abs(x^3 - x*y + 1)", "x^3 - x*y + 1", "0 to 3", OPEN),
        ("abs(x^2 + 2 - sqrt(x^2 + 1))", "x^2 + 2 - sqrt(x^2 + 1)", "real", EQUAL),  # the root is smaller
        ("abs(x - sqrt(x^2 + 1))", "sqrt(x^2 + 1) - x", "real", EQUAL),  # the root is larger
        ("abs(x - sqrt(x^2 - 1))", "x - sqrt(x^2 - 1)", "real", OPEN),
        ("abs(sin(x))", "sin(x)", "real", OPEN),
        ("abs(1 + e^x)", "1 + e^x", "real", EQUAL),
        ("abs(1 + atan(x))", "1 + atan(x)", "positive", OPEN),
        ("abs(x^2 + y^2)", "x^2 + y^2", "real", EQUAL),
        ("abs(x^2 - y^2)", "x^2 - y^2", "real", OPEN),
        ("abs(x^3)", "x^3", "real", OPEN),
        ("abs(-x^2 - 1)", "x^2 + 1", "real", EQUAL),
        ("sqrt(x)", "-sqrt(x)", "positive", OPEN),
        ("sqrt(x^2)", "x", "real", OPEN),
        ("sqrt(x)*abs(x)", "x^(3/2)", "real", EQUAL),
        ("ln(x^2)", "2*ln(x)", "real", WHERE),
        ("ln(x^2)", "2*ln(x)", "positive", EQUAL),
        ("ln(x)", "ln(-x)", "real", WHERE),  # nowhere, that is: the points tell that the answer has a gap
        ("ln(x*y)", "ln(x) + ln(y)", "real", WHERE),
        ("ln(x) + ln(y)", "ln(x*y)", "real", WHERE),
        ("ln(-x)", "ln(abs(x))", "real", EQUAL),
        ("ln(x^3)", "3*ln(x)", "real", EQUAL),
        ("1", "ln(x)/ln(x)", "real", WHERE),
        ("1/(2*x)", "1/(x + abs(x))", "real", OPEN),
        ("2*x*abs(x)/abs(x)", "(x*abs(x) + x*abs(x))/abs(x)", "real", EQUAL),
        ("x", "x*(x + abs(x))/(x + abs(x))", "real", WHERE),
        ("relu(x)", "e^ln(relu(x))", "real", WHERE),
        ("1 + sign(x)", "(1 + sign(x))*sqrt(relu(x))*relu(x)^(-1/2)", "real", WHERE),
        ("relu(1 + sign(x))", "(1 + sign(x))*step(1 + sign(x))", "real", OPEN),
        ("abs(sin(4))", "-sin(4)", "real", EQUAL),  # the sign of a number is told by balls
        ("abs(sin(4))", "sin(4)", "real", OTHER),
        ("sqrt(3 - 2*sqrt(2))", "sqrt(2) - 1", "real", EQUAL),
        ("abs(x^2 + x*y + y^2)", "x^2 + x*y + y^2", "real", EQUAL),
        ("sign(x)*abs(x)", "x", "real", EQUAL),
        ("cbrt(x)*cbrt(y)", "cbrt(x*y)", "real", EQUAL),
        ("x^(1/2)*x^(1/3)", "x^(5/6)", "positive", EQUAL),
        ("root(6, x^2)", "cbrt(abs(x))", "real", EQUAL),
        ("ln(sqrt(abs(x)))", "ln(x^2)/4", "real", EQUAL),
        ("ln(e^x*y^2)", "x + 2*ln(abs(y))", "real", EQUAL),
        ("e^(x + 2*ln(3))", "9*e^x", "real", EQUAL),
        ("x + y", "x - y", "real", OTHER),
        ("sin(x)", "cos(x)", "real", OTHER),
        ("e^x", "e^(2*x)", "real", OTHER),
        ("pi*x", "3*x", "real", OTHER),
        ("cos(pi/5)", "cos(2*pi/5) + 1/2", "real", OPEN),
        ("atan(x)", "asin(x)", "real", OPEN),
        ("x^(1/3)", "x^(1/5)", "real", OPEN),
    ],
)
def test_algebra(key: str, answer: str, domain: str, told: Algebra) -> None:
    prepared = form(tree(key), DOMAINS[domain], SIZES[0])
    assert prepared is not None
    assert compare_forms(prepared, tree(answer), Prepared(tree(key), ("x", "y"), DOMAINS[domain]).first_points) is told


@pytest.mark.parametrize("text", ["1/(x - x)", "(x + y)^5000", "9^(9^9)", "ln(0*x)", "e^e^9^9^9"])
def test_what_is_too_hard_has_no_form(text: str) -> None:
    assert form(tree(text), REAL, SIZES[0]) is None


@pytest.mark.parametrize(
    ("key", "answer", "domain", "told"),
    [
        ("abs(x)", "x", "real", False),
        ("abs(x)", "x", "positive", True),
        ("abs(x*y)", "x*y", "real", False),
        ("abs(x - 1) + abs(x + 1)", "max(2, 2*x, -2*x)", "real", True),
        ("x", "x + ln(e^sin(x) - cos(x)) - ln(e^sin(x) - cos(x))", "real", False),  # it may lack a value
        ("x", "x*(f + abs(f))/(f + abs(f))".replace("f", "(e^sin(x) - cos(x))"), "real", False),
        ("relu(x)", "x*step(relu(x))", "real", False),  # no value where x < 0
        ("abs(5 + 4*cos(1))", "5 + 4*cos(1)", "real", False),  # not found, since its factors are not real
        ("abs(sin(x) - cos(x))", "sin(x) - cos(x)", "real", False),
        ("abs(sin(x))*abs(cos(x))", "abs(sin(2*x))/2", "real", True),
        ("abs(x - 1) + abs(x + 1)", "max(2, 2*x)", "real", False),
        ("ln(1 - x^2)", "ln(1 - x) + ln(1 + x)", "real", True),
        ("ln(x^2 - 1)", "ln(x - 1) + ln(x + 1)", "real", False),
        ("ln(x) + ln(y)", "ln(x*y)", "real", True),
        ("ln(x*y)", "ln(x) + ln(y)", "real", False),
        ("ln(-x^2 - 1)", "ln(-x^2 - 2)", "real", False),  # neither has a value anywhere
        ("1/(x + abs(x))", "1/(2*x)", "real", True),
        ("1/(2*x)", "1/(x + abs(x))", "real", False),
        ("atan(x) + atan(1/x)", "pi/2", "real", False),
        ("atan(x) + atan(1/x)", "pi/2", "positive", True),
        ("atan(x) + atan(1/x)", "-pi/2", "positive", False),
        ("atan(x) + atan(1/x)", "5*pi/2", "positive", False),
        ("atan(x) + atan(y)", "atan((x + y)/(1 - x*y))", "positive", False),
        ("atan((1 + x)/(1 - x))", "atan(x) + pi/4", "positive", False),
        ("asin(sin(x))", "x", "positive", False),
        ("x*(atan(x) + atan(1/x))", "x*pi/2", "positive", True),
        ("x*(atan(x) + atan(1/x))", "y*pi/2", "positive", False),  # angles cancel only with the same factor
        ("x*ln(x*y) + y*ln(x)", "(x + y)*ln(x) + x*ln(y)", "positive", True),
        ("abs(x) + abs(y)", "max(abs(x + y), abs(x - y))", "real", True),
        ("abs(x) + abs(y)", "abs(x + y)", "real", False),
        ("max(x, y)*min(x, y)", "x*y", "real", True),
        ("abs(e^x - 1)", "e^abs(x) - 1", "positive", True),
        ("abs(e^x - 1)", "e^abs(x) - 1", "real", False),
        ("sign(x)*abs(e^(x^3) - 1)", "e^(x^3) - 1", "real", True),
        ("sign(x)*abs(e^(x^2) - 1)", "e^(x^2) - 1", "real", False),
        ("asin(x)", "2*atan(x/(1 + sqrt(1 - x^2)))", "above 2", False),  # no value there
        ("ln(x + sqrt(x^2 + 1))", "ln(sqrt(x^2 + 1) - x)", "real", False),
        ("sqrt(1 - sin(x)^2)", "cos(x)", "real", False),
        ("sqrt(x - 1) - 1", "abs(sqrt(x - 1) - 1)", "above 2", True),
        ("sqrt(x - 1) - 2", "abs(sqrt(x - 1) - 2)", "above 2", False),
    ],
)
def test_cases(key: str, answer: str, domain: str, told: bool) -> None:
    assert walk_cases(tree(key), tree(answer), DOMAINS[domain]).all_told(Told.EQUAL) is told
