"""Brackets of every kind: grouping, vectors, columns, matrices, intervals."""

from __future__ import annotations

from collections.abc import Callable

from quizengine.maths.parse.bracket_pairs import without_commas
from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.grammar import expression
from quizengine.maths.parse.lexer.token_kinds import CLOSING
from quizengine.maths.parse.rules.rows import listed, rows
from quizengine.maths.parse.rules.transposes import is_transposed, transpose
from quizengine.maths.parse.syntax_faults import unclosed, unexpected
from quizengine.maths.tree import Node, Vector

NAMES = {"(": "()", "[": "[]", "{": "{}", "⟨": "<>", "<": "<>"}
ROW_ENDS = ("[", "]", ",", ";")
MIXED = ("()", "[]", "[)", "(]")

#: Makes a node of the bracket at a token and the one item in it, or of an empty one.
Group = Callable[[Cursor, int, Node], Node]
Empty = Callable[[Cursor, int], Node]


def items(cursor: Cursor) -> list[Node]:
    """Read the items, with commas between them, of what opens here, up to what closes it."""
    start = cursor.at
    closing = CLOSING[cursor.peek()]
    outside = cursor.enter()
    found = [expression(cursor)]
    while cursor.kinds[cursor.at] == ",":
        cursor.at += 1
        found.append(expression(cursor))
    if cursor.kinds[cursor.at] != closing:
        raise unclosed(cursor, start)
    cursor.leave(outside)
    return found


def bracket(cursor: Cursor) -> Node:
    """Read what an opening bracket begins: a group, a vector, a matrix or an interval."""
    return bracketed(cursor, _group, _refuse_empty, spaced=_by_spaces(cursor))


def bracketed(cursor: Cursor, group: Group, empty: Empty, *, spaced: bool = False) -> Node:
    """Read a bracket; `group` and `empty` say what it is with one item and with none.

    spaced: whether spaces part its items.
    """
    start = cursor.at
    kind = cursor.kinds[start]
    closing = CLOSING[kind]
    outside = cursor.enter(spaced)
    if cursor.kinds[cursor.at] == closing:
        tree = empty(cursor, start)
        cursor.leave(outside)
        return tree
    first = expression(cursor)
    if cursor.kinds[cursor.at] == closing:
        cursor.leave(outside)
        return group(cursor, start, first)
    found = rows(cursor, kind, first)
    names = _brackets_of(cursor, start, found)
    cursor.leave(outside)
    cursor.lists.append(start)
    vector = listed(cursor, found, names, start)
    if is_transposed(cursor, cursor.at):
        cursor.at += 1
        return transpose(cursor, vector)
    return vector


def open_interval(cursor: Cursor) -> Node:
    """Read ]0, 1] as an interval that begins after 0."""
    if not cursor.expected.open_brackets or cursor.brackets > 0:
        raise unexpected(cursor)
    cursor.kinds[cursor.at] = "("
    return bracket(cursor)


def _refuse_empty(cursor: Cursor, start: int) -> Node:
    raise cursor.fault("empty-brackets", "nothing stands between these brackets", start)


def _brackets_of(cursor: Cursor, start: int, found: list[list[Node]]) -> str:
    """The pair of brackets around rows; the brackets of an interval may differ."""
    kind, closing = cursor.kinds[start], cursor.peek()
    if closing == CLOSING[kind]:
        return str(cursor.values[start]) if kind == "M" else NAMES[kind]
    pair = kind + closing
    if cursor.expected.mixed_brackets and pair in MIXED and len(found) == 1 and len(found[0]) == 2:
        return pair
    raise unclosed(cursor, start)


def _group(cursor: Cursor, start: int, item: Node) -> Node:
    """One item between brackets: the item itself, or a row of one item in [[2x], [2y]]."""
    kinds = cursor.kinds
    kind, before, after = kinds[start], kinds[start - 1], kinds[cursor.at]
    if kind == "M":
        return _list_of_one(cursor, start, item, str(cursor.values[start]))
    if kind not in ("[", "<", "⟨"):
        return item
    if cursor.inside == "]" and before in ("[", ",") and after in (",", "]"):
        return _list_of_one(cursor, start, item, "[]")
    if before in ("", "=") and after == "" and cursor.expected.is_list and not isinstance(item, Vector):
        return _list_of_one(cursor, start, item, NAMES[kind])
    if kind == "[":
        if cursor.at - start == 3:
            cure = "use ( ) or leave them out; a subscript is written x_1"
            raise cursor.fault("square-brackets", f"square brackets make a list here; {cure}", start)
        return item
    if isinstance(item, Vector) and item.brackets == "{}":
        return item  # \langle {2x, 2y} \rangle
    raise cursor.fault("list-of-one", "angle brackets hold at least two numbers: <a, b>", start)


def _list_of_one(cursor: Cursor, start: int, item: Node, names: str) -> Vector:
    cursor.lists.append(start)
    return Vector((item,), names)


def _by_spaces(cursor: Cursor) -> bool:
    """Whether spaces separate the items of the bracket here, as in [2x 2y] and [[1 2], [3 4]].

    Only of a square one, where it is the whole answer or a row of a matrix, and holds no commas.
    """
    start, kinds = cursor.at, cursor.kinds
    if kinds[start] != "[" or not cursor.expected.spaces or cursor.inside not in ("", "]") or kinds[start - 1] == "f":
        return False
    if cursor.spaced_brackets is None:
        cursor.spaced_brackets = without_commas(kinds, cursor.expected.no_spaces_with)
    closing = cursor.spaced_brackets.get(start, 0)
    if not closing:
        return False
    before, after = kinds[start - 1], kinds[closing + 1]
    if cursor.inside == "":
        return before in ("", "=") and (after in ("", "^") or is_transposed(cursor, closing + 1))
    return before in ROW_ENDS and after in ROW_ENDS
