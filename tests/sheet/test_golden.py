"""Whole sheets of a small bank, kept as files: a change of a template or a printer shows as a difference to look at.

QUIZENGINE_UPDATE_GOLDEN=1 writes them anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quizengine.bank import load
from quizengine.paper import Paper, plan_paper, variant_questions
from quizengine.sheet import Document, render_sheet

HERE = Path(__file__).parent
FORMATS: dict[str, str] = {"typst": "typ", "html": "html", "latex": "tex", "text": "txt"}


@pytest.fixture(scope="module")
def paper() -> Paper:
    return plan_paper(load([HERE / "bank"]), (), 5, 7, "Golden")


@pytest.mark.parametrize("part", ["sheet", "key"])
@pytest.mark.parametrize("format", FORMATS)
def test_a_sheet_is_as_it_was(format: str, part: Document, paper: Paper) -> None:
    source = render_sheet(variant_questions(paper, 0), paper, 0, format, part).decode()
    path = HERE / "golden" / f"{part}.{FORMATS[format]}"
    if os.environ.get("QUIZENGINE_UPDATE_GOLDEN"):
        path.write_text(source, encoding="utf-8")
    assert source == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("part", ["sheet", "key"])
def test_it_makes_a_pdf(part: Document, paper: Paper) -> None:
    assert render_sheet(variant_questions(paper, 0), paper, 0, "pdf", part).startswith(b"%PDF-")
