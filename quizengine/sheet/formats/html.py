"""A web page that loads nothing from elsewhere, for screen and print."""

from __future__ import annotations

from quizengine.maths.print import Display, Layout
from quizengine.maths.print import render as show_layout
from quizengine.sheet.finalizers import Finalizer, pieces
from quizengine.sheet.formats.svg import SVG, xml_words
from quizengine.sheet.formats.template_set import Format, TemplateSet


def _formula(layout: Layout) -> str:
    """Browsers break no line inside a formula, but between two."""
    return "<wbr>".join(show_layout(piece, "mathml") for piece in pieces(layout))


def _display(piece: Display) -> str:
    return show_layout(piece, "mathml")


def _closed(formula: str, signs: str) -> str:
    start, between, last = formula.rpartition("<wbr>")
    return f'{start}{between}<span class="kept">{last}{signs}</span>'


FINALIZER = Finalizer(xml_words, _formula, "<br>\n<br>\n", _closed, _display)
FORMAT = Format(".html", TemplateSet("html", "html", FINALIZER, figures=SVG))
