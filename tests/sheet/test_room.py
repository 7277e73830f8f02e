"""The room that an author asks for, and the marks of worked steps, in every format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizengine.bank import load
from quizengine.draw import Question
from quizengine.paper import Paper, plan_paper, variant_questions
from quizengine.sheet import Document, render_sheet
from quizengine.sheet.page_estimate import RULED
from quizengine.sheet.view import head, numbered

ITEM = """title = 'T'
difficulty = 4
prompt = 'Let $f(x) = 3x$.'
[[parts]]
prompt = 'One.'
skills = ['s']
marks = 4
{room}
answer = {{ number = '3' }}
[parts.help]
steps = ['First.', {{ says = 'Second.', marks = 1 }}, {{ says = 'Third.', marks = 3 }}]
[[parts]]
prompt = 'Two.'
skills = ['s']
{room}
answer = {{ choice = 'this', options = ['this', 'that'] }}
"""
#: What a sheet shows for six lines of room and for three, and how often.
SHOWN: dict[str, dict[str, tuple[str, int]]] = {
    "text": {"lines": ("_" * 64, 9), "box": (r"\|" + " " * 62 + r"\|", 18), "grid": (r"(?:\+   ){16}\+", 11)},
    "html": {"lines": ('class="line"', 9), "box": ('m box" style="--lines: [63]"', 2), "grid": ('m grid" style', 2)},
    "latex": {"lines": (r"\\ruled\n", 9), "box": (r"\\roombox\{[63]\}", 2), "grid": (r"\\roomgrid\{[63]\}", 2)},
    "typst": {"lines": (r"#room\([63]\)", 2), "box": (r"#box-room\([63]\)", 2), "grid": (r"#grid-room\([63]\)", 2)},
}


def drawn(folder: Path, room: str) -> tuple[tuple[Question, ...], Paper]:
    (folder / "t").mkdir()
    (folder / "t" / "i.toml").write_text(ITEM.format(room=room and f"room = '{room}'"), encoding="utf-8")
    paper = plan_paper(load([folder]), (), 1, 7)
    return variant_questions(paper, 0), paper


def sheet(folder: Path, room: str, format: str, document: Document = "sheet") -> str:
    questions, paper = drawn(folder, room)
    return render_sheet(questions, paper, 0, format, document).decode()


@pytest.mark.parametrize("format", SHOWN)
@pytest.mark.parametrize("room", ["lines", "box", "grid", "none"])
def test_each_part_has_the_room_that_its_author_asks_for(tmp_path: Path, format: str, room: str) -> None:
    page = sheet(tmp_path, room, format)
    for kind, (pattern, times) in SHOWN[format].items():
        assert len(re.findall(pattern, page)) == (times if kind == room else 0), (kind, page)


def test_without_a_word_there_is_room_for_what_is_worked_out(tmp_path: Path) -> None:
    questions, paper = drawn(tmp_path, "")
    worked_out, chosen = numbered(questions)[0].parts
    assert (worked_out.room, worked_out.lines) == ("lines", 6)
    assert (chosen.room, chosen.lines) == ("none", 0)
    assert "_" * 64 not in render_sheet(questions, paper, 0, "text", "sheet").decode()


def test_a_page_is_the_fuller_for_it(tmp_path: Path) -> None:
    for name in ("with", "without"):
        (tmp_path / name).mkdir()
    wide, none = (numbered(drawn(tmp_path / n, room)[0])[0] for n, room in (("with", "grid"), ("without", "none")))
    assert wide.parts[0].rows.sheet == none.parts[0].rows.sheet + 6 * RULED
    assert wide.parts[0].rows.key == none.parts[0].rows.key


@pytest.mark.parametrize(
    ("room", "told"),
    [
        ("lines", "Where there are lines, show your working"),
        ("grid", "Where there is room for it, show your working"),
        ("box", "Where options have boxes, mark the right answer."),
        ("none", "Answer all questions. Where there are boxes, mark"),
    ],
)
def test_the_head_says_what_the_room_is_for(tmp_path: Path, room: str, told: str) -> None:
    questions, paper = drawn(tmp_path, room)
    assert told in head(numbered(questions), paper, 0).instructions


@pytest.mark.parametrize("room", ["box", "grid"])
@pytest.mark.parametrize("format", ["pdf", "large-print"])
def test_it_makes_a_pdf(tmp_path: Path, room: str, format: str) -> None:
    questions, paper = drawn(tmp_path, room)
    for document in ("sheet", "key"):
        assert render_sheet(questions, paper, 0, format, document).startswith(b"%PDF-")


MARKS = {
    "text": ("1. First.\n", "2. Second. [1 mark]\n", "3. Third. [3 marks]\n"),
    "html": (
        "<li><p>First.</p></li>",
        '<p>Second.</p><p class="marks">[1 mark]</p>',
        '<p>Third.</p><p class="marks">[3 marks]</p>',
    ),
    "latex": ("\\item First.\n", "\\item \\worth{1}{Second.}\n", "\\item \\worth{3}{Third.}\n"),
    "typst": ('    [#"First.";],\n', '[#asked(1)[#"Second.";]],', '[#asked(3)[#"Third.";]],'),
}


@pytest.mark.parametrize("format", MARKS)
def test_a_key_has_the_marks_at_the_steps_and_a_sheet_neither(tmp_path: Path, format: str) -> None:
    questions, paper = drawn(tmp_path, "")
    key, page = (render_sheet(questions, paper, 0, format, document).decode() for document in ("key", "sheet"))
    for line in MARKS[format]:
        assert line in key
        assert line not in page


def test_a_key_tells_the_minutes_and_a_sheet_does_not(tmp_path: Path) -> None:
    questions, paper = drawn(tmp_path, "")
    key, page = (render_sheet(questions, paper, 0, "text", document).decode() for document in ("key", "sheet"))
    assert "1 question · 5 marks · about 9 minutes" in key
    assert "minute" not in page
