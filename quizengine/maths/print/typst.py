"""Layout as Typst, the source between two dollars.

Every character that Typst could take for markup or code is escaped or stands in a string, so nothing that an
author wrote is ever parsed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

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

_STYLES = {"bold": "bold", "double": "bb", "script": "cal", "roman": "upright"}
_ACCENTS = {"hat": "hat", "bar": "macron", "vec": "arrow", "tilde": "tilde", "dot": "dot", "line": "overline"}
_ESCAPED = frozenset("()[]{}⟨⟩⌊⌋⌈⌉|,;:/_^&#$*`'\"\\<>=!-.~@")


def typst(layout: Layout) -> str:
    """Return the layout as Typst source for math mode, without the dollars."""
    return _PRINTERS[type(layout)](layout)


def string(text: str) -> str:
    """Return the text as a Typst string literal, quotes included."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _row(layout: Row) -> str:
    out = ""
    for before, part in zip((None, *layout.parts), layout.parts, strict=False):
        text = typst(part)
        if out and text and not (isinstance(part, Text) or isinstance(before, Text)):
            out += " "  # beside words a space in the source would be one more space on the page
        out += text
    return out


def _character(character: str) -> str:
    return f"\\{character}" if character in _ESCAPED else character


def _letter(layout: Letter) -> str:
    single = len(layout.text) == 1 and layout.text.isalpha()
    inside = layout.text if single else string(layout.text)
    if layout.style == "italic" or not single:
        return inside
    styled = f"{_STYLES[layout.style]}({inside})"
    return f"upright({styled})" if layout.style == "bold" and inside.isascii() else styled


def _word(layout: Word) -> str:
    return f"op({string(layout.text)}{', limits: #true' if layout.limits else ''})"


def _sign(layout: Sign) -> str:
    symbol = layout.symbol
    return "" if symbol.name == "implied" else _character(symbol.print)


def _scripts(layout: Scripts) -> str:
    base = typst(layout.base) or '""'
    below = "" if layout.sub is None else typst(layout.sub)
    above = "" if layout.sup is None else typst(layout.sup)
    if isinstance(layout.base, (Letter, Digits, Sign, Word)):
        return base + (f"_({below})" if below else "") + (f"^({above})" if above else "")
    return f"attach({base}{f', b: {below}' if below else ''}{f', t: {above}' if above else ''})"


def _root(layout: Root) -> str:
    inside = typst(layout.inside)
    return f"sqrt({inside})" if layout.index is None else f"root({typst(layout.index)}, {inside})"


def _fence(layout: Fence) -> str:
    if isinstance(layout.inside, Table):
        return _matrix(layout.inside, layout.left, layout.right)
    left, right = (_character(side) if side else "" for side in (layout.left, layout.right))
    return f"lr({left} {typst(layout.inside)} {right})"


def _apply(layout: Apply) -> str:
    function = typst(layout.function)
    beside_words = "" if function.endswith('"') else " "  # where a space would be printed
    return f"{function}{beside_words if isinstance(layout.argument, Fence) else ' thin '}{typst(layout.argument)}"


def _matrix(table: Table, left: str, right: str) -> str:
    if table.kind == "cases" and left == "{" and not right:
        return "display(cases(" + ", ".join(" & quad ".join(map(_cell, cells)) for cells in table.rows) + "))"
    if table.kind == "aligned":
        return _aligned(table)
    rows = "; ".join(", ".join(map(_entry, cells)) for cells in table.rows)
    sides = ", ".join(string(side) if side else "none" for side in (left, right))
    gap = ", row-gap: #0.7em" if any(is_tall(cell) for cells in table.rows for cell in cells) else ""
    return f"display(mat(delim: #({sides}){gap}, {rows}))"


def _aligned(table: Table) -> str:
    """Lines aligned at the marks; a matrix of one column, since a line break would end an inline formula's line."""
    return "display(mat(delim: #none, " + "; ".join(" &".join(map(typst, cells)) for cells in table.rows) + "))"


def _cell(layout: Layout) -> str:
    return typst(layout) or '""'


def _entry(layout: Layout) -> str:
    """A cell of a matrix; its fractions are as tall as they are outside."""
    return f"display({typst(layout)})" if is_tall(layout) else _cell(layout)


_PRINTERS: Mapping[type, Callable[..., str]] = {
    Row: _row,
    Digits: lambda layout: layout.text,
    Letter: _letter,
    Word: _word,
    Sign: _sign,
    Fraction: lambda layout: f"frac({_cell(layout.top)}, {_cell(layout.bottom)})",
    Scripts: _scripts,
    Root: _root,
    Fence: _fence,
    Apply: _apply,
    Table: lambda layout: _matrix(layout, "", ""),
    Accent: lambda layout: f"{_ACCENTS.get(layout.mark, 'hat')}({_cell(layout.base)})",
    Space: lambda layout: "thin" if layout.width == "thin" else "quad",
    Text: lambda layout: string(layout.text),
}
