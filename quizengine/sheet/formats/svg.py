"""Figures as SVG, within pages and within Typst's source: no format of its own. Ten units are an em."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING

from quizengine.maths.print import Layout
from quizengine.maths.print import render as show_layout
from quizengine.sheet.environment import environment
from quizengine.sheet.escapes import make_visible
from quizengine.sheet.finalizers import Finalizer, Markup
from quizengine.sheet.formats.template_set import TemplateSet
from quizengine.sheet.pictures import Placed

if TYPE_CHECKING:
    from jinja2 import Template

    from quizengine.figures.drawing import Points

EM = 10.0
KEPT = 64  # figures: those of a sheet and of its key, in two formats


def xml_words(text: str) -> str:
    """Return words for XML and HTML, with what nobody sees made visible."""
    return escape(make_visible(text))


def _formula(layout: Layout) -> str:
    return xml_words(show_layout(layout, "text"))


def path(points: Points) -> Markup:
    """Return a path through `points` as the value of a `d`; so long that each number cannot pass the finalizer."""
    return Markup("M" + " ".join(f"{round(x, 1):g} {round(y, 1):g}" for x, y in points))


SVG = TemplateSet("svg", "svg", Finalizer(xml_words, _formula, "\n"), {"path": path})


@lru_cache(maxsize=KEPT)
def svg(picture: Placed, labels: bool = True) -> Markup:
    """Return the figure as an SVG element; labels: with its labels."""
    from quizengine.sheet.outlines import outlines  # not at the top: most sheets have no figure

    shown = outlines(picture.drawing(), EM)
    return Markup(_template().render(outlines=shown if labels else replace(shown, texts=())).strip())


@cache
def _template() -> Template:
    return environment(SVG).get_template("svg/drawing.j2")
