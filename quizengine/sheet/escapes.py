"""Words as literal text of each format, whatever they look like."""

from __future__ import annotations

import re
from html import escape

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_UNSEEN = re.compile(
    r"[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U0010fffe\U0010ffff]"
)
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_TWO_COMMAS = re.compile(",(?=,)")  # T1 fonts have a quotation mark for them
_LATEX = {
    **{character: f"\\{character}" for character in "#$%&_{}"},
    **{"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "|": r"\textbar{}"},
    **{"<": r"\textless{}", ">": r"\textgreater{}", '"': r"\textquotedbl{}", "'": r"\textquotesingle{}"},
    **{"`": r"\textasciigrave{}", "-": "{-}", "[": "{[}", "]": "{]}", "\u00a0": "~"},
    **{"‘": r"\textquoteleft{}", "’": r"\textquoteright{}", "“": r"\textquotedblleft{}", "”": r"\textquotedblright{}"},
    **{"–": r"\textendash{}", "—": r"\textemdash{}", "…": r"\textellipsis{}"},
}
LATEX_SIGNS = {
    **{"−": "-", "∇": r"\nabla", "∂": r"\partial", "≤": r"\le", "≥": r"\ge", "≠": r"\ne", "≈": r"\approx"},
    **{"→": r"\to", "∞": r"\infty", "√": r"\surd", "·": r"\cdot", "×": r"\times", "∈": r"\in", "∑": r"\sum"},
    **{"α": r"\alpha", "β": r"\beta", "γ": r"\gamma", "η": r"\eta", "θ": r"\theta", "λ": r"\lambda", "σ": r"\sigma"},
}


def escape_controls(text: str) -> str:
    """`text` with control characters as \\x1b, and those that turn the direction or show nothing as \\u202e."""
    text = _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def on_one_line(text: str) -> str:
    """`text` made visible, with a blank for each end of a line."""
    return _LINE_END.sub(" ", escape_controls(text))


def typst_string(text: str) -> str:
    """A Typst string literal; Typst never reads markup in one."""
    return '"' + on_one_line(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def typst_words(text: str) -> str:
    """Words where Typst's markup stands."""
    return f"#{typst_string(text)};"


def html_words(text: str) -> str:
    """Words of a page; all but NUL and carriage return can stand there as they are."""
    return escape(text.replace("\0", "\\x00")).replace("\r", "&#13;")


def latex_words(text: str) -> str:
    """Words for pdfTeX and its successors alike."""
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
