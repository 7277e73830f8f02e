"""Trees and authors' formulas as Unicode text, ASCII, LaTeX, Typst, MathML and spoken English.

    layout_of(tree) or formula(latex, fill)  ->  Layout  ->  render(layout, format)

Every format is printed from the same layout, so all of them show the same formula.

    from_tree, precedence                       a tree as Layout
    from_latex/                                 an author's LaTeX as Layout
    layout, layout_queries                      the language between, and what several printers ask of it
    symbols, upright_names, variable_names      signs and names, with their spelling in every format
    text/, latex, typst, mathml, speech/        Layout printed, each by one verb with the name of its format
    two_dimensional, character_boxes            Layout over several lines of a terminal
    prose                                       sentences with formulas
    display                                     a formula on a line of its own
    picture                                     a figure among the words
    ingredients                                 what a text is made of beside its numbers
    decimals                                    a tree with decimals for its fractions
    plain_notation                              trees in the plain notation that is parsed back
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizengine.lazy import lazy_names
from quizengine.maths.print.display import Display
from quizengine.maths.print.prose import Prose, inline, prose, show_prose
from quizengine.maths.print.render import render

if TYPE_CHECKING:
    from quizengine.maths.print.from_latex import formula
    from quizengine.maths.print.from_tree import layout_of
    from quizengine.maths.print.layout import Format, Layout
    from quizengine.maths.print.plain_notation import plain
    from quizengine.maths.print.two_dimensional import tall
    from quizengine.maths.tree import Node

__all__ = [
    "Display",
    "Format",
    "Layout",
    "Prose",
    "formula",
    "inline",
    "layout_of",
    "plain",
    "prose",
    "render",
    "show",
    "show_prose",
    "tall",
]

# words without a formula, as in many first questions, are shown at once
__getattr__ = lazy_names(
    __name__,
    {
        "Format": "layout",
        "Layout": "layout",
        "layout_of": "from_tree",
        "formula": "from_latex",
        "plain": "plain_notation",
        "tall": "two_dimensional",
    },
)


def show(node: Node, format: Format = "text") -> str:
    """Return the tree `node` in `format`; never raises."""
    from quizengine.maths.print.from_tree import layout_of

    return render(layout_of(node), format)
