"""A format is one file and one folder of templates: nothing else knows its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizengine.draw import Question
from quizengine.paper import Paper
from quizengine.resources import shipped
from quizengine.sheet import FORMATS, environment, formats, render_sheet

MARKDOWN = """
from quizengine.maths.print import render
from quizengine.sheet.finalizers import Finalizer
from quizengine.sheet.formats.template_set import Format, TemplateSet

FINALIZER = Finalizer(str.strip, lambda formula: f"${render(formula, 'latex')}$", "\\n\\n")
FORMAT = Format(".md", TemplateSet("markdown", "md", FINALIZER, {"shouted": str.upper}))
"""
SHEET = """# << head.title|shouted >>
<% for question in questions %>
<< question.number >>. << question.prompt >>
<% endfor %>
"""


def test_all_formats_are_there_with_their_templates() -> None:
    assert list(FORMATS) == ["html", "large-print", "latex", "pdf", "text", "typst"]
    assert len(FORMATS) == 6
    for name in FORMATS:
        templates = FORMATS[name].templates
        for document in ("sheet", "key"):
            assert (shipped("templates") / templates.folder / f"{document}.{templates.suffix}.j2").is_file()
    assert len({FORMATS[name].suffix for name in FORMATS}) == len(FORMATS)


def test_what_is_no_format_is_a_key_error() -> None:
    for name in ("docx", "svg", "template-set", "large_print"):
        with pytest.raises(KeyError):
            FORMATS[name]


def test_a_new_format_is_one_module_and_one_folder(
    paper: Paper, drawn: tuple[Question, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "markdown.py").write_text(MARKDOWN, encoding="utf-8")
    (tmp_path / "markdown").mkdir()
    (tmp_path / "markdown" / "sheet.md.j2").write_text(SHEET, encoding="utf-8")
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path)])
    monkeypatch.setattr(environment, "shipped", lambda name: tmp_path)
    assert "markdown" in FORMATS
    lines = render_sheet(drawn, paper, 0, "markdown", "sheet").decode().splitlines()
    assert lines[0] == f"# {paper.title.upper()}"
    assert lines[1].startswith("1. ")
    assert len([line for line in lines if line[:1].isdigit()]) >= len(drawn)
