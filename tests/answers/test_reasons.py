"""The page of reasons names only codes that the code gives."""

from __future__ import annotations

import re
from pathlib import Path

import quizengine.answers

PAGE = Path(quizengine.answers.__file__).parent / "README.md"
SOURCE = "\n".join(file.read_text(encoding="utf-8") for file in PAGE.parent.parent.rglob("*.py"))


def test_each_reason_on_the_page_is_given_somewhere() -> None:
    rows = [line.split("|")[2] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    codes = [code for row in rows for code in re.findall(r"`([a-z-]+)`", row)]
    assert len(codes) > 20
    assert not [code for code in codes if f'"{code}"' not in SOURCE]
