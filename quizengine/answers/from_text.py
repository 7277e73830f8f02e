"""Keys straight from text, without an item."""

from __future__ import annotations

from typing import Any

from quizengine.answers.base import Key
from quizengine.answers.expression import ExpressionKey
from quizengine.answers.number import NumberKey
from quizengine.answers.setting import EXACT, REAL, Accuracy, Setting
from quizengine.answers.vector import VectorKey, component_names
from quizengine.errors import Unreadable
from quizengine.maths.read import Notation, read
from quizengine.maths.same import Domain
from quizengine.maths.tree import Node, Relation, Vector, variables

COMPARED = ("number", "expression", "vector")


def key_from_text(
    kind: str | None,
    text: str,
    names: tuple[str, ...] | None = None,
    domain: Domain = REAL,
    accuracy: Accuracy = EXACT,
) -> Key[Any]:
    """A key from its text in plain notation, without an item.

    kind: one of COMPARED, or None for what the text is: a vector, a number if it has no variables, else an
    expression. names: the variables; without any, those of the text. Raises Unreadable for a text or kind that
    will not do.
    """
    if kind is not None and kind not in COMPARED:
        raise Unreadable("unknown-kind", 0, f"the kind is one of {', '.join(COMPARED)}")
    tree = read(text, Notation(names or (), "vector" if kind == "vector" else "any")).tree
    setting = Setting(names or tuple(sorted(variables(tree))), domain, accuracy)
    kind = kind or _kind_of(tree)
    return _key(kind, tree, setting)


def _kind_of(tree: Node) -> str:
    if isinstance(tree, Vector):
        return "vector"
    return "expression" if variables(tree) else "number"


def _key(kind: str, tree: Node, setting: Setting) -> Key[Any]:
    if kind == "vector" and isinstance(tree, Vector):
        return VectorKey(tree.items, setting, component_names(setting.variables, len(tree.items)))
    if isinstance(tree, Vector | Relation) or kind == "vector":
        raise Unreadable("wrong-kind", 0, f"the key is no {kind}")
    return NumberKey(tree, setting) if kind == "number" else ExpressionKey(tree, setting)
