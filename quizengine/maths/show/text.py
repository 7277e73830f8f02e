"""Layout on one line: Unicode text, and its ASCII twin for terminals that cannot print Unicode.

A fraction becomes a slash here, so brackets that print does not need are added: `(1/2)·x`, `1/(2·x)`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizengine.maths.show.alphabet import Alphabet
from quizengine.maths.show.layout import (
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
from quizengine.maths.show.shape import is_large

_BREAKS = ("add", "relation", "punctuation")  # a product ends at a sign of these kinds
_CLOSED = frozenset(")]}|‖⟩⌋⌉")


def line(layout: Layout, alphabet: Alphabet) -> str:
    """The layout on one line in `alphabet`."""
    return _PRINTERS[type(layout)](layout, alphabet)


def _row(layout: Row, alphabet: Alphabet) -> str:
    out: list[str] = []
    parts = layout.parts
    for index, part in enumerate(parts):
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
    before = index > 0 and not _is_break(parts[index - 1]) and parts[index - 1] is not NEGATIVE
    return before or (index + 1 < len(parts) and not _is_break(parts[index + 1]))


def _is_break(part: Layout) -> bool:
    return isinstance(part, (Space, Text)) or (isinstance(part, Sign) and part.symbol.kind in _BREAKS)


def needs_gap(before: Layout, said: str, part: Layout, text: str) -> bool:
    """Whether two neighbours without a sign between them would run into one word or one script."""
    if not said or not text or said[-1] == " " or (isinstance(part, Sign) and part.symbol.kind not in _WORDLIKE):
        return False
    if is_large(before) or is_large(part):
        return True
    if text[0] in "([{|‖⟨":
        return False
    if said[-1] in _CLOSED:
        return _is_wordy(part, text)
    if isinstance(before, Sign) and not said[-1].isalpha():
        return False
    return _is_wordy(before, said) or _is_wordy(part, text) or any(mark in said for mark in "^_√∛")


_WORDLIKE = ("letter", "ordinary", "large", "prefix")


def _is_wordy(part: Layout, text: str) -> bool:
    if isinstance(part, Scripts):
        return _is_wordy(part.base, text)
    if isinstance(part, Apply):
        return _is_wordy(part.function, text.partition("(")[0])
    return isinstance(part, Word) or (isinstance(part, (Letter, Sign)) and len(text) > 1 and text.isalpha())


def _sign(layout: Sign, alphabet: Alphabet) -> str:
    return alphabet.signs[layout.symbol.name]


def _fraction(layout: Fraction, alphabet: Alphabet) -> str:
    top, bottom = line(layout.top, alphabet), line(layout.bottom, alphabet)
    above = top if _holds_above(layout.top) else f"({top})"
    return f"{above}/{bottom if _holds_below(layout.bottom) else f'({bottom})'}"


def _holds_above(layout: Layout) -> bool:
    """Whether the layout needs no bracket before a slash."""
    if isinstance(layout, Row):
        return not any(_is_break(part) or part == NEGATIVE for part in layout.parts)
    return not isinstance(layout, (Fraction, Text)) or (isinstance(layout, Text) and " " not in layout.text)


def _holds_below(layout: Layout) -> bool:
    """Whether the layout needs no bracket after a slash: an atom, or a differential such as `∂x` or `dx`."""
    if isinstance(layout, Row):
        first = layout.parts[0] if layout.parts else layout
        return _is_differential(first) and all(_holds_below(part) for part in layout.parts[1:])
    if isinstance(layout, Sign):
        return layout.symbol.kind in ("letter", "ordinary") or _is_differential(layout)
    return not isinstance(layout, Fraction) and _holds_above(layout)


def _is_differential(part: Layout) -> bool:
    return (isinstance(part, Sign) and part.symbol.name == "partial") or (isinstance(part, Letter) and part.text == "d")


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
    try:
        return "".join([small[character] for character in text if character != " "])
    except KeyError:
        bare = isinstance(layout, (Digits, Letter, Sign)) or (isinstance(layout, Fence) and text[0] == "(")
        return f"{mark}{text}" if bare else f"{mark}({text})"


def _root(layout: Root, alphabet: Alphabet) -> str:
    inside = line(layout.inside, alphabet)
    index = "" if layout.index is None else line(layout.index, alphabet)
    head = alphabet.roots.get(index)
    if head is None:
        return f"root({index}, {inside})"
    bare = alphabet.bare_roots and isinstance(layout.inside, (Digits, Letter))
    return f"{head}{inside}" if bare else f"{head}({inside})"


def _fence(layout: Fence, alphabet: Alphabet) -> str:
    inside = line(layout.inside, alphabet)
    left, right = alphabet.fences.get(layout.left, layout.left), alphabet.fences.get(layout.right, layout.right)
    if isinstance(layout.inside, Table) and left and not right:
        right = "}"  # the cases of a function, on one line
    return f"{left}{inside}{right}"


def _apply(layout: Apply, alphabet: Alphabet) -> str:
    gap = "" if isinstance(layout.argument, Fence) else " "
    return f"{line(layout.function, alphabet)}{gap}{line(layout.argument, alphabet)}"


def _table(layout: Table, alphabet: Alphabet) -> str:
    rows = [[line(cell, alphabet) for cell in cells] for cells in layout.rows]
    if layout.kind != "matrix":
        return "; ".join(" ".join(cells).replace("  ", " ").strip() for cells in rows)
    if all(len(cells) == 1 for cells in rows):
        return ", ".join(cells[0] for cells in rows)
    return ", ".join(f"[{', '.join(cells)}]" for cells in rows)


def _accent(layout: Accent, alphabet: Alphabet) -> str:
    base = line(layout.base, alphabet)
    mark = alphabet.accents.get(layout.mark, "")
    return f"{base}{mark}" if mark and len(base) == 1 else f"{base}_{layout.mark}"


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
