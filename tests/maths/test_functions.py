"""Every row of the table of functions is complete, and what it tells is true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from flint import arb, fmpq

import quizengine.maths.parse
from quizengine.maths.cas import differentiate
from quizengine.maths.cas.from_sympy import from_sympy
from quizengine.maths.cas.to_sympy import to_sympy
from quizengine.maths.equality import same
from quizengine.maths.evaluate import ON_BALLS, Undefined, Unsure, ball, precision
from quizengine.maths.function_row import NOT_NEGATIVE, POSITIVE, FunctionRow
from quizengine.maths.functions import FUNCTIONS, ROWS
from quizengine.maths.parse import Notation, parse
from quizengine.maths.print import plain, show
from quizengine.maths.tree import Call, Name, Negative, Node, Number, Product, Sum

BITS = 320
STEP = fmpq(1, 2**80)
TRIED = [fmpq(p, q) for p, q in ((3, 7), (-5, 9), (2, 11), (9, 4), (-8, 3), (31, 10), (-13, 2))]
X = Name("x")
UNARY = [row for row in ROWS if row.unary]
OWN_NOTATION = {  # what is printed without its name: in Typst, in MathML, and as it is spoken
    "sqrt": ("sqrt(", "<msqrt>", "the square root of"),
    "cbrt": ("root(3", "<mroot>", "the cube root of"),
    "root": ("root(5", "<mroot>", "the 5-th root of"),
    "abs": ("lr(\\|", "|", "the absolute value of"),
    "norm": ("lr(‖", "‖", "the norm of"),
    "exp": ("e^(", "<msup><mi>e</mi>", "e to the power"),
    "sigmoid": ("σ", "<mi>σ</mi>", "sigma of"),
}
AS_POWERS = {"cbrt": "x^(1/3)", "root": "x^(1/5)", "norm": "sqrt(x^2 + 4)"}  # how they come back from SymPy


@pytest.fixture(autouse=True)
def exactly() -> Iterator[None]:
    """Balls of many bits, whatever ran before."""
    with precision(BITS):
        yield


def named(row: FunctionRow) -> str:
    return row.name


def call(row: FunctionRow, inside: Node = X) -> Call:
    """The function of x, its other arguments being numbers."""
    first = {"log": (Number(3),), "root": (Number(5),)}.get(row.name, ())
    return Call(row.name, (*first, inside, *(Number(2) for _ in range(row.least - 1 - len(first))), *others(row)))


def others(row: FunctionRow) -> tuple[Node, ...]:
    return (Number(2),) if row.least < row.most else ()


def value(row: FunctionRow, x: Any) -> arb | None:
    """The function at x; None where it has no value."""
    try:
        return ball(call(row), {"x": arb(x)})
    except (Undefined, Unsure):
        return None


def places(row: FunctionRow) -> list[fmpq]:
    """Where the function has a value, in ascending order: a few points, two at least."""
    found = sorted(x for x in TRIED if value(row, x) is not None)
    assert len(found) > 1
    return found


def back(text: str) -> Node:
    """What a learner's text says of x."""
    return parse(text, Notation(("x",), "expression")).tree


def in_sympy(row: FunctionRow, x: fmpq) -> Any:
    """SymPy's number, by way of other functions where SymPy has none of that name."""
    import sympy

    u, two = sympy.Rational(int(x.p), int(x.q)), sympy.Integer(2)
    by_others = {
        "log": lambda: sympy.log(u) / sympy.log(3),
        "root": lambda: sympy.real_root(u, 5),
        "cbrt": lambda: sympy.real_root(u, 3),
        "norm": lambda: sympy.sqrt(u**2 + two**2),
        "max": lambda: sympy.Max(u, two),
        "min": lambda: sympy.Min(u, two),
        "step": lambda: sympy.Heaviside(u),
        "sigmoid": lambda: 1 / (1 + sympy.exp(-u)),
        "relu": lambda: sympy.Max(u, 0),
        "softplus": lambda: sympy.log(1 + sympy.exp(u)),
    }
    return by_others[row.name]() if row.name in by_others else getattr(sympy, row.sympy_name)(u)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_the_ball_holds_the_number_that_sympy_gives(row: FunctionRow) -> None:
    for x in places(row):
        there = arb(str(in_sympy(row, x).evalf(70)))
        assert abs(value(row, x) - there) < arb(10) ** -60 * (1 + abs(there))


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_the_derivative_is_the_slope(row: FunctionRow) -> None:
    slope = differentiate(call(row), "x")
    for x in places(row):
        if not row.unary and x == 2:
            continue  # where max(x, 2) bends
        with precision(BITS):
            left, right = ball(call(row), {"x": arb(x - STEP)}), ball(call(row), {"x": arb(x + STEP)})
            there = ball(slope, {"x": arb(x)})
        assert abs((right - left) / (2 * arb(STEP)) - there) < arb(10) ** -30


@pytest.mark.parametrize("row", UNARY, ids=named)
def test_parity_sign_and_order_are_true(row: FunctionRow) -> None:
    found = [value(row, x) for x in places(row)]
    for x, there in zip(places(row), found, strict=True):
        back = value(row, -x)
        assert not row.parity or (back is not None and back.overlaps(row.parity * there))
        assert row.sign != POSITIVE or there > 0
        assert row.sign != NOT_NEGATIVE or there >= 0
    pairs = list(pairwise(found))
    assert not row.one_to_one or all(a < b for a, b in pairs) or all(a > b for a, b in pairs)


@pytest.mark.parametrize("row", UNARY, ids=named)
def test_the_domain_is_true(row: FunctionRow) -> None:
    ends = row.domain
    assert ends.told
    for end, out in ((ends.low, -1), (ends.high, 1)):
        if end is not None:
            assert (value(row, end) is not None) == ends.closed == bool(in_sympy(row, fmpq(end)).is_finite)
            assert not in_sympy(row, end + fmpq(out, 2**60)).is_real
            assert value(row, end - fmpq(out, 2**60)) is not None
            with pytest.raises(Undefined):
                ball(call(row), {"x": arb(end + fmpq(out, 2**60))})
    if row.excluded in ("u", "sin"):
        with pytest.raises(Undefined):
            ball(call(row), {"x": arb(0)})
    inside = [x for x in TRIED if (ends.low is None or x > ends.low) and (ends.high is None or x < ends.high)]
    assert inside == [x for x in TRIED if value(row, x) is not None]
    assert row.total == (value(row, 0) is not None and ends.low is ends.high is None and row.name not in EXCEPTIONS)


#: not everywhere, although they have a value at 0: tan and sec beyond, sign jumps
EXCEPTIONS = ("tan", "sec", "sign")


@pytest.mark.parametrize("row", UNARY, ids=named)
def test_the_value_at_zero_is_true(row: FunctionRow) -> None:
    if row.at_zero is not None:
        assert value(row, 0).contains(fmpq(row.at_zero.numerator, row.at_zero.denominator))


@pytest.mark.parametrize("row", UNARY, ids=named)
def test_it_is_smooth_where_no_break_is_told(row: FunctionRow) -> None:
    assert row.breaks is not None
    for x in (*places(row), *(fmpq(n) for n in (-2, -1, 0, 1, 2))):
        left, there, right = (value(row, x + shift) for shift in (-2 * STEP, 0, STEP))
        if left is None or right is None:
            continue
        assert (arb(1) / 2 < abs(right - left) < 10) == (row.jumps and x in row.breaks)
        if there is not None:  # then this is close to the second derivative times the square of the step
            assert (abs(2 * right + left - 3 * there) < 10**7 * arb(STEP) ** 2) == (x not in row.breaks)


@pytest.mark.parametrize("row", [row for row in UNARY if row.tail is not None], ids=named)
def test_it_comes_no_nearer_to_a_limit_than_its_tail_tells(row: FunctionRow) -> None:
    for x in (fmpq(41, 2), fmpq(-41, 2)):
        there, beyond = value(row, x), value(row, 2 * x)
        if there is None or beyond is None or there.overlaps(beyond) or there == 0:
            continue  # constant there, as the sign is
        shown = abs(abs(there).log() / arb(2).log())
        assert abs(there - beyond) > arb(2) ** -(row.tail * abs(arb(x)) + shown + 10)


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_the_judge_has_a_law_or_takes_it_as_it_is(row: FunctionRow) -> None:
    double, sum_ = call(row, Product((Number(2), X))), call(row, Sum((X, X)))
    assert same(double, sum_, ("x",)).equal is True
    assert same(call(row), Sum((call(row), Number(1, 3))), ("x",)).equal is False
    idle = Sum((X, call(row), Negative(call(row))))
    everywhere = all(value(row, x) is not None for x in TRIED)
    assert same(X, idle, ("x",)).equal is everywhere
    assert same(idle, X, ("x",)).equal is True


@pytest.mark.parametrize("row", ROWS, ids=named)
@pytest.mark.parametrize("format", ["text", "ascii", "latex"])
def test_what_is_printed_is_read_back(row: FunctionRow, format: Any) -> None:
    node = call(row)
    shown = show(node, format)
    assert plain(back(shown)) == plain(node).replace("exp(x)", "e^x")
    assert back(plain(node)) == node


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_it_has_a_form_in_print_and_in_speech(row: FunctionRow) -> None:
    name = row.print_name
    typst, mathml, spoken = OWN_NOTATION.get(row.name, (f'op("{name}"', f"<mi>{name}</mi>", f"the {row.spoken}"))
    assert row.spoken
    assert typst in show(call(row), "typst")
    assert mathml in show(call(row), "mathml")
    assert spoken in show(call(row), "spoken")


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_it_goes_to_sympy_and_comes_back(row: FunctionRow) -> None:
    node = call(row)
    assert plain(from_sympy(to_sympy(node), node)) == AS_POWERS.get(row.name, plain(node).replace("2, x", "x, 2"))


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_the_manual_tells_of_it(row: FunctionRow) -> None:
    manual = Path(quizengine.maths.parse.__file__).with_name("README.md").read_text(encoding="utf-8")
    assert re.search(rf"\b{row.name}\b", manual)


def test_no_word_stands_for_two_functions() -> None:
    words = [word for row in ROWS for word in (row.name, *row.spellings)]
    assert len(words) == len(set(words))
    assert set(ON_BALLS) == set(FUNCTIONS)
