"""The pieces of a text with = signs, and the label before each: `f_x` of f_x = 2x, f_y = 3."""

from __future__ import annotations

from quizengine.errors import Unreadable
from quizengine.maths.functions import FUNCTIONS
from quizengine.maths.parse.bracket_pairs import enclosing
from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.fault_messages import clipped
from quizengine.maths.parse.labels import Label, asked_of, fits, label_in
from quizengine.maths.parse.lexer.token_kinds import CLOSING
from quizengine.maths.parse.lexer.words import canonical

UPDATE = "←"  # w ← w - 2ηw tells the new w
NAMES_SHOWN = 6


def pieces_of(cursor: Cursor) -> list[tuple[int, int]]:
    """Return where each piece between separators begins, and where its first = stands (-1: none), outside brackets."""
    pieces, start, equals = [], cursor.at, -1
    inside = enclosing(cursor)
    for at in range(cursor.at, len(cursor.kinds)):
        kind, outside = cursor.kinds[at], inside[at] < 0
        if outside and kind == "=" and equals < 0 and cursor.values[at] in ("=", ":=", "∈", UPDATE):
            equals = at
        elif (outside and kind in (",", ";")) or kind == "":
            pieces.append((start, equals))
            start, equals = at + 1, -1
    return pieces


def unwrap(cursor: Cursor) -> bool:
    """Take off the brackets of (x = 1, y = 2); whether there were any."""
    kinds, first = cursor.kinds, cursor.at
    if CLOSING.get(kinds[first]) != kinds[-2]:
        return False
    cursor.drop(len(kinds) - 2)
    cursor.drop(first)
    return True


def label_before(cursor: Cursor, start: int, equals: int) -> Label | None:
    """Return the label before the = sign of a piece, None where there is none; raises Unreadable where it says more."""
    if equals < 0:
        return None
    label = label_in(cursor.text_between(start, equals), cursor.notation)
    if cursor.values[equals] == "∈" and not cursor.expected.membership:
        return None
    if label is None:
        return None
    if not cursor.expected.checks_labels:
        return label if label.kind in cursor.expected.label_kinds else None
    if cursor.expected.keeps_relations:
        return label if fits(label, cursor.notation) and not _is_side(label, cursor, equals) else None
    if cursor.expected.is_formula and _is_variable(label, cursor) and cursor.values[equals] != UPDATE:
        return None
    if not fits(label, cursor.notation):
        raise misfit(cursor, label, start)
    return label


def _is_variable(label: Label, cursor: Cursor) -> bool:
    name = "_".join((label.head, *label.by))
    return label.kind in ("name", "function") and name in map(canonical, cursor.notation.variables)


def _is_side(label: Label, cursor: Cursor, equals: int) -> bool:
    """Is it the left side of an equation, such as x(y + 1), or a variable that is no name of an interval?"""
    if cursor.expected.membership:
        return cursor.values[equals] != "∈" and _is_variable(label, cursor)
    given = arguments(label)
    return label.head in FUNCTIONS or _is_variable(label, cursor) or not all(map(str.isidentifier, given))


def arguments(label: Label) -> list[str]:
    """Return what stands in the brackets of a label such as L(x, y)."""
    return label.text.replace(" ", "").partition("(")[2].rstrip(")").split(",")


def misfit(cursor: Cursor, label: Label, at: int) -> Unreadable:
    """Return the fault of a label that is none of what is asked."""
    shown = clipped(label.text)
    if cursor.expected.one_value:
        called = cursor.notation.names
        what = f"not what is asked, {called[0]}" if called else "no name of what is asked"
        return cursor.fault("label", f"{shown} is {what}; type the answer alone", at)
    names = asked_of(cursor.notation).names
    if not names:
        return cursor.fault("label", f"nothing tells where {shown} belongs; type the values alone, in order", at)
    listed = ", ".join(names[:NAMES_SHOWN]) + (", …" if len(names) > NAMES_SHOWN else "")
    return cursor.fault("label", f"{shown} is none of what is asked: {listed}; without labels the order counts", at)


def colons(cursor: Cursor) -> None:
    """Make an = sign of the colon in `f_x: 2x` and `grad f: (2x, 2y)`."""
    start = 0
    for at, kind in enumerate(cursor.kinds):
        if kind in (",", ";"):
            start = at + 1
        elif kind == "!" and cursor.values[at] == ":" and start >= 0:
            if _takes_colon(cursor, start, at):
                cursor.kinds[at], cursor.values[at] = "=", ":="
            start = -1  # one colon in each piece


def _takes_colon(cursor: Cursor, start: int, colon: int) -> bool:
    """Whether what stands before a colon is surely a label: f_x, ∇f, slope; x where a list is asked, but not {x: 1}."""
    label = label_in(cursor.text_between(start, colon), cursor.notation)
    if label is None or (label.kind == "glued" and not fits(label, cursor.notation)):
        return False
    if label.kind == "name" and not label.by:
        asked = asked_of(cursor.notation)
        is_placed = asked.place(label) >= 0 or (not asked.names and label.head in ("x", "y", "z"))
        return is_placed and cursor.kinds[start] in ("x", "?") and cursor.expected.is_list
    return label.kind not in ("function", "tuple", "scalar")
