"""Each text that people read in two ways, as the manual of notation lists them: right, asked back, or wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import quizengine.maths.parse
from quizengine.answers import judge, key_from_text
from quizengine.answers.verdict import ASKED_BACK

MANUAL = (Path(quizengine.maths.parse.__file__).parent / "README.md").read_text(encoding="utf-8")
SECTION = MANUAL.partition("## Where people read one text in two ways\n")[2]
ROWS = re.findall(r"^\| `([^`]*)` \| `([^`]*)` \| `([^`]*)` \|$", SECTION, re.MULTILINE)
AS_SHOWN = {"2e-3"}  # the very text of the other key needs no question
NAMES = ("x", "y")


def test_the_table_is_found() -> None:
    assert len(ROWS) >= 15


@pytest.mark.parametrize(("typed", "says", "other"), ROWS)
def test_a_text_is_right_in_its_documented_reading(typed: str, says: str, other: str) -> None:
    assert judge(key_from_text("expression", says, NAMES), typed).outcome == "correct"


@pytest.mark.parametrize(("typed", "says", "other"), ROWS)
def test_a_text_is_asked_back_where_the_other_reading_is_right(typed: str, says: str, other: str) -> None:
    verdict = judge(key_from_text("expression", other, NAMES), typed)
    if typed in AS_SHOWN:
        assert (verdict.outcome, verdict.reason) == ("correct", "")
        return
    assert (verdict.outcome, verdict.credit, verdict.reason) == ("unreadable", 0, "ambiguous")
    assert verdict.reason in ASKED_BACK
    assert verdict.message.startswith(f"Read as {verdict.read_as}; did you mean ")
    assert verdict.offset is not None
    assert 0 <= verdict.offset < len(typed)
    assert (verdict.evidence, verdict.witness, verdict.mistake, verdict.parts) == (None, None, None, ())


@pytest.mark.parametrize(("typed", "says", "other"), ROWS)
@pytest.mark.parametrize("key", ["7*x + y + 5", "(x + 3)/(y + 5)"])
def test_a_text_that_is_wrong_in_both_readings_costs_a_try(typed: str, says: str, other: str, key: str) -> None:
    assert judge(key_from_text("expression", key, NAMES), typed).outcome == "incorrect"
