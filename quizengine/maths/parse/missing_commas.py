"""Spaces where commas belong: (16 -21) may be one vector or a difference, so it is asked back."""

from __future__ import annotations

from quizengine.maths.parse.arithmetic import SIGNS, STARTERS
from quizengine.maths.parse.brackets import CLOSERS, enclosing
from quizengine.maths.parse.messages import clipped
from quizengine.maths.parse.student import Student
from quizengine.maths.tree import Node, Vector

_ENDS = CLOSERS | {"x", "0", "u", "?"}  # what may end an item


def refuse_spaced(parser: Student, tree: Node) -> None:
    """Raise the fault of an answer that has as many items as are asked only if spaces separate them."""
    count = parser.notation.count
    found = 1 if not isinstance(tree, Vector) else len(tree.items)
    if found >= count or (found > 1 and not parser.expected.one_vector):
        return
    splits = _splits(parser)
    if found + len(splits) != count:
        return
    start, end = splits[0]
    before = parser.tokens.text[parser.offsets[start] : parser.offsets[end]].strip()
    raise parser.fault(
        "incomplete", f"a comma after {clipped(before)}? {count} values are asked, with commas between", end
    )


def _splits(parser: Student) -> list[tuple[int, int]]:
    """Where an item may end at a space: before the sign of `16 -21`, and within brackets also in `(2x 3y)`.

    Pairs of the first token of the item before and the first of the one after.
    """
    kinds, offsets, text = parser.kinds, parser.offsets, parser.tokens.text
    inside = enclosing(kinds, parser.expected.is_list)
    equals = max((at for at, kind in enumerate(kinds) if kind == "="), default=-1)
    start, found = equals + 1, []
    for at in range(equals + 2, len(kinds) - 1):
        if inside[at] >= 0 and not (inside[at] == equals + 1 and kinds[equals + 1] == "("):
            continue
        if inside[at] == at - 1 or kinds[at] in (",", ";"):
            start = at + (kinds[at] in (",", ";"))
        elif kinds[at - 1] in _ENDS and text[offsets[at] - 1].isspace() and _begins(parser, at, inside[at] >= 0):
            found.append((start, at))
            start = at
    return found


def _begins(parser: Student, at: int, in_brackets: bool) -> bool:
    """Whether an item may begin with token `at`, which stands after a space."""
    if parser.kinds[at] in SIGNS:
        return not parser.tokens.text[parser.offsets[at] + 1].isspace()
    return in_brackets and parser.kinds[at] in STARTERS and parser.kinds[at] != "!"
