"""What separates items besides commas and semicolons: `and`, arrows, the ends of lines, the & that aligns in LaTeX."""

from __future__ import annotations

from quizengine.maths.parse.bracket_pairs import enclosing
from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.lexer.token_kinds import CLOSERS, CLOSING, SIGNS

#: Kinds of tokens that go on with what stands before them, or want something after them: no line ends an item there.
_JOINS = ("", ",", ";", "&", "*", "/", "^", "=", "→", "_", "over")
_BARS = "|‖"  # may open as well as close


def separators(cursor: Cursor) -> None:
    """Make plain commas and semicolons of everything that separates items."""
    kinds = cursor.kinds
    if "&" in kinds:
        _unalign(cursor)
    if not cursor.expected.is_list:
        return
    if "\n" in cursor.tokens.text.strip():
        _end_lines(cursor)
    _drop_repeats(cursor)
    if cursor.expected.arrows:
        kinds[:] = ["," if kind == "→" else kind for kind in kinds]


def _unalign(cursor: Cursor) -> None:
    """Drop the & before an = sign or at the start of a line; a & between the answers themselves is a comma."""
    kinds = cursor.kinds
    inside = enclosing(cursor)
    aligned = "=" in kinds
    for at in range(len(kinds) - 2, -1, -1):
        if kinds[at] != "&" or inside[at] >= 0:
            continue
        if aligned and (kinds[at + 1] == "=" or at == 0 or kinds[at - 1] == ";"):
            cursor.drop(at)
        elif cursor.expected.is_list:
            kinds[at] = ","


def _end_lines(cursor: Cursor) -> None:
    """A line that ends outside brackets ends an item, inside square brackets a row: [1 2⏎3 4]."""
    kinds, offsets, text = cursor.kinds, cursor.offsets, cursor.tokens.text
    inside = enclosing(cursor)
    for at in range(len(kinds) - 2, 0, -1):
        bracket = inside[at]
        if "\n" not in text[offsets[at - 1] : offsets[at]] or not _ends(cursor, at):
            continue
        if bracket < 0 or (kinds[bracket] == "[" and inside[bracket] < 0):
            kinds.insert(at, "," if bracket < 0 and not cursor.expected.keeps_rows else ";")
            cursor.values.insert(at, kinds[at])
            offsets.insert(at, offsets[at])


def _ends(cursor: Cursor, at: int) -> bool:
    """Whether an item may end before token `at`, the first of its line; `-2y` begins a new one, `- 2y` goes on."""
    before, kind = cursor.kinds[at - 1], cursor.kinds[at]
    if before in _JOINS or before in SIGNS or kind in _JOINS:
        return False
    if before not in _BARS and kind not in _BARS and (before in CLOSING or kind in CLOSERS):
        return False
    offset = cursor.offsets[at]
    return kind not in SIGNS or not cursor.tokens.text[offset + 1 : offset + 2].isspace()


def _drop_repeats(cursor: Cursor) -> None:
    """Drop the `and` after a comma or semicolon: (1, 2), and (3, 4)."""
    kinds, text = cursor.kinds, cursor.tokens.text
    for at in range(len(kinds) - 1, 0, -1):
        if kinds[at] == "," and kinds[at - 1] in (",", ";") and text[cursor.offsets[at]].isalpha():
            cursor.drop(at)
