"""What separates items besides commas and semicolons: `and`, arrows, the ends of lines, the & that aligns in LaTeX."""

from __future__ import annotations

from quizengine.maths.read.arithmetic import LISTS, SIGNS
from quizengine.maths.read.brackets import CLOSERS, CLOSING
from quizengine.maths.read.student import Student

#: Kinds of tokens that go on with what stands before them, or want something after them: no line ends an item there.
_JOINS = (",", ";", "&", "*", "/", "^", "=", "→", "_", "over")
_BARS = "<>|‖"


def separators(parser: Student) -> None:
    """Make plain commas and semicolons of everything that separates items."""
    _unalign(parser)
    if parser.wants not in LISTS:
        return
    if "\n" in parser.tokens.text.strip():
        _end_items(parser)
    _without_repeats(parser)
    if parser.wants == "sequence":
        parser.kinds[:] = ["," if kind == "→" else kind for kind in parser.kinds]


def _unalign(parser: Student) -> None:
    """Drop the & before an = sign or at the start of a line; a & between the answers themselves is a comma."""
    kinds, level = parser.kinds, 0
    aligned = "=" in kinds
    for at in range(len(kinds) - 2, -1, -1):
        level += (kinds[at] in CLOSERS and kinds[at] not in _BARS) - (kinds[at] in CLOSING and kinds[at] not in _BARS)
        if kinds[at] != "&" or level != 0:
            continue
        if aligned and (kinds[at + 1] == "=" or at == 0 or kinds[at - 1] == ";"):
            for column in (kinds, parser.values, parser.offsets):
                del column[at]
        elif parser.wants in LISTS:
            kinds[at] = ","


def _end_items(parser: Student) -> None:
    """A line that ends outside brackets ends an item, inside square brackets a row: [1 2⏎3 4]."""
    kinds, offsets, text = parser.kinds, parser.offsets, parser.tokens.text
    open_kinds: list[str] = []
    at = 0
    while at < len(kinds) - 1:
        kind = kinds[at]
        if kind in CLOSING and kind not in _BARS:
            open_kinds.append(kind)
        elif kind in CLOSERS and kind not in _BARS and open_kinds:
            open_kinds.pop()
        at += 1
        if "\n" in text[offsets[at - 1] : offsets[at]] and _ends(parser, at) and open_kinds in ([], ["["]):
            row = bool(open_kinds) or parser.wants == "matrix"
            kinds.insert(at, ";" if row else ",")
            parser.values.insert(at, kinds[at])
            offsets.insert(at, offsets[at])
            at += 1


def _ends(parser: Student, at: int) -> bool:
    """Whether an item may end before token `at`, the first of its line; `-2y` begins a new one, `- 2y` goes on."""
    before, kind = parser.kinds[at - 1], parser.kinds[at]
    if kind == "" or before in _JOINS or before in SIGNS or kind in _JOINS:
        return False
    if (before in CLOSING and before not in _BARS) or (kind in CLOSERS and kind not in _BARS):
        return False
    offset = parser.offsets[at]
    return kind not in SIGNS or not parser.tokens.text[offset + 1 : offset + 2].isspace()


def _without_repeats(parser: Student) -> None:
    """Drop a comma or semicolon before `and`: (1, 2), and (3, 4)."""
    kinds, text = parser.kinds, parser.tokens.text
    for at in range(len(kinds) - 1, 0, -1):
        is_word = kinds[at] == "," and text[parser.offsets[at]].isalpha()
        if is_word and kinds[at - 1] in (",", ";"):
            for column in (kinds, parser.values, parser.offsets):
                del column[at]
