"""Labels taken off an answer: ∇f = (…), and f_y = …, f_x = … put in the order that is asked."""

from __future__ import annotations

from collections.abc import Sequence

from quizengine.errors import Unreadable
from quizengine.maths.parse.cursor import Cursor
from quizengine.maths.parse.fault_messages import clipped
from quizengine.maths.parse.labels import Label, Misfit, Missing, arranged, asked_of, component, turned
from quizengine.maths.parse.labels import missing as missing_names
from quizengine.maths.parse.labels.positions import NAMES_SHOWN, arguments, label_before, misfit, pieces_of, unwrap
from quizengine.maths.parse.lexer.token_kinds import SIGNS
from quizengine.maths.parse.lexer.words import canonical
from quizengine.maths.parse.rules.whole import all_after, value, whole
from quizengine.maths.parse.syntax_faults import leftover, several
from quizengine.maths.parse.vectors import Misplaced, settle
from quizengine.maths.tree import Name, Node, Relation, Vector

MAX_LABELS = 3
_STRANGE = ("name-unknown", "calculus-sign", "prime", "number-after", "argument-missing")  # what a left side may be

Labelled = tuple[Node, tuple[str, ...]]  # a tree, and the labels that were understood, in its order


def labelled(cursor: Cursor) -> Labelled:
    """Return the tree of a text with = signs: labels taken off, labelled values put where they belong; raises
    Unreadable.
    """
    pieces = pieces_of(cursor)
    if cursor.expected.is_list and len(pieces) == 1 and pieces[0][1] < 0 and unwrap(cursor):
        pieces = pieces_of(cursor)
    labels = [label_before(cursor, start, equals) for start, equals in pieces]
    known = [label for label in labels if label is not None]
    if len(pieces) > 1 and len(known) == len(pieces):
        return _several(cursor, pieces, known)
    if labels[0] is not None:
        return _one(cursor, pieces, labels[0])
    return _unlabelled(cursor, next((equals for _, equals in pieces if equals >= 0), 0)), ()


def _unlabelled(cursor: Cursor, equals: int) -> Node:
    """The whole text, whose first = sign has no label before it."""
    try:
        return whole(cursor)
    except Unreadable as fault:
        after_sign = cursor.kinds[cursor.at - 1] in SIGNS  # -P
        if (
            (fault.reason in _STRANGE or after_sign)
            and fault.offset < cursor.offsets[equals]
            and (cursor.expected.one_value or cursor.expected.is_list)
        ):
            message = "what stands left of = is no name of what is asked; type the answer alone"
            raise cursor.fault("label", message, 0) from None
        raise


def _one(cursor: Cursor, pieces: list[tuple[int, int]], label: Label) -> Labelled:
    """The answer behind one label, and behind those that follow it: ∇f = (f_x, f_y) = (2x, 2y)."""
    cursor.at = pieces[0][1] + 1
    label = _last_label(cursor, label)
    tree = all_after(cursor, value(cursor))
    if height := _height(cursor, label):
        return Relation((height, tree), ("=",)), ()
    if not cursor.expected.is_list:
        return tree, (label.text,)
    if label.kind == "tuple":
        return _turned(cursor, label, tree)
    _not_a_component(cursor, label, tree)
    return tree, (label.text,)


def _not_a_component(cursor: Cursor, label: Label, tree: Node) -> None:
    """Refuse one component where several are asked: f_x = 2x, and f_x = (2x, 2y)."""
    is_scalar = not isinstance(tree, Vector) and not cursor.lists
    place = component(label, cursor.notation, is_scalar)
    if place >= 0 and is_scalar:
        raise _incomplete(cursor, missing_names((label,), (place,), asked_of(cursor.notation), cursor.notation), label)
    if place > 0 or (place == 0 and not (isinstance(tree, Vector) and not tree.brackets)):
        raise misfit(cursor, label, 0)


def _turned(cursor: Cursor, label: Label, tree: Node) -> Labelled:
    """What stands behind (f_y, f_x) = in the order that is asked."""
    if cursor.lists and not (isinstance(tree, Vector) and len(cursor.lists) == 1):
        try:
            tree = settle(tree, len(label.parts))
        except Misplaced as problem:
            raise cursor.fault(problem.reason, problem.message, cursor.lists[0]) from None
    if not isinstance(tree, Vector):
        return tree, (label.text,)
    try:
        vector, told = turned(label, tree, cursor.notation)
    except Misfit as found:
        raise misfit(cursor, label.parts[found.at], 0) from None
    return vector, (told,)


def _several(cursor: Cursor, pieces: list[tuple[int, int]], labels: Sequence[Label]) -> Labelled:
    """Labelled values as one list, each where its label says."""
    items: list[Node] = []
    for number, (_, equals) in enumerate(pieces):
        cursor.at = equals + 1
        items.append(value(cursor))
        end = pieces[number + 1][0] - 1 if number + 1 < len(pieces) else len(cursor.kinds) - 1
        if cursor.at != end:
            raise leftover(cursor)
    if cursor.expected.one_value:
        told = list(dict.fromkeys(label.text for label in labels))
        if len(told) == 1:
            raise several(cursor, pieces[1][0] - 1)
        message = f"one value is asked, and these are {told[0]} and {told[1]}; type the one alone"
        raise cursor.fault("label", message, pieces[1][0])
    cursor.lists.append(0)
    try:
        return arranged(labels, items, cursor.notation)
    except Misfit as found:
        label, start = labels[found.at], pieces[found.at][0]
        if found.twice:
            raise cursor.fault("label-twice", f"{label.text} is given twice", start) from None
        raise misfit(cursor, label, start) from None
    except Missing as some:
        raise _incomplete(cursor, some.names, labels[-1]) from None


def _incomplete(cursor: Cursor, names: Sequence[str], label: Label) -> Unreadable:
    """The fault of an answer that lacks some of its components."""
    count = cursor.notation.count
    if names:
        return cursor.fault("incomplete", f"and {' and '.join(names[:NAMES_SHOWN])}? Give all of them in one answer", 0)
    asked = f"{count} are asked" if count else "several are asked"
    return cursor.fault("incomplete", f"{clipped(label.text)} is one of them, and {asked}; give all in one answer", 0)


def _height(cursor: Cursor, label: Label) -> Name | None:
    """The variable that L(x, y) stands for where an equation in x, y, z is asked: the one not among its arguments."""
    if not cursor.expected.stands_for_rest:
        return None
    given = {canonical(name) for name in arguments(label)}
    rest = [name for name in cursor.notation.variables if canonical(name) not in given]
    return Name(rest[0]) if len(rest) == 1 else None


def _last_label(cursor: Cursor, label: Label) -> Label:
    """The last of the labels that follow a first one: (f_y, f_x) of ∇f = (f_y, f_x) = (2y, 2x)."""
    for _ in range(MAX_LABELS):
        start, equals = pieces_of(cursor)[0]
        following = label_before(cursor, start, equals)
        if following is None or not _follows(following, label, cursor.expected.one_value):
            break
        cursor.at = equals + 1
        label = following if following.kind == "tuple" else label
    return label


def _follows(following: Label, label: Label, one_value: bool) -> bool:
    """Whether a second label says the same as the first: f_x = ∂f/∂x, ∇f = (f_x, f_y), D_u f = ∇f·u."""
    if not one_value:
        return following.kind in ("gradient", "prime", "tuple")
    if following.kind in ("name", "derivative", "glued"):
        return bool(following.by) and following.by == (label.by or following.by)
    return following.kind in ("gradient", "prime", "second", "scalar")
