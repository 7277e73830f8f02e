"""Every answer kind against its table of typed answers."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quizengine.answers import KINDS, judge
from quizengine.answers.key import Key
from quizengine.maths.language import Workspace

HERE = Path(__file__).parent
TABLES = sorted(HERE.glob("*.toml"))


def key_of(answer: dict[str, Any], others: list[str] | None = None) -> Key[Any]:
    """A key as an author writes it, with the texts of the mistakes as its distractors, lettered as they stand."""
    kind = next(name for name in KINDS if name in answer)
    key = KINDS[kind].model_validate(answer).draw(Workspace({}))
    distractors = tuple(KINDS["choice"].model_validate({"choice": text}).draw(Workspace({})) for text in others or [])
    return key.offer(distractors, range)[0]


def rows() -> Iterator[Any]:
    for table in TABLES:
        for number, written in enumerate(tomllib.loads(table.read_text(encoding="utf-8"))["key"]):
            for row in written["rows"]:
                yield pytest.param(
                    written["answer"], written.get("others"), *row, id=f"{table.stem}-{number}-{row[0] or 'nothing'}"
                )


@pytest.mark.parametrize(("answer", "others", "typed", "outcome", "credit", "reason", "message"), list(rows()))
def test_table(
    answer: dict[str, Any],
    others: list[str] | None,
    typed: str,
    outcome: str,
    credit: float,
    reason: str,
    message: str,
) -> None:
    verdict = judge(key_of(answer, others), typed)
    assert (verdict.outcome, verdict.credit) == (outcome, pytest.approx(credit, abs=1e-3)), verdict
    if reason or outcome == "correct":
        assert verdict.reason == reason, verdict
    assert message.casefold() in verdict.message.casefold(), verdict
    assert len(verdict.message) <= 200
    assert "\n" not in verdict.message
    if outcome in ("partial", "incorrect"):
        assert verdict.message
        assert verdict.evidence == "proven"
