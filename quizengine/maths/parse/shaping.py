"""A tree that was read, brought into the shape that is asked, or refused where it has another."""

from __future__ import annotations

from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.fault_messages import fault
from quizengine.maths.parse.missing_commas import refuse_spaced
from quizengine.maths.parse.notation import Notation
from quizengine.maths.parse.rules.transposes import interval_wanted
from quizengine.maths.parse.syntax_faults import several
from quizengine.maths.parse.vectors import Misplaced, settle
from quizengine.maths.tree import MAX_DEPTH, MAX_NODES, Node, Relation, Vector, children

AXES_BY_VARIABLES = (2, 3)  # numbers of variables that fix the length of a vector written with i, j, k


def shaped(cursor: Cursor, tree: Node) -> Node:
    """Return `tree` with vectors' arithmetic done, in the shape that is asked; raises Unreadable for another."""
    _refuse_set(cursor, tree)
    _refuse_computed(cursor, tree)
    _refuse_several(cursor, tree)
    if cursor.notation.count > 1 and len(cursor.lists) == isinstance(tree, Vector):
        refuse_spaced(cursor, tree)
    lists = cursor.lists
    if lists and (len(lists) > 1 or not isinstance(tree, Vector) or cursor.kinds[lists[0]] == "u"):
        try:
            tree = settle(tree, _axes(cursor.notation), cursor.expected.one_vector)
        except Misplaced as problem:
            raise cursor.fault(problem.reason, problem.message, lists[0]) from None
    if len(cursor.kinds) > MAX_DEPTH // 2:
        _refuse_large(cursor, tree)
    return as_list(tree, cursor.notation) if cursor.expected.is_list else tree


def as_list(tree: Node, notation: Notation) -> Node:
    """Return `tree` as the list that is asked: a sequence as a vector of its items, points as a vector of points.

    A point of several variables is a Vector itself, one of a single variable a number.
    """
    brackets, holds_points = notation.expected.item_brackets, notation.expected.holds_points
    if brackets is None:
        return tree
    if not isinstance(tree, Vector):
        return Vector((tree,), brackets)
    flat = tree.items and not any(isinstance(item, Vector) for item in tree.items)
    single_point = holds_points and flat and len(notation.variables) != 1
    return Vector((tree,), brackets) if single_point else tree


def _axes(notation: Notation) -> int:
    """How many components a vector written with i, j, k has at least; 0 where nothing tells."""
    count = len(notation.variables)
    asked = notation.count if notation.expected.has_components else 0
    return asked or (count if count in AXES_BY_VARIABLES else 0)


def _refuse_computed(cursor: Cursor, tree: Node) -> None:
    """Refuse arithmetic on an interval: (0, 1]·2."""
    if cursor.expected.is_single_list and cursor.lists and not isinstance(tree, Vector | Relation):
        raise interval_wanted(cursor, cursor.lists[0])


def _refuse_several(cursor: Cursor, tree: Node) -> None:
    """Refuse (1, 2), (3, 4) where one vector is asked."""
    count = cursor.notation.count
    if not cursor.expected.one_vector or count < 2 or not isinstance(tree, Vector) or tree.brackets not in ("", "{}"):
        return
    if len(tree.items) > 1 and all(isinstance(item, Vector) and len(item.items) == count for item in tree.items):
        raise several(cursor, max(cursor.lists[0], 0))


def _refuse_set(cursor: Cursor, tree: Node) -> None:
    """Refuse braces around one expression outside LaTeX, a set or the hole of a template, and a set for one value."""
    kinds = cursor.kinds
    if cursor.expected.one_value and isinstance(tree, Vector) and tree.brackets == "{}":
        raise several(cursor, max(cursor.lists[0], 0))
    if kinds[0] != "{" or isinstance(tree, Vector) or cursor.expected.in_braces:
        return
    if cursor.values[0] != "set" and ("\\" in cursor.tokens.text or cursor.values[0] == "〖"):
        return  # braces only group
    level = 0
    for at, kind in enumerate(kinds):
        level += (kind == "{") - (kind == "}")
        if level == 0:
            if kinds[at + 1] == "":
                raise fault("braces", cursor.offsets[0], "braces make a set; write the expression without them")
            return


def _refuse_large(cursor: Cursor, tree: Node) -> None:
    """Refuse a tree that is too large or too deep."""
    level, count, depth = [tree], 0, 0
    while level:
        count, depth = count + len(level), depth + 1
        if count > MAX_NODES:
            raise cursor.fault("too-large", f"this has more than {MAX_NODES} parts; simplify it first", 0)
        if depth > MAX_DEPTH:
            raise cursor.fault("too-deep", "this is nested too deeply; write it with fewer brackets and powers", 0)
        level = [part for node in level for part in children(node)]
