"""Values as text, closeness, and angles."""

from __future__ import annotations

from fractions import Fraction

import pytest
from flint import arb

from quizengine.maths.equality import close, same, value
from quizengine.maths.equality.numbers import decimal, tell
from quizengine.maths.equality.precision_bound import bits_deep
from quizengine.maths.parse import Notation, parse
from quizengine.maths.tree import Node

COSINES = {
    0: "1", 1: "(sqrt(6) + sqrt(2))/4", 2: "sqrt(3)/2", 3: "sqrt(2)/2", 4: "1/2", 5: "(sqrt(6) - sqrt(2))/4", 6: "0",
}  # fmt: skip


def tree(text: str) -> Node:
    return parse(text, Notation(("x", "y"))).tree


def cosine(k: int) -> str:
    k = k % 24
    k = min(k, 24 - k)
    return COSINES[k] if k <= 6 else f"-({COSINES[12 - k]})"


@pytest.mark.parametrize("k", range(-1, 25))
def test_twelfths_of_pi_are_radicals(k: int) -> None:
    for written, expected in ((f"cos({k}*pi/12)", cosine(k)), (f"sin({k}*pi/12)", cosine(k - 6))):
        found = same(tree(written), tree(expected), ())
        assert (found.equal, found.evidence in ("proven", "identical")) == (True, True), written


@pytest.mark.parametrize(
    ("text", "point", "digits", "expected"),
    [
        ("x/3", {"x": "2"}, 6, "2/3"), ("x", {"x": "9999"}, 6, "9999"), ("x", {"x": "12345"}, 6, "12345"),
        ("x", {"x": "1/9999"}, 4, "1/9999"), ("x", {"x": "1/12345"}, 4, "8.1e-5"),
        ("sqrt(x)", {"x": "2"}, 10, "1.414213562"),
        ("ln(x)", {"x": "-1"}, 6, "undefined"), ("tan(pi/2)", {}, 6, "undefined"), ("e^(-3000)", {}, 3, "1.31e-1303"),
        ("sin(10^30)", {}, 4, "-0.09012"), ("sqrt(2)*sin(pi)", {}, 3, "0"), ("1 + e^(-40)", {}, 4, "1"),
    ],
)  # fmt: skip
def test_values(text: str, point: dict[str, str], digits: int, expected: str) -> None:
    found = value(tree(text), tuple((name, Fraction(x)) for name, x in point.items()), digits)
    assert found == expected


def test_as_many_digits_as_it_takes() -> None:
    assert tell(tree("1/3"), tree("0.3333333"), ()) == ("1/3", "0.333333")
    assert tell(tree("pi"), tree("3.14159265"), ()) == ("3.141592654", "3.14159265")
    assert tell(tree("pi"), tree("3"), ()) == ("3.14159", "3")
    assert tell(tree("x"), tree("x + 10^(-50)"), (("x", Fraction(2)),)) == ("2", "2 + 1e-50")
    assert tell(tree("x"), tree("x - 10^(-50)"), (("x", Fraction(2)),)) == ("2", "2 - 1e-50")


@pytest.mark.parametrize(
    ("number", "digits", "expected"),
    [
        (arb(0), 5, "0"),
        (arb(1) / 4, 5, "0.25"),
        (arb(100), 5, "100"),
        (arb("1e30"), 3, "1e+30"),
        (arb("1.5000001"), 3, "1.5"),
        (arb("120.0000001"), 4, "120"),
        (arb(-2) / 3, 3, "-0.667"),
    ],
)
def test_decimals(number: arb, digits: int, expected: str) -> None:
    assert decimal(number, digits) == expected


def test_depth_of_a_difference() -> None:
    assert bits_deep((), tree("3")) == 3  # its own digits, and those of its denominator
    assert 990 < bits_deep((), tree("1e-300")) < 1010  # type: ignore[operator]
    assert 1440 < bits_deep((), tree("1 + e^(-1000)")) < 1460  # type: ignore[operator]
    assert bits_deep((), tree("tanh(1000)")) >= 2 * 1442  # type: ignore[operator]
    assert bits_deep((), tree("e^(-9^9)")) > 10**8  # type: ignore[operator]
    assert bits_deep((), tree("e^(-9^9^9)")) is None
    assert bits_deep((), tree("(-8)^(1/3)"), tree("2^500")) in (500, 501)
    assert bits_deep((), tree("ln(-1)")) is None


@pytest.mark.parametrize(
    ("key", "answer", "expected"),
    [("ln(0)", "1", None), ("1", "ln(0)", None), ("1", "1.0009", True), ("1", "1.0011", False),
     ("-1", "-1.0009", True), ("1000", "1000.9", True), ("0", "0.0001", True)],
)  # fmt: skip
def test_close(key: str, answer: str, expected: bool | None) -> None:
    assert close(tree(key), tree(answer), Fraction(1, 1000), Fraction(1, 10000)) is expected
