"""How a key is shown that lets decimals through, and what a printed key says beside it, for who marks by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.answers import KINDS
from quizengine.answers.key import Key
from quizengine.maths.language import Workspace
from quizengine.maths.print import show_prose


def key_of(answer: dict[str, Any]) -> Key[Any]:
    return KINDS[next(iter(answer))].model_validate(answer).draw(Workspace({}))


@pytest.mark.parametrize(
    ("answer", "printed"),
    [
        ({"number": "2/7"}, "2/7"),
        ({"number": "2/7", "digits": 4}, "0.2857 (exactly 2/7)"),
        ({"number": "-sqrt(133)/1140", "digits": 4}, "−0.01012 (exactly −√133/1140)"),
        ({"number": "-1/2", "digits": 4}, "−0.5000"),
        ({"number": "1/8", "digits": 2}, "0.13 (exactly 1/8)"),
        ({"number": "9.996", "digits": 3}, "10.0 (exactly 9.996)"),
        ({"number": "5", "digits": 3}, "5"),
        ({"number": "0", "digits": 3}, "0"),
        ({"number": "infinity", "digits": 3}, "∞"),
        ({"number": "none", "digits": 3}, "none"),
        ({"number": "123456*pi", "digits": 3}, "388000 (exactly 123456·π)"),
        ({"number": "pi/10^9", "digits": 3}, "3.14·10⁻⁹ (exactly π/1000000000)"),
        ({"number": "sqrt(56)", "tolerance": {"absolute": "0.01"}}, "7.483 (exactly 2·√14; within 0.01)"),
        ({"number": "200*pi", "tolerance": {"relative": "0.01"}}, "628.3 (exactly 200·π; within 1 %)"),
        ({"number": "7", "tolerance": {"absolute": "0.5"}}, "7 (within 0.5)"),
        ({"number": "194/5", "tolerance": {"absolute": "0.05"}}, "38.8 (within 0.05)"),
        ({"number": "round(194/5, 2)", "tolerance": {"absolute": "0.05"}}, "38.80 (within 0.05)"),
        (
            {"number": "5", "tolerance": {"absolute": "0.1", "relative": "0.01"}},
            "5 (within 0.1 or 1 %, whichever is more)",
        ),
        ({"vector": ["sqrt(2)/2", "sqrt(2)"], "digits": 4}, "(0.7071, 1.414) (exactly (√2/2, √2))"),
        ({"vector": ["1/2", "-2"], "digits": 3}, "(0.500, −2)"),
        ({"matrix": [["1/3", "2"], ["x", "0"]], "digits": 3}, "[[0.333, 2], [x, 0]] (exactly [[1/3, 2], [x, 0]])"),
        ({"sequence": ["1/3", "1/9"], "digits": 3}, "(0.333, 0.111) (exactly (1/3, 1/9))"),
        ({"points": [["sqrt(2)", "0"], ["1", "0"]], "digits": 3}, "{(1.41, 0), (1, 0)} (exactly {(√2, 0), (1, 0)})"),
        ({"interval": ["-infinity", "sqrt(2)"], "ends": "(]", "digits": 3}, "(−∞, 1.41] (exactly (−∞, √2])"),
        ({"expression": "x/3", "variables": ["x"], "tolerance": {"absolute": "0.1"}}, "x/3 (within 0.1)"),
        ({"direction": ["3", "4"]}, "(3, 4) (or any positive multiple)"),
        ({"direction": ["3", "sqrt(2)"], "digits": 3}, "(3, √2) (or any positive multiple)"),
        ({"direction": ["3", "4"], "multiple": "nonzero"}, "(3, 4) (or any multiple but zero)"),
        ({"direction": ["1", "1"], "multiple": "unit", "digits": 3}, "(0.707, 0.707) (exactly (√2/2, √2/2))"),
        ({"equation": "z = x + y"}, "z = x + y (in any equal form)"),
        ({"words": ["learning rate"]}, "learning rate"),
        ({"words": ["learning rate", "step size", "rate"]}, "learning rate (or step size, rate)"),
        ({"choice": "this"}, "this"),
    ],
)
def test_a_key_is_printed_with_what_else_is_right(answer: dict[str, Any], printed: str) -> None:
    key = key_of(answer)
    assert show_prose(key.printed(), "text") == printed
    assert key.credit(key.plain()) == 1


def test_a_value_too_large_to_write_out_is_shown_all_the_same() -> None:
    key = key_of({"number": "7^999/3", "tolerance": {"relative": "0.01"}})
    assert key.show().startswith("5.968·10⁸⁴³ (exactly ")


def test_the_short_form_has_the_decimal_only() -> None:
    assert show_prose(key_of({"number": "2/7", "digits": 4}).short(), "text") == "0.2857"
    assert (
        show_prose(key_of({"number": "2/7", "digits": 4}).printed(), "latex") == r"\(0.2857\) (exactly \(\frac{2}{7}\))"
    )


@given(
    st.fractions(max_denominator=10**6, min_value=-(10**9), max_value=10**9),
    st.sampled_from(["", "sqrt(2)*", "pi/7*", "e^3*"]),
    st.integers(1, 9),
    st.sampled_from([{}, {"tolerance": {"absolute": "0.03"}}, {"tolerance": {"relative": "0.002"}}]),
)
def test_what_is_shown_as_the_decimal_is_right_when_typed(
    number: Fraction, factor: str, digits: int, tolerance: dict[str, Any]
) -> None:
    accuracy = tolerance or {"digits": digits}
    key = key_of({"number": f"{factor}({number})", **accuracy})
    assert key.credit(show_prose(key.short(), "text")) == 1
    assert key.credit(key.plain()) == 1
