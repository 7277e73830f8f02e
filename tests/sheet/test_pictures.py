"""Figures in every place of a sheet and in every format: drawn, told in words, as large as their letters want."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as Xml
from pathlib import Path
from types import MappingProxyType

import pytest
from support.fixed_figure import ITEM, Fixed, of_matching, of_options, question

from quizengine.answers.kinds.choice import ChoiceKey
from quizengine.bank import Bank
from quizengine.draw import Part, Question
from quizengine.figures.drawing import LETTER, OPTION, PAGE
from quizengine.paper import Paper
from quizengine.resources import shipped
from quizengine.sheet import Document, render_sheet
from quizengine.sheet.finalizers import marked
from quizengine.sheet.formats import FORMATS
from quizengine.sheet.formats.svg import svg
from quizengine.sheet.formats.text import wrapped
from quizengine.sheet.page_estimate import LARGE, Output, figure_rows, rows
from quizengine.sheet.pictures import ABOVE, Placed, small
from quizengine.sheet.typst_compiler import compiler
from quizengine.sheet.view import numbered

PAPER = Paper(Bank((ITEM,), MappingProxyType({}), MappingProxyType({})), "Figures", (), 1, 1, (ITEM,))
HOSTILE = "<b>$#\\&_"
STEM, PROMPT, OPTIONS, STEP = Fixed("stem"), Fixed("prompt"), ("h₁", "x⁻²", HOSTILE, "η"), Fixed("step")
CHOICE = question(of_options(*OPTIONS, steps=(("See: ", STEP),)), ("Look: ", PROMPT, "Which?"), STEM)
MATCHING = question(of_matching("one", "two", "three"))
DRAWN = {"html": "<svg ", "typst": "<svg ", "latex": "\\begin{tikzpicture}", "text": "⡏"}


def sheet(asked: Question, format: str, document: Document) -> str:
    return render_sheet((asked,), PAPER, 0, format, document).decode()


@pytest.mark.parametrize("format", DRAWN)
@pytest.mark.parametrize(("document", "figures"), [("sheet", 6), ("key", 7)])
def test_every_figure_is_drawn_and_told(format: str, document: Document, figures: int) -> None:
    page = sheet(CHOICE, format, document)
    assert page.count(DRAWN[format]) == figures
    assert sheet(MATCHING, format, document).count(DRAWN[format]) == 3
    label = {"html": ">stem</tspan>", "typst": '[#"stem";]', "latex": "stem}", "text": " stem"}[format]
    assert page.count(label) >= 6
    if format != "latex":
        assert page.count("A picture of ") == figures


@pytest.mark.parametrize("format", DRAWN)
def test_without_figures_nothing_of_them_is_there(format: str) -> None:
    page = sheet(question(Part("", (), ChoiceKey(("a",), (("a",), ("b",))), 1, (), (), ())), format, "key")
    assert DRAWN[format] not in page
    assert "tikz" not in page


SMALL_LOOK = {"html": 'class="figure small"', "typst": "#small-picture(", "latex": "\\drawnsmall{\\begin"}


@pytest.mark.parametrize("format", SMALL_LOOK)
def test_options_and_figures_of_the_key_are_small(format: str) -> None:
    assert sheet(CHOICE, format, "sheet").count(SMALL_LOOK[format]) == 4
    assert sheet(CHOICE, format, "key").count(SMALL_LOOK[format]) == 5


@pytest.mark.parametrize(("format", "size"), [("pdf", 11), ("large-print", LARGE)])
def test_a_figure_is_as_wide_as_its_letters_want_and_fits_the_page(format: str, size: int) -> None:
    room = {"pdf": 166, "large-print": 174}[format] / 25.4 * 72 / size - 2.06  # ems of a question
    source = sheet(CHOICE, "typst", "sheet")
    widths = [float(width) for width in re.findall(r'picture\("[^"]*", ([0-9.]+)em', source)]
    assert widths == [PAGE, ABOVE, OPTION, OPTION, OPTION, OPTION]
    assert room >= PAGE
    assert room >= 2 * OPTION + 0.7
    assert render_sheet((CHOICE,), PAPER, 0, format, "sheet").startswith(b"%PDF-")


@pytest.mark.parametrize("document", ["sheet", "key"])
@pytest.mark.parametrize("format", ["pdf", "large-print"])
def test_a_pdf_has_what_they_show_in_words(format: str, document: Document) -> None:
    pdf = render_sheet((CHOICE, MATCHING), PAPER, 0, format, document)
    assert b"pdfuaid:part>1<" in pdf
    told = re.findall(rb"/Alt ?\(A picture of (\w+)", pdf)
    assert {b"stem", b"prompt", b"one", b"two", b"three"} <= set(told)


def test_four_that_are_compared_stay_on_the_page_of_their_question() -> None:
    (asked,) = numbered((question(of_options(*OPTIONS)),))
    assert asked.start_fits(Output("sheet"))
    assert asked.start_fits(Output("sheet", LARGE))
    (both,) = numbered((question(of_options(*OPTIONS), figure=STEM),))
    assert both.top_fits(Output("key", LARGE))
    assert not both.parts[0].rows.fit(Output("sheet", 3 * LARGE))


def test_a_page_is_as_full_as_the_figure_is_high() -> None:
    high, low = (figure_rows((Placed(Fixed("a"), is_small),)) for is_small in (False, True))
    assert (high - low) * 1.33 == pytest.approx(0.6 * (PAGE - OPTION))
    assert rows(("word", Fixed("a"), "word")) == 2
    (asked,) = numbered((MATCHING,))
    assert asked.parts[0].rows.figures == pytest.approx(2 * low)
    (chosen,) = numbered((CHOICE,))
    assert chosen.parts[0].rows.figures == pytest.approx(2 * low)


def test_an_svg_is_well_formed_and_its_labels_are_words() -> None:
    for text in (HOSTILE, "]]>", "&amp;", "'\"", "\x1b[2J"):
        root = Xml.fromstring(svg(Placed(Fixed(text))))
        texts = ["".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text")]
        assert len(texts) == 6
        assert {element.tag.rpartition("}")[2] for element in root.iter()} == {"svg", "path", "text", "tspan"}
        assert set(texts) == {text.replace("\x1b", "\\x1b")}


def test_a_pdf_is_made_of_any_label() -> None:
    """The reader of SVG within Typst stops at some texts, as at the third and fourth."""
    hostile = (Path(__file__).parent / "hostile_text.jsonl").read_text(encoding="utf-8").splitlines()
    texts = ["", "√2/2", "a\u0939", "ẋ ع", *(json.loads(line)["text"] for line in hostile)]
    look = (shipped("templates") / "typst" / "_look.typ").read_text(encoding="utf-8")
    fonts = 'font: ("New Computer Modern", "DejaVu Sans Mono"), lang: "en"'
    body = "".join(FORMATS["typst"].templates.finalizer(Fixed(text)) for text in texts)
    with compiler() as typst:
        assert typst.pdf(f'#set document(title: "x")\n#set text({fonts})\n{look}\n{body}').startswith(b"%PDF-")


def test_latex_has_no_command_of_a_label() -> None:
    def commands(text: str) -> list[str]:
        return re.findall(r"\\(?!text|[#$&_%])[a-z]+", FORMATS["latex"].templates.finalizer(Fixed(text)))

    assert commands(HOSTILE.replace("b", "")) == commands("-")
    assert r"{\textless{}b\textgreater{}\$\#\textbackslash{}\&\_}" in FORMATS["latex"].templates.finalizer(
        Fixed(HOSTILE)
    )


def test_a_letter_is_as_wide_as_a_drawing_reckons() -> None:
    line = f'measure(text(font: "New Computer Modern", "{"0123456789" * 4}")).width'
    asked = f"#context assert(calc.abs({line} - {40 * LETTER}em.to-absolute()) < 1pt)"
    with compiler() as typst:
        assert typst.pdf(f'#set document(title: "x")\n#set text(lang: "en")\n{asked}').startswith(b"%PDF-")


def test_in_plain_text_a_figure_has_lines_of_its_own_and_its_description_below() -> None:
    lines = wrapped(("See", Fixed("a"), "word " * 20), " " * 10).split("\n")
    assert lines[0] == "See"
    assert lines[2].startswith(" " * 10 + "⡏")
    assert lines.index(" " * 10 + "Figure: A picture of a.") > 12
    assert max(map(len, lines)) <= 78
    assert wrapped(small((Fixed("a"),)), "   ").startswith("⡏")


def test_marks_stand_below_a_figure() -> None:
    assert marked(("Look:", Fixed("a")), 2)[-1] == "[2\u00a0marks]"


def test_a_drawing_is_made_once_for_a_sheet_and_its_key(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []
    whole = Fixed.drawing
    monkeypatch.setattr(Fixed, "drawing", lambda self, width: (asked.append(width), whole(self, width))[1])
    for format in ("html", "typst", "latex"):
        for document in ("sheet", "key"):
            sheet(question(of_options("once p", "once q"), figure=Fixed("once r")), format, document)  # type: ignore[arg-type]
    assert sorted(asked) == [OPTION, OPTION, ABOVE]


@pytest.mark.parametrize("document", ["sheet", "key"])
@pytest.mark.parametrize("asked", [CHOICE, MATCHING], ids=["choice", "matching"])
def test_in_a_paragraph_of_a_page_there_is_nothing_that_ends_it(asked: Question, document: Document) -> None:
    inside = re.findall(r"<(?:p|em)\b[^>]*>(.*?)</(?:p|em)>", sheet(asked, "html", document), re.DOTALL)
    tags = {tag for text in inside for tag in re.findall(r"<([a-z0-9]+)", text)}
    assert tags <= {"span", "strong", "small", "br", "svg", "path", "text", "tspan"}
    assert asked is MATCHING or "svg" in tags
