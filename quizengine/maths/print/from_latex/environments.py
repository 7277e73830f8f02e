"""What an author's formula opens and closes by name: \\left … \\right, matrices, cases, aligned lines."""

from __future__ import annotations

from quizengine.errors import Unreadable
from quizengine.maths.print.from_latex.parser import Parser
from quizengine.maths.print.from_latex.tokens import Token
from quizengine.maths.print.layout import EMPTY, Fence, Layout, Table

_MATRICES = {"pmatrix": "()", "bmatrix": "[]", "vmatrix": "||", "Vmatrix": "‖‖", "matrix": "", "smallmatrix": ""}
_DELIMITERS = {
    **{side: side for side in "()[]|"},
    "\\{": "{",
    "\\}": "}",
    "\\lbrace": "{",
    "\\rbrace": "}",
    "\\langle": "⟨",
    "\\rangle": "⟩",
    **dict.fromkeys(("\\lvert", "\\rvert", "\\vert"), "|"),
    **dict.fromkeys(("\\|", "\\lVert", "\\rVert", "\\Vert"), "‖"),
    "\\lfloor": "⌊",
    "\\rfloor": "⌋",
    "\\lceil": "⌈",
    "\\rceil": "⌉",
    ".": "",
}


def left(parser: Parser, token: Token) -> Layout:
    r"""Return the fence from \left, already read, to its \right; raises Unreadable."""
    opener = delimiter(parser, token)
    inside = parser.sequence(frozenset({"\\right"}), token)
    return Fence(opener, inside, delimiter(parser, parser.take()))


def delimiter(parser: Parser, owner: Token) -> str:
    """Return the bracket that follows the command `owner`, "" for the dot; raises Unreadable for anything else."""
    token = parser.take()
    if token.text not in _DELIMITERS:
        cure = f"{owner.text} needs a bracket after it, such as ( or \\{{, or . for none"
        raise Unreadable("argument-missing", owner.offset, cure, owner.length)
    return _DELIMITERS[token.text]


def environment(parser: Parser, token: Token) -> Layout:
    r"""Return the matrix, cases or lines from \begin, already read, to their \end; raises Unreadable."""
    name = token.words.rstrip("*")
    if name not in _MATRICES and name not in ("cases", "aligned", "align", "gathered"):
        known = ", ".join([*_MATRICES, "cases", "aligned"])
        raise Unreadable(
            "unknown-environment", token.offset, f"\\begin{{{name[:40]}}}: known are {known}", token.length
        )
    rows = _rows(parser, token)
    closing = parser.take()
    if closing.words != token.words:
        cure = f"\\begin{{{token.words}}} is closed by \\end{{{closing.words[:40]}}}"
        raise Unreadable("bracket-not-closed", closing.offset, cure, closing.length)
    if name == "cases":
        return Fence("{", Table(rows, "cases"), "")
    if name not in _MATRICES:
        return Table(rows, "aligned")
    sides = _MATRICES[name]
    return Fence(sides[0], Table(rows), sides[1]) if sides else Table(rows)


def _rows(parser: Parser, opened: Token) -> tuple[tuple[Layout, ...], ...]:
    rows: list[tuple[Layout, ...]] = []
    cells: list[Layout] = []
    while True:
        cells.append(parser.sequence(frozenset({"&", "\\\\", "\\end"}), opened))
        stop = parser.next.text
        if stop != "&":
            if cells != [EMPTY] or stop != "\\end":
                rows.append(tuple(cells))
            cells = []
        if stop == "\\end":
            return tuple(rows)
        parser.take()
