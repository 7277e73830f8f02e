"""A key that is shown with decimals judges every answer as one that is shown with fractions."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.answers import KINDS, judge
from quizengine.answers.formula_key import FormulaKey
from quizengine.answers.key import Key
from quizengine.maths.language import Workspace
from quizengine.maths.print import plain

KEYS = [
    (written["answer"], [row[0] for row in written["rows"]])
    for table in sorted(Path(__file__).parent.glob("*.toml"))
    for written in tomllib.loads(table.read_text(encoding="utf-8"))["key"]
]


def key_of(answer: dict[str, Any], space: Workspace) -> Key[Any]:
    kind = next(name for name in KINDS if name in answer)
    return KINDS[kind].model_validate(answer).draw(space)


@pytest.mark.parametrize(("answer", "typed"), KEYS, ids=[str(place) for place in range(len(KEYS))])
def test_every_answer_of_the_tables_is_judged_alike(answer: dict[str, Any], typed: list[str]) -> None:
    exact, shown = key_of(answer, Workspace()), key_of(answer, Workspace(decimals=True))
    for text in typed:
        one, other = judge(exact, text), judge(shown, text)
        assert replace(one, message="") == replace(other, message="")
    assert exact.plain() == shown.plain()
    if isinstance(shown, FormulaKey) and exact.credit(exact.plain()) == 1:
        assert all(shown.credit(plain(node)) == 1 for node in (shown.node(), *shown.nodes_shown()))


ANSWERS = [
    {"number": "p/q"},
    {"number": "p/q", "digits": 3},
    {"number": "p/q", "tolerance": {"absolute": "0.01"}},
    {"expression": "p*x/q + 1/4"},
    {"vector": ["p/q", "x/8"]},
    {"vector": ["p/q", "1/8"], "unevaluated": "(p*x, x^3)", "at": {"x": "1/q"}},
    {"direction": ["p/q", "1/8"]},
    {"equation": "z = p*x/q + y/8"},
    {"matrix": [["p/q", "0"], ["1/8", "1/3"]]},
    {"points": [["p/q", "0"], ["1/8", "1/3"]]},
    {"sequence": ["p/q", "1/8", "1/3"]},
    {"interval": ["-1/8", "1 + p/q"]},
]
TYPED = ["{0}", "{1}", "{1:.1f}", "{1:.2f}", "{1:.3f}", "-{0}", "2*{0}", "{0} + 1/1000", "sqrt(2)*{0}", "{0}*x + 0.25"]
LISTS = ["{}", "({}, 1/8)", "({}, 0.125)", "[[{}, 0], [0.125, 0.33]]", "({}, 0), (0.125, 1/3)", "({}, 0.125, 0.333)"]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(ANSWERS),
    st.integers(1, 99),
    st.integers(1, 40),
    st.sampled_from(TYPED),
    st.sampled_from([*LISTS, "z = {}*x + 0.125*y", "z = {}*x + y/8", "-1/8 < x < 1 + {}", "{}*x + 1/4"]),
)
def test_an_answer_is_judged_alike(answer: dict[str, Any], p: int, q: int, typed: str, form: str) -> None:
    spaces = [Workspace(decimals=decimals).define("p", str(p)).define("q", str(q)) for decimals in (False, True)]
    exact, shown = (key_of(answer, space) for space in spaces)
    text = form.format(typed.format(str(Fraction(p, q)), p / q))
    one, other = judge(exact, text), judge(shown, text)
    assert replace(one, message="") == replace(other, message="")
    assert shown.credit(plain(shown.nodes_shown()[-1])) == exact.credit(exact.plain()) == 1


@pytest.mark.parametrize(
    ("number", "typed", "outcome", "reason"),
    [
        ("1/10", "0.1", "correct", ""),
        ("1/10", "1/10", "correct", ""),
        ("1/10", "2/20", "correct", ""),
        ("1/8", "0.13", "incorrect", "too-few-digits"),
        ("1/3", "0.33", "incorrect", "too-few-digits"),
        ("1/8", "0.126", "incorrect", "differs"),
    ],
)
def test_exact_values_and_rounded_ones(number: str, typed: str, outcome: str, reason: str) -> None:
    verdict = judge(key_of({"number": number}, Workspace(decimals=True)), typed)
    assert (verdict.outcome, verdict.reason) == (outcome, reason)
    assert judge(key_of({"number": number}, Workspace()), typed).reason == reason
