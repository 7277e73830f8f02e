"""Layout as presentation MathML: one <math> element, with invisible operators and the LaTeX source as annotation."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping

from quizengine.maths.print.latex import latex
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
from quizengine.maths.print.layout_queries import is_large, is_tall

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
_TIMES, _APPLY = "<mo>\u2062</mo>", "<mo>\u2061</mo>"
_THIN = '<mspace width="0.17em"/>'
_AS_PRINTED = {"mid": ' stretchy="false"', "/": ' lspace="0" rspace="0"'}  # where browsers set a sign otherwise
_SIDES = (' style="text-align: right"', ' style="text-align: left"')
_ACCENTS = {"hat": "^", "bar": "‾", "vec": "→", "tilde": "~", "dot": "˙", "line": "‾"}


def mathml(layout: Layout) -> str:
    """Return the layout as a complete <math> element."""
    source = html.escape(latex(layout), quote=False)
    return (
        f'<math xmlns="{NAMESPACE}"><semantics>{_grouped(layout)}'
        f'<annotation encoding="application/x-tex">{source}</annotation></semantics></math>'
    )


def _element(layout: Layout) -> str:
    return _PRINTERS[type(layout)](layout)


def _grouped(layout: Layout) -> str:
    """The layout as exactly one element."""
    inner = _element(layout)
    return inner if isinstance(layout, _SINGLE) else f"<mrow>{inner}</mrow>"


def _row(layout: Row) -> str:
    out: list[str] = []
    for index, part in enumerate(layout.parts):
        if index and _multiplies(layout.parts[index - 1], part):
            out.append(_TIMES)
        if index and _is_word(part) and not _is_operator(layout.parts[index - 1]):
            out.append(_THIN)
        out.append(_element(part))
    return "".join(out)


def _is_word(layout: Layout) -> bool:
    """Whether the layout begins with the name of a function, which browsers set without the gap that TeX gives it."""
    while isinstance(layout, (Scripts, Apply)):
        layout = layout.base if isinstance(layout, Scripts) else layout.function
    return isinstance(layout, Word)


def _is_operator(layout: Layout) -> bool:
    """Whether the layout brings its own gap, or stands close to what follows."""
    return isinstance(layout, Space) or (
        isinstance(layout, Sign) and layout.symbol.kind != "ordinary" and layout.symbol.name != "implied"
    )


def _apply(layout: Apply) -> str:
    gap = _THIN if _is_word(layout.function) and not isinstance(layout.argument, Fence) else ""
    return _element(layout.function) + _APPLY + gap + _element(layout.argument)


def _multiplies(left: Layout, right: Layout) -> bool:
    """Whether a number stands before a letter without a sign, as an author writes `2x`."""
    while isinstance(right, (Scripts, Apply)):
        right = right.base if isinstance(right, Scripts) else right.function
    return isinstance(left, Digits) and isinstance(right, (Letter, Word, Root))


def _letter(layout: Letter) -> str:
    text = html.escape(layout.text, quote=False)
    if len(layout.text) == 1 and layout.style in _ALPHABETS:
        return f"<mi>{_styled(layout.text, layout.style)}</mi>"
    upright = ' mathvariant="normal"' if layout.style == "roman" and len(layout.text) == 1 else ""
    return f"<mi{upright}>{text}</mi>"


# The alphabets of mathematics in Unicode: browsers no longer follow mathvariant="bold".
# First and last letter of each run, and where it begins.
_ALPHABETS = {
    "bold": (("A", "Z", 0x1D400), ("a", "z", 0x1D41A), ("Α", "Ω", 0x1D6A8), ("α", "ω", 0x1D6C2)),
    "double": (("A", "Z", 0x1D538), ("a", "z", 0x1D552)),
    "script": (("A", "Z", 0x1D49C), ("a", "z", 0x1D4B6)),
}
_HOLES = {
    "double": dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)),
    "script": dict(zip("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ", strict=True)),
}


def _styled(letter: str, style: str) -> str:
    if letter in _HOLES.get(style, {}):
        return _HOLES[style][letter]
    for first, last, start in _ALPHABETS[style]:
        if first <= letter <= last:
            return chr(start + ord(letter) - ord(first))
    return html.escape(letter, quote=False)


def _sign(layout: Sign) -> str:
    symbol = layout.symbol
    if symbol.name == "implied":
        return _TIMES
    character = html.escape(symbol.print, quote=False)
    if symbol.name == "partial" or (symbol.kind == "ordinary" and symbol.name not in ("!", "prime")):
        return f"<mi>{character}</mi>"
    if symbol.name == "negative":  # the place in the row would make it a minus: `(1, - 2)`
        return '<mo form="prefix">−</mo>'
    return f"<mo{_AS_PRINTED.get(symbol.name, '')}>{character}</mo>"


def _scripts(layout: Scripts) -> str:
    base = _grouped(layout.base)
    sub = "" if layout.sub is None else _grouped(layout.sub)
    sup = "" if layout.sup is None else _grouped(layout.sup)
    under = is_large(layout.base) and not (isinstance(layout.base, Sign) and "int" in layout.base.symbol.name)
    names = ("munder", "mover", "munderover") if under else ("msub", "msup", "msubsup")
    name = names[2] if sub and sup else names[0] if sub else names[1]
    return f"<{name}>{base}{sub}{sup}</{name}>"


def _fence(layout: Fence) -> str:
    low = "" if is_tall(layout.inside) else ' stretchy="false"'  # stretched glyphs have gaps around them
    left = f'<mo form="prefix"{low}>{layout.left}</mo>' if layout.left else ""
    right = f'<mo form="postfix"{low}>{layout.right}</mo>' if layout.right else ""
    return f"<mrow>{left}{_element(layout.inside)}{right}</mrow>"


def _root(layout: Root) -> str:
    if layout.index is None:
        return f"<msqrt>{_element(layout.inside)}</msqrt>"
    return f"<mroot>{_grouped(layout.inside)}{_grouped(layout.index)}</mroot>"


def _table(layout: Table) -> str:
    sides = {"matrix": ("",), "cases": _SIDES[1:], "aligned": _SIDES}[layout.kind]
    rows = "".join(
        "<mtr>"
        + "".join(f"<mtd{sides[place % len(sides)]}>{_element(cell)}</mtd>" for place, cell in enumerate(cells))
        + "</mtr>"
        for cells in layout.rows
    )
    return f"<mtable>{rows}</mtable>"


def _accent(layout: Accent) -> str:
    close = "" if layout.mark in ("bar", "line", "dot") else ' accent="true"'  # so close these would touch the letter
    return f"<mover{close}>{_grouped(layout.base)}<mo>{_ACCENTS.get(layout.mark, '^')}</mo></mover>"


_SINGLE = (Digits, Letter, Word, Sign, Fraction, Scripts, Root, Fence, Table, Accent, Text, Space)
_PRINTERS: Mapping[type, Callable[..., str]] = {
    Row: _row,
    Digits: lambda layout: f"<mn>{layout.text}</mn>",
    Letter: _letter,
    Word: lambda layout: f"<mi>{html.escape(layout.text, quote=False)}</mi>",
    Sign: _sign,
    Fraction: lambda layout: f"<mfrac>{_grouped(layout.top)}{_grouped(layout.bottom)}</mfrac>",
    Scripts: _scripts,
    Root: _root,
    Fence: _fence,
    Apply: _apply,
    Table: _table,
    Accent: _accent,
    Space: lambda layout: _THIN if layout.width == "thin" else '<mspace width="1em"/>',
    Text: lambda layout: f"<mtext>{html.escape(layout.text, quote=False)}</mtext>",
}
