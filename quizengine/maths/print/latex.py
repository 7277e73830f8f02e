"""Layout as LaTeX, for pdfLaTeX with amsmath and amssymb, for MathJax and KaTeX."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from quizengine.maths.print.layout import (
    Accent,
    Apply,
    Digits,
    Fence,
    Fraction,
    Layout,
    Letter,
    Root,
    Row,
    Scripts,
    Sign,
    Space,
    Table,
    Text,
    Word,
)
from quizengine.maths.print.layout_queries import is_tall
from quizengine.maths.print.symbols import BY_CHARACTER
from quizengine.maths.print.upright_names import KNOWN_WORDS

_ESCAPED = {
    **{character: f"\\{character}" for character in "{}$&#%_"},
    "\\": "\\textbackslash{}",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
    "|": "\\textbar{}",
    "`": "\\textasciigrave{}",
}
_STYLES = {"bold": "mathbf", "roman": "mathrm", "double": "mathbb", "script": "mathcal"}
_FENCES = {
    "{": "\\{",
    "}": "\\}",
    "⟨": "\\langle",
    "⟩": "\\rangle",
    "⌊": "\\lfloor",
    "⌋": "\\rfloor",
    "⌈": "\\lceil",
    "⌉": "\\rceil",
}
_BARS = {"|": ("\\lvert", "\\rvert"), "‖": ("\\lVert", "\\rVert")}
_MATRICES = {("(", ")"): "pmatrix", ("[", "]"): "bmatrix", ("|", "|"): "vmatrix", ("", ""): "matrix"}
_ACCENTS = {"bar": "bar", "hat": "hat", "vec": "vec", "tilde": "tilde", "dot": "dot", "line": "overline"}
_COMMAND_AT_END = re.compile(r"\\[a-zA-Z]+\Z")


def latex(layout: Layout) -> str:
    """Return the layout as LaTeX source for math mode."""
    return _PRINTERS[type(layout)](layout)


def escape_text(text: str) -> str:
    """Return words as LaTeX source for text mode: every character stands for itself."""
    return "".join(_ESCAPED.get(character, character) for character in text).replace("--", "-{}-")


def _joined(pieces: Iterable[str]) -> str:
    out = ""
    for piece in pieces:
        if piece and piece[0].isalnum() and (_COMMAND_AT_END.search(out) or _runs_on(out)):
            out += " "
        out += piece
    return out


def _runs_on(out: str) -> bool:
    return len(out) > 1 and out[-2] in "^_"  # correct without a space, but `x^2y` is hard to read


def _row(layout: Row) -> str:
    return _joined(map(latex, layout.parts)).strip(" ")


def _sign(layout: Sign) -> str:
    symbol = layout.symbol
    if symbol.kind in ("add", "relation") or symbol.name in ("times", "cdot", "div", "circ", "odot"):
        return f" {symbol.latex} "
    if symbol.name == "%":
        return "\\%"
    return f"{symbol.latex} " if symbol.kind == "punctuation" else symbol.latex


def _letter(layout: Letter) -> str:
    symbol = BY_CHARACTER.get(layout.text)
    if symbol is not None and symbol.kind == "letter":
        return f"\\boldsymbol{{{symbol.latex}}}" if layout.style == "bold" else symbol.latex
    if layout.style == "italic" and layout.text.isalnum():
        return layout.text
    return f"\\{_STYLES.get(layout.style, 'mathrm')}{{{escape_text(layout.text)}}}"


def _word(layout: Word) -> str:
    if layout.text in KNOWN_WORDS and KNOWN_WORDS[layout.text].in_latex:
        return f"\\{layout.text}"
    return f"\\operatorname{'*' if layout.limits else ''}{{{escape_text(layout.text)}}}"


def _scripts(layout: Scripts) -> str:
    base = latex(layout.base)
    if isinstance(layout.base, (Row, Scripts, Fraction, Root)) or not base:
        base = f"{{{base}}}"
    sub = "" if layout.sub is None else f"_{_braced(latex(layout.sub))}"
    if layout.sup is None:
        return base + sub
    raised = latex(layout.sup)
    if raised and not raised.replace("\\prime", ""):
        return base + "'" * raised.count("\\prime") + sub
    return f"{base}{sub}^{_braced(raised)}"


def _braced(text: str) -> str:
    text = text.strip()
    return text if len(text) == 1 else f"{{{text}}}"


def _root(layout: Root) -> str:
    index = "" if layout.index is None else f"[{_braced(latex(layout.index))}]"
    return f"\\sqrt{index}{{{latex(layout.inside)}}}"


def _fence(layout: Fence) -> str:
    if isinstance(layout.inside, Table):
        return _matrix(layout.inside, layout.left, layout.right)
    inside = latex(layout.inside)
    left, right = _delimiter(layout.left, 0), _delimiter(layout.right, 1)
    if is_tall(layout.inside) or not layout.left or not layout.right:
        return _joined(("\\left" + (left or "."), inside, "\\right" + (right or ".")))
    return _joined((left, inside, right))


def _delimiter(character: str, side: int) -> str:
    return _BARS[character][side] if character in _BARS else _FENCES.get(character, character)


def _apply(layout: Apply) -> str:
    function, argument = latex(layout.function), latex(layout.argument)
    if isinstance(layout.argument, Fence):
        return function + argument
    return f"{function} {argument}"


def _table(layout: Table) -> str:
    return _matrix(layout, "", "")


def _matrix(table: Table, left: str, right: str) -> str:
    body = " \\\\ ".join(" & ".join(map(latex, cells)) for cells in table.rows)
    name = "aligned" if table.kind == "aligned" else _MATRICES.get((left, right))
    if table.kind == "cases" and (left, right) == ("{", ""):
        name = "cases"
    if name is not None:
        return f"\\begin{{{name}}} {body} \\end{{{name}}}"
    opener, closer = _delimiter(left, 0) or ".", _delimiter(right, 1) or "."
    return f"\\left{opener}\\begin{{matrix}} {body} \\end{{matrix}}\\right{closer}"


_PRINTERS: Mapping[type, Callable[..., str]] = {
    Row: _row,
    Digits: lambda layout: layout.text,
    Letter: _letter,
    Word: _word,
    Sign: _sign,
    Fraction: lambda layout: f"\\frac{{{latex(layout.top)}}}{{{latex(layout.bottom)}}}",
    Scripts: _scripts,
    Root: _root,
    Fence: _fence,
    Apply: _apply,
    Table: _table,
    Accent: lambda layout: f"\\{_ACCENTS.get(layout.mark, 'hat')}{{{latex(layout.base)}}}",
    Space: lambda layout: "\\," if layout.width == "thin" else "\\quad ",
    Text: lambda layout: f"\\text{{{escape_text(layout.text)}}}",
}
