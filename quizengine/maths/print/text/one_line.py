"""Layout on one line: a rule for each kind of layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizengine.maths.print.layout import (
    NEGATIVE,
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
from quizengine.maths.print.layout_queries import one_case
from quizengine.maths.print.text.alphabet import Alphabet
from quizengine.maths.print.text.spacing import SPACED, holds_above, holds_below, is_break, needs_gap


def line(layout: Layout, alphabet: Alphabet) -> str:
    """Return the layout on one line in `alphabet`."""
    return _PRINTERS[type(layout)](layout, alphabet)


def _row(layout: Row, alphabet: Alphabet) -> str:
    out: list[str] = []
    parts = layout.parts
    for index, part in enumerate(parts):
        if type(part) is Sign and part.symbol.kind in SPACED:
            out.append(alphabet.signs[part.symbol.name])
            continue
        text = line(part, alphabet)
        if type(part) is Fraction and _in_product(parts, index):
            text = f"({text})"
        if index and needs_gap(parts[index - 1], out[-1], part, text):
            out.append(" ")
        out.append(text)
    if out and type(parts[-1]) is Sign:
        out[-1] = out[-1].rstrip(" ")
    if out and type(parts[0]) is Sign:
        out[0] = out[0].lstrip(" ")
    return "".join(out)


def _in_product(parts: tuple[Layout, ...], index: int) -> bool:
    """Whether the part at `index` is multiplied with the one before it or after it."""
    before = index > 0 and not is_break(parts[index - 1]) and parts[index - 1] is not NEGATIVE
    return before or (index + 1 < len(parts) and not is_break(parts[index + 1]))


def _sign(layout: Sign, alphabet: Alphabet) -> str:
    return alphabet.signs[layout.symbol.name]


def _fraction(layout: Fraction, alphabet: Alphabet) -> str:
    top, bottom = line(layout.top, alphabet), line(layout.bottom, alphabet)
    above = top if holds_above(layout.top) else f"({top})"
    return f"{above}/{bottom if holds_below(layout.bottom) else f'({bottom})'}"


def _scripts(layout: Scripts, alphabet: Alphabet) -> str:
    text = line(layout.base, alphabet).strip(" ")
    if text and isinstance(layout.base, (Row, Fraction, Root, Scripts)):
        text = f"({text})"
    if layout.sub is not None:
        text += _script(layout.sub, alphabet, alphabet.lowered, "_")
    if layout.sup is not None:
        text += _script(layout.sup, alphabet, alphabet.raised, "^")
    return text


def _script(layout: Layout, alphabet: Alphabet, small: Mapping[str, str], mark: str) -> str:
    text = line(layout, alphabet)
    return small_script(text, small) or f"{mark}{_grouped(layout, text, mark)}"


def small_script(text: str, small: Mapping[str, str]) -> str:
    """Return the text in small letters, or "" where one of them has no small form."""
    try:
        return "".join([small[character] for character in text if character != " "])
    except KeyError:
        return ""


def _grouped(layout: Layout, text: str, mark: str) -> str:
    """The text of a script, in brackets unless it is one atom (or, below, one word such as `xx`)."""
    single = isinstance(layout, (Digits, Letter, Sign)) or (isinstance(layout, Fence) and text[0] == "(")
    word = mark == "_" and text.isalnum() and isinstance(layout, (Row, Text))
    return text if single or word else f"({text})"


def _root(layout: Root, alphabet: Alphabet) -> str:
    return root(layout, line(layout.inside, alphabet), alphabet)


def root(layout: Root, inside: str, alphabet: Alphabet) -> str:
    """Return the root of the text `inside`."""
    index = "" if layout.index is None else line(layout.index, alphabet)
    raised = small_script(index, alphabet.raised)
    head = alphabet.roots.get(index) or (raised and f"{raised}√")
    if not head:
        return f"root({index}, {inside})"
    bare = alphabet.bare_roots and isinstance(layout.inside, (Digits, Letter))
    return f"{head}{inside}" if bare else f"{head}({inside})"


def _fence(layout: Fence, alphabet: Alphabet) -> str:
    inside = line(layout.inside, alphabet)
    left, right = alphabet.fences.get(layout.left, layout.left), alphabet.fences.get(layout.right, layout.right)
    if isinstance(layout.inside, Table):
        if left and not right:
            right = "}"  # the cases of a function, on one line
        elif left == "(" and len(layout.inside.rows[0]) > 1:
            left, right = "[", "]"
    return f"{left}{inside}{right}"


def _apply(layout: Apply, alphabet: Alphabet) -> str:
    function, argument = line(layout.function, alphabet), line(layout.argument, alphabet)
    if isinstance(layout.argument, Fraction):
        return f"{function}({argument})"  # ln a/b would be the quotient of ln a and b
    return f"{function}{'' if isinstance(layout.argument, Fence) else ' '}{argument}"


def _table(layout: Table, alphabet: Alphabet) -> str:
    rows = [[line(cell, alphabet) for cell in cells] for cells in layout.rows]
    if layout.kind == "cases":
        return "; ".join(one_case(cells, lambda cell: line(cell, alphabet)) for cells in layout.rows)
    if layout.kind != "matrix":
        return "; ".join(" ".join(cells).replace("  ", " ").strip() for cells in rows)
    if all(len(cells) == 1 for cells in rows):
        return ", ".join(cells[0] for cells in rows)
    return ", ".join(f"[{', '.join(cells)}]" for cells in rows)


def _accent(layout: Accent, alphabet: Alphabet) -> str:
    base = line(layout.base, alphabet)
    mark = alphabet.accents.get(layout.mark, "")
    if mark and len(base) == 1:
        return f"{base}{mark}"
    whole = f"({base})" if " " in base else base
    return f"{whole}_{'bar' if layout.mark == 'line' else layout.mark}"


_PRINTERS: Mapping[type, Callable[..., str]] = {
    Row: _row,
    Digits: lambda layout, alphabet: layout.text,
    Letter: lambda layout, alphabet: alphabet.letter(layout),
    Word: lambda layout, alphabet: layout.text,
    Sign: _sign,
    Fraction: _fraction,
    Scripts: _scripts,
    Root: _root,
    Fence: _fence,
    Apply: _apply,
    Table: _table,
    Accent: _accent,
    Space: lambda layout, alphabet: " " if layout.width == "thin" else "  ",
    Text: lambda layout, alphabet: alphabet.words(layout.text),
}
