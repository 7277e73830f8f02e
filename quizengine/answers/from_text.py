"""Keys straight from text, without an item."""

from __future__ import annotations

from typing import Any

from quizengine.answers.constraints import EXACT, Accuracy, Constraints
from quizengine.answers.key import Key
from quizengine.answers.kinds import KEYS
from quizengine.errors import Unreadable
from quizengine.maths.equality import REAL, Domain
from quizengine.maths.parse import NONE, Notation, parse
from quizengine.maths.tree import Node, Relation, Vector, variables


def key_from_text(
    kind: str | None,
    text: str,
    names: tuple[str, ...] | None = None,
    domain: Domain = REAL,
    accuracy: Accuracy = EXACT,
) -> Key[Any]:
    """Return a key from its text in plain notation, without an item.

    kind: one of KEYS, or None for what the text looks like. names: the variables; without any, those
    of the text. Raises Unreadable for a text or kind that will not do.
    """
    if kind is not None and kind not in KEYS:
        raise Unreadable("unknown-kind", 0, f"the kind is one of {', '.join(KEYS)}")
    tree = parse(text, Notation(names or ())).tree if kind is None else KEYS[kind].parse_key(text, names or ())
    constraints = Constraints(names or tuple(sorted(variables(tree))), domain, accuracy)
    kind = kind or _kind_of(tree)
    key = KEYS[kind].from_tree(tree, constraints)
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
