"""Sentences with formulas and fill-ins."""

from __future__ import annotations

import pytest
import typst

from quizengine.errors import Unreadable
from quizengine.maths.parse import Notation, parse
from quizengine.maths.print import prose, show_prose


def fill(expression: str):
    return expression[1:-1] if expression.startswith('"') else parse(expression, Notation(("x", "y"))).tree


@pytest.mark.parametrize(
    ("source", "text", "latex"),
    [
        ("plain words", "plain words", "[plain words]"),
        ("at $x = 1$.", "at x = 1.", "[at ]\\(x = 1\\)[.]"),
        ("the slope is << 2*x >>.", "the slope is 2·x.", "[the slope is ]\\(2x\\)[.]"),
        ("$y = << x + 1 >>.$", "y = x + 1.", "\\(y = x + 1.\\)"),
        ("$a \\pm << x + 1 >>$", "a ± (x + 1)", "\\(a \\pm (x + 1)\\)"),
        ("$n = \\pm << (1, x) >>$", "n = ±(1, x)", "\\(n = \\pm(1, x)\\)"),
        ("$y = \\frac{x}{2}.$", "y = x/2.", "\\(y = \\frac{x}{2}.\\)"),
        ("$p\\ln\\frac{p}{q}$", "p ln(p/q)", "\\(p\\ln \\frac{p}{q}\\)"),
        ('a << "heat" >> map', "a heat map", "[a heat map]"),
        ("it costs \\$5 and $x$", "it costs $5 and x", "[it costs $5 and ]\\(x\\)"),
        ("$x << -3 >>$", "x(−3)", "\\(x(-3)\\)"),
        ("$\\text{\\$} x$", "$x", "\\(\\text{\\$}x\\)"),
        ("one\n\ntwo $x$\n", "one\n\ntwo x\n", "[one\n\ntwo ]\\(x\\)[\n]"),
        ("$x$$y$", "xy", "\\(x\\)\\(y\\)"),
        ("", "", ""),
    ],
)
def test_words_are_escaped_and_formulas_shown(source, text, latex):
    found = prose(source, fill)
    assert show_prose(found, "text") == text
    assert show_prose(found, "latex", lambda words: f"[{words}]") == latex


def test_a_formula_in_typst_carries_its_spoken_form():
    found = show_prose(prose("let $x^2$.", fill), "typst")
    assert found == 'let #math.equation(alt: "x squared", $x^(2)$);.'
    assert typst.compile(found.encode(), format="pdf").startswith(b"%PDF")


DISPLAY = "Let\n$$y = \\frac{<< -x >>}{2}$$,\nso  $$x^2$$ it is. $$y$$"


@pytest.mark.parametrize(
    ("format", "shown"),
    [
        ("text", "Let\n\n    y = (−x)/2,\n\nso\n\n    x²\n\nit is.\n\n    y"),
        ("ascii", "Let\n\n    y = (-x)/2,\n\nso\n\n    x^2\n\nit is.\n\n    y"),
        ("latex", "Let\n\\[y = \\frac{-x}{2}\\text{,}\\]\nso\n\\[x^2\\]\nit is.\n\\[y\\]\n"),
        ("spoken", "Let y equals negative x over 2, so x squared it is. y "),
    ],
)
def test_a_formula_on_a_line_of_its_own(format, shown):
    assert show_prose(prose(DISPLAY, fill), format) == shown


def test_a_formula_on_a_line_of_its_own_in_pages():
    found = prose(DISPLAY, fill)
    assert show_prose(found, "mathml").count('<math display="block" xmlns=') == 3
    assert "<mtext>,</mtext>" in show_prose(found, "mathml")
    source = show_prose(found, "typst")
    assert source.count("#math.equation(block: true, alt: ") == 3
    assert typst.compile(source.encode(), format="pdf").startswith(b"%PDF")


def test_two_formulas_side_by_side_are_none_on_a_line_of_its_own():
    assert show_prose(prose("$x$$y$ and \\$$x$", fill), "text") == "xy and $x"


@pytest.mark.parametrize(
    ("source", "reason", "offset"),
    [
        ("a $x", "formula-not-closed", 2),
        ("a $$ $$ b", "formula-empty", 2),
        ("a $$x$ and $y$", "formula-not-closed", 2),
        ("a $$x", "formula-not-closed", 2),
        ("let\n$$\nx + \\foo\n$$", "unknown-command", 11),
        ("let $$(x$$ and $y)$", "bracket-not-closed", 6),
        ("a << x", "fill-in-not-closed", 2),
        ("let $x + \\foo$", "unknown-command", 9),
        ("let $(x$ and $y)$", "bracket-not-closed", 5),
    ],
)
def test_a_fault_has_its_place_in_the_whole_text(source, reason, offset):
    with pytest.raises(Unreadable) as caught:
        prose(source, fill)
    assert (caught.value.reason, caught.value.offset) == (reason, offset)
