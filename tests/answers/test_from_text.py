"""Keys from text: what a key is taken for, and what each kind makes of an answer."""

from __future__ import annotations

import pytest

from quizengine.answers import judge, key_from_text
from quizengine.answers.kinds import KEYS
from quizengine.errors import Unreadable

#: kind asked (None: what the key looks like), key, kind found, a right answer, one that is not right
CASES = [
    (None, "-2/4", "number", "-0.5", "1/2"),
    (None, "2*x*y", "expression", "y x * 2", "2x"),
    (None, "(2*x, 2*y)", "vector", "2x i + 2y j", "(2y, 2x)"),
    (None, "{1, 2}", "vector", "(1, 2)", "(2, 1)"),
    (None, "z = 2x + 3y - 1", "equation", "4x + 6y - 2z = 2", "z = 2x + 3y"),
    (None, "[[2, 0], [0, x]]", "matrix", r"\begin{pmatrix}2&0\\0&x\end{pmatrix}", "[[2, 0], [x, 0]]"),
    (None, "(1, 2), (3, 4)", "points", "(3, 4), (1, 2)", "(2, 1), (4, 3)"),
    (None, "{(1, 2), (3, 4)}", "points", "(3, 4) and (1, 2)", "(1, 2)"),
    (None, "(0, 1]", "interval", "0 < x <= 1", "[0, 1]"),
    (None, "0 < x < 2", "interval", "(0, 2)", "(0, 2]"),
    ("points", "1, -1", "points", "x = -1, x = 1", "1"),
    ("points", "(1, -1)", "points", "(1, -1)", "(-1, 1)"),
    ("sequence", "1, 1/2, 1/4", "sequence", "1, 0.5, 0.25", "1/4, 1/2, 1"),
    ("direction", "(2, 4)", "direction", "(1, 2)", "(-1, -2)"),
    ("interval", "(0, 2)", "interval", "0 < x < 2", "(0, 3)"),
    (None, "none", "points", "∅", "0"),
    (None, "{}", "points", "no solutions", "(1, 2)"),
    ("points", "{}", "points", "none", "1"),
    ("number", "none", "number", "does not exist", "5"),
    ("number", "{}", "number", "DNE", "x = 0"),
    ("interval", "∅", "interval", "none", "(0, 1)"),
    ("number", "2*e - 3", "number", "2e - 3", "2e-4"),
]


@pytest.mark.parametrize(
    ("kind", "text", "found", "right", "wrong"), CASES, ids=[f"{row[2]}-{row[1]}" for row in CASES]
)
def test_a_key_is_of_the_kind_it_looks_like(kind: str | None, text: str, found: str, right: str, wrong: str) -> None:
    key = key_from_text(kind, text)
    assert key.kind == found
    assert judge(key, right).outcome == "correct"
    assert judge(key, wrong).outcome in ("incorrect", "partial")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("number", "(1, 2)"),
        ("expression", "x = 1"),
        ("vector", "2x"),
        ("vector", "[[1, 2], [3, 4]]"),
        ("direction", "5"),
        ("matrix", "(2x, 2y)"),
        (None, "[[1, 2], [3]]"),
        ("vector", "none"),
        ("expression", "{}"),
        ("sequence", "∅"),
        ("equation", "2x"),
        ("equation", "x < 1"),
        ("interval", "5"),
        ("poem", "x"),
    ],
)
def test_a_key_that_is_not_of_its_kind_is_refused(kind: str | None, text: str) -> None:
    with pytest.raises(Unreadable):
        key_from_text(kind, text)


def test_every_kind_of_mathematics_has_a_key_as_a_text() -> None:
    assert [KEYS[kind].kind for kind in KEYS] == list(KEYS)
    assert set(KEYS) == {found for _, _, found, _, _ in CASES}
    assert "choice" not in KEYS
    with pytest.raises(KeyError):
        KEYS["choice"]
