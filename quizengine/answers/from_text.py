"""Keys straight from text, without an item."""

from __future__ import annotations

from typing import Any

from quizengine.answers.base import Key
from quizengine.answers.constraints import EXACT, REAL, Accuracy, Constraints
from quizengine.answers.formula_key import FormulaKey
from quizengine.answers.kinds.direction import DirectionKey
from quizengine.answers.kinds.equation import EquationKey
from quizengine.answers.kinds.expression import ExpressionKey
from quizengine.answers.kinds.interval import IntervalKey
from quizengine.answers.kinds.matrix import MatrixKey
from quizengine.answers.kinds.number import NumberKey
from quizengine.answers.kinds.points import PointsKey
from quizengine.answers.kinds.sequence import SequenceKey
from quizengine.answers.kinds.vector import VectorKey
from quizengine.errors import Unreadable
from quizengine.maths.equality import Domain
from quizengine.maths.parse import NONE, Notation, Wants, parse
from quizengine.maths.tree import Node, Relation, Vector, variables

_KEYS: dict[str, type[FormulaKey]] = {
    key.kind: key
    for key in (
        *(NumberKey, ExpressionKey, VectorKey, DirectionKey, EquationKey),
        *(MatrixKey, PointsKey, SequenceKey, IntervalKey),
    )
}
_LISTS = frozenset({"vector", "matrix", "points", "sequence", "interval"})  # what is read as its own shape


def key_from_text(
    kind: str | None,
    text: str,
    names: tuple[str, ...] | None = None,
    domain: Domain = REAL,
    accuracy: Accuracy = EXACT,
) -> Key[Any]:
    """A key from its text in plain notation, without an item.

    kind: one of kind_names.TYPED, or None for what the text looks like. names: the variables; without any,
    those of the text. Raises Unreadable for a text or kind that will not do.
    """
    if kind is not None and kind not in _KEYS:
        raise Unreadable("unknown-kind", 0, f"the kind is one of {', '.join(_KEYS)}")
    wants: Wants = "any" if kind is None or _KEYS[kind].wants not in _LISTS else _KEYS[kind].wants
    tree = parse(text, Notation(names or (), wants)).tree
    constraints = Constraints(names or tuple(sorted(variables(tree))), domain, accuracy)
    kind = kind or _kind_of(tree)
    key = _KEYS[kind].from_tree(tree, constraints)
    if key is None:
        raise Unreadable("wrong-kind", 0, f"the key is no {kind}")
    return key


def _kind_of(tree: Node) -> str:
    """What a key is when nobody says: [[a, b], [c, d]] a matrix, (1, 2), (3, 4) points, (0, 1] and x < 1 intervals,

    none and {} no points, another list a vector, an equation what has one =, and else a number or an expression.
    """
    if isinstance(tree, Relation):
        return "equation" if tree.signs == ("=",) else "interval"
    if tree == NONE:
        return "points"
    if not isinstance(tree, Vector):
        return "expression" if variables(tree) else "number"
    if tree.brackets in ("(]", "[)"):
        return "interval"
    if not any(isinstance(item, Vector) for item in tree.items):
        return "vector"
    return "points" if tree.brackets in ("", "{}") else "matrix"
