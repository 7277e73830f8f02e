"""Words inside a formula are words in every format, whatever they hold."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import typst

from quizengine.maths.print import formula, prose, render, show_prose
from quizengine.maths.print.layout import words

TEXTS = [json.loads(row)["text"] for row in Path(__file__).with_name("hostile.jsonl").read_text().splitlines()]
MATHML = "{http://www.w3.org/1998/Math/MathML}"
LATEX = {
    "\\textbackslash": "\\",
    "\\textasciicircum": "^",
    "\\textasciitilde": "~",
    "\\textless": "<",
    "\\textgreater": ">",
    "\\textbar": "|",
    "\\textasciigrave": "`",
}


def layout_of(text: str):
    return formula("x <<word>> + 1", lambda _: f"{text} ")


def typeset(node: object) -> str:
    """All text in what Typst's query gives for an equation."""
    if isinstance(node, dict):
        return "".join(typeset(node[key]) for key in ("text", "body", "children", "base", "child") if key in node)
    if isinstance(node, list):
        return "".join(map(typeset, node))
    return node if isinstance(node, str) else ""


def test_typst_sets_them_as_they_are():
    source = "\n\n".join(f"${render(layout_of(text), 'typst')}$" for text in TEXTS)
    found = json.loads(typst.query(source.encode(), "math.equation"))
    assert [typeset(equation).replace(" ", "") for equation in found] == [
        f"x{words(text).text}+1".replace(" ", "") for text in TEXTS
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_latex_and_mathml_hold_them_as_they_are(text):
    layout = layout_of(text)
    assert untyped(render(layout, "latex")) == f"{words(text).text} "
    root = ElementTree.fromstring(render(layout, "mathml"))
    assert [element.text for element in root.iter(f"{MATHML}mtext")] == [f"{words(text).text} "]
    assert {element.tag for element in root.iter()} <= {
        MATHML + tag for tag in ("math", "semantics", "mrow", "mi", "mo", "mn", "mtext", "annotation")
    }


def untyped(latex: str) -> str:
    r"""What \text{…} typesets; fails on any character that TeX would act on."""
    inside = latex[latex.index("\\text{") + 6 : latex.rindex("}")]
    out = ""
    while inside:
        match = re.match(r"(\\text[a-z]+)\{\}|\\([{}$&#%_])|-\{\}|([^\\{}$&#%_^~])", inside, re.DOTALL)
        assert match, inside
        out += LATEX[match[1]] if match[1] else match[2] or match[3] or "-"
        inside = inside[match.end() :]
    return out


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_that_acts_on_a_terminal_is_left(text):
    for form in ("text", "ascii", "spoken"):
        assert render(layout_of(text), form).replace("\u200c", "").replace("\u200d", "").isprintable()


@pytest.mark.parametrize("text", TEXTS)
def test_words_between_formulas_meet_the_escape(text):
    found = show_prose(prose("<<word>> $x$", lambda _: text), "latex", lambda words: f"[{words}]")
    assert found == f"[{text} ]\\(x\\)"
