"""The commands of an author's formula that are more than a symbol."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from quizengine.errors import Unreadable
from quizengine.maths.print.from_latex.environments import delimiter, environment, left
from quizengine.maths.print.from_latex.parser import Parser
from quizengine.maths.print.from_latex.resolve import Piece
from quizengine.maths.print.from_latex.tokens import WORDY, Token
from quizengine.maths.print.from_tree import layout_of
from quizengine.maths.print.layout import (
    EMPTY,
    Accent,
    Apply,
    Fraction,
    Layout,
    Letter,
    Root,
    Row,
    Scripts,
    Sign,
    Space,
    Style,
    Text,
    Word,
    parts_of,
    row,
    words,
)
from quizengine.maths.print.render import render
from quizengine.maths.print.symbols import BY_NAME
from quizengine.maths.print.upright_names import KNOWN_WORDS

_SPACES = {",": "thin", ";": "thin", ":": "thin", " ": "thin", ">": "thin", "quad": "wide", "qquad": "wide"}
_LITERAL = frozenset("$#&_")
_SIZES = ("big", "Big", "bigg", "Bigg")
_IGNORED = {"!", "displaystyle", "textstyle", "limits", "nolimits", "nonumber"}
_IGNORED |= {size + side for size in _SIZES for side in ("", "l", "r")}
_STYLES: Mapping[str, Style] = {
    "mathbf": "bold",
    "boldsymbol": "bold",
    "bm": "bold",
    "mathrm": "roman",
    "mathit": "italic",
    "mathbb": "double",
    "mathcal": "script",
}
_ACCENTS = {
    "hat": "hat",
    "widehat": "hat",
    "bar": "bar",
    "vec": "vec",
    "tilde": "tilde",
    "widetilde": "tilde",
    "dot": "dot",
    "overline": "line",
}
_UNESCAPED = re.compile(r"\\([\\{}$%#&_ ])")


def command(parser: Parser, token: Token) -> tuple[Piece, ...]:
    """Return what the command `token`, already read, stands for, with its arguments; () if it leaves no trace."""
    name = token.text[1:]
    if name in _IGNORED:
        return ()
    if name in _SPACES:
        return (Space("wide" if _SPACES[name] == "wide" else "thin"),)
    if name in _BUILDERS:
        return (_BUILDERS[name](parser, token),)
    if name in _STYLES:
        return (_styled(parser.argument(token), _STYLES[name]),)
    if name in _ACCENTS:
        return (Accent(_ACCENTS[name], parser.argument(token)),)
    if name == "arg" and parser.next.text in ("\\min", "\\max"):
        return (Word(f"arg{parser.take().text[1:]}", limits=True),)
    if name in KNOWN_WORDS:
        return (Word(name, KNOWN_WORDS[name].limits),)
    if name in BY_NAME:
        symbol = BY_NAME[name]
        return (Letter(symbol.character) if symbol.kind == "letter" else Sign(symbol),)
    if name in _LITERAL:
        return (Text(name),)
    raise Unreadable("unknown-command", token.offset, _unknown(name), token.length)


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    known = [*_BUILDERS, *_STYLES, *_ACCENTS, *KNOWN_WORDS, *BY_NAME]
    near = get_close_matches(name, [word for word in known if word.isalpha()], 1)
    guess = f"did you mean \\{near[0]}? " if near else ""
    return f"\\{name[:40]} is not known here; {guess}put a function's name in \\operatorname{{…}}, words in \\text{{…}}"


def _fraction(parser: Parser, token: Token) -> Layout:
    return Fraction(parser.argument(token), parser.argument(token))


def _root(parser: Parser, token: Token) -> Layout:
    index: Layout | None = None
    if parser.next.kind == "sign" and parser.next.text == "[":
        opened = parser.take()
        index = parser.sequence(frozenset("]"), opened)
        parser.take()
    return Root(parser.argument(token), index)


def _text(parser: Parser, token: Token) -> Layout:
    return words("".join(_literal(parser, piece) for piece in re.split(r"(<<.*?>>)", token.words, flags=re.DOTALL)))


def _literal(parser: Parser, piece: str) -> str:
    if not (piece.startswith("<<") and piece.endswith(">>")):
        return _UNESCAPED.sub(r"\1", piece)
    value = parser.fill(piece[2:-2].strip())
    if isinstance(value, str):
        return value
    return render(layout_of(value), "text")


def _operator(parser: Parser, token: Token) -> Layout:
    name = _text(parser, token)
    assert isinstance(name, Text)
    known = KNOWN_WORDS.get(name.text)
    return Word(name.text, limits=token.text.endswith("*") or (known is not None and known.limits))


def _styled(layout: Layout, style: Style) -> Layout:
    """The layout with its letters in `style`; several upright letters are one name."""
    parts = parts_of(layout)
    if style == "roman" and len(parts) > 1 and all(isinstance(part, Letter) for part in parts):
        name = "".join(part.text for part in parts if isinstance(part, Letter))
        return Word(name, KNOWN_WORDS[name].limits) if name in KNOWN_WORDS else Letter(name, "roman")
    match layout:
        case Letter(text):
            return Letter(text, style)
        case Row(parts):
            return row(tuple(_styled(part, style) for part in parts))
        case Scripts(base, sub, sup):
            return Scripts(_styled(base, style), sub, sup)
        case Accent(mark, base):
            return Accent(mark, _styled(base, style))
        case Apply(function, argument):
            return Apply(_styled(function, style), argument)
        case _:
            return layout


_BUILDERS: Mapping[str, Callable[[Parser, Token], Layout]] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac"), _fraction),
    "sqrt": _root,
    **{name: _text for name in WORDY if name.startswith(("text", "mbox"))},
    "operatorname": _operator,
    "operatorname*": _operator,
    "left": left,
    "begin": environment,
    "middle": lambda parser, token: Sign(BY_NAME["mid"]) if delimiter(parser, token) else EMPTY,
}
