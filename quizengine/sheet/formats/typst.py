"""Typst source, from which PDFs are made."""

from __future__ import annotations

from quizengine.maths.print import Display, Layout
from quizengine.maths.print import render as show_layout
from quizengine.sheet.environment import environment
from quizengine.sheet.escapes import on_one_line
from quizengine.sheet.finalizers import LONG, SHORT, Finalizer, Markup, pieces, spoken
from quizengine.sheet.formats.svg import svg
from quizengine.sheet.formats.template_set import Format, TemplateSet
from quizengine.sheet.page_estimate import size
from quizengine.sheet.pictures import Placed


def quoted(text: str) -> Markup:
    """Return a Typst string literal, for places where Typst's code stands; Typst never reads markup in one."""
    return Markup('"' + on_one_line(text).replace("\\", "\\\\").replace('"', '\\"') + '"')


def _words(text: str) -> str:
    """Return words for where Typst's markup stands."""
    return f"#{quoted(text)};"


def _formula(layout: Layout) -> str:
    """The first piece is read aloud for the whole."""
    first, *others = pieces(layout)
    aloud = quoted(show_layout(layout, "spoken"))
    return _piece(first, aloud) + "".join(_piece(piece, "none") for piece in others)


def _piece(layout: Layout, aloud: str) -> str:
    height, width = size(layout)
    look = "fitted-" if width > LONG else "boxed-" if height > 1 or width < SHORT else ""
    return f"#{look}formula({aloud}, ${show_layout(layout, 'typst').strip()}$);"


def _display(piece: Display) -> str:
    aloud = quoted(show_layout(piece, "spoken"))
    return f"#display-formula({aloud}, ${show_layout(piece, 'typst').strip()}$);"


def _picture(picture: Placed) -> str:
    """A figure is read aloud by its description. Its lines are an SVG, whose reader stops at some texts, so that Typst
    sets its labels.
    """
    from quizengine.sheet.outlines import outlines  # not at the top: most sheets have no figure

    look, shown = "small-picture" if picture.small else "picture", picture.drawing()
    labels = environment(TEMPLATES).get_template("typst/_drawing.typ.j2").render(outlines=outlines(shown)).strip()
    told, lines = quoted(spoken(picture.description())), quoted(svg(picture, labels=False))
    return f"#{look}({told}, {shown.width:g}em, {shown.height:g}em, {lines}, {labels});"


FINALIZER = Finalizer(_words, _formula, "\n\n", display=_display, picture=_picture)
TEMPLATES = TemplateSet("typst", "typ", FINALIZER, {"quoted": quoted})
FORMAT = Format(".typ", TEMPLATES)
