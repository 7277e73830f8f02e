"""LaTeX source for teachers who edit; it compiles with pdflatex, lualatex and xelatex."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizengine.maths.print import Display, Layout
from quizengine.maths.print import render as show_layout
from quizengine.sheet.environment import environment
from quizengine.sheet.escapes import on_one_line
from quizengine.sheet.finalizers import LONG, Finalizer, Markup, pieces
from quizengine.sheet.formats.template_set import Format, TemplateSet
from quizengine.sheet.page_estimate import size
from quizengine.sheet.pictures import Placed

if TYPE_CHECKING:
    from quizengine.figures.drawing import Points

_TWO_COMMAS = re.compile(",(?=,)")  # T1 fonts have a quotation mark for them
_LATEX = {
    **{character: f"\\{character}" for character in "#$%&_{}"},
    **{"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "|": r"\textbar{}"},
    **{"<": r"\textless{}", ">": r"\textgreater{}", '"': r"\textquotedbl{}", "'": r"\textquotesingle{}"},
    **{"`": r"\textasciigrave{}", "-": "{-}", "[": "{[}", "]": "{]}", "\u00a0": "~"},
    **{"‘": r"\textquoteleft{}", "’": r"\textquoteright{}", "“": r"\textquotedblleft{}", "”": r"\textquotedblright{}"},
    **{"€": r"\texteuro{}", "⁻": r"\textsuperscript{-}", "Ω": r"\ensuremath{\Omega}"},
    **{sign: f"\\textsuperscript{{{digit}}}" for digit, sign in zip("0456789", "⁰⁴⁵⁶⁷⁸⁹", strict=True)},
    **{"–": r"\textendash{}", "—": r"\textemdash{}", "…": r"\textellipsis{}"},
}
LATEX_SIGNS = {
    **{"−": "-", "∇": r"\nabla", "∂": r"\partial", "≤": r"\le", "≥": r"\ge", "≠": r"\ne", "≈": r"\approx"},
    **{"→": r"\to", "∞": r"\infty", "√": r"\surd", "·": r"\cdot", "×": r"\times", "∈": r"\in", "∑": r"\sum"},
    **{"α": r"\alpha", "β": r"\beta", "γ": r"\gamma", "η": r"\eta", "θ": r"\theta", "λ": r"\lambda", "σ": r"\sigma"},
}


def latex_words(text: str) -> str:
    """Return words for pdfTeX and its successors alike."""
    return _TWO_COMMAS.sub(",{}", "".join(map(_latex_character, on_one_line(text))))


def _latex_character(character: str) -> str:
    """Plain ASCII stays; what neither TeX's table nor T1 fonts have goes by its number."""
    if character in _LATEX:
        return _LATEX[character]
    if character in LATEX_SIGNS:
        return f"\\ensuremath{{{LATEX_SIGNS[character]}}}"
    if character < "\x7f" or ("¡" <= character <= "ſ" and character != "\xad"):
        return character
    return f"\\other{{{ord(character):X}}}"


def _formula(layout: Layout) -> str:
    return "\\allowbreak ".join(map(_piece, pieces(layout)))


def _piece(layout: Layout) -> str:
    source = f"\\({show_layout(layout, 'latex')}\\)"
    return f"\\fitted{{{source}}}" if size(layout)[1] > LONG else source


def _display(piece: Display) -> str:
    source = show_layout(piece, "latex")
    return f"\n\\[\\fitted{{\\({source}\\)}}\\]\n" if size(piece.inside)[1] > LONG else f"\n\\[{source}\\]\n"


def _picture(picture: Placed) -> str:
    from quizengine.sheet.outlines import outlines  # not at the top: most sheets have no figure

    look = "drawnsmall" if picture.small else "drawn"
    template = environment(TEMPLATES).get_template("latex/drawing.j2")
    return f"\n\\{look}{{{template.render(outlines=outlines(picture.drawing())).strip()}}}\n"


def _path(points: Points) -> Markup:
    return Markup("--".join(f"({round(x, 2):g},{round(y, 2):g})" for x, y in points))


FINALIZER = Finalizer(latex_words, _formula, "\n\n", display=_display, picture=_picture)
TEMPLATES = TemplateSet("latex", "tex", FINALIZER, {"path": _path})
FORMAT = Format(".tex", TEMPLATES)
