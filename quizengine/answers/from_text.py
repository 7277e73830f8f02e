"""Keys straight from text, without an item."""

from __future__ import annotations

from typing import Any, cast

from quizengine.answers.base import Key
from quizengine.answers.kinds.direction import DirectionKey
from quizengine.answers.kinds.equation import EquationKey
from quizengine.answers.kinds.expression import ExpressionKey
from quizengine.answers.kinds.interval import Ends, IntervalKey, typed
from quizengine.answers.kinds.matrix import MatrixKey, rows_of
from quizengine.answers.kinds.number import NumberKey
from quizengine.answers.kinds.points import PointsKey
from quizengine.answers.kinds.sequence import SequenceKey
from quizengine.answers.kinds.vector import VectorKey, component_names
from quizengine.answers.names import TYPED
from quizengine.answers.setting import EXACT, REAL, Accuracy, Setting
from quizengine.errors import Unreadable
from quizengine.maths.read import Notation, Wants, read
from quizengine.maths.same import Domain
from quizengine.maths.tree import Node, Relation, Vector, variables

_LISTED = (VectorKey, DirectionKey, MatrixKey, PointsKey, SequenceKey, IntervalKey)
_LISTS: dict[str, Wants] = {key.kind: key.wants for key in _LISTED}


def key_from_text(
    kind: str | None,
    text: str,
    names: tuple[str, ...] | None = None,
    domain: Domain = REAL,
    accuracy: Accuracy = EXACT,
) -> Key[Any]:
    """A key from its text in plain notation, without an item.

    kind: one of TYPED, or None for what the text looks like (see `_kind_of`). names: the variables; without any,
    those of the text. Raises Unreadable for a text or kind that will not do.
    """
    if kind is not None and kind not in TYPED:
        raise Unreadable("unknown-kind", 0, f"the kind is one of {', '.join(TYPED)}")
    tree = read(text, Notation(names or (), _LISTS.get(kind or "", "any"))).tree
    setting = Setting(names or tuple(sorted(variables(tree))), domain, accuracy)
    kind = kind or _kind_of(tree)
    key = _listed(kind, tree, setting) if kind in _LISTS else _single(kind, tree, setting)
    if key is None:
        raise Unreadable("wrong-kind", 0, f"the key is no {kind}")
    return key


def _kind_of(tree: Node) -> str:
    """What a key is when nobody says: [[a, b], [c, d]] a matrix, (1, 2), (3, 4) points, (0, 1] and x < 1 intervals,

    another list a vector, an equation what has one =, and else a number or an expression.
    """
    if isinstance(tree, Relation):
        return "equation" if tree.signs == ("=",) else "interval"
    if not isinstance(tree, Vector):
        return "expression" if variables(tree) else "number"
    if tree.brackets in ("(]", "[)"):
        return "interval"
    if not any(isinstance(item, Vector) for item in tree.items):
        return "vector"
    return "points" if tree.brackets in ("", "{}") else "matrix"


def _single(kind: str, tree: Node, setting: Setting) -> Key[Any] | None:
    """A key of one value or one equation; None if the tree is something else."""
    if kind == "equation":
        if not isinstance(tree, Relation) or tree.signs != ("=",):
            return None
        return EquationKey(tree.sides[0], tree.sides[1], setting)
    if isinstance(tree, Vector | Relation):
        return None
    return NumberKey(tree, setting) if kind == "number" else ExpressionKey(tree, setting)


def _listed(kind: str, tree: Node, setting: Setting) -> Key[Any] | None:
    """A key of several values; None if the tree is something else."""
    if kind == "interval":
        found = typed(tree)
        return None if found is None else IntervalKey(found.low, found.high, cast(Ends, found.brackets), setting)
    if not isinstance(tree, Vector):
        return None
    rows = rows_of(tree)
    match kind:
        case "matrix":
            return MatrixKey(rows, setting) if rows and len({len(row) for row in rows}) == 1 else None
        case "points":
            return PointsKey(_members(tree), setting)
        case "sequence":
            return SequenceKey(tree.items, setting)
    if any(isinstance(item, Vector) for item in tree.items):
        return None
    if kind == "direction":
        return DirectionKey(tree.items, setting=setting)
    return VectorKey(tree.items, setting, component_names(setting.variables, len(tree.items)))


def _members(tree: Vector) -> tuple[Node, ...]:
    """The points of a key; 1, -1 and {1, -1} are two numbers, while (1, -1) is one point."""
    only = tree.items[0]
    bare = len(tree.items) == 1 and isinstance(only, Vector) and only.brackets in ("", "{}")
    return only.items if bare and isinstance(only, Vector) else tree.items
