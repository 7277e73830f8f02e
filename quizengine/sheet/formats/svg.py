"""Figures as SVG, within pages and within Typst's source: no format of its own."""

from __future__ import annotations

from html import escape

from quizengine.maths.print import Layout
from quizengine.maths.print import render as show_layout
from quizengine.sheet.escapes import make_visible
from quizengine.sheet.finalizers import Finalizer
from quizengine.sheet.formats.template_set import TemplateSet


def xml_words(text: str) -> str:
    """Return words for XML and HTML, with what nobody sees made visible."""
    return escape(make_visible(text))


def _formula(layout: Layout) -> str:
    return xml_words(show_layout(layout, "text"))


SVG = TemplateSet("svg", "svg", Finalizer(xml_words, _formula, "\n"))
