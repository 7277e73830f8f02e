"""Rules for the verdicts of every kind: one short line, never an exception, plain JSON, the same in every process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.answers import KINDS, judge
from quizengine.answers.key import Key
from quizengine.answers.wording import LINE, counted
from quizengine.maths.language import Workspace

WRITTEN: list[dict[str, Any]] = [
    {"number": "2/3", "digits": 3},
    {"number": "0.7071"},
    {"expression": "2*x*exp(x^2)", "variables": ["x"]},
    {"vector": "grad(x^2*y, x, y)", "variables": ["x", "y"], "gradient_of": "f"},
    {"vector": ["2", "-4"], "unevaluated": "(2*x, 2*y)", "at": {"x": "1", "y": "-2"}, "variables": ["x", "y"]},
    {"direction": ["3", "-4"]},
    {"direction": ["1", "2"], "multiple": "unit", "tolerance": {"absolute": "0.01"}},
    {"equation": "x^2 + y^2 = 25", "variables": ["x", "y"]},
    {"matrix": "hessian(x^2*y, x, y)", "variables": ["x", "y"]},
    {"points": [["1", "2"], ["-1", "2"]]},
    {"points": ["-1", "2", "5/2"]},
    {"sequence": ["4", "2", "1"]},
    {"sequence": ["(1, 2)", "(3, 4)"]},
    {"interval": ["0", "1/2"], "ends": "(]"},
    {"number": "none"},
    {"points": "none", "variables": ["x", "y"]},
    {"interval": "none"},
    {"number": "2*e - 3"},
    {"choice": "the learning rate"},
    {"choices": ["one", "two"]},
    {"statement": False, "reason": "the partials form a vector"},
    {"statement": True},
    {"order": ["step", "repeat", "stop"]},
    {"matching": {"clipping": "limits", "norm": "steadies"}, "others": ["shuffles"]},
    {"words": ["learning rate", "step size"], "wrong": ["momentum"]},
]
OTHERS = ["the gradient", "the loss, $L$"]


def kind_of(written: dict[str, Any]) -> str:
    return next(name for name in KINDS if name in written)


def key_of(written: dict[str, Any]) -> Key[Any]:
    made = [KINDS["choice"].model_validate({"choice": text}).draw(Workspace({})) for text in OTHERS]
    key = KINDS[kind_of(written)].model_validate(written).draw(Workspace({}))
    return key.offer(tuple(made), range)[0]


KEYS = [key_of(written) for written in WRITTEN]
PIECES = [
    *("(1, 2)", "(-1, 2)", "(x, y)", "2xy", "x^2", "0.67", "-4", "1/2", "0", "25", "x", "y", "e^(x^2)", "sqrt(5)", "∞"),
    *("= ", " < ", " ≤ ", ", ", "; ", "(", ")", "[", "]", "|", " + ", "-", "/", "*", "^", "∇f = ", " and ", " or "),
    *("a", "b", "1a", "2b", "true", "false", "because ", "the ", "learning rate", "step", "undefined", "none", "ln(x)"),
    *("∅", "{}", "DNE", "±", "+-", "∓", "2e-3", "|x| = ", "1,5", "xy^2", "log2x", "1/2x", "no solution"),
]
typed_texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=7).map("".join), st.text(max_size=30))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(KEYS), typed_texts)
def test_every_answer_gets_one_short_line_and_plain_json(key: Key[Any], text: str) -> None:
    verdict = judge(key, text)
    row = verdict.to_json()
    assert json.loads(json.dumps(row)) == row
    assert len(verdict.message) <= LINE
    assert verdict.message.splitlines() in ([], [verdict.message])
    assert 0 <= verdict.credit <= 1
    assert all(0 <= part <= 1 for part in verdict.parts)
    assert (verdict.outcome == "correct") == (verdict.credit == 1)
    assert (verdict.outcome == "partial") == (0 < verdict.credit < 1) or verdict.outcome == "undecided"
    if verdict.outcome != "correct":
        assert verdict.reason
        assert verdict.message
    if verdict.outcome in ("partial", "incorrect"):
        assert verdict.evidence == "proven"
        assert key.plain() not in verdict.message or len(key.plain()) < 4 or verdict.mistake


TYPED = ["(2y, x^2)", "(1, 2)", "0.667", "2", "a, b", "[0, 0.5)", "x^2 - y^2 = 25", "(0.447, 0.894)", "true", "step"]
PROGRAM = """
import json, sys
sys.path[:0] = json.loads(sys.argv[1])
from test_verdicts import KEYS, TYPED, judge
print(json.dumps([judge(key, text).to_json() for key in KEYS for text in TYPED]))
"""


def test_a_fresh_process_with_other_hashes_says_the_same() -> None:
    here = [judge(key, text).to_json() for key in KEYS for text in TYPED]
    paths = json.dumps([str(Path(__file__).parent), *sys.path])
    for seed in ("1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, paths], capture_output=True, text=True, check=True, env=environment
        )
        assert json.loads(done.stdout) == here


def credits(written: dict[str, Any], texts: list[str]) -> list[float]:
    key = key_of(written)
    return [judge(key, text).credit for text in texts]


def test_more_right_options_never_earn_less_and_more_wrong_ones_never_more() -> None:
    key = key_of({"choices": ["one", "two", "three"]})  # a, b, c are right, d and e are not
    credit = {chosen: judge(key, ", ".join(chosen)).credit for n in range(1, 6) for chosen in combinations("abcde", n)}
    for chosen, earned in credit.items():
        for letter in set("abcde") - set(chosen):
            more = credit[tuple(sorted((*chosen, letter)))]
            assert more >= earned if letter in "abc" else more <= earned


@pytest.mark.parametrize("wrong", [[], ["7"], ["7", "8"], ["7", "8", "9"]])
def test_one_more_right_point_never_earns_less(wrong: list[str]) -> None:
    right = ["1", "2", "3"]
    texts = [", ".join(right[:count] + wrong) for count in range(4) if count or wrong]
    earned = credits({"points": right}, texts)
    assert earned == sorted(earned)
    assert earned[-1] == max(0, 3 - len(wrong)) / 3


def test_each_exchange_of_neighbours_that_mends_an_order_earns_more() -> None:
    key = key_of({"order": ["w1", "x1", "y1", "z1"]})
    for order in permutations("abcd"):
        for place in range(3):
            if order[place] > order[place + 1]:
                mended = (*order[:place], order[place + 1], order[place], *order[place + 2 :])
                before, after = judge(key, "".join(order)).credit, judge(key, "".join(mended)).credit
                assert after > before or before == after == 0


def test_one_more_iterate_and_one_better_end_earn_more() -> None:
    assert credits({"sequence": ["4", "2", "1"]}, ["7", "4", "4, 7", "4, 2", "4, 2, 7", "4, 2, 1"]) == pytest.approx(
        [0, 1 / 3, 1 / 3, 2 / 3, 2 / 3, 1]
    )
    ends = credits({"interval": ["0", "1"]}, ["(5, 6)", "[0, 6)", "(0, 6)", "[0, 1]", "(0, 1]", "(0, 1)"])
    assert ends == [0, 0.25, 0.5, 0.5, 0.75, 1]


def test_counted_words() -> None:
    assert [counted(n, noun) for n, noun in ((1, "entry"), (3, "entry"), (2, "pair"))] == [
        "1 entry",
        "3 entries",
        "2 pairs",
    ]
