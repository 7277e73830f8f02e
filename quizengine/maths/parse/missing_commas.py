"""Spaces where commas belong: (16 -21) may be one vector or a difference, so it is asked back."""

from __future__ import annotations

from quizengine.maths.parse.bracket_pairs import enclosing
from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.fault_messages import clipped
from quizengine.maths.parse.lexer.token_kinds import CLOSERS, SIGNS, STARTERS
from quizengine.maths.tree import Node, Vector

_ENDS = CLOSERS | {"x", "0", "u", "?"}  # what may end an item


def refuse_spaced(cursor: Cursor, tree: Node) -> None:
    """Raise the fault of an answer that has as many items as are asked only if spaces separate them."""
    count = cursor.notation.count
    found = 1 if not isinstance(tree, Vector) else len(tree.items)
    if found >= count or (found > 1 and not cursor.expected.one_vector):
        return
    splits = _splits(cursor)
    if found + len(splits) != count:
        return
    start, end = splits[0]
    before = cursor.tokens.text[cursor.offsets[start] : cursor.offsets[end]].strip()
    raise cursor.fault(
        "incomplete", f"a comma after {clipped(before)}? {count} values are asked, with commas between", end
    )


def _splits(cursor: Cursor) -> list[tuple[int, int]]:
    """Where an item may end at a space: before the sign of `16 -21`, and within brackets also in `(2x 3y)`.

    Pairs of the first token of the item before and the first of the one after.
    """
    kinds, offsets, text = cursor.kinds, cursor.offsets, cursor.tokens.text
    inside = enclosing(cursor)
    equals = max((at for at, kind in enumerate(kinds) if kind == "="), default=-1)
    start, found = equals + 1, []
    for at in range(equals + 2, len(kinds) - 1):
        if inside[at] >= 0 and not (inside[at] == equals + 1 and kinds[equals + 1] == "("):
            continue
        if inside[at] == at - 1 or kinds[at] in (",", ";"):
            start = at + (kinds[at] in (",", ";"))
        elif kinds[at - 1] in _ENDS and text[offsets[at] - 1].isspace() and _begins(cursor, at, inside[at] >= 0):
            found.append((start, at))
            start = at
    return found


def _begins(cursor: Cursor, at: int, in_brackets: bool) -> bool:
    """Whether an item may begin with token `at`, which stands after a space."""
    if cursor.kinds[at] in SIGNS:
        return not cursor.tokens.text[cursor.offsets[at] + 1].isspace()
    return in_brackets and cursor.kinds[at] in STARTERS and cursor.kinds[at] != "!"
