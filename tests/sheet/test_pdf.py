from __future__ import annotations

import re

import pytest

from quizengine.bank import Bank
from quizengine.draw import Question
from quizengine.draw.draw import draw_question
from quizengine.paper import Paper, sheet_code
from quizengine.resources import shipped
from quizengine.sheet import Document, render_sheet
from quizengine.sheet.page_estimate import Output
from quizengine.sheet.typst_compiler import compiler
from quizengine.sheet.view import numbered


@pytest.mark.parametrize("part", ["sheet", "key"])
def test_a_pdf_can_be_read_aloud_and_brings_its_fonts(
    part: Document, drawn: tuple[Question, ...], paper: Paper
) -> None:
    pdf = render_sheet(drawn, paper, 0, "pdf", part)
    assert pdf.startswith(b"%PDF-")
    assert b"pdfuaid:part>1<" in pdf
    assert b"/MarkInfo" in pdf
    assert len(re.findall(rb"/FontFile[23]?\b", pdf)) >= 2


@pytest.mark.parametrize("part", ["sheet", "key"])
def test_large_print_is_the_same_sheet_in_larger_letters(
    part: Document, drawn: tuple[Question, ...], paper: Paper
) -> None:
    normal, large = (render_sheet(drawn, paper, 0, format, part) for format in ("pdf", "large-print"))
    assert b"pdfuaid:part>1<" in large
    assert pages(large) > pages(normal)


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type ?/Page\b", pdf))


def test_no_page_is_left_empty_before_a_question_of_more_than_a_page(shipped_bank: Bank, paper: Paper) -> None:
    long = draw_question(shipped_bank.item("potential/arrows-to-map"), 3, shipped_bank.mistakes)
    assert not numbered((long,))[0].start_fits(Output("key"))
    assert pages(render_sheet((long,), paper, 0, "pdf", "key")) == 2


def test_the_same_sheet_is_the_same_bytes_and_tells_no_date(drawn: tuple[Question, ...], paper: Paper) -> None:
    one, other = (render_sheet(drawn, paper, 0, "pdf", "sheet") for _ in range(2))
    assert one == other
    assert b"CreationDate" not in one


def test_every_page_has_the_code_and_its_number(drawn: tuple[Question, ...], paper: Paper) -> None:
    source = render_sheet(drawn, paper, 0, "typst", "sheet").decode()
    footer = source[source.index("footer:") : source.index("#set text(font")]
    assert sheet_code(paper, 0) in footer
    assert "counter(page).final()" in footer


def test_nothing_but_the_source_can_be_read() -> None:
    with compiler() as typst, pytest.raises(RuntimeError, match="at fault"):
        typst.pdf('#set document(title: "x")\n#read("/etc/hostname")')


@pytest.mark.parametrize("text", ["漢字", "🧮", "\U0010fff0"])
def test_a_character_without_a_font_stops_nothing(text: str) -> None:
    with compiler() as typst:
        assert typst.pdf(f'#set document(title: "x")\n#set text(lang: "en")\n#"{text}";').startswith(b"%PDF-")


HEAD = '#set document(title: "x")\n#set text(lang: "en")\n#set page(width: 10cm, margin: 1cm)\n'
WIDE = "$lr(( frac(a, b + c) - 0.2 \\, frac(a, b + c) - 0.3 \\, frac(a, b + c) - 0.4 \\, frac(a, b + c) - 0.5 ))$"
ON_ONE_LINE = [  # a piece of a page; one as high, with nothing that could break
    ('running([A long title of many words · and another one of as many], [Variant A])', "running([A], [B])"),
    (f'boxed-formula("f", {WIDE})', 'boxed-formula("f", $lr(( frac(a, b + c) ))$)'),
]  # fmt: skip


@pytest.mark.parametrize(("piece", "line"), ON_ONE_LINE)
def test_what_has_one_line_is_never_broken(piece: str, line: str) -> None:
    look = (shipped("templates") / "typst" / "_look.typ").read_text(encoding="utf-8")
    high = "measure(width: 8cm, {}).height"
    asked = f"#context assert({high.format(piece)} <= 1.6 * {high.format(line)})\n"
    with compiler() as typst:
        assert typst.pdf(f"{HEAD}{look}\n{asked}").startswith(b"%PDF-")
