"""A web page that loads nothing from elsewhere, for screen and print."""

from __future__ import annotations

from quizengine.maths.print import Display, Layout
from quizengine.maths.print import render as show_layout
from quizengine.sheet.finalizers import Finalizer, pieces, spoken
from quizengine.sheet.formats.svg import svg, xml_words
from quizengine.sheet.formats.template_set import Format, TemplateSet
from quizengine.sheet.pictures import Placed


def _formula(layout: Layout) -> str:
    """Browsers break no line inside a formula, but between two."""
    return "<wbr>".join(show_layout(piece, "mathml") for piece in pieces(layout))


def _display(piece: Display) -> str:
    return show_layout(piece, "mathml")


def _closed(formula: str, signs: str) -> str:
    start, between, last = formula.rpartition("<wbr>")
    return f'{start}{between}<span class="kept">{last}{signs}</span>'


def _picture(picture: Placed) -> str:
    """A figure is told by its description; only what may stand in a paragraph or a list can be used."""
    look, wide = "figure small" if picture.small else "figure", f"{picture.drawing().width:g}em"
    label = xml_words(spoken(picture.description()))
    return f'<span class="{look}" role="img" aria-label="{label}" style="width: {wide}">{svg(picture)}</span>'


FINALIZER = Finalizer(xml_words, _formula, "<br>\n<br>\n", _closed, _display, _picture)
FORMAT = Format(".html", TemplateSet("html", "html", FINALIZER))
