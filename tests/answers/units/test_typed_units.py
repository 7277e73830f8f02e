"""Hundreds of typed answers with units: a row has an answer, as an author writes it, a verdict, and texts that earn it.

The verdict is an outcome, or a reason: `unit-wrong` and `unit-not-converted` of wrong answers, `other-unit`,
`name-unknown` and `incomplete` of those that cost no try.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quizengine.answers import KINDS, judge
from quizengine.answers.key import Key
from quizengine.answers.verdict import COSTS_NO_TRY
from quizengine.maths.language import Workspace

ROWS = Path(__file__).parent / "typed.jsonl"
UNREADABLE = ("other-unit", "name-unknown", "incomplete")


def key_of(written: dict[str, Any]) -> Key[Any]:
    kind = next(name for name in KINDS if name in written)
    return KINDS[kind].model_validate(written).draw(Workspace())


def cases() -> list[Any]:
    return [
        pytest.param(row["answer"], row["verdict"], typed, id=f"{number}-{typed[:30]}")
        for number, row in enumerate(map(json.loads, ROWS.read_text(encoding="utf-8").splitlines()), 1)
        for typed in row["typed"]
    ]


@pytest.mark.parametrize(("answer", "wanted", "typed"), cases())
def test_typed_unit(answer: dict[str, Any], wanted: str, typed: str) -> None:
    verdict = judge(key_of(answer), typed)
    assert wanted in (verdict.outcome, verdict.reason), verdict
    if verdict.outcome != "correct":
        assert verdict.message
        assert len(verdict.message) <= 200
    if wanted in UNREADABLE:
        assert verdict.outcome in COSTS_NO_TRY
    if verdict.offset is not None:
        assert 0 <= verdict.offset <= len(typed)
