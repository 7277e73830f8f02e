"""Over the bridge to SymPy and back: each function, root and constant, and what cannot cross."""

from __future__ import annotations

import sys

import pytest

from quizengine.errors import CannotCompute, NeverComputes
from quizengine.maths.cas import call_limit, expand, simplify, solve
from quizengine.maths.cas.from_sympy import from_sympy
from quizengine.maths.cas.term_order import natural, term_place
from quizengine.maths.cas.to_sympy import MAX_EXPONENT, to_sympy
from quizengine.maths.parse import parse_author
from quizengine.maths.print import plain
from quizengine.maths.tree import Node, Relation


def read(text: str) -> Node:
    return parse_author(text)  # type: ignore[return-value]  # these texts hold no words


#: a text and how it comes back
ROUND = [
    ("pi*e + e^2", "e*pi + e^2"),
    ("infinity", "infinity"),
    ("x^(3/2)", "x^(3/2)"),
    ("x^(-1/2)", "1/sqrt(x)"),
    ("x^(2/3)", "x^(2/3)"),
    ("x^y + 2^x", "2^x + x^y"),
    ("root(4, x)", "x^(1/4)"),
    ("norm(x, y)", "sqrt(x^2 + y^2)"),
    ("exp(x)*y", "y*exp(x)"),
    ("e^x*y", "y*e^x"),
    ("log(2, x)", "log_2(x)"),
    ("step(x) + sign(y)", "sign(y) + step(x)"),
    ("max(y, x, 1)", "max(x, y, 1)"),
    ("min(2*y, x^2)", "min(x^2, 2*y)"),
    ("relu(x)*softplus(y)*sigmoid(x)*|z|", "abs(z)*relu(x)*sigmoid(x)*softplus(y)"),
    ("b*(x + 1)*sin(x)*a*(1 + e^x)", "a*b*(x + 1)*sin(x)*(e^x + 1)"),
    ("sin(x)*x^2 + x^3 + x + cos(x) + 2", "x^3 + x^2*sin(x) + x + cos(x) + 2"),
    ("sqrt(2)*x/3", "sqrt(2)*x/3"),
    ("-x/(2*y)", "-x/(2*y)"),
    ("w_10 + w_2", "w_2 + w_10"),
    ("atan(x)*acosh(y)", "acosh(y)*atan(x)"),
]


@pytest.mark.parametrize(("text", "expected"), ROUND)
def test_there_and_back(text: str, expected: str) -> None:
    node = read(text)
    assert plain(from_sympy(to_sympy(node), node)) == expected


CANNOT_CROSS = [
    ("(1, 2)", "calculus wants an expression here, not a vector, matrix or equation"),
    (f"x^{MAX_EXPONENT + 1}", f"the exponent {MAX_EXPONENT + 1} is too large: at most {MAX_EXPONENT}"),
]


@pytest.mark.parametrize(("text", "why"), CANNOT_CROSS)
def test_what_cannot_cross(text: str, why: str) -> None:
    with pytest.raises(CannotCompute) as caught:
        to_sympy(read(text))
    assert (caught.value.expression, caught.value.why) == ("", why)


def test_what_cannot_come_back() -> None:
    import sympy

    x = sympy.Symbol("x", real=True)
    found = {}
    for expression in (
        sympy.I,
        sympy.zoo,
        sympy.nan,
        sympy.Function("g")(x),
        sympy.erfc(x),
        sympy.Add(*(x**n for n in range(2_000))),
    ):
        with pytest.raises(CannotCompute) as caught:
            from_sympy(expression, read("x"))
        found[str(expression)[:4]] = caught.value.why
    assert found == {
        "I": "the result holds an imaginary number, which cannot be written as a formula",
        "zoo": "the result holds a division by zero, which cannot be written as a formula",
        "nan": "the result holds a division by zero, which cannot be written as a formula",
        "g(x)": "the result holds g, which cannot be written as a formula",
        "erfc": "the result holds erfc, which cannot be written as a formula",
        "x**1": "the result is too long to write down",
    }
    assert plain(from_sympy(sympy.DiracDelta(x) + sympy.Heaviside(x), read("x"))) == "step(x)"


REFUSED = [
    (lambda: expand(read("(x + sin(x))^13")), "only powers up to 12 are multiplied out"),
    (lambda: solve(Relation((read("x"), read("1")), ("<",)), "x"), "only equations with one = can be solved"),
    (lambda: solve(read("atan(x) - ln(x)"), "x"), "no method is known for solving this equation"),
    (
        lambda: solve(read("x^3 - 3*x + 1"), "x"),
        "these solutions cannot be written with real roots; draw them first, and make the equation of them",
    ),
    (
        lambda: solve(read("(x^5 - x - y, y - 1)"), "x", "y"),
        "the equations have solutions that cannot be written as a formula",
    ),
]


@pytest.mark.parametrize(("work", "why"), REFUSED, ids=[why for _, why in REFUSED])
def test_what_is_refused_says_why(work: object, why: str) -> None:
    with pytest.raises(CannotCompute) as caught:
        work()  # type: ignore[operator]
    assert (caught.value.expression, caught.value.why) == ("", why)


def test_rewriting_goes_into_every_part() -> None:
    assert plain(simplify(read("(sin(x)^2 + cos(x)^2, 2*x/x)"))) == "(1, 2)"
    assert plain(expand(read("((x + 1)^2, x*(sin(x) + 1))"))) == "(x^2 + 2*x + 1, x + x*sin(x))"


def test_work_is_watched_and_the_tracer_before_it_comes_back() -> None:
    def endless(count: int) -> int:
        return sum(abs(-number) + endless(0) for number in range(count))

    before = sys.gettrace()
    assert call_limit.within_reason(lambda number: number + 1, 1) == 2
    if before is None:  # a measure of coverage is left alone
        with pytest.raises(NeverComputes, match="takes too long"):
            call_limit.within_reason(endless, call_limit.MAX_CALLS)
    assert sys.gettrace() is before


def test_work_is_watched_on_after_an_object_is_deleted(monkeypatch: pytest.MonkeyPatch) -> None:
    class Deleted:
        def __del__(self) -> None:
            pass

    def work() -> str:
        for _ in range(20):
            Deleted()  # the only calls: Python drops what is raised in them
        return "unbounded" if one_more() else ""

    def one_more() -> bool:
        return True

    monkeypatch.setattr(call_limit, "MAX_CALLS", 10)
    hook = sys.unraisablehook
    if sys.gettrace() is None:
        with pytest.raises(NeverComputes, match="takes too long"):
            call_limit.within_reason(work)
    assert sys.unraisablehook is hook


def test_the_order_of_terms() -> None:
    places = [
        term_place({"x": 2}, 0, False),
        term_place({"x": 1, "y": 1}, 0, False),
        term_place({"y": 2}, 0, False),
        term_place({"y": 2}, 1, False),
        term_place({"x": 1}, 0, False),
        term_place({}, 1, False, "a"),
        term_place({}, 1, False, "b"),
        term_place({}, 0, True),
    ]
    assert places == sorted(places)
    assert sorted(["w_10", "w_2", "a", "w"], key=natural) == ["a", "w", "w_2", "w_10"]
