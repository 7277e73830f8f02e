"""What separates items besides commas and semicolons: `and`, arrows, the ends of lines, the & that aligns in LaTeX."""

from __future__ import annotations

from quizengine.maths.parse.arithmetic import SIGNS
from quizengine.maths.parse.brackets import CLOSERS, CLOSING, enclosing
from quizengine.maths.parse.student import Student

#: Kinds of tokens that go on with what stands before them, or want something after them: no line ends an item there.
_JOINS = ("", ",", ";", "&", "*", "/", "^", "=", "→", "_", "over")
_BARS = "|‖"  # may open as well as close


def separators(parser: Student) -> None:
    """Make plain commas and semicolons of everything that separates items."""
    kinds = parser.kinds
    if "&" in kinds:
        _unalign(parser)
    if not parser.expected.is_list:
        return
    if "\n" in parser.tokens.text.strip():
        _end_lines(parser)
    _drop_repeats(parser)
    if parser.expected.arrows:
        kinds[:] = ["," if kind == "→" else kind for kind in kinds]


def _unalign(parser: Student) -> None:
    """Drop the & before an = sign or at the start of a line; a & between the answers themselves is a comma."""
    kinds = parser.kinds
    inside = enclosing(kinds, parser.expected.is_list)
    aligned = "=" in kinds
    for at in range(len(kinds) - 2, -1, -1):
        if kinds[at] != "&" or inside[at] >= 0:
            continue
        if aligned and (kinds[at + 1] == "=" or at == 0 or kinds[at - 1] == ";"):
            parser.drop(at)
        elif parser.expected.is_list:
            kinds[at] = ","


def _end_lines(parser: Student) -> None:
    """A line that ends outside brackets ends an item, inside square brackets a row: [1 2⏎3 4]."""
    kinds, offsets, text = parser.kinds, parser.offsets, parser.tokens.text
    inside = enclosing(kinds, parser.expected.is_list)
    for at in range(len(kinds) - 2, 0, -1):
        bracket = inside[at]
        if "\n" not in text[offsets[at - 1] : offsets[at]] or not _ends(parser, at):
            continue
        if bracket < 0 or (kinds[bracket] == "[" and inside[bracket] < 0):
            kinds.insert(at, "," if bracket < 0 and not parser.expected.keeps_rows else ";")
            parser.values.insert(at, kinds[at])
            offsets.insert(at, offsets[at])


def _ends(parser: Student, at: int) -> bool:
    """Whether an item may end before token `at`, the first of its line; `-2y` begins a new one, `- 2y` goes on."""
    before, kind = parser.kinds[at - 1], parser.kinds[at]
    if before in _JOINS or before in SIGNS or kind in _JOINS:
        return False
    if before not in _BARS and kind not in _BARS and (before in CLOSING or kind in CLOSERS):
        return False
    offset = parser.offsets[at]
    return kind not in SIGNS or not parser.tokens.text[offset + 1 : offset + 2].isspace()


def _drop_repeats(parser: Student) -> None:
    """Drop the `and` after a comma or semicolon: (1, 2), and (3, 4)."""
    kinds, text = parser.kinds, parser.tokens.text
    for at in range(len(kinds) - 1, 0, -1):
        if kinds[at] == "," and kinds[at - 1] in (",", ";") and text[parser.offsets[at]].isalpha():
            parser.drop(at)
