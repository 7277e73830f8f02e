"""Trees and authors' formulas as Unicode text, ASCII, LaTeX, Typst, MathML and spoken English.

    arrange(tree) or formula(latex, fill)  ->  Layout  ->  render(layout, format)

Every format is printed from the same layout, so all of them show the same formula.
"""

from __future__ import annotations

from quizengine.maths.show.arrange import arrange
from quizengine.maths.show.formula import formula
from quizengine.maths.show.layout import Format, Layout
from quizengine.maths.show.plain import plain
from quizengine.maths.show.prose import Prose, inline, prose, show_prose
from quizengine.maths.show.render import render
from quizengine.maths.show.tall import tall
from quizengine.maths.tree import Node

__all__ = [
    "Format",
    "Layout",
    "Prose",
    "arrange",
    "formula",
    "inline",
    "plain",
    "prose",
    "render",
    "show",
    "show_prose",
    "tall",
]


def show(node: Node, format: Format = "text") -> str:
    """The tree `node` in `format`; never raises."""
    return render(arrange(node), format)
