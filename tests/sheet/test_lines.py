"""What is too long for a line: formulas in pieces, texts and tables in plain text."""

from __future__ import annotations

import re

import pytest

from quizengine.draw import Question, Table
from quizengine.maths.parse import Notation, parse
from quizengine.maths.print import Display, Layout, layout_of
from quizengine.paper import Paper
from quizengine.resources import shipped
from quizengine.sheet import render_sheet
from quizengine.sheet.finalizers import LONG, marked
from quizengine.sheet.formats import FORMATS
from quizengine.sheet.formats.text import aligned, wrapped
from quizengine.sheet.page_estimate import size
from quizengine.sheet.typst_compiler import compiler

TERMS = " + ".join(f"{n}*x^{n}/(y + {n})" for n in range(2, 16))


def formula(text: str) -> Layout:
    return layout_of(parse(text, Notation(("x", "y", "z"))).tree)


def test_a_formula_that_fits_on_a_line_is_one_piece() -> None:
    assert FORMATS["html"].templates.finalizer(formula("2*x + y")).count("<math") == 1


@pytest.mark.parametrize("text", [TERMS, f"({TERMS}, {TERMS})", f"z = {TERMS}"], ids=["sum", "vector", "equation"])
def test_a_longer_one_comes_in_pieces_that_do(text: str) -> None:
    layout = formula(text)
    assert size(layout)[1] > LONG
    assert FORMATS["html"].templates.finalizer(layout).count("<wbr>") > 5
    assert FORMATS["latex"].templates.finalizer(layout).count("\\allowbreak") > 5
    assert "fitted" not in FORMATS["typst"].templates.finalizer(layout) + FORMATS["latex"].templates.finalizer(layout)


def test_a_full_stop_does_not_leave_its_formula() -> None:
    prose = ("Let ", formula("x"), ", ", formula("y"), " be.")
    page = FORMATS["html"].templates.finalizer(prose)
    assert page.startswith('Let <span class="kept"><math')
    assert "</math>,</span> <math" in page
    assert page.endswith("</math> be.")
    long = FORMATS["html"].templates.finalizer((formula(TERMS), ")."))
    assert long.index("kept") > long.rindex("<wbr>")


def test_its_first_piece_is_read_aloud_for_the_whole() -> None:
    first, *others = re.findall(r"formula\((\"[^\"]*\"|none), ", FORMATS["typst"].templates.finalizer(formula(TERMS)))
    assert first.startswith('"the fraction 2 x squared over y plus 2')
    assert first.endswith('y plus 15, end fraction"')
    assert set(others) == {"none"}


@pytest.mark.parametrize("text", [f"sin({TERMS})", f"({TERMS})/x", f"[[{TERMS}, x], [x, y]]"], ids=str)
def test_what_has_no_pieces_is_made_to_fit(text: str) -> None:
    layout = formula(text)
    assert FORMATS["typst"].templates.finalizer(layout).startswith("#fitted-formula(")
    assert FORMATS["latex"].templates.finalizer(layout).startswith("\\fitted{")


@pytest.mark.parametrize("part", ["sheet", "key"])
def test_plain_text_keeps_to_eighty_columns(part: str, drawn: tuple[Question, ...], paper: Paper) -> None:
    lines = render_sheet(drawn, paper, 0, "text", part).decode().splitlines()  # type: ignore[arg-type]
    assert max(map(len, lines)) < 80
    assert [line for line in lines if line != line.rstrip()] == []


def test_marks_are_wrapped_with_what_they_belong_to() -> None:
    assert wrapped(marked(("word " * 15 + "\n",), 2), "  ") == ("word " * 15).strip() + "\n  [2 marks]"
    shown = Display(formula("x"))
    assert marked(("Find", shown), 2)[-1] == "[2\u00a0marks]"


OWN_LINE = ("Let ", Display(formula("x/2"), "."), "So ", Display(formula(TERMS)), "it is.")


def test_a_formula_on_a_line_of_its_own() -> None:
    shown = {name: FORMATS[name].templates.finalizer(OWN_LINE) for name in ("html", "latex", "typst")}
    assert shown["html"].count('<math display="block"') == 2
    assert "<mtext>.</mtext>" in shown["html"]
    assert "\n\\[\\frac{x}{2}\\text{.}\\]\nSo" in shown["latex"]
    assert shown["latex"].count("\\[\\fitted{\\(") == 1
    assert '#display-formula("x over 2.", $' in shown["typst"]
    lines = wrapped(("Let", Display(formula("x/2"), "."), "So ", ("word " * 15)), "  ").split("\n")
    assert lines[:4] == ["Let", "", "      x/2.", ""]
    assert lines[4].startswith("  So word")


def test_a_table_is_as_wide_as_its_cells() -> None:
    table = Table(((formula("x"),), ("long name",)), ((("10",), ("2",)), (("3",), (formula("x/2"),))))
    assert aligned(table) == ["x    long name", "10   2", "3    x/2"]


def test_long_formulas_make_a_pdf() -> None:
    look = (shipped("templates") / "typst" / "_look.typ").read_text(encoding="utf-8")
    texts = (TERMS, f"({TERMS}, x)", f"<{TERMS}, x>", f"[{TERMS}, x]", f"sin({TERMS})", f"[[{TERMS}, x], [x, y]]")
    own_line = (Display(formula(text), ",") for text in texts)
    body = "\n\n".join(FORMATS["typst"].templates.finalizer(formula(text)) for text in texts)
    body += FORMATS["typst"].templates.finalizer(tuple(own_line))
    with compiler() as typst:
        pdf = typst.pdf(f'#set document(title: "x", date: none)\n#set text(lang: "en")\n{look}\n{body}')
    assert pdf.startswith(b"%PDF-")


def test_a_point_is_not_torn_in_plain_text() -> None:
    assert wrapped(("x" * 72 + " ", formula("(1, -2)"), " stays")) == "x" * 72 + "\n(1, −2) stays"
