"""Trees and authors' formulas as Unicode text, ASCII, LaTeX, Typst, MathML and spoken English.

    arrange(tree) or formula(latex, fill)  ->  Layout  ->  render(layout, format)

Every format is printed from the same layout, so all of them show the same formula.

    arranging, strength                         a tree as Layout
    formulas/                                   an author's LaTeX as Layout
    layout, symbols, words, names, shape        the language between
    text/, latex, typst, mathml, spoken/        Layout printed, each by one verb with the name of its format
    stacked, boxes                              Layout over several lines of a terminal
    prose                                       sentences with formulas
    notation                                    trees in the plain notation that is read back
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from quizengine.maths.show.prose import Prose, inline, prose, show_prose
from quizengine.maths.show.render import render

if TYPE_CHECKING:
    from quizengine.maths.show.arranging import arrange
    from quizengine.maths.show.formulas import formula
    from quizengine.maths.show.layout import Format, Layout
    from quizengine.maths.show.notation import plain
    from quizengine.maths.show.stacked import tall
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

_HOMES = {
    "Format": "layout",
    "Layout": "layout",
    "arrange": "arranging",
    "formula": "formulas",
    "plain": "notation",
    "tall": "stacked",
}


def __getattr__(name: str) -> Any:
    """Loads what is asked for: words without a formula, as in many first questions, are shown at once."""
    if name not in _HOMES:
        raise AttributeError(f"module 'quizengine.maths.show' has no attribute {name!r}")
    return getattr(import_module(f"quizengine.maths.show.{_HOMES[name]}"), name)


def show(node: Node, format: Format = "text") -> str:
    """The tree `node` in `format`; never raises."""
    from quizengine.maths.show.arranging import arrange

    return render(arrange(node), format)
